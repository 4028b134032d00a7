// Brings the shared library, once: nothing is asked of the network when it is there in the version of the lock file.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..");
const wanted = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")).packages;
const here = join(folder, "node_modules", ".package-lock.json");
const found = existsSync(here) ? JSON.parse(readFileSync(here, "utf8")).packages : {};
const [, right] = Object.entries(wanted).find(([name]) => name.endsWith(`linux-${process.arch}`)) ?? [];
const same = Object.values(found).some((one) => one.integrity === right?.integrity);
if (right && !same) execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: "inherit" });
