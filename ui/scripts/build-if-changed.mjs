import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/* What Maven runs: packages only when the lock changed, a build only when a source changed. */

const home = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const OLDEST_NODE = 20;

if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
  console.error(`The screens are built with Node ${OLDEST_NODE} or newer; this is ${process.version}.`);
  process.exit(1);
}

function files(path) {
  const full = join(home, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

function print(...paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(files)) hash.update(path).update("\0").update(readFileSync(join(home, path))).update("\0");
  return hash.digest("hex");
}

function once(stamp, wanted, words, work) {
  const file = join(home, stamp);
  if (existsSync(file) && readFileSync(file, "utf8") === wanted) return;
  console.log(words);
  work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
}

const npm = (...args) => execFileSync("npm", args, { cwd: home, stdio: "inherit", shell: process.platform === "win32" });

const packages = print("package.json", "package-lock.json", ".npmrc");
once("node_modules/.planner-stamp", packages, "ui: installing packages", () => npm("ci", "--no-audit", "--no-fund"));

const sources = print("src", "public", "scripts", "index.html", "vite.config.ts", "tsconfig.json") + packages;
once("dist/.vite/planner-stamp", sources, "ui: building the screens", () => npm("run", "--silent", "build"));
