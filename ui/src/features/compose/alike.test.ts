import { expect, it } from "vitest";
import type { Finding } from "@/shared/api-types";
import { alike } from "./alike";

const finding = (channel: string, message: string): Finding => ({
  channel,
  severity: "WARNING",
  rule: "title.not-shown",
  field: "title",
  part: 0,
  media: null,
  limit: "",
  actual: "",
  fixes: [],
  made: null,
  message,
});

it("says once what is said of several channels in the same words, and keeps the order", () => {
  const lines = alike([finding("a", "No title here"), finding("b", "Too long"), finding("c", "No title here")]);
  expect(lines.map((same) => same.map((one) => one.channel))).toEqual([["a", "c"], ["b"]]);
});

it("keeps apart what is mended in other ways", () => {
  const one = { ...finding("a", "Too tall"), fixes: [{ action: "FORMAT" as const, format: "reel" }] };
  const other = { ...finding("b", "Too tall"), fixes: [{ action: "FORMAT" as const, format: "story" }] };
  expect(alike([one, other])).toHaveLength(2);
});
