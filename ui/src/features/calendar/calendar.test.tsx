import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { CalendarItem } from "@/shared/api-types";
import { boardSearch } from "@/shared/search";
import { MockApi, problem } from "@/test/mock-api";
import { open } from "@/test/render";
import { abreast, daysOf, firstSeen, headline, instants, step, weekOf } from "./range";
import { carriedTo } from "./useCarry";

const SLOW = { timeout: 10_000 };
const MONDAY = 1;
const SUNDAY = 0;

describe("the days of a view", () => {
  it("are whole weeks for a month, beginning on the workspace's day", () => {
    expect(daysOf("month", "2026-11-23", MONDAY)).toEqual({ start: "2026-10-26", end: "2026-12-07" });
    expect(daysOf("month", "2026-11-23", SUNDAY)).toEqual({ start: "2026-11-01", end: "2026-12-06" });
  });
  it("are seven for a week", () => expect(daysOf("week", "2026-11-25", MONDAY)).toEqual({ start: "2026-11-23", end: "2026-11-30" }));
  it("find the week of a Sunday", () => expect(weekOf("2026-11-29", MONDAY)).toBe("2026-11-23"));
  it("step over the end of a year", () => expect(step("month", "2026-12-31", 1)).toBe("2027-01-01"));
  it("ask the server for instants of the zone, across a change of clocks", () => {
    expect(instants({ start: "2026-10-19", end: "2026-11-01" }, "Europe/Warsaw")).toEqual({
      from: "2026-10-18T22:00:00.000Z",
      to: "2026-10-31T23:00:00.000Z",
    });
  });
  it("open this week a little before now, another in the morning", () => {
    const now = new Date("2026-11-26T13:20:00Z");
    expect(firstSeen("2026-11-23", MONDAY, "Europe/Warsaw", now)).toBe("13:00:00");
    expect(firstSeen("2026-12-01", MONDAY, "Europe/Warsaw", now)).toBe("07:00:00");
    expect(firstSeen("2026-11-26", MONDAY, "Europe/Warsaw", new Date("2026-11-25T23:10:00Z"))).toBe("00:00:00");
  });
  it("have a headline in the person's language", () => {
    expect(headline("month", "2026-11-23", MONDAY, "pl")).toBe("listopad 2026");
    expect(headline("week", "2026-11-25", MONDAY, "en-GB")).toMatch(/23.+29 November 2026/);
  });
});

describe("a full hour of a week", () => {
  it.each([
    [350, 1],
    [700, 1],
    [1072, 2],
    [1340, 2],
    [1690, 3],
    [3800, 3],
  ])("%i pixels wide shows %i side by side and counts the rest", (width, shown) => expect(abreast(width)).toBe(shown));
});

describe("the address of the calendar", () => {
  it("keeps what is meant and drops what is not", () => {
    expect(boardSearch({ view: "week", date: "2026-11-23", q: "", state: "FAILED", channel: undefined })).toEqual({
      view: "week",
      date: "2026-11-23",
      state: "FAILED",
    });
    expect(boardSearch({ view: "year", date: "soon" })).toEqual({});
  });
});

describe("an arrow", () => {
  const at = new Date("2026-10-24T07:00:00Z");
  it("keeps nine o'clock nine o'clock when the clocks change", () => {
    expect(carriedTo(at, "ArrowRight", "month", "Europe/Warsaw")?.toISOString()).toBe("2026-10-25T08:00:00.000Z");
  });
  it("goes a week down in a month and half an hour in a week", () => {
    expect(carriedTo(at, "ArrowDown", "month", "UTC")?.toISOString()).toBe("2026-10-31T07:00:00.000Z");
    expect(carriedTo(at, "ArrowDown", "week", "UTC")?.toISOString()).toBe("2026-10-24T07:30:00.000Z");
  });
  it("that is no arrow goes nowhere", () => expect(carriedTo(at, "Enter", "month", "UTC")).toBeNull());
});

/** The list shows every card, whatever the height of a page that has none. */
async function list(api = new MockApi()) {
  const page = open("/?view=list", api);
  await waitFor(() => expect(document.querySelector("[data-post]")).not.toBeNull(), SLOW);
  return page;
}

