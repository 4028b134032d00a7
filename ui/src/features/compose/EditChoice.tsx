import { useId } from "react";

interface Option<T extends string> {
  value: T;
  label: string;
}

interface Props<T extends string, O extends Option<T>> {
  legend: string;
  value: T;
  options: (O & Option<T>)[];
  onChange: (value: T, option: O) => void;
}

/** One of a few, all to be seen. */
export function Choice<T extends string, O extends Option<T> = Option<T>>({ legend, value, options, onChange }: Props<T, O>) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="inline-flex h-8 cursor-pointer items-center rounded-lg border border-line px-2.5 text-[0.8125rem] font-medium hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-text has-focus-visible:outline-3 has-focus-visible:outline-accent"
          >
            <input type="radio" name={name} className="sr-only" checked={value === option.value} onChange={() => onChange(option.value, option)} />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
