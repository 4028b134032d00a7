import { useEffect, useRef, useState } from "react";
import type { CalendarItem } from "@/shared/api-types";
import { useWords } from "@/shared/i18n";
import type { CalendarView } from "@/shared/search";
import { plusDays, plusMinutes, showMoment } from "@/shared/time";
import type { Moves } from "./useMoves";

const HALF_HOUR = 30;

interface Carried {
  item: CalendarItem;
  at: Date;
}

/** Where an arrow carries a post: days sideways; up and down a week in the month, half an hour elsewhere. */
export function carriedTo(at: Date, key: string, view: CalendarView, zone: string): Date | null {
  switch (key) {
    case "ArrowLeft":
      return plusDays(at, -1, zone);
    case "ArrowRight":
      return plusDays(at, 1, zone);
    case "ArrowUp":
      return view === "month" ? plusDays(at, -7, zone) : plusMinutes(at, -HALF_HOUR);
    case "ArrowDown":
      return view === "month" ? plusDays(at, 7, zone) : plusMinutes(at, HALF_HOUR);
    default:
      return null;
  }
}

const cardOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>("[data-post]") : null);

/** Carrying a post with the keyboard: space takes and puts down, arrows move, Escape puts it back. */
export function useCarry(items: CalendarItem[], view: CalendarView, zone: string, moves: Moves, onReach: (at: Date) => void) {
  const { t, language } = useWords();
  const [carried, setCarried] = useState<Carried | null>(null);
  const [said, setSaid] = useState("");
  const follow = useRef<string | null>(null);
  const when = (at: Date) => showMoment(at, zone, language);

  // The card is drawn anew in another cell, or in another month: the focus goes with it, unless somebody took it away.
  function hold() {
    if (!follow.current) return;
    const card = document.querySelector<HTMLElement>(`[data-post="${CSS.escape(follow.current)}"]`);
    const focused = document.activeElement;
    const followed = focused && cardOf(focused)?.dataset.post === follow.current;
    if (!carried && focused && focused !== document.body && !followed) follow.current = null;
    else if (card && card !== focused) card.focus();
  }
  // The calendar draws when it likes, and unseen at first: what is not seen takes no focus.
  useEffect(() => {
    hold();
    const drawn = new MutationObserver(hold);
    drawn.observe(document.body, { childList: true, subtree: true, attributeFilter: ["style", "class"] });
    window.addEventListener("keydown", pressed, true);
    return () => {
      drawn.disconnect();
      window.removeEventListener("keydown", pressed, true);
    };
  });

  function take(id: string) {
    const item = items.find((one) => one.id === id);
    if (!item) return;
    if (!item.movable) return setSaid(t("carry.fixed"));
    follow.current = id;
    setCarried({ item, at: new Date(item.at) });
    setSaid(t("carry.taken", { line: item.line, at: when(new Date(item.at)) }));
  }

  function put({ item, at }: Carried) {
    setCarried(null);
    if (at.getTime() === new Date(item.at).getTime()) return setSaid(t("carry.back"));
    void moves.move(item, at).then((moved) => setSaid(moved ? t("carry.put", { at: when(at) }) : t("carry.back")));
  }

  // Between two drawings nothing has the focus: a key pressed then is still meant for the card that is followed.
  function pressed(event: KeyboardEvent) {
    const id = cardOf(event.target)?.dataset.post ?? (event.target === document.body ? follow.current : null);
    if (!id) return;
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.key === " ") {
      done();
      return carried ? put(carried) : take(id);
    }
    if (!carried) return;
    if (event.key === "Escape") {
      done();
      setCarried(null);
      onReach(new Date(carried.item.at));
      return setSaid(t("carry.back"));
    }
    const next = carriedTo(carried.at, event.key, view, zone);
    if (!next) return;
    done();
    setCarried({ ...carried, at: next });
    onReach(next);
    setSaid(when(next));
  }

  return { carried, said };
}
