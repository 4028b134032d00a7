/* Spans of time as the API writes them (ISO 8601) and as people type them: in minutes. */

const SPAN = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/;

/** `PT1H30M` → 90; nothing for what is no such span. */
export function minutesOf(span: string): number | undefined {
  const found = SPAN.exec(span);
  if (!found) return undefined;
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number];
  return days * 1440 + hours * 60 + minutes + seconds / 60;
}

/** 90 → `PT5400S`: whole seconds, whatever part of a minute was typed. */
export function spanOf(minutes: number): string {
  return `PT${Math.round(minutes * 60)}S`;
}
