import { dateOf, instantOf, timeOf } from "@/shared/time";
import type { CalendarView } from "@/shared/search";

const DAY_MS = 24 * 60 * 60_000;

const utc = (date: string) => new Date(`${date}T00:00:00Z`);
const text = (date: Date) => date.toISOString().slice(0, 10);
const shift = (date: string, days: number) => text(new Date(utc(date).getTime() + days * DAY_MS));

/** The first day of the week that holds a date; weekdays count from Sunday = 0. */
export function weekOf(date: string, firstDay: number): string {
  return shift(date, -((utc(date).getUTCDay() - firstDay + 7) % 7));
}

/** The days that a view shows, the last one excluded: whole weeks for a month. */
export function daysOf(view: CalendarView, date: string, firstDay: number): { start: string; end: string } {
  if (view === "week") {
    const start = weekOf(date, firstDay);
    return { start, end: shift(start, 7) };
  }
  const first = `${date.slice(0, 7)}-01`;
  const next = monthAfter(first, 1);
  if (view === "list") return { start: first, end: next };
  return { start: weekOf(first, firstDay), end: shift(weekOf(shift(next, -1), firstDay), 7) };
}

function monthAfter(first: string, months: number): string {
  const date = utc(first);
  date.setUTCMonth(date.getUTCMonth() + months);
  return text(date);
}

/** One view forward or back: a month lands on its first day. */
export function step(view: CalendarView, date: string, by: 1 | -1): string {
  return view === "week" ? shift(date, by * 7) : monthAfter(`${date.slice(0, 7)}-01`, by);
}

/** The instants to ask the server for. */
export function instants(days: { start: string; end: string }, zone: string): { from: string; to: string } {
  return {
    from: instantOf(days.start, "00:00", zone).toISOString(),
    to: instantOf(days.end, "00:00", zone).toISOString(),
  };
}

export const today = (zone: string, now = new Date()) => dateOf(now, zone);

/** "December 2026", or "7 – 13 December 2026". */
export function headline(view: CalendarView, date: string, firstDay: number, locale: string): string {
  if (view !== "week") {
    return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(utc(date));
  }
  const days = daysOf("week", date, firstDay);
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).formatRange(
    utc(days.start),
    utc(shift(days.end, -1)),
  );
}

const CLOCK = 48;
const READABLE = 58;
const REST = 26;
const MOST_ABREAST = 3;

/** How many posts of the same hour stand side by side in a week of this width and can still be read; the rest are counted. */
export function abreast(width: number): number {
  const day = (width - CLOCK) / 7 - REST;
  return Math.max(1, Math.min(MOST_ABREAST, Math.floor(day / READABLE)));
}

const MORNING = "07:00:00";

/** The week of today opens a little before now, any other in the morning. */
export function firstSeen(date: string, firstDay: number, zone: string, now = new Date()): string {
  if (weekOf(date, firstDay) !== weekOf(dateOf(now, zone), firstDay)) return MORNING;
  const hour = Math.max(0, Number(timeOf(now, zone).slice(0, 2)) - 1);
  return `${String(hour).padStart(2, "0")}:00:00`;
}
