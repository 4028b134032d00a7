import type { Page } from "@playwright/test";
import { postOf } from "./api.ts";
import { expect, test, unique } from "./walk.ts";

/** As a phone films it: 4K upright by a note, HEVC in ten bits, QuickTime with its index at the end, and the place in it. */
const FILM = new URL("files/phone.mov", import.meta.url).pathname;

const TAKE_VIDEO = ["Bluesky", "Facebook", "Instagram", "LinkedIn", "Mastodon", "Pinterest", "Reddit", "Telegram", "Threads", "TikTok", "X", "YouTube"];

/** Reddit's filters are waited for; everybody sees the post long before. */
const LOOKED_AFTER = "reddit";

test("a film of a phone goes to every network that takes films, made to fit on the way", async ({ page, speak }) => {
  test.setTimeout(300_000);
  const text = unique("Steam over the first loaf");
  await speak("en");
  await page.goto("/");

  await test.step("write it once", async () => {
    await page.getByRole("button", { name: "New post" }).click();
    for (const network of TAKE_VIDEO) {
      await page.getByRole("checkbox", { name: new RegExp(` on ${network}$`) }).first().check({ force: true });
    }
    await page.getByRole("textbox", { name: "Text" }).fill(text);
    await page.getByRole("textbox", { name: "Title" }).fill("First loaf");
    await page.getByLabel("Files").setInputFiles(FILM);
    await expect(page.getByText("phone.mov · 2160×3840")).toBeVisible({ timeout: 30_000 });
  });

  await test.step("what each network asks for", async () => {
    await choose(page, "Pinterest", "Board");
    await choose(page, "TikTok", "Who can see it");
    await page.getByRole("checkbox", { name: /Music Usage Confirmation/ }).check();
    await choose(page, "YouTube", "Made for kids?");
    await page.getByRole("tab", { name: /Reddit/ }).click();
    await page.getByLabel("Subreddit").fill("u_mossy_corner");
  });

  await test.step("the check has nothing against it, and tells what is made of the film", async () => {
    const check = page.getByRole("region", { name: "Check" });
    const made = check.locator("summary", { hasText: /are made to fit by themselves/ });
    await expect(made).toBeVisible();
    await made.click();
    await expect(check.getByText(/^Instagram gets phone\.mov as MP4, 1080 × 1920/)).toBeVisible();
    await page.getByText("Now", { exact: true }).click();
    await page.getByRole("button", { name: "Publish now" }).click();
  });

  await test.step("it is out everywhere", async () => {
    await expect
      .poll(
        async () => {
          const { publications } = await postOf(page.request, text);
          return publications.filter((one) => one.state !== "PUBLISHED").map((one) => `${one.network} ${one.state}`);
        },
        { timeout: 200_000, intervals: [2_000] },
      )
      .toEqual([`${LOOKED_AFTER} PUBLISHING`]);
    const { publications } = await postOf(page.request, text);
    expect(publications).toHaveLength(TAKE_VIDEO.length);
  });
});

/** The first of a network's own list. */
async function choose(page: Page, network: string, label: string) {
  await page.getByRole("tab", { name: new RegExp(network) }).click();
  const field = page.getByLabel(label).first();
  await expect(field.locator("option")).not.toHaveCount(1);
  await field.selectOption({ index: 1 });
}
