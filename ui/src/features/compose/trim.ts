import type { Trim } from "@/shared/api-types";

/* The stretch of a video that stays. Pure. */

const LEAST = 0.5;

const neat = (seconds: number) => Math.round(seconds * 1000) / 1000;

function between(from: number, to: number): Trim {
  return { from: neat(from), seconds: neat(to - from) };
}

/** Its start is moved: the end stays, unless it would be too near or too far. @param most the longest that fits; `null` = any */
export function withStart(trim: Trim, value: number, length: number, most: number | null): Trim {
  const from = Math.min(Math.max(0, value), Math.max(0, length - LEAST));
  const end = Math.max(trim.from + trim.seconds, Math.min(length, from + LEAST));
  return between(from, most === null ? end : Math.min(end, from + most));
}

/** Its end is moved: the start stays, unless it would be too near or too far. */
export function withEnd(trim: Trim, value: number, length: number, most: number | null): Trim {
  const end = Math.max(Math.min(length, value), Math.min(length, LEAST));
  const from = Math.min(trim.from, Math.max(0, end - LEAST));
  return between(most === null ? from : Math.max(from, end - most), end);
}

/** As much of it as this video has. */
export function within(trim: Trim, length: number): Trim {
  if (length <= 0 || trim.from + trim.seconds <= length) return trim;
  const seconds = Math.min(trim.seconds, length);
  return between(Math.max(0, Math.min(trim.from, length - seconds)), Math.max(0, Math.min(trim.from, length - seconds)) + seconds);
}

/** Whether nothing is cut off. */
export const isWhole = (trim: Trim, length: number) => trim.from < 0.05 && length > 0 && trim.seconds >= length - 0.05;
