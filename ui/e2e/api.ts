import { type APIRequestContext, expect } from "@playwright/test";

/* What a walk asks the server beside the screens: to begin at once, and to know the truth in the end. */

interface Publication {
  network: string;
  state: string;
  dueAt: string;
  publishedAt: string | null;
  permalink: string | null;
}

interface Post {
  id: string;
  text: string;
  state: string;
  at: string | null;
  zone: string;
  publications: Publication[];
}

async function token(visitor: APIRequestContext): Promise<Record<string, string>> {
  const { cookies } = await visitor.storageState();
  return { "X-XSRF-TOKEN": cookies.find((cookie) => cookie.name === "XSRF-TOKEN")?.value ?? "" };
}

/** Signs the demo's person in, speaking this language. */
export async function enter(visitor: APIRequestContext, locale: "en" | "pl") {
  const setup = (await (await visitor.get("/api/setup")).json()) as { demo: { email: string; password: string } };
  const session = await visitor.post("/api/session", { data: setup.demo, headers: await token(visitor) });
  expect(session.status(), "signing in").toBe(200);
  const person = await visitor.patch("/api/person", { data: { locale }, headers: await token(visitor) });
  expect(person.status(), "choosing the language").toBe(200);
}

/** The post with this text as the server knows it. */
export async function postOf(visitor: APIRequestContext, text: string): Promise<Post> {
  const found = await visitor.get("/api/posts", { params: { q: text } });
  const { items } = (await found.json()) as { items: Post[] };
  expect(items, `posts with the text ${text}`).toHaveLength(1);
  return (await (await visitor.get(`/api/posts/${items[0]?.id}`)).json()) as Post;
}

export async function zoneOf(visitor: APIRequestContext): Promise<string> {
  const session = (await (await visitor.get("/api/session")).json()) as { workspace: { zone: string } };
  return session.workspace.zone;
}
