import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError, get, ifMatch, post as send, put } from "@/shared/api";
import type { Post } from "@/shared/api-types";
import { freshId } from "@/shared/ids";
import { postQuery, refreshPosts } from "@/shared/queries";
import { blank, type Draft, draftOf, inputOf, same } from "./draft";

const AUTOSAVE_MS = 1200;

export type Saving = "idle" | "dirty" | "saving" | "saved" | "failed" | "conflict";

export interface Keeper {
  draft: Draft;
  change: (next: (draft: Draft) => Draft) => void;
  post: Post | null;
  saving: Saving;
  error: unknown;
  /** Saves what is new. `null` when it could not be. */
  save: () => Promise<Post | null>;
  /** The other person's version, while we must choose. */
  theirs: Post | null;
  keepMine: () => Promise<Post | null>;
  takeTheirs: () => void;
  adopt: (post: Post) => void;
}

/**
 * Holds what is written and keeps it on the server. Only drafts are saved by themselves: a change of a scheduled post is
 * the person's decision.
 */
export function useDraft(initial: Post | null, start: Draft, zone: string, onBorn: (post: Post) => void): Keeper {
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => (initial ? draftOf(initial) : start));
  const [post, setPost] = useState(initial);
  const [saving, setSaving] = useState<Saving>("idle");
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<Post | null>(null);
  const now = useRef({ draft, post, saved: initial ? draftOf(initial) : start });
  now.current.draft = draft;
  const birth = useRef<{ key: string; draft: Draft } | null>(null);
  const line = useRef<Promise<Post | null>>(Promise.resolve(null));

  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const adopt = useCallback(
    (next: Post) => {
      now.current.post = next;
      client.setQueryData(postQuery(next.id).queryKey, next);
      setPost(next);
    },
    [client],
  );

  const write = useCallback(async (): Promise<Post> => {
    const known = now.current.post;
    if (known) {
      const written = now.current.draft;
      const next = await put<Post>(`/api/posts/${known.id}`, inputOf(written, zone), ifMatch(known.version));
      now.current.saved = written;
      return next;
    }
    // The first write is repeated word for word until it is answered: a lost answer makes no second post.
    birth.current ??= { key: freshId(), draft: now.current.draft };
    const next = await send<Post>("/api/posts", inputOf(birth.current.draft, zone), {
      headers: { "Idempotency-Key": birth.current.key },
    });
    now.current.saved = birth.current.draft;
    // A panel that was closed meanwhile is not opened again.
    if (here.current) onBorn(next);
    return next;
  }, [zone, onBorn]);

  const failed = useCallback(async (cause: unknown): Promise<null> => {
    if (cause instanceof ApiError && cause.status >= 400 && cause.status < 500) birth.current = null;
    const known = now.current.post;
    if (cause instanceof ApiError && cause.status === 409 && cause.problem.current !== undefined && known) {
      setTheirs(await get<Post>(`/api/posts/${known.id}`));
      setSaving("conflict");
    } else {
      setError(cause);
      setSaving("failed");
    }
    return null;
  }, []);

  const saveOnce = useCallback(async (): Promise<Post | null> => {
    const { post: known, draft: written, saved } = now.current;
    if (known ? same(written, saved) : blank(written) && written.channels.length === 0) return known;
    setSaving("saving");
    setError(null);
    try {
      let next = await write();
      adopt(next);
      // What was typed during the first write follows at once.
      if (!known && !same(now.current.draft, now.current.saved)) {
        next = await write();
        adopt(next);
      }
      setSaving(same(now.current.draft, now.current.saved) ? "saved" : "dirty");
      void refreshPosts(client);
      return next;
    } catch (cause) {
      return failed(cause).catch(() => null);
    }
  }, [write, adopt, failed, client]);

  /** One save after the other. */
  const save = useCallback(() => {
    line.current = line.current.then(saveOnce, saveOnce);
    return line.current;
  }, [saveOnce]);

  const change = useCallback((next: (draft: Draft) => Draft) => {
    setDraft((old) => {
      const changed = next(old);
      now.current.draft = changed;
      return changed;
    });
    setSaving((old) => (old === "conflict" ? old : "dirty"));
  }, []);

  // Somebody else's change, while there is nothing of ours to lose.
  useEffect(() => {
    const known = now.current.post;
    if (!initial || initial.id !== known?.id || initial.version <= known.version) return;
    if (!same(now.current.draft, now.current.saved)) return;
    now.current.post = initial;
    now.current.saved = draftOf(initial);
    setPost(initial);
    setDraft(draftOf(initial));
  }, [initial]);

  const automatic = post === null || post.state === "DRAFT";
  useEffect(() => {
    if (saving !== "dirty" || !automatic || (post === null && blank(draft))) return;
    const timer = setTimeout(() => void save(), AUTOSAVE_MS);
    return () => clearTimeout(timer);
  }, [draft, saving, automatic, save, post]);

  const keepMine = useCallback(() => {
    if (theirs) adopt(theirs);
    setTheirs(null);
    // Their version is known now and is written over on purpose.
    now.current.saved = theirs ? draftOf(theirs) : now.current.saved;
    return save();
  }, [theirs, adopt, save]);

  const takeTheirs = useCallback(() => {
    if (!theirs) return;
    adopt(theirs);
    now.current.saved = draftOf(theirs);
    setDraft(draftOf(theirs));
    setTheirs(null);
    setSaving("saved");
  }, [theirs, adopt]);

  return { draft, change, post, saving, error, save, theirs, keepMine, takeTheirs, adopt };
}
