import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Plus, X } from "lucide-react";
import type { Options, OptionSchema } from "@/shared/api-types";
import { Button } from "@/shared/components/Button";
import { Check, Field, inputClass } from "@/shared/components/Field";
import { message } from "@/shared/api";
import { useWords } from "@/shared/i18n";
import { choiceListQuery, useSession } from "@/shared/queries";
import { dateOf, instantOf, timeOf } from "@/shared/time";
import { FileOption } from "./FileOption";
import { fieldId } from "./jump";
import { List } from "./OptionList";
import { begun, context, controlOf, optionsFor, required, valuesOf } from "./options";

interface Props {
  schema: OptionSchema;
  format: string | undefined;
  channel: string;
  values: Options;
  errors: Record<string, string>;
  /** The focus has left all controls of an option. */
  onLeft: (name: string) => void;
  onChange: (name: string, value: unknown) => void;
}

/** The network's own options, drawn from its schema. */
export function OptionFields({ schema, format, channel, values, errors, onLeft, onChange }: Props) {
  return (
    <div className="flex flex-col gap-4">
      {optionsFor(schema, format, errors).map(([name, option]) => (
        <div key={name} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && event.relatedTarget !== null && onLeft(name)}>
          <Option
            path={name}
            option={option}
            must={required(schema, name)}
            channel={channel}
            all={values}
            value={values[name]}
            error={errors[name]}
            onChange={(value) => onChange(name, value)}
          />
        </div>
      ))}
    </div>
  );
}

export interface OptionProps {
  path: string;
  option: OptionSchema;
  must: boolean;
  channel: string;
  all: Options;
  value: unknown;
  error?: string;
  /** An entry of a list: named for those who cannot see it, removed by the list. */
  entry?: boolean;
  onChange: (value: unknown) => void;
}

function Option(props: OptionProps) {
  const { path, option, must, value, error, entry, onChange } = props;
  const label = option.title ?? path;
  const id = fieldId(`options.${path}`);
  const frame = { id, label, help: option.description, error, required: must, hideLabel: entry };
  switch (controlOf(option)) {
    case "check":
      return (
        <Check id={id} label={label} help={option.description} checked={(value ?? option.default ?? false) as boolean} onChange={onChange} />
      );
    case "group":
      return <Group {...props} />;
    case "list":
      return <List {...props} item={(inner) => <Option {...inner} />} />;
    case "file":
      return <FileOption option={option} path={path} error={error} must={must} value={value} onChange={onChange} />;
    case "choices":
      return <Picked {...props} />;
    case "select":
      return (
        <Field {...frame}>
          {(ids) => (
            <Pick {...ids} value={value ?? option.default} options={valuesOf(option)} open={option.default === undefined} onChange={onChange} />
          )}
        </Field>
      );
    case "number":
      return (
        <Field {...frame}>
          {(ids) => (
            <input
              {...ids}
              type="number"
              min={option.minimum}
              max={option.maximum}
              step={option.type === "integer" ? 1 : "any"}
              value={(value ?? "") as number | string}
              placeholder={option.default === undefined ? undefined : String(option.default)}
              onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.valueAsNumber)}
              className={inputClass(error)}
            />
          )}
        </Field>
      );
    case "moment":
    case "clock":
    case "day":
      return <Time {...props} />;
    case "text":
      return (
        <Field {...frame}>
          {(ids) => (
            <input
              {...ids}
              maxLength={option.maxLength}
              value={(value ?? option.default ?? "") as string}
              onChange={(event) => onChange(event.target.value || undefined)}
              className={inputClass(error)}
            />
          )}
        </Field>
      );
  }
}

/** What comes before is a year on its way to four digits. */
const EARLIEST = "1970";

/** A moment is chosen as the workspace's clock shows it; what the clock shows elsewhere, and a day, stay as they are. */
function Time({ path, option, must, value, error, entry, onChange }: OptionProps) {
  const { t } = useWords();
  const { zone } = useSession().workspace;
  const control = controlOf(option);
  const given = (value ?? "") as string;
  const moment = control === "moment";
  const shown = moment && given ? wallText(given, zone) : given;
  const help = [option.description, moment && t("option.zone", { zone })].filter(Boolean).join(" ");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // whoever types in it must not be disturbed
    if (input.current && document.activeElement !== input.current) input.current.value = shown;
  }, [shown]);
  const chosen = (text: string) => (moment ? instantOf(text.slice(0, 10), text.slice(11), zone).toISOString() : text);
  return (
    <Field id={fieldId(`options.${path}`)} label={option.title ?? path} help={help || undefined} error={error} required={must} hideLabel={entry}>
      {(ids) => (
        <input
          {...ids}
          type={control === "day" ? "date" : "datetime-local"}
          max={control === "day" ? "9999-12-31" : "9999-12-31T23:59"}
          ref={input}
          defaultValue={shown}
          onChange={(event) => {
            if (event.target.value >= EARLIEST) onChange(chosen(event.target.value));
          }}
          onBlur={(event) => {
            if (event.target.value < EARLIEST && given) onChange(undefined);
          }}
          className={inputClass(error)}
        />
      )}
    </Field>
  );
}