function movable(api: MockApi): CalendarItem {
  const far = { from: "2000-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };
  const all = (api.answer("GET", `/api/calendar?${new URLSearchParams(far)}`, undefined).body as { items: CalendarItem[] }).items;
  const month = new Date().toISOString().slice(0, 7);
  const found = all.find((item) => item.movable && item.at.slice(0, 7) === month && Date.parse(item.at) > Date.now() && item.state === "SCHEDULED");
  return found ?? (all.find((item) => item.movable) as CalendarItem);
}

/** A post in this month that surely may still be moved. */
function scheduledTomorrow(): MockApi {
  const api = new MockApi();
  const post = api.posts.find((one) => one.state === "SCHEDULED");
  if (!post) throw new Error("nothing scheduled");
  post.channels = ["c-bluesky"];
  post.media = [];
  const later = new Date(Date.now() + 3 * 60 * 60_000);
  post.at = later.toISOString();
  post.text = "Carry me";
  api.posts = [post];
  return api;
}

const card = () => screen.findByText("Carry me", {}, SLOW);
const said = () => screen.getByTestId("carry-said").textContent ?? "";

describe("carrying a post with the keyboard", () => {
  it("takes it, moves it, puts it down, and says so", async () => {
    const api = scheduledTomorrow();
    await list(api);
    const before = movable(api).at;
    fireEvent.keyDown(await card(), { key: " " });
    expect(said()).toMatch(/Picked up: Carry me/);
    fireEvent.keyDown(await card(), { key: "ArrowDown" });
    fireEvent.keyDown(await card(), { key: " " });
    await waitFor(() => expect(Date.parse(api.posts[0]?.at ?? "")).toBe(Date.parse(before) + 30 * 60_000), SLOW);
    expect(await screen.findByText(/Moved to/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(Date.parse(api.posts[0]?.at ?? "")).toBe(Date.parse(before)), SLOW);
  });

  it("puts it back on Escape without asking the server", async () => {
    const api = scheduledTomorrow();
    await list(api);
    fireEvent.keyDown(await card(), { key: " " });
    fireEvent.keyDown(await card(), { key: "ArrowRight" });
    fireEvent.keyDown(await card(), { key: "Escape" });
    expect(said()).toBe("The post is back where it was.");
    expect(api.calls.filter((call) => call.method === "PUT")).toEqual([]);
  });

  it("hears a key that is pressed while the card is drawn anew", async () => {
    const api = scheduledTomorrow();
    await list(api);
    const before = movable(api).at;
    fireEvent.keyDown(await card(), { key: " " });
    fireEvent.keyDown(document.body, { key: "ArrowDown" });
    fireEvent.keyDown(document.body, { key: " " });
    await waitFor(() => expect(Date.parse(api.posts[0]?.at ?? "")).toBe(Date.parse(before) + 30 * 60_000), SLOW);
  });

  it("leaves what is published where it is", async () => {
    const api = scheduledTomorrow();
    if (api.posts[0]) api.posts[0].state = "PUBLISHED";
    await list(api);
    fireEvent.keyDown(await card(), { key: " " });
    expect(said()).toBe("This post can no longer be moved.");
  });

  it("comes back with the reason when the server refuses", async () => {
    const api = scheduledTomorrow();
    await list(api);
    api.next.set(`PUT /api/posts/${api.posts[0]?.id}/schedule`, problem(409, "The channel is being published to."));
    fireEvent.keyDown(await card(), { key: " " });
    fireEvent.keyDown(await card(), { key: "ArrowDown" });
    fireEvent.keyDown(await card(), { key: " " });
    expect(await screen.findByText(/The post stays where it was: The channel is being published to\./, {}, SLOW)).toBeTruthy();
  });
});

describe("the calendar", () => {
  it("asks the server once for its range, with the filters of the address", async () => {
    const { api } = open("/?view=month&date=2026-11-23&state=SCHEDULED");
    await waitFor(() => expect(api.called("GET", "/api/calendar")).toHaveLength(1), SLOW);
    const { query } = api.called("GET", "/api/calendar")[0] as { query: URLSearchParams };
    expect(Object.fromEntries(query)).toEqual({
      from: "2026-10-25T23:00:00.000Z",
      to: "2026-12-06T23:00:00.000Z",
      state: "SCHEDULED",
    });
  });

  it("changes its view by keys and keeps it in the address", async () => {
    const { user, router } = await list();
    await user.keyboard("w");
    await waitFor(() => expect(router.state.location.search).toMatchObject({ view: "week" }));
    const before = router.state.location.search;
    await user.keyboard("{ArrowRight}");
    await waitFor(() => expect(router.state.location.search).not.toEqual(before));
    await user.keyboard("t");
    await waitFor(() => expect((router.state.location.search as { date?: string }).date).toBeUndefined());
  });

  it("says that it does not show everything", async () => {
    const api = new MockApi();
    api.calendarIsFull = true;
    await list(api);
    expect(await screen.findByText(/^Only the first \d+ posts of this stretch are shown\./, {}, SLOW)).toBeTruthy();
  });

  it("tells two channels of the same name apart by their network", async () => {
    open("/?view=list&state=SCHEDULED");
    const channel = await screen.findByRole("combobox", { name: "Channel" }, SLOW);
    expect(await within(channel).findByRole("option", { name: "Harbour Coffee · Bluesky" }, SLOW)).toBeTruthy();
    expect(within(channel).getByRole("option", { name: "Harbour Coffee · Instagram" })).toBeTruthy();
  });

  it("shows the drafts beside it", async () => {
    const { user } = await list();
    await user.click(await screen.findByRole("button", { name: /Drafts \(2\)/ }, SLOW));
    expect(await screen.findByText("Christmas opening hours")).toBeTruthy();
  });
});
