import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button, IconButton } from "@/shared/components/Button";
import { useWords } from "@/shared/i18n";
import { fieldId } from "./jump";
import type { OptionProps } from "./OptionFields";
import { itemOf } from "./options";

interface Props extends OptionProps {
  item: (props: OptionProps) => ReactNode;
}

/** A list of texts, of choices or of groups: each entry is drawn as the option that it is. */
export function List({ item, ...list }: Props) {
  const { t } = useWords();
  const { path, option, value, error, onChange } = list;
  const label = option.title ?? path;
  const items = (value ?? option.default ?? []) as unknown[];
  const full = option.maxItems !== undefined && items.length >= option.maxItems;
  const groups = option.items?.type === "object";
  const set = (next: unknown[]) => onChange(next.length === 0 ? undefined : next);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      {items.map((entry, index) => (
        <div key={index} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            {item({
              ...list,
              path: `${path}.${index}`,
              option: itemOf(option, t("option.item", { label, number: index + 1 })),
              must: false,
              value: entry,
              error: undefined,
              entry: true,
              onChange: (next) => set(items.map((one, place) => (place === index ? (next ?? (groups ? {} : "")) : one))),
            })}
          </div>
          <IconButton label={t("option.dropItem", { label, number: index + 1 })} onClick={() => set(items.filter((_, place) => place !== index))}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          small
          id={fieldId(`options.${path}`)}
          icon={<Plus size={15} aria-hidden />}
          disabled={full}
          onClick={() => set([...items, groups ? {} : ""])}
        >
          {t("option.addItem", { label })}
        </Button>
      </div>
      {option.description && <p className="text-[0.8125rem] text-muted">{option.description}</p>}
      {error && <p className="text-[0.8125rem] font-medium text-danger">{error}</p>}
    </fieldset>
  );
}
