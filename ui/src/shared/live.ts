import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { Change } from "./api-types";

const BATCH_MS = 150;
const PAUSE_MS = 2_500;
const LONGEST_PAUSE_MS = 60_000;
/** As EventSource.CLOSED, which not every place where this runs has. */
const CLOSED = 2;

/** Which queries a change of the server makes old. */
export function touched(change: Change): QueryKey[] {
  switch (change.kind) {
    case "post":
      return [["calendar"], ["posts"], ["post", change.id]];
    case "publication":
      return [["calendar"], ["posts"], ["post"], ["publications"], ["publication", change.id], ["attempts", change.id]];
    case "channel":
      return [["channels"], ["publications"]];
    case "asset":
      return [["assets"], ["asset", change.id], ["renditions", change.id]];
  }
}

/** Listens to the server and marks queries as old, in batches: a burst of changes asks once. Returns how to stop. */
export function listen(client: QueryClient, open: () => EventSource = () => new EventSource("/api/events")): () => void {
  const waiting = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let broken = false;
  let pause = PAUSE_MS;
  let again: ReturnType<typeof setTimeout> | undefined;

  function flush() {
    timer = undefined;
    for (const key of waiting.values()) void client.invalidateQueries({ queryKey: key });
    waiting.clear();
  }

  function connect(): EventSource {
    const source = open();
    source.addEventListener("change", (event) => {
      for (const key of touched(JSON.parse((event as MessageEvent<string>).data) as Change)) {
        waiting.set(JSON.stringify(key), key);
      }
      timer ??= setTimeout(flush, BATCH_MS);
    });
    source.onerror = () => {
      broken = true;
      // a browser that was answered with an error gives up by itself
      if (source.readyState === CLOSED) again = setTimeout(() => (line = connect()), (pause = Math.min(pause * 2, LONGEST_PAUSE_MS)));
    };
    source.onopen = () => {
      // What happened while the line was down was never told: read everything anew.
      if (broken) void client.invalidateQueries();
      broken = false;
      pause = PAUSE_MS;
    };
    return source;
  }

  let line: EventSource | undefined;

  function hangUp() {
    clearTimeout(again);
    line?.close();
    line = undefined;
    broken = true;
  }

  /** A page that nobody sees lets go of its line: browsers have six of them for all pages of a server. */
  function look() {
    if (document.visibilityState === "hidden") hangUp();
    else line ??= connect();
  }

  document.addEventListener("visibilitychange", look);
  window.addEventListener("pagehide", hangUp);
  window.addEventListener("pageshow", look);
  look();
  return () => {
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("pagehide", hangUp);
    window.removeEventListener("pageshow", look);
    clearTimeout(timer);
    hangUp();
  };
}
