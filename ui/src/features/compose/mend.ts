import type { Edit, Finding, Fix, MediaRef } from "@/shared/api-types";
import { around } from "./crop";
import { type Draft, edit, editPart, partOf, same, type Scope, shown } from "./draft";
import { edited } from "./edits";

/* What a fix changes of what is being written. Pure. */

/** Where a file stands. */
export interface Place {
  scope: Scope;
  part: number;
  media: number;
}

/** Where the file stands that a finding is about. */
export const placeOf = (finding: Finding): Place | undefined =>
  finding.media === null ? undefined : { scope: finding.channel, part: finding.part, media: finding.media };

export const fileAt = (draft: Draft, { scope, part, media }: Place): MediaRef | undefined => partOf(shown(draft, scope), part).media[media];

/** The file that a finding is about. */
export function fileOf(draft: Draft, finding: Finding): MediaRef | undefined {
  const place = placeOf(finding);
  return place && fileAt(draft, place);
}

/** Whether what this channel shows is the base's, so that a change may be made for all. */
export function sharesFiles(draft: Draft, channel: string, part: number): boolean {
  const { own } = shown(draft, channel);
  return part === 0 ? !own.media : !own.thread;
}

/** Whether all that share the base's files are among these: then the base itself is changed, and nothing is set apart. */
export function areAll(draft: Draft, channels: string[], part: number): boolean {
  const sharing = draft.channels.filter((channel) => sharesFiles(draft, channel, part));
  return sharing.length > 0 && sharing.every((channel) => channels.includes(channel));
}

const ofFiles = (fix: Fix) => fix.action === "CROP" || fix.action === "PAD" || fix.action === "TRIM" || fix.action === "ENLARGE";

/** Those that change the picture, and so are looked at first. */
export const showsResult = ofFiles;

/** @param everywhere for all channels that share the file */
export function withEdit(draft: Draft, { scope, part, media: index }: Place, change: Edit | undefined, everywhere: boolean): Draft {
  const target = everywhere && sharesFiles(draft, scope, part) ? "base" : scope;
  const { media } = partOf(shown(draft, target), part);
  return editPart(draft, target, part, { media: media.map((one, place) => (place === index ? edited(one, change) : one)) });
}

/** Of fixes that need no look: leave out, another format, further posts. */
export function withFix(draft: Draft, finding: Finding, fix: Fix, everywhere = false): Draft {
  const { channel, part } = finding;
  const scope: Scope = everywhere && sharesFiles(draft, channel, part) ? "base" : channel;
  const { media } = partOf(shown(draft, scope), part);
  switch (fix.action) {
    case "DROP":
      return editPart(draft, scope, part, { media: media.filter((_, index) => index !== fix.media) });
    case "FORMAT":
      return edit(draft, channel, { format: fix.format });
    case "SPREAD":
      return spread(draft, scope, part, fix.each ?? media.length);
    default:
      return draft;
  }
}

function spread(draft: Draft, scope: Scope, part: number, each: number): Draft {
  const { media } = partOf(shown(draft, scope), part);
  const more = Array.from({ length: Math.ceil(media.length / each) - 1 }, (_, index) => ({
    text: "",
    media: media.slice((index + 1) * each, (index + 2) * each),
  }));
  const first = editPart(draft, scope, part, { media: media.slice(0, each) });
  const { thread } = shown(first, scope);
  return edit(first, scope, { thread: [...thread.slice(0, part), ...more, ...thread.slice(part)] });
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

/** What the others of the same channels have that the same fix mends, one finding for each file and channel. */
export function alsoWrong(findings: Finding[], these: Finding[], fix: Fix): Finding[] {
  const [first] = these;
  if (!first || !ofFiles(fix)) return [];
  return findings.filter(
    (one) =>
      one.media !== null &&
      one.rule === first.rule &&
      (one.part !== first.part || one.media !== first.media) &&
      these.some((other) => other.channel === one.channel) &&
      one.fixes.some((other) => other.action === fix.action),
  );
}

export const filesOf = (findings: Finding[]) => new Set(findings.map((one) => `${one.part} ${one.media}`)).size;

/**
 * Takes back what was mended, and nothing that was done since.
 *
 * @param before what was written before it was mended; @param after right after it
 */
export function undone(now: Draft, before: Draft, after: Draft): Draft {
  const back = <T>(current: T, mended: T, old: T): T => (JSON.stringify(current) === JSON.stringify(mended) ? old : current);
  const next: Draft = {
    ...now,
    media: back(now.media, after.media, before.media),
    thread: back(now.thread, after.thread, before.thread),
  };
  return now.channels.reduce((draft, channel) => {
    const [current, mended, old] = [now, after, before].map((one) => one.variants[channel] ?? {});
    const { media: _media, thread: _thread, format: _format, ...rest } = current ?? {};
    const variant = edit({ ...draft, variants: { ...draft.variants, [channel]: rest } }, channel, {
      media: back(current?.media, mended?.media, old?.media),
      thread: back(current?.thread, mended?.thread, old?.thread),
      format: back(current?.format, mended?.format, old?.format),
    });
    return same(variant, draft) ? draft : variant;
  }, next);
}
