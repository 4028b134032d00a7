import { clsx } from "clsx";
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";

type Look = "primary" | "plain" | "quiet" | "danger";

const looks: Record<Look, string> = {
  primary: "bg-accent text-accent-ink hover:bg-accent-hover shadow-sm",
  plain: "border border-line bg-surface text-ink hover:bg-hover",
  quiet: "text-ink hover:bg-hover",
  danger: "border border-line bg-surface text-danger hover:bg-danger-soft",
};

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  icon?: ReactNode;
  small?: boolean;
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** Every button with words. A busy one keeps its place and its focus. */
export function Button({ look = "plain", icon, small, busy, className, children, disabled, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      disabled={disabled}
      onClick={busy ? undefined : onClick}
      className={clsx(
        "inline-flex shrink-0 items-center justify-center gap-2 rounded-lg font-medium whitespace-nowrap transition-colors",
        "disabled:opacity-55",
        small ? "h-8 px-2.5 text-[0.8125rem]" : "h-10 px-4 text-sm",
        busy && "opacity-70",
        looks[look],
        className,
      )}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
}

interface IconProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  label: string;
  small?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button that is only a picture: its label is read out and shown as a hint. */
export function IconButton({ label, small, className, children, ...rest }: IconProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={clsx(
        "inline-flex shrink-0 items-center justify-center rounded-lg text-muted transition-colors hover:bg-hover hover:text-ink",
        "disabled:opacity-45",
        small ? "size-8" : "size-10",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}
