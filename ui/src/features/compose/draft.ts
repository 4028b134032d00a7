import type { MediaRef, Options, Part, PostInput, PostState, Variant, Format } from "@/shared/api-types";
import { refOf } from "./edits";

/* What is being written, and how it changes. Pure: no server, no screen. */

export type Draft = Omit<PostInput, "zone">;
/** The base text, or the form for one channel. */
export type Scope = "base" | string;
export type Content = "text" | "title" | "media" | "thread";

export const emptyDraft: Draft = { text: "", channels: [], media: [], thread: [], variants: {} };

const EDITABLE = new Set<PostState>(["DRAFT", "SCHEDULED", "HELD", "CANCELLED"]);
export const editable = (state: PostState) => EDITABLE.has(state);

export function draftOf(post: PostInput): Draft {
  return {
    text: post.text,
    channels: post.channels,
    media: (post.media ?? []).map(refOf),
    thread: (post.thread ?? []).map(partWithRefs),
    ...(post.title ? { title: post.title } : {}),
    variants: tidy(Object.fromEntries(Object.entries(post.variants ?? {}).map(([channel, variant]) => [channel, withRefs(variant)]))),
  };
}

const partWithRefs = (part: Part): Part => ({ ...part, media: (part.media ?? []).map(refOf) });

/** Without what says nothing: the server hands absent fields back as null. */
function tidy(variants: Record<string, Variant>): Record<string, Variant> {
  const full = Object.entries(variants).map(([channel, variant]) => [channel, said(variant)] as const);
  return Object.fromEntries(full.filter(([, variant]) => Object.keys(variant).length > 0));
}

const withRefs = (variant: Variant): Variant => ({
  ...variant,
  media: variant.media?.map(refOf),
  thread: variant.thread?.map(partWithRefs),
});

function said(variant: Variant): Variant {
  return Object.fromEntries(
    Object.entries(variant).filter(
      ([key, value]) =>
        value !== undefined && value !== null && !(key === "options" && Object.keys(value as Options).length === 0),
    ),
  ) as Variant;
}

export interface Shown {
  text: string;
  title: string;
  media: MediaRef[];
  thread: Part[];
  own: Record<Content, boolean>;
}

/** What a channel gets: its own where it has some, else the base. */
export function shown(draft: Draft, scope: Scope): Shown {
  const variant = scope === "base" ? {} : (draft.variants[scope] ?? {});
  return {
    text: variant.text ?? draft.text,
    title: variant.title ?? draft.title ?? "",
    media: variant.media ?? draft.media,
    thread: variant.thread ?? draft.thread,
    own: {
      text: variant.text !== undefined,
      title: variant.title !== undefined,
      media: variant.media !== undefined,
      thread: variant.thread !== undefined,
    },
  };
}

export const followsBase = (draft: Draft, channel: string) => {
  const { own } = shown(draft, channel);
  return !own.text && !own.title && !own.media && !own.thread;
};

export function edit(draft: Draft, scope: Scope, change: Variant): Draft {
  if (scope === "base") return { ...draft, ...change } as Draft;
  return withVariant(draft, scope, { ...draft.variants[scope], ...change });
}

export function reset(draft: Draft, scope: Scope, content: Content): Draft {
  const { [content]: _gone, ...rest } = draft.variants[scope] ?? {};
  return withVariant(draft, scope, rest);
}

function withVariant(draft: Draft, channel: string, variant: Variant): Draft {
  return { ...draft, variants: tidy({ ...draft.variants, [channel]: variant }) };
}

export function chooseChannel(draft: Draft, channel: string, chosen: boolean): Draft {
  const others = draft.channels.filter((one) => one !== channel);
  const { [channel]: _gone, ...variants } = draft.variants;
  return chosen ? { ...draft, channels: [...others, channel] } : { ...draft, channels: others, variants };
}

export function setOption(draft: Draft, channel: string, name: string, value: unknown): Draft {
  const options: Options = { ...draft.variants[channel]?.options };
  if (value === undefined) delete options[name];
  else options[name] = value;
  return edit(draft, channel, { options });
}

/** Text and media of one part: 0 is the post itself, the others its thread. */
export function partOf(content: Shown, part: number): Part {
  return part === 0 ? { text: content.text, media: content.media } : (content.thread[part - 1] ?? { text: "", media: [] });
}

export function editPart(draft: Draft, scope: Scope, part: number, change: Partial<Part>): Draft {
  if (part === 0) return edit(draft, scope, change);
  const thread = shown(draft, scope).thread.map((one, index) => (index === part - 1 ? { ...one, ...change } : one));
  return edit(draft, scope, { thread });
}

export function addPart(draft: Draft, scope: Scope): Draft {
  return edit(draft, scope, { thread: [...shown(draft, scope).thread, { text: "", media: [] }] });
}

export function dropPart(draft: Draft, scope: Scope, part: number): Draft {
  return edit(draft, scope, { thread: shown(draft, scope).thread.filter((_, index) => index !== part - 1) });
}

export function moved<T>(list: T[], from: number, to: number): T[] {
  if (to < 0 || to >= list.length || from === to) return list;
  const rest = [...list];
  const [item] = rest.splice(from, 1);
  rest.splice(to, 0, item as T);
  return rest;
}

export const same = (one: Draft, other: Draft) => JSON.stringify(one) === JSON.stringify(other);

export const blank = (draft: Draft) =>
  draft.text.trim() === "" && draft.media.length === 0 && draft.thread.length === 0 && Object.keys(draft.variants).length === 0;

/** What goes to the server: threads without empty ends. */
export function inputOf(draft: Draft, zone: string): PostInput {
  return { ...draft, zone };
}

/** Whether the public sees a title with this format. */
export function hasTitle(format: Format | undefined): boolean {
  return format?.text.some((limit) => limit.field === "TITLE") ?? false;
}
