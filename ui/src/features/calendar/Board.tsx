import Calendar from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import interaction, { Draggable } from "@fullcalendar/react/interaction";
import list from "@fullcalendar/react/list";
import pl from "@fullcalendar/react/locales/pl";
import classic from "@fullcalendar/react/themes/classic";
import timeGrid from "@fullcalendar/react/timegrid";
import { useEffect, useMemo, useRef, useState } from "react";
import type { CalendarItem } from "@/shared/api-types";
import { useWords } from "@/shared/i18n";
import type { CalendarView } from "@/shared/search";
import { dateOf, instantOf, plusDays, plusMinutes } from "@/shared/time";
import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import "./palette.css";
import { Card } from "./Card";
import { abreast, firstSeen } from "./range";

interface Props {
  view: CalendarView;
  date: string;
  items: CalendarItem[];
  zone: string;
  firstDay: number;
  carried: string | null;
  networkName: (id: string) => string;
  onOpen: (id: string) => void;
  onDay: (at: string) => void;
  onMove: (item: CalendarItem, to: Date) => Promise<boolean>;
  onDraft: (id: string, day: string, to: Date | null) => void;
}

const VIEWS = { month: "dayGridMonth", week: "timeGridWeek", list: "listMonth" } as const;
const SHOWN_PER_DAY = 4;
/** What is carried is never hidden among many. */
const CARRIED_FIRST = ["rank", "start", "title"];

/** A card stands on one day only, however late its post goes out. */
function endOf(at: Date, view: CalendarView, zone: string): Date {
  if (view !== "week") return plusMinutes(at, 1);
  const hour = plusMinutes(at, 60);
  const midnight = instantOf(dateOf(plusDays(at, 1, zone), zone), "00:00", zone);
  return hour < midnight ? hour : midnight;
}

/** The clock of the cards is the clock of the grid. */
const countsToTwelve = (locale: string): boolean =>
  new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions().hour12 ?? false;

/** The grid itself. What stands where is decided outside; here it is only drawn and grabbed. */
export function Board({ view, date, items, zone, firstDay, carried, networkName, ...on }: Props) {
  const { t, language } = useWords();
  const [place, most] = useAbreast();
  const events = useMemo(
    () =>
      items.map((item) => ({
        id: item.id,
        title: item.line,
        start: item.at,
        end: endOf(new Date(item.at), view, zone).toISOString(),
        editable: item.movable,
        extendedProps: { item, rank: item.id === carried ? 0 : 1 },
      })),
    [items, view, zone, carried],
  );
  return (
    <div ref={place} className="h-full">
      <Calendar
        key={`${view} ${date} ${firstDay}`}
        plugins={[classic, dayGrid, timeGrid, list, interaction]}
        locales={[pl]}
        locale={language}
        timeZone={zone}
        initialView={VIEWS[view]}
        initialDate={date}
        firstDay={firstDay}
        headerToolbar={false}
        height="100%"
        borderless
        events={events}
        eventDisplay="block"
        editable
        droppable
        eventDurationEditable={false}
        eventInteractive
        dragRevertDuration={150}
        eventLongPressDelay={350}
        dayMaxEvents={SHOWN_PER_DAY}
        eventOrder={CARRIED_FIRST}
        fixedWeekCount={false}
        nowIndicator
        allDaySlot={false}
        scrollTime={view === "week" ? firstSeen(date, firstDay, zone) : undefined}
        slotDuration="00:30:00"
        snapDuration="00:15:00"
        defaultTimedEventDuration="01:00:00"
        slotMinHeight={28}
        slotHeaderFormat={{ hour: "numeric", minute: "2-digit", hour12: countsToTwelve(language) }}
        listDayFormat={{ day: "numeric", month: "long" }}
        listDayAltFormat={{ weekday: "long" }}
        forceEventDuration
        eventMaxStack={most}
        columnMoreLinkClass="planner-rest"
        slotEventOverlap={false}
        noEventsText={t("calendar.nothing")}
        dayCellClass={({ isPast }) => isPast && "planner-past"}
        dayCellTopInnerClass={({ isToday }) => isToday && "planner-today"}
        dayHeaderInnerClass={({ isToday, inPopover }) => isToday && !inPopover && "planner-today-name"}
        eventClass="planner-event"
        eventContent={({ event, isMirror }) => {
          const item = event.extendedProps.item as CalendarItem | undefined;
          return item ? <Card item={item} zone={zone} view={view} carried={carried === item.id && !isMirror} networkName={networkName} /> : event.title;
        }}
        eventDidMount={({ el, event }) => {
          el.dataset.post = event.id;
          el.setAttribute("aria-roledescription", t("carry.role"));
          el.setAttribute("aria-describedby", "carry-help");
        }}
        eventClick={({ event, jsEvent }) => {
          jsEvent.preventDefault();
          on.onOpen(event.id);
        }}
        eventDrop={({ event, revert }) => {
          const item = event.extendedProps.item as CalendarItem;
          if (!event.start) return revert();
          void on.onMove(item, event.start).then((moved) => moved || revert());
        }}
        eventReceive={({ event }) => {
          const day = event.startStr.slice(0, 10);
          const at = event.allDay ? null : event.start;
          const { draft } = event.extendedProps;
          event.remove();
          on.onDraft(draft as string, day, at);
        }}
        dateClick={({ allDay, date: at, dateStr }) => on.onDay(allDay ? dateStr.slice(0, 10) : at.toISOString())}
      />
    </div>
  );
}

/** How many fit side by side, as wide as the week is drawn now. */
function useAbreast() {
  const place = useRef<HTMLDivElement>(null);
  const [most, setMost] = useState(() => abreast(window.innerWidth));
  useEffect(() => {
    if (!place.current) return;
    const seen = new ResizeObserver(([entry]) => entry && setMost(abreast(entry.contentRect.width)));
    seen.observe(place.current);
    return () => seen.disconnect();
  }, []);
  return [place, most] as const;
}

/** Drafts beside the calendar can be dragged onto it. */
export function useDraggableDrafts(selector: string) {
  const container = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (!container.current) return;
    const draggable = new Draggable(container.current, {
      itemSelector: selector,
      longPressDelay: 300,
      eventData: (el: HTMLElement) => ({
        title: el.dataset.line ?? "",
        duration: "00:45",
        extendedProps: { draft: el.dataset.draft },
      }),
    });
    return () => draggable.destroy();
  }, [selector]);
  return container;
}
