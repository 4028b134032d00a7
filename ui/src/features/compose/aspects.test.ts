import { describe, expect, it } from "vitest";
import type { Format } from "@/shared/api-types";
import { aspectName, aspectsFor } from "./aspects";

const format = (min: number, max: number): Format => ({
  id: "feed",
  label: "Feed",
  text: [],
  media: [{ min: 0, max: 10, anyOf: [{ kind: "IMAGE", types: [], maxBytes: 1, rule: { aspect: { min, max } } }] }],
  maxParts: 1,
});

describe("shapes of pictures", () => {
  it("have the names that people use", () => {
    expect([0.8, 9 / 16, 1.91, 1, 3.2].map(aspectName)).toEqual(["4:5", "9:16", "1.91:1", "1:1", "3.20:1"]);
  });

  it("are those that every network of the post takes", () => {
    const names = aspectsFor([format(0.8, 1.91), format(0, 1)], "IMAGE").map(aspectName);

    expect(names).toEqual(["1:1", "4:5"]);
  });

  it("are all where nothing is said of them, or nothing would be left", () => {
    expect(aspectsFor([format(0.8, 1.91)], "VIDEO")).toHaveLength(9);
    expect(aspectsFor([format(5, 6)], "IMAGE")).toHaveLength(9);
  });

  it("begin with the one that was proposed, once", () => {
    expect(aspectsFor([format(0.8, 1.91)], "IMAGE", [1.2]).map(aspectName)[0]).toBe("1.20:1");
    expect(aspectsFor([format(0.8, 1.91)], "IMAGE", [0.8]).filter((one) => one === 0.8)).toHaveLength(1);
  });
});
