import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/* The script that the first page needs, zipped, may not outgrow its budget. */

const BUDGET = 250 * 1024;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

function withImports(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) withImports(next, seen);
  return seen;
}

const zipped = (file) => gzipSync(readFileSync(new URL(file, dist))).length;
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const files = [...withImports(entry)].map((key) => manifest[key].file);
const total = files.reduce((sum, file) => sum + zipped(file), 0);
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} kB`;

console.log(`first-load script: ${kilobytes(total)} gzipped of ${kilobytes(BUDGET)} (${files.length} files)`);
if (total > BUDGET) {
  console.error("The first page grew over its budget: split a view off or drop a library.");
  process.exit(1);
}
