import { type BrowserContext, test as base } from "@playwright/test";
import { enter } from "./api.ts";

/* Every walk is watched: no error in the console, no failed request, nothing thrown. */

/** Whoever opens the door is asked for a session once and has none: the one 401 that belongs here. */
const atTheDoor = (url: string) => new URL(url).pathname === "/api/session";

function watch(context: BrowserContext): string[] {
  const wrong: string[] = [];
  context.on("weberror", (event) => wrong.push(`thrown: ${event.error().stack ?? event.error().message}`));
  context.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    const { url } = message.location();
    if (url && atTheDoor(url) && message.text().includes("401")) return;
    wrong.push(`console: ${message.text()} (${url})`);
  });
  context.on("requestfailed", (request) => {
    // A page that is left calls off what it had asked.
    if (request.failure()?.errorText === "net::ERR_ABORTED") return;
    wrong.push(`${request.failure()?.errorText}: ${request.method()} ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() < 400 || (response.status() === 401 && atTheDoor(response.url()))) return;
    wrong.push(`${response.status()}: ${response.request().method()} ${response.url()}`);
  });
  return wrong;
}

interface Walk {
  /** In the demo already, in English unless the walk says otherwise. */
  speak: (locale: "en" | "pl") => Promise<void>;
}

export const test = base.extend<Walk & { watched: undefined }>({
  watched: [
    async ({ context }, use) => {
      const wrong = watch(context);
      await use(undefined);
      base.expect(wrong, "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],
  speak: async ({ context }, use) => {
    await use((locale) => enter(context.request, locale));
  },
});

export { expect } from "@playwright/test";

/** A picture that every network takes. */
export const PICTURE = new URL("../../app/src/main/resources/demo/photo-1.jpg", import.meta.url).pathname;

/** Words that no other post has. */
export const unique = (words: string) => `${words} ${Date.now().toString(36)}`;
