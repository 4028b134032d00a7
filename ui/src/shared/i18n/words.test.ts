import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { en } from "./en";
import { firstLanguage, regional } from "./index";
import { pl } from "./pl";

const SRC = join(process.cwd(), "src");
const PLURAL = /_(zero|one|two|few|many|other)$/;

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    const counts = /\.tsx?$/.test(entry.name) && !/\.test\.|i18n[/\\](en|pl)\.ts/.test(path);
    return counts ? [readFileSync(path, "utf8")] : [];
  });
}

const plain = (words: object) => [...new Set(Object.keys(words).map((key) => key.replace(PLURAL, "")))].sort();
const counted = (words: object) => [...new Set(Object.keys(words).filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, "")))];

/** Keys as they stand in the code; a template with a hole stands for all that fit. */
function used(): RegExp[] {
  const text = sources(SRC).join("\n");
  const quoted = [...text.matchAll(/"([a-zA-Z]+(?:\.[a-zA-Z_]+)+)"/g)].map((match) => match[1] as string);
  const holes = [...text.matchAll(/`([a-zA-Z]+\.[a-zA-Z.]*\$\{[^`]+?\}[a-zA-Z.]*)`/g)].map((match) => match[1] as string);
  const pattern = (key: string) =>
    new RegExp(`^${key.replaceAll(".", "\\.").replaceAll(/\$\{[^}]+\}/g, "[A-Za-z0-9_]+")}$`);
  return [...quoted, ...holes].map(pattern);
}

describe("the words of the screens", () => {
  it("have the same keys in English and in Polish", () => {
    expect(plain(pl)).toEqual(plain(en));
  });

  it.each([
    ["en", en],
    ["pl", pl],
  ])("have every plural form of %s", (language, words) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const missing = counted(words).flatMap((key) => forms.map((form) => `${key}_${form}`).filter((full) => !(full in words)));
    expect(missing).toEqual([]);
  });

  it.each([
    ["en", en],
    ["pl", pl],
  ])("are never empty in %s", (_, words) => {
    expect(Object.entries(words).filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("fill the same holes in both languages", () => {
    const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort().join();
    const different = Object.entries(en).filter(([key, text]) => {
      const other = (pl as Record<string, string>)[key];
      return other !== undefined && holes(other) !== holes(text);
    });
    expect(different.map(([key]) => key).filter((key) => !key.endsWith("_one") && !key.startsWith("preflight.clear"))).toEqual([]);
  });

  it("are all used", () => {
    const patterns = used();
    expect(plain(en).filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
  });
});

describe("the first language", () => {
  it("is the one chosen here before", () => expect(firstLanguage("pl", ["en-GB"])).toBe("pl"));
  it("else the browser's first that we speak", () => expect(firstLanguage(null, ["de-DE", "pl-PL", "en"])).toBe("pl"));
  it("else English", () => expect(firstLanguage(null, ["de-DE"])).toBe("en"));
});

describe("the region of a language", () => {
  it("is the browser's own", () => expect(regional("en", ["pl-PL", "en-GB"])).toBe("en-GB"));
  it("else one with the clock of most of the world", () => expect(regional("en", ["pl-PL"])).toBe("en-GB"));
  it("else none", () => expect(regional("pl", ["en-GB"])).toBe("pl"));
});
