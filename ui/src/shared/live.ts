import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { Change } from "./api-types";

const BATCH_MS = 150;

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
      return [["assets"], ["asset", change.id]];
  }
}

/** Listens to the server and marks queries as old, in batches: a burst of changes asks once. Returns how to stop. */
export function listen(client: QueryClient, open: () => EventSource = () => new EventSource("/api/events")): () => void {
  const waiting = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let broken = false;

  function flush() {
    timer = undefined;
    for (const key of waiting.values()) void client.invalidateQueries({ queryKey: key });
    waiting.clear();
  }

  const source = open();
  source.addEventListener("change", (event) => {
    for (const key of touched(JSON.parse((event as MessageEvent<string>).data) as Change)) {
      waiting.set(JSON.stringify(key), key);
    }
    timer ??= setTimeout(flush, BATCH_MS);
  });
  source.onerror = () => {
    broken = true;
  };
  source.onopen = () => {
    // What happened while the line was down was never told: read everything anew.
    if (broken) void client.invalidateQueries();
    broken = false;
  };
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
