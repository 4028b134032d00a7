import { describe, expect, it } from "vitest";
import type { Finding } from "@/shared/api-types";
import { addPart, chooseChannel, type Draft, draftOf, dropPart, edit, editPart, emptyDraft, followsBase, moved, reset, same, setOption, shown } from "./draft";
import { keepTime, keptTime } from "./keptTimes";
import { scopeOf } from "./jump";
import { overflowAt, pieces } from "./measure";
import { controlOf, optionsFor, required } from "./options";
import { beginWhen, instantOfWhen, soon } from "./When";

const base: Draft = { ...emptyDraft, text: "Hello", channels: ["a", "b"] };

describe("a variant", () => {
  it("follows the base until it has words of its own", () => {
    expect(shown(base, "a").text).toBe("Hello");
    expect(followsBase(base, "a")).toBe(true);
    const own = edit(base, "a", { text: "Hi" });
    expect(shown(own, "a").text).toBe("Hi");
    expect(shown(own, "b").text).toBe("Hello");
    expect(followsBase(own, "a")).toBe(false);
  });

  it("may be empty on purpose, which is not the same as following", () => {
    const own = edit(base, "a", { text: "" });
    expect(shown(own, "a")).toMatchObject({ text: "", own: { text: true } });
  });

  it("goes back to the base and then leaves no trace", () => {
    const own = reset(edit(base, "a", { text: "Hi" }), "a", "text");
    expect(same(own, base)).toBe(true);
  });

  it("keeps its options when its text goes back", () => {
    const own = setOption(edit(base, "a", { text: "Hi" }), "a", "silent", true);
    expect(reset(own, "a", "text").variants).toEqual({ a: { options: { silent: true } } });
  });

  it("is forgotten with its channel", () => {
    expect(chooseChannel(edit(base, "a", { text: "Hi" }), "a", false)).toMatchObject({ channels: ["b"], variants: {} });
  });

  it("that the server hands back with nulls is read as absent", () => {
    const post = { ...base, variants: { a: { text: null, options: {} } } } as unknown as Draft;
    expect(draftOf(post).variants).toEqual({});
  });
});

describe("a thread", () => {
  const thread = editPart(addPart(addPart(base, "base"), "base"), "base", 2, { text: "third" });
  it("grows, changes and shrinks part by part", () => {
    expect(thread.thread.map((part) => part.text)).toEqual(["", "third"]);
    expect(dropPart(thread, "base", 1).thread.map((part) => part.text)).toEqual(["third"]);
  });
  it("of a channel is its own as soon as it is touched", () => {
    const own = editPart(thread, "a", 1, { text: "second, here" });
    expect(shown(own, "a").thread[0]?.text).toBe("second, here");
    expect(own.thread[0]?.text).toBe("");
  });
});

describe("reordering", () => {
  it("moves one and keeps the others in order", () => expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]));
  it("beyond an end changes nothing", () => {
    const list = ["a", "b"];
    expect(moved(list, 0, -1)).toBe(list);
    expect(moved(list, 1, 2)).toBe(list);
  });
});

describe("the place where a text runs over", () => {
  it("is its end when it fits", () => expect(overflowAt("abc", "GRAPHEMES", 0)).toBe(3));
  it("never cuts a family emoji in two", () => expect(overflowAt("ab👨‍👩‍👧‍👦", "GRAPHEMES", 1)).toBe(2));
  it("counts bytes where the network does", () => expect(overflowAt("aż", "UTF8_BYTES", 1)).toBe(1));
  it("marks links, mentions, tags, and what is too long", () => {
    const text = "see https://x.example #tag @me end";
    expect(pieces(text, 30).map((piece) => [piece.kind, piece.text])).toEqual([
      ["plain", "see "],
      ["token", "https://x.example"],
      ["plain", " "],
      ["token", "#tag"],
      ["plain", " "],
      ["token", "@me"],
      ["over", " end"],
    ]);
  });
});

describe("a finding", () => {
  const finding: Finding = { channel: "a", severity: "ERROR", rule: "text.too-long", field: "text", part: 0, media: null, limit: "", fixes: [], made: null, actual: "", message: "" };
  it("leads to the base when the channel follows it", () => expect(scopeOf(finding, base)).toBe("base"));
  it("leads to the channel when the words are its own", () => expect(scopeOf(finding, edit(base, "a", { text: "x" }))).toBe("a"));
  it("about an option always leads to the channel", () => expect(scopeOf({ ...finding, field: "options.privacy" }, base)).toBe("a"));
});

describe("options", () => {
  const schema = {
    type: "object" as const,
    "x-required": ["privacy"],
    properties: {
      privacy: { type: "string" as const, "x-choices": "privacy" },
      share: { type: "boolean" as const, "x-formats": ["reel"] },
    },
  };
  it("are shown only for their format", () => {
    expect(optionsFor(schema, "image").map(([name]) => name)).toEqual(["privacy"]);
    expect(optionsFor(schema, "image", { share: "not of this format" }).map(([name]) => name)).toEqual(["privacy", "share"]);
    expect(optionsFor(schema, "reel").map(([name]) => name)).toEqual(["privacy", "share"]);
  });
  it("know which must be chosen", () => expect([required(schema, "privacy"), required(schema, "share")]).toEqual([true, false]));
  it.each([
    [{ type: "boolean" as const }, "check"],
    [{ type: "string" as const, oneOf: [] }, "select"],
    [{ type: "string" as const, "x-choices": "boards" }, "choices"],
    [{ type: "integer" as const }, "number"],
    [{ type: "array" as const }, "list"],
    [{ type: "object" as const }, "group"],
    [{ type: "string" as const }, "text"],
    [{ type: ["string", "null"] }, "text"],
  ])("of the shape %j are drawn as %s", (option, control) => expect(controlOf(option)).toBe(control));
});

describe("when", () => {
  const zone = "Europe/Warsaw";
  const now = new Date("2026-11-23T10:07:00Z");
  it("begins at the next quarter that leaves half an hour", () => expect(soon(zone, now)).toMatchObject({ date: "2026-11-23", time: "11:45" }));
  it("begins in the morning of a day that was clicked", () => {
    expect(beginWhen("2026-12-01", zone, now)).toEqual({ mode: "at", date: "2026-12-01", time: "09:00" });
  });
  it("takes a slot that was clicked to the minute, in the workspace's zone", () => {
    const when = beginWhen("2026-12-01T13:30:00Z", zone, now);
    expect(when).toMatchObject({ date: "2026-12-01", time: "14:30" });
    expect(instantOfWhen(when, zone)?.toISOString()).toBe("2026-12-01T13:30:00.000Z");
  });
  it("that was chosen is forgotten when it has gone by, or when the server knows a newer one", () => {
    const post = { id: "p", at: null };
    keepTime(post, { mode: "draft", date: "2026-12-01", time: "14:30" });
    expect(keptTime(post, zone, now)).toEqual({ mode: "at", date: "2026-12-01", time: "14:30" });
    expect(keptTime({ id: "another", at: null }, zone, now)).toBeNull();
    expect(keptTime({ ...post, at: "2026-12-03T08:00:00Z" }, zone, now)).toBeNull();
    expect(keptTime(post, zone, new Date("2026-12-01T13:31:00Z"))).toBeNull();
    localStorage.setItem("planner.times", "nonsense");
    expect(keptTime(post, zone, now)).toBeNull();
  });
  it("has no instant while the date is missing", () => expect(instantOfWhen({ mode: "at", date: "", time: "10:00" }, zone)).toBeNull());
});
