import { describe, expect, it } from "vitest";
import type { OptionSchema } from "@/shared/api-types";
import { begun, grows } from "./options";

const answers: OptionSchema = { type: "array", items: { type: "string" } };
const poll = (list: OptionSchema): OptionSchema => ({ type: "object", properties: { answers: list, minutes: { type: "integer" } } });

describe("a group of options", () => {
  it("opens with as many empty entries as the network wants", () => {
    expect(begun(poll({ ...answers, minItems: 3 }))).toEqual({ answers: ["", "", ""] });
  });
  it("opens with two texts when nothing is said, never with more than fit", () => {
    expect(begun(poll(answers))).toEqual({ answers: ["", ""] });
    expect(begun(poll({ ...answers, maxItems: 1 }))).toEqual({ answers: [""] });
  });
  it("opens without entries that are groups, unless they are asked for", () => {
    const buttons: OptionSchema = { type: "array", items: { type: "object", properties: {} } };
    expect(begun(poll(buttons))).toEqual({});
    expect(begun(poll({ ...buttons, minItems: 1 }))).toEqual({ answers: [{}] });
  });
  it("grows by an entry, not by what is filled in", () => {
    expect(grows(undefined, { answers: ["", ""] })).toBe(true);
    expect(grows([{ text: "a" }], [{ text: "a" }, {}])).toBe(true);
    expect(grows(["", ""], ["Yes", ""])).toBe(false);
    expect(grows(["a", "b"], ["a"])).toBe(false);
  });
});
