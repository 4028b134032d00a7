import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { lookOf } from "./networks";

const SRC = join(process.cwd(), "src");

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
}

const all = files(SRC).map((path) => ({ path: relative(SRC, path).replaceAll("\\", "/"), text: readFileSync(path, "utf8") }));
const imports = (text: string) => [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] as string);

describe("the house of the screens", () => {
  it("has no feature that imports a feature", () => {
    const wrong = all
      .filter(({ path }) => path.startsWith("features/"))
      .flatMap(({ path, text }) => {
        const own = path.split("/")[1];
        return imports(text)
          .filter((target) => /features\//.test(target) && !target.startsWith(`@/features/${own}/`))
          .map((target) => `${path} → ${target}`);
      });
    expect(wrong).toEqual([]);
  });

  it("has nothing shared that knows a feature or the frame", () => {
    const wrong = all
      .filter(({ path }) => path.startsWith("shared/"))
      .flatMap(({ path, text }) => imports(text).filter((target) => /@\/(features|app)\//.test(target)).map((target) => `${path} → ${target}`));
    expect(wrong).toEqual([]);
  });

  it("ships nothing of its tests", () => {
    const wrong = all
      .filter(({ path }) => !path.startsWith("test/") && !/\.test\.tsx?$/.test(path))
      .flatMap(({ path, text }) => imports(text).filter((target) => target.includes("@/test/")).map((target) => `${path} → ${target}`));
    expect(wrong).toEqual([]);
  });

  it("knows networks by name in one file only", () => {
    const name = /["'`](bluesky|instagram|tiktok|telegram|youtube|facebook|linkedin|pinterest|reddit)["'`]/;
    const wrong = all
      .filter(({ path }) => !path.startsWith("test/") && !/\.test\.tsx?$/.test(path) && path !== "shared/networks.ts")
      .filter(({ text }) => name.test(text))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it("draws a network that it has never heard of", () => {
    expect(lookOf("brand-new")).toMatchObject({ letter: "B", shape: "feed" });
  });
});
