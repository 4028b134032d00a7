/* Instants and wall clocks of time zones, by Intl alone: what the first page needs without a library. */

const MINUTE = 60_000;

export interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, options);
    formats.set(key, found);
  }
  return found;
}

/** What the clock on the wall shows in a zone. */
export function wallOf(instant: Date, zone: string): Wall {
  const parts = format("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(instant);
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return { year: number("year"), month: number("month"), day: number("day"), hour: number("hour"), minute: number("minute") };
}

function offsetMs(instant: number, zone: string): number {
  const whole = Math.floor(instant / MINUTE) * MINUTE;
  const wall = wallOf(new Date(whole), zone);
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute) - whole;
}

/** The instant of a wall clock. A time skipped in spring moves forward by the gap; of a doubled hour in autumn the first is meant. */
export function instantOf(date: string, time: string, zone: string): Date {
  const wanted = Date.parse(`${date}T${time.slice(0, 5)}:00Z`);
  const early = wanted - offsetMs(wanted - 24 * 60 * MINUTE, zone);
  const late = wanted - offsetMs(wanted + 24 * 60 * MINUTE, zone);
  if (early + offsetMs(early, zone) === wanted) return new Date(early);
  if (late + offsetMs(late, zone) === wanted) return new Date(late);
  return new Date(early);
}

const two = (value: number) => String(value).padStart(2, "0");

/** `2026-12-01` of an instant in a zone. */
export function dateOf(instant: Date, zone: string): string {
  const wall = wallOf(instant, zone);
  return `${String(wall.year).padStart(4, "0")}-${two(wall.month)}-${two(wall.day)}`;
}

/** `09:30` of an instant in a zone. */
export function timeOf(instant: Date, zone: string): string {
  const wall = wallOf(instant, zone);
  return `${two(wall.hour)}:${two(wall.minute)}`;
}

/** The same wall time some days later: 9:00 stays 9:00 across a change of the clocks. */
export function plusDays(instant: Date, days: number, zone: string): Date {
  const date = new Date(Date.parse(`${dateOf(instant, zone)}T00:00:00Z`) + days * 24 * 60 * MINUTE);
  return instantOf(date.toISOString().slice(0, 10), timeOf(instant, zone), zone);
}

export const plusMinutes = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * MINUTE);

export function showTime(at: string | Date, zone: string, locale: string): string {
  return format(locale, { timeZone: zone, hour: "numeric", minute: "2-digit" }).format(new Date(at));
}

export function showDay(at: string | Date, zone: string, locale: string): string {
  return format(locale, { timeZone: zone, weekday: "short", day: "numeric", month: "short" }).format(new Date(at));
}

/** A day without a time and a zone, such as 2027-01-15. */
export function showDate(date: string, locale: string): string {
  return format(locale, { timeZone: "UTC", dateStyle: "long" }).format(new Date(date));
}

const MOMENT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/g;

/** A sentence of the server, with the moments in it as people write them. */
export const readMoments = (text: string, zone: string, language: string) => text.replace(MOMENT, (moment) => (Number.isNaN(Date.parse(moment)) ? moment : showMoment(moment, zone, language)));

export function showMoment(at: string | Date, zone: string, locale: string): string {
  return format(locale, {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
  }).format(new Date(at));
}

export function showSecond(at: string | Date, zone: string, locale: string): string {
  return format(locale, { timeZone: zone, hour: "numeric", minute: "2-digit", second: "2-digit" }).format(new Date(at));
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 24 * 60 * MINUTE],
  ["hour", 60 * MINUTE],
  ["minute", MINUTE],
  ["second", 1000],
];

/** "in 3 hours", "2 days ago". */
export function showDistance(at: string | Date, now: Date, locale: string): string {
  const distance = new Date(at).getTime() - now.getTime();
  const [unit, size] = STEPS.find(([, ms]) => Math.abs(distance) >= ms) ?? ["second", 1000];
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.round(distance / size), unit);
}

/** "Warsaw, GMT+1" at that moment. */
export function zoneName(zone: string, at: Date, locale: string): string {
  const offset = format(locale, { timeZone: zone, timeZoneName: "shortOffset" })
    .formatToParts(at)
    .find((part) => part.type === "timeZoneName")?.value;
  const city = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  return offset && offset !== city ? `${city}, ${offset}` : city;
}

export const allZones = (): string[] => Intl.supportedValuesOf("timeZone");
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const WEEKDAYS = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];

/** 0 = Sunday, as calendars count. */
export const weekdayIndex = (name: string): number => Math.max(0, WEEKDAYS.indexOf(name));

export function showBytes(bytes: number, locale: string): string {
  const units = ["kilobyte", "megabyte", "gigabyte"];
  const step = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log(bytes) / Math.log(1000)) - 1);
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[step],
    unitDisplay: "short",
    maximumFractionDigits: step > 0 || bytes < 1000 ? 1 : 0,
  }).format(bytes / 1000 ** (step + 1));
}

/** 0:05, 1:30, 1:02:03; with tenths where they matter. */
export function showLength(seconds: number, tenths = false): string {
  const units = Math.round(seconds * (tenths ? 10 : 1));
  const whole = tenths ? Math.floor(units / 10) : units;
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const start = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes);
  return `${start}:${two(whole % 60)}${tenths ? `.${units % 10}` : ""}`;
}
