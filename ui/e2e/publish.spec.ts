import type { Locator, Page } from "@playwright/test";
import { dateOf, plusDays, timeOf } from "../src/shared/time.ts";
import { postOf, zoneOf } from "./api.ts";
import { expect, PICTURE, test, unique } from "./walk.ts";

const MINUTE = 60_000;

test("a post is written once, planned, moved and published at its time on three networks", async ({ page }) => {
  test.setTimeout(300_000);
  const text = unique("Rye, honey and a slow morning");

  await test.step("sign in", async () => {
    await page.goto("/");
    await page.getByRole("button", { name: "Look around in the demo" }).click();
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  });
  const zone = await zoneOf(page.request);

  await test.step("connect a channel on the consent page of its network", async () => {
    await page.getByRole("link", { name: "Channels" }).click();
    await page.getByRole("button", { name: "Connect X" }).click();
    await page.getByRole("button", { name: "Go to X" }).click();
    await page.getByRole("radio", { name: /Grace Premium/ }).check();
    await page.getByRole("button", { name: "Allow" }).click();
    await expect(page.getByText("The channel is connected.")).toBeVisible();
    await expect(page.getByRole("article").filter({ hasText: "Grace Premium" })).toContainText("Connected");
  });

  await test.step("write for three networks, and mend what preflight finds", async () => {
    await page.getByRole("button", { name: "New post" }).click();
    for (const channel of [/^Grace Premium on X$/, /on Bluesky$/, /on Instagram$/]) {
      await page.getByRole("checkbox", { name: channel }).first().check({ force: true });
    }
    const box = page.getByRole("textbox", { name: "Text" });
    await box.fill(`${text} ${"crumb ".repeat(60)}`);
    const check = page.getByRole("region", { name: "Check" });
    await expect(check.getByText(/things stand in the way/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Schedule" })).toBeDisabled();

    await check.getByRole("button", { name: /300 characters/ }).click();
    await expect(box).toBeFocused();
    await box.fill(text);
    await page.getByLabel("Files").setInputFiles(PICTURE);
    await page.getByRole("textbox", { name: /Description of/ }).fill("Bread on a table");
    await expect(check.getByText("Ready for all 3 channels")).toBeVisible();
  });

  const planned = plusDays(new Date(), 9, zone);
  await test.step("plan it", async () => {
    await page.getByLabel("Date", { exact: true }).fill(dateOf(planned, zone));
    await page.getByLabel("Time", { exact: true }).fill("10:00");
    await page.getByRole("button", { name: "Schedule" }).click();
    await expect(page.getByText(/^Scheduled for/)).toBeVisible();
  });

  await test.step("drag it to another day, and to another hour", async () => {
    await page.goto(`/?view=month&date=${dateOf(planned, zone)}`);
    await expect(cardOf(page, text)).toBeVisible();
    const neighbour = [1, -1].map((days) => dateOf(plusDays(planned, days, zone), zone));
    const cell = await firstOf(neighbour.map((day) => page.locator(`[role=cell][data-date="${day}"]`)));
    const day = (await cell.getAttribute("data-date")) ?? "";
    await drag(page, cardOf(page, text), cell);
    await expect(page.getByText(/^Moved to/)).toBeVisible();
    await expect.poll(async () => momentOf(await postOf(page.request, text), zone)).toBe(`${day} 10:00`);

    await page.goto(`/?view=week&date=${day}`);
    await drag(page, cardOf(page, text), null, { down: 115 });
    await expect.poll(async () => momentOf(await postOf(page.request, text), zone)).toMatch(new RegExp(`^${day} 1[12]:(00|15|30|45)$`));
  });

  await test.step("bring it forward to the next minute", async () => {
    await cardOf(page, text).click();
    const soon = new Date(Math.ceil((Date.now() + 12_000) / MINUTE) * MINUTE);
    await page.getByLabel("Date", { exact: true }).fill(dateOf(soon, zone));
    await page.getByLabel("Time", { exact: true }).fill(timeOf(soon, zone));
    await page.getByRole("button", { name: "Save and schedule" }).click();
    await expect(page.getByText(/^Scheduled for/)).toBeVisible();
    await page.goto(`/?view=list&date=${dateOf(soon, zone)}`);
    await expect(cardOf(page, text)).toHaveAccessibleName(/Scheduled/);
  });

  await test.step("it goes out by itself, at its time, and the calendar tells without a reload", async () => {
    await expect(cardOf(page, text)).toHaveAccessibleName(/Published/, { timeout: 120_000 });
    const post = await postOf(page.request, text);
    expect(post.publications).toHaveLength(3);
    for (const one of post.publications) {
      expect(one.state).toBe("PUBLISHED");
      const late = Date.parse(one.publishedAt ?? "") - Date.parse(one.dueAt);
      expect(late, "never early").toBeGreaterThanOrEqual(0);
      expect(late, "within seconds").toBeLessThan(30_000);
    }
  });

  await test.step("its story and the timelines show it", async () => {
    await cardOf(page, text).click();
    const summary = page.getByRole("dialog", { name: "Post" });
    for (const link of await summary.getByRole("link", { name: "See it" }).all()) {
      await seeIt(page, link, text);
    }
    await summary.getByRole("link", { name: "How it went" }).first().click();
    const story = page.getByRole("dialog", { name: "The story of this post" });
    await expect(story.getByText("Published", { exact: true }).first()).toBeVisible();
    await story.locator("summary").first().click();
    await expect(story.getByText("Sent").first()).toBeVisible();
    await page.keyboard.press("Escape");

    await page.getByRole("link", { name: "Timelines" }).click();
    await seeIt(page, page.getByRole("link", { name: /^X/ }), text);
  });
});

const cardOf = (page: Page, text: string): Locator => page.locator("[data-post]").filter({ hasText: text });

const momentOf = (post: { at: string | null }, zone: string) =>
  post.at === null ? "" : `${dateOf(new Date(post.at), zone)} ${timeOf(new Date(post.at), zone)}`;

async function firstOf(candidates: Locator[]): Promise<Locator> {
  for (const one of candidates) if ((await one.count()) === 1) return one;
  throw new Error("none of the days is on the calendar");
}

/** As a hand does it: press, move away in steps, let go. */
async function drag(page: Page, card: Locator, onto: Locator | null, by = { down: 0 }) {
  await card.scrollIntoViewIfNeeded();
  const from = await card.boundingBox();
  const target = onto ? await onto.boundingBox() : from;
  if (!from || !target) throw new Error("nothing to drag");
  const start = { x: from.x + from.width / 2, y: from.y + 8 };
  const end = onto ? { x: target.x + target.width / 2, y: target.y + target.height / 2 } : { x: start.x, y: start.y + by.down };
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 6, start.y + 6, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 15 });
  await page.mouse.up();
}

async function seeIt(page: Page, link: Locator, text: string) {
  const [opened] = await Promise.all([page.waitForEvent("popup"), link.click()]);
  await expect(opened.getByText(text).first()).toBeVisible();
  await opened.close();
}
