import { clsx } from "clsx";
import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from "react";

const box =
  "w-full rounded-lg border bg-surface px-3 text-ink transition-colors hover:border-line-strong disabled:opacity-60";

export const inputClass = (error?: unknown) => clsx(box, "h-10", error ? "border-danger" : "border-line");

interface FieldProps {
  label: string;
  /** Where a jump must find the control. */
  id?: string;
  help?: string;
  error?: string;
  required?: boolean;
  hideLabel?: boolean;
  children: (ids: { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean | undefined }) => ReactNode;
}

/** A label, its control, what helps, and what is wrong: tied together for everyone. */
export function Field({ label, id: given, help, error, required, hideLabel, children }: FieldProps) {
  const own = useId();
  const id = given ?? own;
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={hideLabel ? "sr-only" : "text-sm font-medium"}>
        {label}
        {required && (
          <span aria-hidden className="text-danger">
            {" "}
            *
          </span>
        )}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {help && (
        <p id={`${id}-help`} className="text-[0.8125rem] text-muted">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-[0.8125rem] font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

type TextProps = Omit<InputHTMLAttributes<HTMLInputElement>, "id"> & Omit<FieldProps, "children">;

export function TextInput({ label, id, help, error, required, hideLabel, className, ...rest }: TextProps) {
  return (
    <Field {...{ label, id, help, error, required, hideLabel }}>
      {(ids) => <input {...ids} required={required} className={clsx(inputClass(error), className)} {...rest} />}
    </Field>
  );
}

type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, "id"> & Omit<FieldProps, "children">;

export function Select({ label, id, help, error, required, hideLabel, className, children, ...rest }: SelectProps) {
  return (
    <Field {...{ label, id, help, error, required, hideLabel }}>
      {(ids) => (
        <select {...ids} required={required} className={clsx(inputClass(error), "pr-8", className)} {...rest}>
          {children}
        </select>
      )}
    </Field>
  );
}

interface CheckProps {
  label: string;
  help?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  id?: string;
}

export function Check({ label, help, checked, onChange, id }: CheckProps) {
  const own = useId();
  const key = id ?? own;
  return (
    <div className="flex items-start gap-2.5">
      <input
        id={key}
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={help ? `${key}-help` : undefined}
        className="mt-0.5 size-[1.125rem] shrink-0 accent-accent"
      />
      <div>
        <label htmlFor={key} className="text-sm font-medium">
          {label}
        </label>
        {help && (
          <p id={`${key}-help`} className="text-[0.8125rem] text-muted">
            {help}
          </p>
        )}
      </div>
    </div>
  );
}