/** As the field wants it; what is no moment is shown as an empty field. */
function wallText(moment: string, zone: string): string {
  const instant = new Date(moment);
  return Number.isNaN(instant.getTime()) ? "" : `${dateOf(instant, zone)}T${timeOf(instant, zone)}`;
}

interface PickProps {
  id: string;
  value: unknown;
  options: { value: string; label: string; enabled?: boolean }[];
  open: boolean;
  onChange: (value: unknown) => void;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}

function Pick({ value, options, open, onChange, ...rest }: PickProps) {
  const { t } = useWords();
  return (
    <select
      {...rest}
      value={(value ?? "") as string}
      onChange={(event) => onChange(event.target.value || undefined)}
      className={inputClass(rest["aria-invalid"])}
    >
      {open && <option value="">{t("option.choose")}</option>}
      {options.map((one) => (
        <option key={one.value} value={one.value} disabled={one.enabled === false}>
          {one.label}
        </option>
      ))}
    </select>
  );
}

/** A list that the network itself gives, for this channel. */
function Picked({ path, option, must, channel, all, value, error, entry, onChange }: OptionProps) {
  const { t } = useWords();
  const { [path]: _self, ...others } = context(all);
  const list = useQuery(choiceListQuery(channel, option["x-choices"] ?? "", others));
  const label = option.title ?? path;
  const id = fieldId(`options.${path}`);
  if (list.isError) {
    return (
      <Field id={id} label={label} help={option.description} error={error ?? message(list.error)} required={must} hideLabel={entry}>
        {(ids) => (
          <Button {...ids} onClick={() => void list.refetch()}>
            {t("option.reload")}
          </Button>
        )}
      </Field>
    );
  }
  return (
    <Field
      id={id}
      label={label}
      help={list.isPending ? t("option.loading") : option.description}
      error={error}
      required={must}
      hideLabel={entry}
    >
      {(ids) =>
        option["x-others"] ? (
          <Suggested {...ids} value={value} options={list.data ?? []} open onChange={onChange} />
        ) : (
          <Pick {...ids} value={value} options={list.data ?? []} open onChange={onChange} />
        )
      }
    </Field>
  );
}

/** What may be typed as well as picked. */
function Suggested({ id, value, options, open: _open, onChange, ...rest }: PickProps) {
  return (
    <>
      <input
        {...rest}
        id={id}
        list={`${id}.list`}
        value={(value ?? "") as string}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value || undefined)}
        className={inputClass(rest["aria-invalid"])}
      />
      <datalist id={`${id}.list`}>
        {options
          .filter((one) => one.enabled !== false)
          .map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
      </datalist>
    </>
  );
}

/** A group that is there or not, such as a poll. */
function Group({ path, option, channel, all, value, error, entry, onChange }: OptionProps) {
  const { t } = useWords();
  const label = option.title ?? path;
  const group = value as Options | undefined;
  if (group === undefined) {
    return (
      <div>
        <Button small id={fieldId(`options.${path}`)} icon={<Plus size={15} aria-hidden />} onClick={() => onChange(begun(option))}>
          {t("option.addGroup", { label })}
        </Button>
        {option.description && <p className="mt-1 text-[0.8125rem] text-muted">{option.description}</p>}
      </div>
    );
  }
  return (
    <fieldset className="rounded-xl border border-line p-4">
      <legend className="px-1.5 text-sm font-semibold">{label}</legend>
      {option.description && <p className="mb-3 text-[0.8125rem] text-muted">{option.description}</p>}
      <div className="flex flex-col gap-4">
        {Object.entries(option.properties ?? {}).map(([name, inner]) => (
          <Option
            key={name}
            path={`${path}.${name}`}
            option={{ title: name, ...inner }}
            must={required(option, name)}
            channel={channel}
            all={all}
            value={group[name]}
            onChange={(next) => {
              const { [name]: _old, ...rest } = group;
              onChange(next === undefined ? rest : { ...rest, [name]: next });
            }}
          />
        ))}
      </div>
      {error && <p className="mt-2 text-[0.8125rem] font-medium text-danger">{error}</p>}
      {!entry && (
        <Button small look="danger" className="mt-4" id={fieldId(`options.${path}`)} icon={<X size={15} aria-hidden />} onClick={() => onChange(undefined)}>
          {t("option.dropGroup", { label })}
        </Button>
      )}
    </fieldset>
  );
}
