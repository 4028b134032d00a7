import type { Locator, Page } from "@playwright/test";
import { dateOf, plusDays } from "../src/shared/time.ts";
import { postOf, zoneOf } from "./api.ts";
import { expect, PICTURE, test, unique } from "./walk.ts";

/* No pointer of any kind: what cannot be reached by keys fails here. */

const MOST_STOPS = 150;

/** Tab by tab, as somebody goes who has nothing else. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab") {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

async function press(page: Page, target: Locator, key = "Enter") {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Fails when anything was pointed at after all. */
async function watchPointer(page: Page) {
  await page.addInitScript(() => {
    for (const kind of ["pointerdown", "mousedown", "touchstart"]) {
      window.addEventListener(kind, (event) => event.isTrusted && console.error(`pointed: ${kind}`), true);
    }
  });
}

test("a post is written, moved and published by the keyboard alone", async ({ page }) => {
  test.setTimeout(180_000);
  await watchPointer(page);
  const text = unique("Typed from first to last");
  const card = page.locator("[data-post]").filter({ hasText: text });

  await test.step("sign in", async () => {
    await page.goto("/");
    await press(page, page.getByRole("button", { name: "Look around in the demo" }));
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  });
  const zone = await zoneOf(page.request);
  const day = (days: number) => dateOf(plusDays(new Date(), days, zone), zone);

  await test.step("connect a channel through its consent page", async () => {
    await press(page, page.getByRole("link", { name: "Channels" }));
    await press(page, page.getByRole("button", { name: "Connect X" }));
    await press(page, page.getByRole("button", { name: "Go to X" }));
    await tabTo(page, page.getByRole("radio", { name: /Ada's Bakery/ }));
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: /Grace Premium/ })).toBeChecked();
    await press(page, page.getByRole("button", { name: "Allow" }));
    await expect(page.getByText("The channel is connected.")).toBeVisible();
  });

  await test.step("write a post and plan it", async () => {
    await page.keyboard.press("n");
    await expect(page.getByRole("textbox", { name: "Text" })).toBeFocused();
    await page.keyboard.type(text);
    for (const channel of [/^Grace Premium on X$/, /on Bluesky$/]) {
      const box = page.getByRole("checkbox", { name: channel }).first();
      await tabTo(page, box, "Shift+Tab");
      await page.keyboard.press("Space");
      await expect(box).toBeChecked();
    }
    const add = page.getByRole("button", { name: "Add media" });
    await tabTo(page, add);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
    await chooser.setFiles(PICTURE);
    await tabTo(page, page.getByRole("textbox", { name: /Description of/ }), "Shift+Tab");
    await page.keyboard.type("Bread on a table");
    await expect(page.getByText("Ready for all 2 channels")).toBeVisible();

    await typeDate(page, day(8));
    // In the middle of the day, whatever the hour of this run: carried an hour on, it is still that day.
    await typeTime(page, "10:00", "1000AM");
    await press(page, page.getByRole("button", { name: "Schedule" }));
    await expect(page.getByText(/^Scheduled for/)).toBeVisible();
  });

  await test.step("carry it to the next day on the calendar", async () => {
    await page.goto(`/?view=week&date=${day(8)}`);
    await tabTo(page, card);
    await page.keyboard.press("Space");
    await expect(page.getByTestId("carry-said")).toContainText("Picked up");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(card).toBeFocused();
    const before = Date.parse((await postOf(page.request, text)).at ?? "");
    await page.keyboard.press("Space");
    await expect(page.getByText(/^Moved to/)).toBeVisible();
    await expect(card).toBeFocused();
    expect(Date.parse((await postOf(page.request, text)).at ?? "") - before).toBe(60 * 60_000);

    await page.keyboard.press("m");
    await expect(page.getByRole("button", { name: "Month" })).toHaveAttribute("aria-pressed", "true");
    await tabTo(page, card);
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Escape");
    await expect(page.getByTestId("carry-said")).toContainText("back where it was");
    await expect(card).toBeFocused();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowLeft");
    await expect(card).toBeFocused();
    await page.keyboard.press("Space");
    await expect.poll(async () => dateOf(new Date((await postOf(page.request, text)).at ?? 0), zone)).toBe(day(7));
  });

  await test.step("open it and publish it now", async () => {
    await tabTo(page, card);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: "Text" })).toBeFocused();
    await tabTo(page, page.getByRole("radio", { name: "At a time" }));
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("radio", { name: "Now" })).toBeChecked();
    await press(page, page.getByRole("button", { name: "Publish now" }));
    await expect(page.getByText("The post goes out now")).toBeVisible();
    await expect.poll(async () => (await postOf(page.request, text)).state, { timeout: 30_000 }).toBe("PUBLISHED");
  });

  await test.step("read its story", async () => {
    await press(page, page.getByRole("link", { name: "Queue" }));
    await press(page, page.getByRole("button", { name: /^Published/ }));
    await press(page, page.getByRole("button", { name: new RegExp(text) }).first());
    const story = page.getByRole("dialog", { name: "The story of this post" });
    await press(page, story.locator("summary").first());
    await expect(story.getByText("Answered").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(story).toBeHidden();
    await expect(page.getByRole("button", { name: new RegExp(text) }).first()).toBeFocused();
  });

  await test.step("leave", async () => {
    const person = page.getByRole("button", { name: /account and settings/ });
    await tabTo(page, person, "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("End");
    await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
});

/** Month, day, year: the order of the browser that the walks start. */
async function typeDate(page: Page, date: string) {
  const field = page.getByLabel("Date", { exact: true });
  await tabTo(page, field);
  const [year, month, day] = date.split("-");
  await page.keyboard.type(`${month}${day}${year}`);
  await expect(field).toHaveValue(date);
}

async function typeTime(page: Page, time: string, keys: string) {
  const field = page.getByLabel("Time", { exact: true });
  await tabTo(page, field);
  await page.keyboard.type(keys);
  await expect(field).toHaveValue(time);
}
