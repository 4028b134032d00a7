import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useNavigate, useSearch } from "@tanstack/react-router";
import { clsx } from "clsx";
import { CalendarPlus, ChevronLeft, ChevronRight, FilePen, Globe, ListFilter, TriangleAlert } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import type { CalendarItem } from "@/shared/api-types";
import { Failure } from "@/shared/components/Bits";
import { Button, IconButton } from "@/shared/components/Button";
import { useWords } from "@/shared/i18n";
import { useKey } from "@/shared/keys";
import { calendarQuery, draftsQuery, useChannels, useNetworkName, useNetworks, useSession } from "@/shared/queries";
import type { BoardSearch, CalendarView } from "@/shared/search";
import { dateOf, instantOf, weekdayIndex, zoneName } from "@/shared/time";
import { Board } from "./Board";
import { Drafts } from "./Drafts";
import { Filters } from "./Filters";
import { daysOf, headline, instants, step, today } from "./range";
import { useCarry } from "./useCarry";
import { useMoves } from "./useMoves";

const VIEWS: CalendarView[] = ["month", "week", "list"];
const PHONE = 640;
const NO_ITEMS: CalendarItem[] = [];
const DEFAULT_TIME = "09:00";

/** Home: what goes out when. */
export function CalendarPage() {
  const { t, language } = useWords();
  const { workspace } = useSession();
  const search = useSearch({ from: "/frame/board" });
  const navigate = useNavigate();
  const { data: channels = [] } = useChannels();
  const { data: networks = [] } = useNetworks();
  const drafts = useQuery(draftsQuery);
  const [drawer, setDrawer] = useState(false);
  const [filters, setFilters] = useState(false);

  const zone = workspace.zone;
  const firstDay = weekdayIndex(workspace.weekStart);
  const view = search.view ?? (window.innerWidth < PHONE ? "list" : "month");
  const date = search.date ?? today(zone);
  const days = daysOf(view, date, firstDay);
  const range = instants(days, zone);
  const { channel, network, state, q } = search;
  // What is filtered is never hidden.
  const filtering = filters || Boolean(channel || network || state || q);
  const calendar = useQuery(calendarQuery({ ...range, channel, network, state, q }));

  const look = useCallback(
    (change: Partial<BoardSearch>) =>
      void navigate({ to: ".", search: (old: BoardSearch) => ({ ...old, ...change }), replace: change.q !== undefined }),
    [navigate],
  );
  const go = (by: 1 | -1) => look({ date: step(view, date, by) });
  useKey("m", () => look({ view: "month" }));
  useKey("w", () => look({ view: "week" }));
  useKey("l", () => look({ view: "list" }));
  useKey("t", () => look({ date: undefined }));
  useKey("ArrowLeft", () => go(-1));
  useKey("ArrowRight", () => go(1));

  const moves = useMoves(zone);
  const items = calendar.data?.items ?? NO_ITEMS;
  // A post that is carried over the edge takes the calendar along.
  const follow = (at: Date) => {
    const day = dateOf(at, zone);
    if (day < days.start || day >= days.end) look({ date: day });
  };
  const { carried, said } = useCarry(items, view, zone, moves, follow);
  const placed = useMemo(() => {
    const shown = carried && !items.some((item) => item.id === carried.item.id) ? [...items, carried.item] : items;
    return shown.map((item) => {
      const at = carried?.item.id === item.id ? carried.at.toISOString() : moves.pending[item.id];
      return at ? { ...item, at } : item;
    });
  }, [items, carried, moves.pending]);
  const networkName = useNetworkName();
  const open = (id: string, at?: string) =>
    void navigate({ to: "/compose/$id", params: { id }, search: (old) => ({ ...old, at }) });

  function dropDraft(id: string, day: string, to: Date | null) {
    const draft = drafts.data?.find((one) => one.id === id);
    const at = to ?? instantOf(day, DEFAULT_TIME, zone);
    if (draft) void moves.move({ id, at: new Date(0).toISOString(), version: draft.version }, at);
  }

  return (
    <div className="flex h-full flex-col">
      <h1 className="sr-only">{t("nav.calendar")}</h1>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-2.5">
        <div className="flex min-w-0 items-center gap-1">
          <Button small onClick={() => look({ date: undefined })} aria-keyshortcuts="t">
            {t("calendar.today")}
          </Button>
          <IconButton small label={t("calendar.earlier")} onClick={() => go(-1)} aria-keyshortcuts="ArrowLeft">
            <ChevronLeft size={19} aria-hidden />
          </IconButton>
          <IconButton small label={t("calendar.later")} onClick={() => go(1)} aria-keyshortcuts="ArrowRight">
            <ChevronRight size={19} aria-hidden />
          </IconButton>
          <div className="ml-1 flex min-w-0 flex-col sm:flex-row sm:items-center sm:gap-4">
            <h2 aria-live="polite" className="truncate text-[1.0625rem] font-semibold tracking-tight first-letter:uppercase max-sm:text-[0.9375rem]">
              {headline(view, date, firstDay, language)}
            </h2>
            <span className="inline-flex items-center gap-1.5 text-xs whitespace-nowrap text-muted" title={t("calendar.zone")}>
              <Globe size={13} aria-hidden />
              <span className="sr-only">{t("calendar.zone")}: </span>
              {zoneName(zone, new Date(range.from), language)}
            </span>
          </div>
        </div>
        <div className="ml-auto flex items-center gap-2 max-sm:w-full max-sm:justify-between">
          <ViewSwitch view={view} onChange={(next) => look({ view: next })} />
          <Button small icon={<ListFilter size={15} aria-hidden />} aria-expanded={filtering} onClick={() => setFilters(!filtering)}>
            <span className="max-sm:sr-only">{t("filter.title")}</span>
          </Button>
          <Button small icon={<FilePen size={15} aria-hidden />} aria-expanded={drawer} onClick={() => setDrawer(!drawer)}>
            <span className="max-sm:sr-only">{t("drafts.button", { count: drafts.data?.length ?? 0 })}</span>
          </Button>
        </div>
        {filtering && (
          <div className="w-full">
            <Filters search={search} channels={channels} networks={networks} onChange={look} />
          </div>
        )}
      </div>
      {calendar.isError && (
        <div className="p-4">
          <Failure error={calendar.error} retry={() => void calendar.refetch()} />
        </div>
      )}
      {calendar.data?.truncated && (
        <p role="status" className="flex items-center gap-2 border-b border-line bg-warn-soft px-4 py-2 text-sm text-warn">
          <TriangleAlert size={16} aria-hidden />
          {t("calendar.truncated", { shown: items.length })}
        </p>
      )}
      {channels.length === 0 && calendar.isSuccess && items.length === 0 && <FirstSteps />}
      <p id="carry-help" hidden>
        {t("carry.help")}
      </p>
      <p aria-live="assertive" className="sr-only" data-testid="carry-said">
        {said}
      </p>
      <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
        <div className="min-h-0 min-w-0 flex-1 bg-surface" aria-busy={calendar.isFetching}>
          <Board
            view={view}
            date={date}
            items={placed}
            zone={zone}
            firstDay={firstDay}
            carried={carried?.item.id ?? null}
            networkName={networkName}
            onOpen={(id) => open(id)}
            onDay={(at) => open("new", at)}
            onMove={moves.move}
            onDraft={dropDraft}
          />
        </div>
        {drawer && <Drafts channels={channels} onClose={() => setDrawer(false)} />}
      </div>
      <Outlet />
    </div>
  );
}

