import { describe, expect, it } from "vitest";
import type { MediaRef } from "@/shared/api-types";
import { around, aspectOf } from "./crop";
import { likewise, refOf, tidied } from "./edits";

describe("what is changed of a file", () => {
  it("says nothing of what changes nothing", () => {
    const edit = { trim: { from: 0, seconds: 12 }, crop: { x: 0, y: 0, width: 1, height: 1 }, enlarge: false };

    expect(tidied(edit, 12)).toEqual({});
    expect(tidied({ ...edit, enlarge: true }, 30)).toEqual({ trim: { from: 0, seconds: 12 }, enlarge: true });
  });

  it("is read as it was written, whatever the server says of the rest", () => {
    const told = { id: "a", alt: "", edit: { trim: null, crop: null, pad: { aspect: 1, fill: "BLACK" }, enlarge: null } } as unknown as MediaRef;

    expect(refOf(told)).toEqual({ id: "a", alt: "", edit: { pad: { aspect: 1, fill: "BLACK" } } });
    expect(refOf({ id: "a", alt: "", edit: null } as unknown as MediaRef)).toEqual({ id: "a", alt: "" });
  });

  it("is made likewise of a picture of another shape, from the same place", () => {
    const wide = { width: 1600, height: 900, seconds: null };
    const tall = { width: 900, height: 1600, seconds: null };
    const crop = around(16 / 9, 4 / 5, 0.2, 0.5);

    const other = likewise({ crop }, wide, tall);

    expect(aspectOf(other.crop ?? crop, 9 / 16)).toBeCloseTo(4 / 5, 6);
    expect(other.crop?.x).toBe(0);
  });

  it("is as near likewise as it was made by hand", () => {
    const square = { width: 1000, height: 1000, seconds: null };
    const wide = { width: 2000, height: 1000, seconds: null };

    const { crop } = likewise({ crop: { x: 0.5, y: 0.5, width: 0.5, height: 0.5 } }, square, wide);

    expect([crop?.x, crop?.y, crop?.width, crop?.height].map((one) => one?.toFixed(3))).toEqual(["0.625", "0.500", "0.250", "0.500"]);
  });

  it("takes no more of a shorter video than it has", () => {
    const measures = (seconds: number) => ({ width: 10, height: 10, seconds });

    expect(likewise({ trim: { from: 10, seconds: 60 } }, measures(90), measures(65)).trim).toEqual({ from: 5, seconds: 60 });
    expect(likewise({ trim: { from: 10, seconds: 60 } }, measures(90), measures(40))).toEqual({});
  });
});
