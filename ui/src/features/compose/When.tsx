import { clsx } from "clsx";
import { useWords } from "@/shared/i18n";
import { dateOf, instantOf, plusMinutes, showDistance, timeOf, zoneName } from "@/shared/time";

export type WhenMode = "at" | "now" | "draft";

export interface When {
  mode: WhenMode;
  date: string;
  time: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DEFAULT_TIME = "09:00";
const QUARTER = 15;

/** The next quarter that leaves at least half an hour. */
export function soon(zone: string, now = new Date()): When {
  const later = plusMinutes(now, 30);
  const minutes = Math.ceil(later.getTime() / 60_000 / QUARTER) * QUARTER;
  const at = new Date(minutes * 60_000);
  return { mode: "at", date: dateOf(at, zone), time: timeOf(at, zone) };
}

/** Where the composer begins: the slot of the calendar that was clicked, the post's own time, or soon. */
export function beginWhen(at: string | null | undefined, zone: string, now = new Date()): When {
  if (!at) return soon(zone, now);
  if (!DAY.test(at)) return { mode: "at", date: dateOf(new Date(at), zone), time: timeOf(new Date(at), zone) };
  const morning = instantOf(at, DEFAULT_TIME, zone);
  return morning > now ? { mode: "at", date: at, time: DEFAULT_TIME } : { ...soon(zone, now), mode: "at" };
}

/** A time that has gone by: nothing can be planned there. */
export function isPast(when: When, zone: string, now = new Date()): boolean {
  const at = when.mode === "at" ? instantOfWhen(when, zone) : null;
  return at !== null && at < now;
}

export function instantOfWhen(when: When, zone: string): Date | null {
  return DAY.test(when.date) && when.time ? instantOf(when.date, when.time, zone) : null;
}

interface Props {
  when: When;
  zone: string;
  scheduled: boolean;
  onChange: (when: When) => void;
}

export function WhenPicker({ when, zone, scheduled, onChange }: Props) {
  const { t, language } = useWords();
  const modes: WhenMode[] = ["at", "now", "draft"];
  const at = instantOfWhen(when, zone);
  const now = new Date();
  const past = isPast(when, zone, now);
  const box = clsx("h-9 rounded-lg border bg-surface px-2.5 text-sm", past ? "border-danger" : "border-line");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:contents">
      <fieldset className="flex rounded-lg bg-sunken p-1 max-sm:order-1">
        <legend className="sr-only">{t("when.title")}</legend>
        {modes.map((mode) => (
          <label
            key={mode}
            className={clsx(
              "rounded-md px-3 py-1 text-sm font-medium max-sm:px-2 has-focus-visible:outline-2 has-focus-visible:outline-accent",
              when.mode === mode ? "bg-surface text-ink shadow-sm ring-1 ring-line dark:bg-accent-soft dark:text-accent-text dark:ring-accent" : "text-muted hover:text-ink",
            )}
          >
            <input
              type="radio"
              name="when"
              className="sr-only"
              checked={when.mode === mode}
              onChange={() => onChange({ ...when, mode })}
            />
            {mode === "draft" && scheduled ? t("when.backToDraft") : t(`when.${mode}`)}
          </label>
        ))}
      </fieldset>
      {when.mode === "at" && (
        <div className="flex flex-wrap items-center gap-2 max-sm:order-3 max-sm:w-full max-sm:flex-nowrap">
          <input
            type="date"
            aria-label={t("when.date")}
            value={when.date}
            onChange={(event) => onChange({ ...when, date: event.target.value })}
            aria-invalid={past || undefined}
            aria-describedby="when-note"
            className={box}
          />
          <input
            type="time"
            aria-label={t("when.time")}
            value={when.time}
            onChange={(event) => onChange({ ...when, time: event.target.value })}
            aria-invalid={past || undefined}
            aria-describedby="when-note"
            className={box}
          />
          <span id="when-note" className="min-w-0 text-xs text-muted max-sm:line-clamp-2">
            {zoneName(zone, at ?? now, language)}
            {at && (
              <>
                {" · "}
                <span className={past ? "font-semibold text-danger" : undefined}>
                  {past ? t("when.past") : showDistance(at, now, language)}
                </span>
              </>
            )}
          </span>
        </div>
      )}
    </div>
  );
}