function ViewSwitch({ view, onChange }: { view: CalendarView; onChange: (view: CalendarView) => void }) {
  const { t } = useWords();
  return (
    <div role="group" aria-label={t("calendar.view")} className="flex rounded-lg bg-sunken p-0.5">
      {VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === view}
          aria-keyshortcuts={one[0]}
          onClick={() => onChange(one)}
          className={clsx("h-8 rounded-md px-3 text-[0.8125rem] font-medium", one === view ? "bg-surface text-ink shadow-sm ring-1 ring-line dark:bg-accent-soft dark:text-accent-text dark:ring-accent" : "text-muted hover:text-ink")}
        >
          {t(`calendar.${one}`)}
        </button>
      ))}
    </div>
  );
}

/** A workspace without channels: what to do, in order. */
function FirstSteps() {
  const { t } = useWords();
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 border-b border-line bg-accent-soft px-5 py-4">
      <CalendarPlus size={26} className="text-accent-text" aria-hidden />
      <ol className="flex flex-1 flex-wrap gap-x-6 gap-y-1 text-sm">
        <li>
          1.{" "}
          <Link to="/channels" className="font-semibold text-accent-text underline underline-offset-4">
            {t("first.connect")}
          </Link>
        </li>
        <li>2. {t("first.write")}</li>
        <li>3. {t("first.see")}</li>
      </ol>
    </div>
  );
}
