/* Where a text runs over: the server counts, this only finds the place to mark. */

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const encoder = new TextEncoder();

function weight(grapheme: string, unit: string): number {
  switch (unit) {
    case "UTF8_BYTES":
      return encoder.encode(grapheme).length;
    case "UTF16":
      return grapheme.length;
    case "CODE_POINTS":
      return [...grapheme].length;
    default:
      return 1;
  }
}

/** The index from which the text must go so that `over` units are saved; the text's length when nothing is over. */
export function overflowAt(text: string, unit: string, over: number): number {
  if (over <= 0) return text.length;
  let left = over;
  let at = text.length;
  for (const { segment, index } of [...segmenter.segment(text)].reverse()) {
    if (left <= 0) break;
    left -= weight(segment, unit);
    at = index;
  }
  return at;
}

export type Piece = { text: string; kind: "plain" | "token" | "over" };

const TOKEN = /(https?:\/\/\S+|(?<![\p{L}\p{N}_&/])[#＃][\p{L}\p{N}_]+|(?<![\p{L}\p{N}_.])@[\p{L}\p{N}_][\p{L}\p{N}_.-]*)/gu;

/** The text in pieces to paint: links, mentions and tags, and what is too long. */
export function pieces(text: string, overflow: number): Piece[] {
  const fitting = text.slice(0, overflow);
  const made: Piece[] = [];
  let from = 0;
  for (const match of fitting.matchAll(TOKEN)) {
    if (match.index > from) made.push({ text: fitting.slice(from, match.index), kind: "plain" });
    made.push({ text: match[0], kind: "token" });
    from = match.index + match[0].length;
  }
  if (from < fitting.length) made.push({ text: fitting.slice(from), kind: "plain" });
  if (overflow < text.length) made.push({ text: text.slice(overflow), kind: "over" });
  return made;
}
