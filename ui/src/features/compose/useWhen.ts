import { useEffect, useState } from "react";
import type { Post } from "@/shared/api-types";
import { keepTime, keptTime } from "./keptTimes";
import { beginWhen, type When } from "./When";

function begin(post: Post | null, at: string | undefined, zone: string): When {
  const kept = post?.state === "DRAFT" ? keptTime(post, zone) : null;
  return kept ?? beginWhen(post?.at && post.state !== "CANCELLED" ? post.at : at, zone);
}

/** When it shall go out. What a person chose for a draft is there again when the draft is. */
export function useWhen(initial: Post | null, post: Post | null, at: string | undefined, zone: string) {
  const [when, setWhen] = useState(() => begin(initial, at, zone));
  const [chosen, setChosen] = useState(at !== undefined);
  useEffect(() => {
    if (chosen && post?.state === "DRAFT") keepTime(post, when);
  }, [chosen, post, when]);
  function choose(next: When) {
    if (next.date !== when.date || next.time !== when.time) setChosen(true);
    setWhen(next);
  }
  return [when, choose] as const;
}
