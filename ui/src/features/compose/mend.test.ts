import { describe, expect, it } from "vitest";
import type { Finding, Fix } from "@/shared/api-types";
import { type Draft, emptyDraft } from "./draft";
import { alsoWrong, areAll, fileOf, filesOf, firstEdit, sharesFiles, undone, withEdit, withFix } from "./mend";

const file = (id: string) => ({ id, alt: "" });
const draft: Draft = { ...emptyDraft, channels: ["ig", "x"], media: [file("a"), file("b"), file("c")] };
const place = { scope: "ig", part: 0, media: 1 };
const crop: Fix = { action: "CROP", aspect: 0.8 };
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
    const next = withEdit(draft, place, { enlarge: true }, false);

    expect(next.variants.ig?.media).toEqual([file("a"), { ...file("b"), edit: { enlarge: true } }, file("c")]);
    expect(next.media).toEqual(draft.media);
  });

  it("changes it for all who share it when a person says so", () => {
    const next = withEdit(draft, place, { enlarge: true }, true);

    expect(next.media[1]).toEqual({ ...file("b"), edit: { enlarge: true } });
    expect(next.variants).toEqual({});
  });

  it("never changes the base for a channel with files of its own", () => {
    const own = { ...draft, variants: { ig: { media: [file("z"), file("y")] } } };

    expect(sharesFiles(own, "ig", 0)).toBe(false);
    expect(withEdit(own, place, { enlarge: true }, true).media).toEqual(draft.media);
    expect(fileOf(own, found({}))).toEqual(file("y"));
  });

  it("takes an edit away without a trace", () => {
    const mended = withEdit(draft, place, { enlarge: true }, true);

    expect(withEdit(mended, place, undefined, true)).toEqual(draft);
  });

  it("knows when all that share a file are meant, so that the base is changed", () => {
    expect(areAll(draft, ["ig"], 0)).toBe(false);
    expect(areAll(draft, ["ig", "x"], 0)).toBe(true);
    expect(areAll({ ...draft, channels: ["ig"] }, ["ig"], 0)).toBe(true);
    expect(areAll({ ...draft, variants: { x: { media: [] } } }, ["ig"], 0)).toBe(true);
  });

  it("leaves a file out, changes the format, and spreads files over further posts", () => {
    expect(withFix(draft, found({}), { action: "DROP", media: 1 }).variants.ig?.media).toEqual([file("a"), file("c")]);
    expect(withFix(draft, found({}), { action: "FORMAT", format: "reel" }).variants.ig?.format).toBe("reel");
    const spread = withFix(draft, found({}), { action: "SPREAD", each: 2 });
    expect(spread.variants.ig?.media).toEqual([file("a"), file("b")]);
    expect(spread.variants.ig?.thread).toEqual([{ text: "", media: [file("c")] }]);
  });

  it("leaves a file out for all, but the format is a channel's own", () => {
    expect(withFix(draft, found({}), { action: "DROP", media: 1 }, true).media).toEqual([file("a"), file("c")]);
    expect(withFix(draft, found({}), { action: "SPREAD", each: 2 }, true)).toMatchObject({ thread: [{ media: [file("c")] }], variants: {} });
    expect(withFix(draft, found({}), { action: "FORMAT", format: "reel" }, true).variants.ig?.format).toBe("reel");
  });

  it("puts a crop in the place of a frame and keeps the stretch", () => {
    const before = { trim: { from: 1, seconds: 2 }, pad: { aspect: 1, fill: "BLUR" as const } };

    const edit = firstEdit({ action: "CROP", aspect: 1 }, before, 2);

    expect(edit.pad).toBeUndefined();
    expect(edit.trim).toEqual(before.trim);
    expect(edit.crop?.width).toBe(0.5);
  });

  it("finds the other files of the same channels with the same problem", () => {
    const wrong = [0, 1, 2].map((media) => found({ media, fixes: [crop] }));
    const elsewhere = found({ channel: "x", media: 0, fixes: [crop] });
    const other = found({ media: 0, rule: "media.seconds", fixes: [crop] });
    const helpless = found({ media: 0, part: 1 });

    const also = alsoWrong([...wrong, elsewhere, other, helpless], [wrong[1] as Finding], crop);

    expect(also).toEqual([wrong[0], wrong[2]]);
    expect(filesOf(also)).toBe(2);
  });

  it("is taken back, and what was written since stays", () => {
    const mended = withFix(withEdit(draft, place, { enlarge: true }, true), found({}), { action: "FORMAT", format: "reel" });
    const since: Draft = { ...mended, text: "Written since", variants: { ig: { ...mended.variants.ig, options: { poll: 1 } } } };

    expect(undone(since, draft, mended)).toEqual({ ...draft, text: "Written since", variants: { ig: { options: { poll: 1 } } } });
  });

  it("is not taken back where the files were changed once more", () => {
    const mended = withEdit(draft, place, { enlarge: true }, false);
    const since = { ...mended, variants: { ig: { media: [file("new")] } } };

    expect(undone(since, draft, mended)).toEqual(since);
  });
});
