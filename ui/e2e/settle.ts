import { expect, type FullConfig, request } from "@playwright/test";
import { enter } from "./api.ts";

/** The demo fills itself when it is first visited; the walks begin when its last posts, the drafts, are there. */
export default async function settle(config: FullConfig) {
  const visitor = await request.newContext({ baseURL: config.projects[0]?.use.baseURL });
  await enter(visitor, "en");
  const drafts = async () => {
    const answer = await visitor.get("/api/posts?state=DRAFT");
    return ((await answer.json()) as { items: unknown[] }).items.length;
  };
  await expect.poll(drafts, { timeout: 120_000, message: "the demo is filled" }).toBeGreaterThanOrEqual(2);
  await visitor.dispose();
}
