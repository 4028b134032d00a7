import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ifMatch, message, put } from "@/shared/api";
import type { CalendarItem, Post } from "@/shared/api-types";
import { tell, warn } from "@/shared/components/Toasts";
import { useWords } from "@/shared/i18n";
import { refreshPosts } from "@/shared/queries";
import { showMoment } from "@/shared/time";

export interface Moves {
  /** Where posts stand before the server has agreed. */
  pending: Record<string, string>;
  move: (item: Pick<CalendarItem, "id" | "at" | "version">, to: Date) => Promise<boolean>;
}

/** Moves posts in time: shown at once, taken back with the reason when refused, with a way back when done. */
export function useMoves(zone: string): Moves {
  const { t, language } = useWords();
  const client = useQueryClient();
  const [pending, setPending] = useState<Record<string, string>>({});

  const forget = (id: string) => setPending(({ [id]: _gone, ...rest }) => rest);

  async function move(item: Pick<CalendarItem, "id" | "at" | "version">, to: Date): Promise<boolean> {
    if (to <= new Date()) {
      warn(t("calendar.intoPast"));
      return false;
    }
    setPending((old) => ({ ...old, [item.id]: to.toISOString() }));
    try {
      const moved = await put<Post>(`/api/posts/${item.id}/schedule`, { at: to.toISOString(), zone }, ifMatch(item.version));
      const back = { id: item.id, at: to.toISOString(), version: moved.version };
      const origin = new Date(item.at);
      tell(
        t("calendar.moved", { at: showMoment(to, zone, language) }),
        origin > new Date() ? { label: t("common.undo"), run: () => void move(back, origin) } : undefined,
      );
      await refreshPosts(client);
      return true;
    } catch (error) {
      warn(t("calendar.refused", { reason: message(error) }));
      await client.invalidateQueries({ queryKey: ["calendar"] });
      return false;
    } finally {
      forget(item.id);
    }
  }

  return { pending, move };
}
