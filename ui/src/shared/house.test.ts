import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix, relative } from "node:path";
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
const IMPORT = /\b(?:from|import|mock)\s*\(?\s*["'`]([^"'`]+)["'`]/g;

/** What a file imports of ours, from the root: "features/queue/Row". Packages keep their name. */
function imports({ path, text }: { path: string; text: string }): string[] {
  return [...text.matchAll(IMPORT)]
    .map((match) => match[1] as string)
    .map((target) =>
      target.startsWith("@/") ? target.slice(2) : target.startsWith(".") ? posix.join(posix.dirname(path), target) : target,
    );
}

const foreignFeatures = (file: { path: string; text: string }) =>
  imports(file)
    .filter((target) => target.startsWith("features/") && target.split("/")[1] !== file.path.split("/")[1])
    .map((target) => `${file.path} → ${target}`);

describe("the house of the screens", () => {
  it("has no feature that imports a feature", () => {
    expect(all.filter(({ path }) => path.startsWith("features/")).flatMap(foreignFeatures)).toEqual([]);
  });

  it("sees an import of another feature however it is written", () => {
    const path = "features/queue/Row.tsx";
    for (const text of [
      'import { a } from "@/features/calendar/range";',
      'import { a } from "../calendar/range";',
      "import { a } from '../calendar/range';",
      'export { a } from "../../features/calendar/range";',
      'const a = import("../calendar/range");',
      'import "../calendar/range";',
    ]) {
      expect(foreignFeatures({ path, text }), text).toEqual([`${path} → features/calendar/range`]);
    }
    expect(foreignFeatures({ path, text: 'import { a } from "./parts/a"; import { b } from "@/features/queue/b";' })).toEqual([]);
  });

  it("has nothing shared that knows a feature or the frame", () => {
    const wrong = all
      // this file has examples
      .filter(({ path }) => path.startsWith("shared/") && path !== "shared/house.test.ts")
      .flatMap((file) => imports(file).filter((target) => /^(features|app)\//.test(target)).map((target) => `${file.path} → ${target}`));
    expect(wrong).toEqual([]);
  });

  it("ships nothing of its tests", () => {
    const wrong = all
      .filter(({ path }) => !path.startsWith("test/") && !/\.test\.tsx?$/.test(path))
      .flatMap((file) => imports(file).filter((target) => target.startsWith("test/")).map((target) => `${file.path} → ${target}`));
    expect(wrong).toEqual([]);
  });

  it("knows networks by name in one file only", () => {
    const name =
      /["'`](bluesky|instagram|tiktok|telegram|threads|youtube|facebook|linkedin|mastodon|pinterest|reddit)["'`]/;
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
