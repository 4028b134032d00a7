/* What stands in the address of each view: filters and places survive a reload, a link and the back button. */

type Raw = Record<string, unknown>;

const text = (value: unknown): string | undefined => {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
};

/** Only what is set: an address without empty filters. */
function kept<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}

export type CalendarView = "month" | "week" | "list";

export interface BoardSearch {
  view?: CalendarView;
  date?: string;
  channel?: string;
  network?: string;
  state?: string;
  q?: string;
}

const VIEWS: CalendarView[] = ["month", "week", "list"];

export function boardSearch(raw: Raw): BoardSearch {
  return kept({
    view: VIEWS.find((view) => view === raw.view),
    date: /^\d{4}-\d{2}-\d{2}$/.test(text(raw.date) ?? "") ? text(raw.date) : undefined,
    channel: text(raw.channel),
    network: text(raw.network),
    state: text(raw.state),
    q: text(raw.q),
  });
}

/** `at` is an instant, or a day of the calendar. */
export function composeSearch(raw: Raw): { at?: string } {
  const at = text(raw.at);
  return at && !Number.isNaN(Date.parse(at)) ? { at } : {};
}

export function queueSearch(raw: Raw): { state?: string; channel?: string; story?: string } {
  return kept({ state: text(raw.state), channel: text(raw.channel), story: text(raw.story) });
}

export interface ChannelsSearch {
  connected?: string;
  choose?: string;
  refused?: string;
  network?: string;
}

export function channelsSearch(raw: Raw): ChannelsSearch {
  return kept({
    connected: text(raw.connected),
    choose: text(raw.choose),
    refused: text(raw.refused),
    network: text(raw.network),
  });
}
