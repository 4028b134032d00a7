import type { Options, OptionSchema } from "@/shared/api-types";

/** The options that a format has, and those that are to blame for something, so that they can be cleared; in the schema's order. */
export function optionsFor(schema: OptionSchema, format: string | undefined, blamed: Record<string, string> = {}): [string, OptionSchema][] {
  return Object.entries(schema.properties ?? {}).filter(
    ([name, option]) => !option["x-formats"] || format === undefined || option["x-formats"].includes(format) || name in blamed,
  );
}

export function required(schema: OptionSchema, name: string): boolean {
  const list = schema["x-required"];
  return (Array.isArray(list) && list.includes(name)) || schema.properties?.[name]?.["x-required"] === true;
}

export type Control = "choices" | "check" | "select" | "number" | "list" | "group" | "file" | "moment" | "clock" | "day" | "text";

const TIMES: Record<string, Control> = { "date-time": "moment", "date-time-local": "clock", date: "day" };

export function controlOf(option: OptionSchema): Control {
  const type = Array.isArray(option.type) ? option.type.find((one) => one !== "null") : option.type;
  if (option["x-choices"] && type !== "array") return "choices";
  if (option["x-file"]) return "file";
  if (option.oneOf || option.enum) return "select";
  switch (type) {
    case "boolean":
      return "check";
    case "integer":
    case "number":
      return "number";
    case "array":
      return "list";
    case "object":
      return "group";
    default:
      return TIMES[option.format ?? ""] ?? "text";
  }
}

/** One entry of a list as an option of its own. */
export const itemOf = (list: OptionSchema, title: string): OptionSchema => ({
  type: "string",
  ...list.items,
  title,
  ...(list["x-choices"] ? { "x-choices": list["x-choices"] } : {}),
});

export const valuesOf = (option: OptionSchema): { value: string; label: string }[] =>
  option.oneOf?.map((one) => ({ value: one.const, label: one.title })) ??
  option.enum?.map((value) => ({ value, label: value })) ??
  [];

/** What was chosen so far as plain texts: pick lists may depend on one another. */
export function context(options: Options): Record<string, string> {
  return Object.fromEntries(
    Object.entries(options)
      .filter(([, value]) => typeof value === "string" || typeof value === "number")
      .map(([name, value]) => [name, String(value)]),
  );
}

const entries = (value: unknown): number => {
  if (Array.isArray(value)) return value.length + value.reduce((sum: number, one) => sum + entries(one), 0);
  return typeof value === "object" && value !== null ? 1 + Object.values(value).reduce((sum: number, one) => sum + entries(one), 0) : 0;
};

/** Whether a group or an entry was added, rather than something filled in. */
export const grows = (before: unknown, after: unknown): boolean => entries(after) > entries(before);

/** Lists of texts in a group, such as the answers of a poll, are pointless with fewer. */
const FEW = 2;

/** A group as it opens: with the empty entries that it needs at least. */
export function begun(group: OptionSchema): Options {
  const lists = Object.entries(group.properties ?? {}).flatMap(([name, option]) => {
    if (controlOf(option) !== "list" || option.default !== undefined) return [];
    const texts = controlOf(itemOf(option, "")) === "text";
    const least = option.minItems ?? (texts ? Math.min(FEW, option.maxItems ?? FEW) : 0);
    return least > 0 ? [[name, Array.from({ length: least }, () => (option.items?.type === "object" ? {} : ""))] as const] : [];
  });
  return Object.fromEntries(lists);
}
