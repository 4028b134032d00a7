import { clsx } from "clsx";
import { Check } from "lucide-react";
import { DropdownMenu as Base } from "radix-ui";
import type { ReactNode } from "react";

const item =
  "flex w-full cursor-default items-center gap-2.5 rounded-lg px-2.5 py-2 text-sm outline-none select-none data-[highlighted]:bg-hover data-[disabled]:opacity-50";

export function Menu({ trigger, children }: { trigger: ReactNode; children: ReactNode }) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger asChild>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="rise z-50 min-w-52 rounded-xl border border-line bg-surface p-1.5 shadow-float"
        >
          {children}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}

interface ItemProps {
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem({ icon, danger, children, ...rest }: ItemProps) {
  return (
    <Base.Item className={clsx(item, danger && "text-danger")} {...rest}>
      {icon}
      {children}
    </Base.Item>
  );
}

export const MenuLine = () => <Base.Separator className="mx-2 my-1.5 h-px bg-line" />;

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** One of several, inside a menu. */
export function MenuChoice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next) => onChange(next as T)} aria-label={label}>
      <Base.Label className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-muted">{label}</Base.Label>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} className={item}>
          <span className="flex w-4 justify-center">
            <Base.ItemIndicator>
              <Check size={15} aria-hidden />
            </Base.ItemIndicator>
          </span>
          {option.label}
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}
