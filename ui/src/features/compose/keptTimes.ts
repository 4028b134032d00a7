import type { Post } from "@/shared/api-types";
import { instantOfWhen, type When } from "./When";

/* The server keeps the time of what was scheduled once. What is chosen for a draft before that is kept by this browser. */

const KEY = "planner.times";
const MOST = 50;

interface Kept {
  post: string;
  /** The server's time then: when it has another one, somebody chose later than we did. */
  over: string | null;
  date: string;
  time: string;
}

function all(): Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? (kept as Kept[]) : [];
  } catch {
    return [];
  }
}

export function keepTime(post: Pick<Post, "id" | "at">, { date, time }: When) {
  const others = all().filter((one) => one.post !== post.id);
  localStorage.setItem(KEY, JSON.stringify([{ post: post.id, over: post.at, date, time }, ...others].slice(0, MOST)));
}

/** The time that was chosen, unless it has gone by or the server knows a newer one. */
export function keptTime(post: Pick<Post, "id" | "at">, zone: string, now = new Date()): When | null {
  const kept = all().find((one) => one.post === post.id && one.over === post.at);
  if (!kept) return null;
  const when: When = { mode: "at", date: kept.date, time: kept.time };
  const at = instantOfWhen(when, zone);
  return at && at >= now ? when : null;
}
