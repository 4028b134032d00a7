import { crc32, deflateSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { postOf } from "./api.ts";
import { expect, test, unique } from "./walk.ts";

/** An upright picture as a phone takes it, of bands, so that one sees what is cut off. */
function tall(width: number, height: number): Buffer {
  const row = (line: number) => {
    const shade = Math.floor((line / height) * 8) * 32;
    return Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([shade, 140, 255 - shade]))]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.concat(Array.from({ length: height }, (_, line) => row(line)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const [length, check] = [content.length, crc32(body)].map((value) => {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(value >>> 0);
    return number;
  });
  return Buffer.concat([length as Buffer, body, check as Buffer]);
}

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Change tall.png" });

test("a picture that is too tall is cropped with one click, and goes out as it was shown", async ({ page, speak }) => {
  test.setTimeout(180_000);
  const text = unique("A tall loaf");
  await speak("en");
  await page.goto("/");
  const check = page.getByRole("region", { name: "Check" });
  const description = page.getByRole("textbox", { name: /Description of/ });

  await test.step("the check has something against it", async () => {
    await page.getByRole("button", { name: "New post" }).click();
    await page.getByRole("checkbox", { name: / on Instagram$/ }).first().check({ force: true });
    await page.getByRole("textbox", { name: "Text" }).fill(text);
    await page.getByLabel("Files").setInputFiles({ name: "tall.png", mimeType: "image/png", buffer: tall(1080, 1920) });
    await description.fill("A loaf, upright");
    await expect(check.getByText(/9:16/)).toBeVisible();
    await page.getByText("Now", { exact: true }).click();
    await expect(page.getByRole("button", { name: "Publish now" })).toBeDisabled();
  });

  await test.step("the result is seen before it is applied", async () => {
    await check.getByRole("button", { name: "Crop to 4:5" }).click();
    const result = dialogOf(page).getByRole("img", { name: "What it becomes" });
    await expect(result).toHaveAttribute("aria-busy", "false");
    expect(await shapeOf(page)).toBeCloseTo(0.8, 1);
    const frame = dialogOf(page).getByRole("button", { name: /^What stays/ });
    const before = await frame.boundingBox();
    await frame.focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect(result).toHaveAttribute("aria-busy", "false");
    const after = await frame.boundingBox();
    expect(after?.y ?? 0).toBeLessThan((before?.y ?? 0) - 3);
    await dragCorner(page);
    await expect(result).toHaveAttribute("aria-busy", "false");
    expect(await shapeOf(page)).toBeCloseTo(0.8, 1);
    await dialogOf(page).getByRole("button", { name: "Apply" }).click();
  });

  await test.step("it can be taken back and done again", async () => {
    await expect(page.getByText("cropped 4:5")).toBeVisible();
    await expect(check.getByRole("button", { name: "Crop to 4:5" })).toHaveCount(0);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(page.getByText("cropped 4:5")).toHaveCount(0);
    await check.getByRole("button", { name: "Crop to 4:5" }).click();
    await dialogOf(page).getByRole("button", { name: "Apply" }).click();
    await expect(page.getByText("cropped 4:5")).toBeVisible();
  });

  await test.step("it goes out, and the timeline of the network shows the piece", async () => {
    await page.getByRole("button", { name: "Publish now" }).click();
    await expect.poll(async () => (await postOf(page.request, text)).state, { timeout: 60_000 }).toBe("PUBLISHED");
    const [publication] = (await postOf(page.request, text)).publications;
    await page.goto(publication?.permalink ?? "");
    const shown = page.locator("article, li, section").filter({ hasText: text }).getByRole("img", { name: "A loaf, upright" }).first();
    await expect(shown).toBeVisible();
    const { width, height } = await shown.evaluate((image: HTMLImageElement) => ({ width: image.naturalWidth, height: image.naturalHeight }));
    expect([width, height]).toEqual([1080, 1350]);
  });
});

test("a file is framed and its facts are told without a finding", async ({ page, speak }) => {
  await speak("en");
  await page.goto("/");
  await page.getByRole("button", { name: "New post" }).click();
  await page.getByRole("checkbox", { name: / on Bluesky$/ }).first().check({ force: true });
  await page.getByLabel("Files").setInputFiles({ name: "tall.png", mimeType: "image/png", buffer: tall(600, 900) });
  await page.getByRole("button", { name: "Change tall.png" }).click();
  await dialogOf(page).getByText("Whole, in a frame").click();
  await dialogOf(page).getByText("1:1", { exact: true }).click();
  await dialogOf(page).getByText("White", { exact: true }).click();
  await expect(dialogOf(page).getByRole("img", { name: "What it becomes" })).toHaveAttribute("aria-busy", "false");
  expect(await shapeOf(page)).toBeCloseTo(1, 1);
  await dialogOf(page).getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("framed 1:1")).toBeVisible();

  await page.getByRole("button", { name: "Details of tall.png" }).click();
  const details = page.getByRole("dialog", { name: "Details of tall.png" });
  await expect(details.getByText("600 × 900 (2:3)")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(details).toBeHidden();
  await expect(page.getByRole("dialog", { name: "New post" })).toBeVisible();
  await page.getByRole("button", { name: "Undo the changes of tall.png" }).click();
  await expect(page.getByText("framed 1:1")).toHaveCount(0);
});

/** Width / height of what the server made of it. */
const shapeOf = (page: Page) =>
  dialogOf(page)
    .locator("[role=img] > img")
    .evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight);

async function dragCorner(page: Page) {
  const corner = dialogOf(page).locator("[data-corner=bottom-right]");
  const box = await corner.boundingBox();
  if (!box) throw new Error("there is no corner");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 40, box.y - 40, { steps: 6 });
  await page.mouse.up();
}
