import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError, call, problemOf, query } from "./api";
import { listen, touched } from "./live";

class Line extends EventTarget {
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;
  readyState = 0;
  close() {
    this.closed = true;
  }
  say(change: object) {
    this.dispatchEvent(new MessageEvent("change", { data: JSON.stringify(change) }));
  }
}

describe("live changes", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function listening() {
    const client = new QueryClient();
    const asked: string[] = [];
    client.invalidateQueries = async (filter) => {
      asked.push(JSON.stringify(filter?.queryKey ?? "everything"));
    };
    const line = new Line();
    const opened: Line[] = [];
    const stop = listen(client, () => {
      opened.push(opened.length === 0 ? line : new Line());
      return opened.at(-1) as unknown as EventSource;
    });
    return { asked, line, opened, stop };
  }

  it("ask once for a burst", () => {
    const { asked, line } = listening();
    for (let i = 0; i < 50; i += 1) line.say({ kind: "post", id: "p1" });
    vi.advanceTimersByTime(200);
    expect(asked.sort()).toEqual(['["calendar"]', '["post","p1"]', '["posts"]']);
  });

  it("read everything anew after the line was down", () => {
    const { asked, line } = listening();
    line.onopen?.();
    expect(asked).toEqual([]);
    line.onerror?.();
    line.onopen?.();
    expect(asked).toEqual(['"everything"']);
  });

  it("come again after an answer that makes a browser give up", () => {
    const { asked, line, opened } = listening();
    line.readyState = 2;
    line.onerror?.();
    vi.advanceTimersByTime(4_000);
    expect(opened).toHaveLength(1);
    vi.advanceTimersByTime(2_000);
    expect(opened).toHaveLength(2);
    opened[1]?.onopen?.();
    expect(asked).toEqual(['"everything"']);
    vi.advanceTimersByTime(120_000);
    expect(opened).toHaveLength(2);
  });

  it("leave it to the browser while it tries itself", () => {
    const { line, opened } = listening();
    line.onerror?.();
    vi.advanceTimersByTime(120_000);
    expect(opened).toHaveLength(1);
  });

  it("let go of the line while nobody sees the page", () => {
    const { asked, line, opened } = listening();
    line.onopen?.();
    const seen = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    document.dispatchEvent(new Event("visibilitychange"));
    expect(line.closed).toBe(true);

    seen.mockReturnValue("visible");
    document.dispatchEvent(new Event("visibilitychange"));
    opened[1]?.onopen?.();
    expect(opened).toHaveLength(2);
    expect(asked).toEqual(['"everything"']);
    seen.mockRestore();
  });

  it("end with the page", () => {
    const { line, stop } = listening();
    stop();
    expect(line.closed).toBe(true);
  });

  it("of a publication reach its story", () => {
    expect(touched({ kind: "publication", id: "x" })).toContainEqual(["attempts", "x"]);
  });
});

describe("calls", () => {
  function answers(...list: Response[]) {
    const seen: { method?: string; headers: Headers }[] = [];
    globalThis.fetch = async (_, init) => {
      seen.push({ method: init?.method, headers: new Headers(init?.headers) });
      return list.shift() ?? new Response(null, { status: 500 });
    };
    return seen;
  }

  it("carry the CSRF token and the language", async () => {
    document.cookie = "XSRF-TOKEN=abc%2F1";
    const seen = answers(new Response("{}", { status: 200 }));
    await call("POST", "/api/posts", {});
    expect(seen[0]?.headers.get("X-XSRF-TOKEN")).toBe("abc/1");
    expect(seen[0]?.headers.get("Accept-Language")).toBe("en");
  });

  it("fail with the server's words, or with ours when it has none", async () => {
    answers(new Response('{"title":"Bad","detail":"The name is taken"}', { status: 400 }), new Response("<html>", { status: 502 }));
    await expect(call("GET", "/api/x")).rejects.toThrow("The name is taken");
    await expect(call("GET", "/api/x")).rejects.toThrow("The server could not do this");
  });

  it("say that the server is away", async () => {
    globalThis.fetch = async () => {
      throw new TypeError("failed to fetch");
    };
    await expect(call("GET", "/api/x")).rejects.toSatisfy((error) => error instanceof ApiError && error.status === 0);
  });

  it("never show a raw body", () => expect(problemOf(500, "java.lang.NullPointerException").title).not.toContain("java"));

  it("leave empty filters out of the address", () => {
    expect(query({ a: "1", b: undefined, c: "", d: null, e: 0 })).toBe("?a=1&e=0");
    expect(query({})).toBe("");
  });
});
