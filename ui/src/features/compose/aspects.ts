import type { Format, MediaKind } from "@/shared/api-types";

/* Shapes of pictures, width / height, and what people call them. Pure. */

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

/** What is offered; the others are only known by name. */
const OFFERED = [1, 4 / 5, 3 / 4, 2 / 3, 9 / 16, 4 / 3, 3 / 2, 16 / 9, 1.91];

export const sameAspect = (one: number, other: number) => Math.abs(one - other) < 0.005;

/** As people call it. */
export function aspectName(aspect: number): string {
  const known = KNOWN.find(([value]) => sameAspect(value, aspect));
  return known ? known[1] : aspect >= 1 ? `${aspect.toFixed(2)}:1` : `1:${(1 / aspect).toFixed(2)}`;
}

const SLACK = 1e-6;

function takes(format: Format, kind: MediaKind, aspect: number): boolean {
  const rules = format.media.flatMap((set) => set.anyOf).filter((rule) => rule.kind === kind);
  const ranges = rules.flatMap(({ rule }) => rule?.aspect ?? []);
  return ranges.length < rules.length || ranges.length === 0 || ranges.some(({ min, max }) => aspect >= min - SLACK && aspect <= max + SLACK);
}

/** The usual shapes that all these formats take; all of them when there is none. */
export function aspectsFor(formats: Format[], kind: MediaKind, also: number[] = []): number[] {
  const taken = OFFERED.filter((aspect) => formats.every((format) => takes(format, kind, aspect)));
  const usual = taken.length > 0 ? taken : OFFERED;
  return [...also.filter((aspect) => !usual.some((one) => sameAspect(one, aspect))), ...usual];
}
