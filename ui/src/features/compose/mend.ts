import type { Edit, Finding, Fix, MediaRef } from "@/shared/api-types";
import { type Draft, edit, editPart, partOf, type Scope, shown } from "./draft";

/* What a fix changes of what is being written. Pure. */

/** The file that a finding is about, where it stands. */
export function fileOf(draft: Draft, finding: Finding): MediaRef | undefined {
  return finding.media === null ? undefined : partOf(shown(draft, finding.channel), finding.part).media[finding.media];
}

/** Whether what this channel shows is the base's, so that a change may be made for all. */
export function sharesFiles(draft: Draft, finding: Finding): boolean {
  const { own } = shown(draft, finding.channel);
  return finding.part === 0 ? !own.media : !own.thread;
}

/** Those that change the picture, and so are looked at first. */
export const showsResult = (fix: Fix) => fix.action === "CROP" || fix.action === "PAD" || fix.action === "TRIM" || fix.action === "ENLARGE";

/** @param everywhere for all channels that share the file */
export function withEdit(draft: Draft, finding: Finding, change: Edit | undefined, everywhere: boolean): Draft {
  const scope: Scope = everywhere && sharesFiles(draft, finding) ? "base" : finding.channel;
  const { media } = partOf(shown(draft, scope), finding.part);
  const next = media.map((one, index) => (index === finding.media ? edited(one, change) : one));
  return editPart(draft, scope, finding.part, { media: next });
}

export function edited({ edit: _old, ...ref }: MediaRef, change: Edit | undefined): MediaRef {
  return change && Object.keys(change).length > 0 ? { ...ref, edit: change } : ref;
}

/** Of fixes that need no look: leave out, another format, further posts. */
export function withFix(draft: Draft, finding: Finding, fix: Fix): Draft {
  const channel = finding.channel;
  const { media } = partOf(shown(draft, channel), finding.part);
  switch (fix.action) {
    case "DROP":
      return editPart(draft, channel, finding.part, { media: media.filter((_, index) => index !== fix.media) });
    case "FORMAT":
      return edit(draft, channel, { format: fix.format });
    case "SPREAD":
      return spread(draft, channel, finding.part, fix.each ?? media.length);
    default:
      return draft;
  }
}

function spread(draft: Draft, channel: string, part: number, each: number): Draft {
  const content = shown(draft, channel);
  const { media } = partOf(content, part);
  const more = Array.from({ length: Math.ceil(media.length / each) - 1 }, (_, index) => ({
    text: "",
    media: media.slice((index + 1) * each, (index + 2) * each),
  }));
  const first = editPart(draft, channel, part, { media: media.slice(0, each) });
  const { thread } = shown(first, channel);
  return edit(first, channel, { thread: [...thread.slice(0, part), ...more, ...thread.slice(part)] });
}

/** The edit that a fix begins with; a person may move it then. @param of width / height of the file as it is */
export function firstEdit(fix: Fix, before: Edit | undefined, of: number): Edit {
  const rest: Edit = { ...before };
  switch (fix.action) {
    case "CROP":
      delete rest.pad;
      return { ...rest, crop: around(of, fix.aspect ?? of, 0.5, 0.5) };
    case "PAD":
      delete rest.crop;
      return { ...rest, pad: { aspect: fix.aspect ?? of, fill: "BLUR" } };
    case "TRIM":
      return { ...rest, trim: { from: rest.trim?.from ?? 0, seconds: fix.seconds ?? 0 } };
    case "ENLARGE":
      return { ...rest, enlarge: true };
    default:
      return rest;
  }
}

/** The largest piece of an aspect around a point, in shares of the picture. */
export function around(of: number, aspect: number, x: number, y: number): NonNullable<Edit["crop"]> {
  const width = Math.min(1, aspect / of);
  const height = Math.min(1, of / aspect);
  const within = (focus: number, length: number) => Math.min(Math.max(focus - length / 2, 0), 1 - length);
  return { x: within(x, width), y: within(y, height), width, height };
}

const KNOWN: [number, string][] = [
  [1, "1:1"],
  [4 / 5, "4:5"],
  [5 / 4, "5:4"],
  [3 / 4, "3:4"],
  [4 / 3, "4:3"],
  [2 / 3, "2:3"],
  [3 / 2, "3:2"],
  [9 / 16, "9:16"],
  [16 / 9, "16:9"],
  [1.91, "1.91:1"],
  [2, "2:1"],
  [1 / 2, "1:2"],
];

/** As people call it. */
export function aspectName(aspect: number): string {
  const known = KNOWN.find(([value]) => Math.abs(value - aspect) < 0.005);
  return known ? known[1] : aspect >= 1 ? `${aspect.toFixed(2)}:1` : `1:${(1 / aspect).toFixed(2)}`;
}
