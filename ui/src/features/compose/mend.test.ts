import { describe, expect, it } from "vitest";
import type { Finding } from "@/shared/api-types";
import { type Draft, emptyDraft } from "./draft";
import { around, aspectName, fileOf, firstEdit, sharesFiles, withEdit, withFix } from "./mend";

const file = (id: string) => ({ id, alt: "" });
const draft: Draft = { ...emptyDraft, channels: ["ig", "x"], media: [file("a"), file("b"), file("c")] };
const found = (more: Partial<Finding>): Finding => ({
  channel: "ig",
  severity: "ERROR",
  rule: "media.aspect",
  field: "media",
  part: 0,
  media: 1,
  limit: "",
  actual: "",
  message: "",
  fixes: [],
  made: null,
  ...more,
});

describe("mending what was found", () => {
  it("changes the file for this channel alone, and the base stays", () => {
    const next = withEdit(draft, found({}), { enlarge: true }, false);

    expect(next.variants.ig?.media).toEqual([file("a"), { ...file("b"), edit: { enlarge: true } }, file("c")]);
    expect(next.media).toEqual(draft.media);
  });

  it("changes it for all who share it when a person says so", () => {
    const next = withEdit(draft, found({}), { enlarge: true }, true);

    expect(next.media[1]).toEqual({ ...file("b"), edit: { enlarge: true } });
    expect(next.variants).toEqual({});
  });

  it("never changes the base for a channel with files of its own", () => {
    const own = { ...draft, variants: { ig: { media: [file("z"), file("y")] } } };

    expect(sharesFiles(own, found({}))).toBe(false);
    expect(withEdit(own, found({}), { enlarge: true }, true).media).toEqual(draft.media);
    expect(fileOf(own, found({}))).toEqual(file("y"));
  });

  it("takes an edit away without a trace", () => {
    const mended = withEdit(draft, found({}), { enlarge: true }, true);

    expect(withEdit(mended, found({}), undefined, true)).toEqual(draft);
  });

  it("leaves a file out, changes the format, and spreads files over further posts", () => {
    expect(withFix(draft, found({}), { action: "DROP", media: 1 }).variants.ig?.media).toEqual([file("a"), file("c")]);
    expect(withFix(draft, found({}), { action: "FORMAT", format: "reel" }).variants.ig?.format).toBe("reel");
    const spread = withFix(draft, found({}), { action: "SPREAD", each: 2 });
    expect(spread.variants.ig?.media).toEqual([file("a"), file("b")]);
    expect(spread.variants.ig?.thread).toEqual([{ text: "", media: [file("c")] }]);
  });

  it("cuts the largest piece around a point and never beyond the picture", () => {
    expect(around(2, 1, 0.5, 0.5)).toEqual({ x: 0.25, y: 0, width: 0.5, height: 1 });
    expect(around(2, 1, 0, 0)).toEqual({ x: 0, y: 0, width: 0.5, height: 1 });
    expect(around(0.5, 1, 1, 1)).toEqual({ x: 0, y: 0.5, width: 1, height: 0.5 });
  });

  it("puts a crop in the place of a frame and keeps the stretch", () => {
    const before = { trim: { from: 1, seconds: 2 }, pad: { aspect: 1, fill: "BLUR" as const } };

    const edit = firstEdit({ action: "CROP", aspect: 1 }, before, 2);

    expect(edit.pad).toBeUndefined();
    expect(edit.trim).toEqual(before.trim);
    expect(edit.crop?.width).toBe(0.5);
  });

  it("calls aspects as people do", () => {
    expect([0.8, 9 / 16, 1.91, 1, 3.2].map(aspectName)).toEqual(["4:5", "9:16", "1.91:1", "1:1", "3.20:1"]);
  });
});
