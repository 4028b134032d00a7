// node sharp.mjs FOLDER-OF-SHARP THREADS TIMES FILE...: resizes each file to 1080 wide; prints milliseconds and peak kilobytes
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [folder, threads, times, ...files] = process.argv.slice(2);
const sharp = createRequire(join(folder, "package.json"))("sharp");
sharp.concurrency(1);
sharp.cache(false);
const work = Array.from({ length: Number(times) }, () => files).flat();

async function line(number) {
  for (let file = work.pop(); file; file = work.pop()) {
    await sharp(file).rotate().resize(1080).jpeg({ quality: 88 }).toFile(join(tmpdir(), `sharp-${process.pid}-${number}.jpg`));
  }
}

const begun = performance.now();
await Promise.all(Array.from({ length: Number(threads) }, (_, number) => line(number)));
console.log(Math.round(performance.now() - begun), process.resourceUsage().maxRSS);
