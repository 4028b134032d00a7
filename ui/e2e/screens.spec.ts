import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page, TestInfo } from "@playwright/test";
import type axe from "axe-core";
import { expect, PICTURE, test } from "./walk.ts";

/* Every screen, in light, in dark and on a phone: nothing serious for axe, nothing wider than the window. */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PHONE = { width: 390, height: 844 };

interface Screen {
  name: string;
  path: string;
  /** Makes the screen show what it is visited for. */
  open: (page: Page) => Promise<void>;
}

const cards = (page: Page) => expect(page.locator("[data-post]").first()).toBeVisible();
const head = (page: Page) => expect(page.getByRole("heading", { level: 1 })).toBeVisible();

const SCREENS: Screen[] = [
  { name: "month", path: "/?view=month", open: cards },
  { name: "week", path: "/?view=week", open: cards },
  { name: "list", path: "/?view=list", open: cards },
  {
    name: "drafts and filters",
    path: "/?view=month",
    open: async (page) => {
      await cards(page);
      await page.getByRole("button", { name: "Filters" }).click();
      await page.getByRole("button", { name: /^Drafts/ }).click();
      await expect(page.locator("[data-draft]").first()).toBeVisible();
    },
  },
  {
    name: "a new post with findings",
    path: "/compose/new",
    open: async (page) => {
      const channels = page.getByRole("checkbox", { name: / on / });
      await expect(channels.first()).toBeVisible();
      for (const channel of await channels.all()) await channel.check({ force: true });
      await page.getByRole("textbox", { name: "Text" }).fill("https://example.org #bread @ada ".repeat(12));
      await expect(page.getByText(/things stand in the way/).first()).toBeVisible();
    },
  },
  {
    name: "a picture that is changed",
    path: "/compose/new",
    open: async (page) => {
      await page.getByRole("checkbox", { name: / on Instagram$/ }).first().check({ force: true });
      await page.getByLabel("Files").setInputFiles(PICTURE);
      await page.getByRole("button", { name: /^Change / }).click();
      const dialog = page.getByRole("dialog", { name: /^Change / });
      await dialog.getByText("Cropped", { exact: true }).click();
      await dialog.getByText("4:5", { exact: true }).click();
      await expect(dialog.getByRole("img", { name: "What it becomes" })).toHaveAttribute("aria-busy", "false");
    },
  },
  {
    name: "details of a file",
    path: "/compose/new",
    open: async (page) => {
      await page.getByLabel("Files").setInputFiles(PICTURE);
      await page.getByRole("button", { name: /^Details of / }).click();
      await expect(page.getByRole("dialog", { name: /^Details of / })).toBeVisible();
    },
  },
  {
    name: "options of a network",
    path: "/compose/new",
    open: async (page) => {
      await page.getByRole("checkbox", { name: / on TikTok$/ }).first().check({ force: true });
      await page.getByRole("tab", { name: /TikTok/ }).click();
      await expect(page.getByRole("combobox").first()).toBeVisible();
    },
  },
  {
    name: "a post that is out",
    path: "/queue?state=PUBLISHED",
    open: async (page) => {
      await page.getByRole("button", { name: "More actions" }).first().click();
      await page.getByRole("menuitem", { name: "Open the post" }).click();
      await expect(page.getByRole("dialog", { name: "Post" }).getByRole("link", { name: "How it went" }).first()).toBeVisible();
    },
  },
  { name: "queue", path: "/queue", open: head },
  { name: "queue of the unconfirmed", path: "/queue?state=UNCONFIRMED", open: head },
  { name: "queue of the failed", path: "/queue?state=FAILED", open: head },
  { name: "queue of the held", path: "/queue?state=HELD", open: head },
  {
    name: "story",
    path: "/queue?state=PUBLISHED",
    open: async (page) => {
      await page.getByRole("main").getByRole("listitem").first().getByRole("button").first().click();
      const story = page.getByRole("dialog", { name: "The story of this post" });
      await story.locator("summary").first().click();
      await expect(story.getByText("Answered").first()).toBeVisible();
    },
  },
  { name: "channels", path: "/channels", open: (page) => expect(page.getByRole("article").first()).toBeVisible() },
  {
    name: "connect with secrets",
    path: "/channels",
    open: async (page) => {
      await page.getByRole("button", { name: "Connect Bluesky" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "consent page",
    path: "/channels",
    open: async (page) => {
      await page.getByRole("button", { name: "Connect X" }).click();
      await page.getByRole("button", { name: "Go to X" }).click();
      await expect(page.getByRole("button", { name: "Allow" })).toBeVisible();
    },
  },
  { name: "timelines", path: "/timelines", open: (page) => expect(page.getByRole("link", { name: /^Bluesky/ })).toBeVisible() },
  { name: "settings", path: "/settings", open: head },
  {
    name: "person menu",
    path: "/settings",
    open: async (page) => {
      await page.getByRole("button", { name: /account and settings/ }).click();
      await expect(page.getByRole("menu")).toBeVisible();
    },
  },
  { name: "lost", path: "/nowhere", open: (page) => expect(page.getByText("Nothing here")).toBeVisible() },
];

const LIGHTS = ["light", "dark"] as const;
const WINDOWS = [
  { name: "a desk by day", colorScheme: "light", window: {} },
  { name: "a desk by night", colorScheme: "dark", window: {} },
  { name: "a phone", colorScheme: "light", window: { viewport: PHONE, hasTouch: true } },
] as const;

for (const { name, colorScheme, window } of WINDOWS) {
  test.describe(name, () => {
    test.use({ colorScheme, reducedMotion: "reduce", ...window });

    test(`every screen on ${name}`, async ({ page, speak }, info) => {
      test.setTimeout(300_000);
      await test.step("sign in", async () => {
        await page.goto("/");
        await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
        await proper(page, info, "sign in", colorScheme);
      });
      await speak("en");
      for (const screen of SCREENS) {
        await test.step(screen.name, async () => {
          await page.goto(screen.path);
          await screen.open(page);
          await proper(page, info, screen.name, colorScheme);
        });
      }
      await test.step("timelines of the networks", async () => {
        await page.goto("/timelines");
        await expect(page.getByRole("link", { name: /^Bluesky/ })).toBeVisible();
        const links = await page.getByRole("main").getByRole("link").evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
        expect(links.length).toBeGreaterThan(2);
        for (const link of links) {
          await page.goto(link);
          await proper(page, info, `timeline ${new URL(link).pathname.split("/")[1]}`, colorScheme);
        }
      });
    });
  });
}

async function proper(page: Page, info: TestInfo, name: string, light: (typeof LIGHTS)[number]) {
  await page.waitForFunction(() => [...document.images].every((image) => image.complete || image.loading === "lazy"));
  const picture = info.outputPath(`${name.replaceAll(" ", "-")}-${light}-${page.viewportSize()?.width}.png`);
  await page.screenshot({ path: picture });
  await info.attach(name, { path: picture, contentType: "image/png" });

  await page.evaluate(AXE);
  const faults = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ["violations"] });
    return violations
      .filter((one) => one.impact === "serious" || one.impact === "critical")
      .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`));
  });
  expect.soft(faults, `axe on ${name}`).toEqual([]);

  const wider = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("main, [role=dialog]")]
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => `${one.tagName}: ${one.scrollWidth} in ${one.clientWidth}`),
  );
  expect.soft(wider, `nothing on ${name} is wider than its window`).toEqual([]);
}
