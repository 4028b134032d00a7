import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, ifMatch, message, post as send, put, remove } from "@/shared/api";
import type { Finding, Post } from "@/shared/api-types";
import { tell, warn } from "@/shared/components/Toasts";
import { useWords } from "@/shared/i18n";
import { refreshPosts } from "@/shared/queries";
import { showMoment } from "@/shared/time";
import { keepTime } from "./keptTimes";
import type { Keeper } from "./useDraft";
import { instantOfWhen, type When } from "./When";

interface Given {
  keeper: Keeper;
  when: When;
  zone: string;
  onClose: () => void;
  onOpen: (post: Post) => void;
}

/** What the buttons of the composer do. */
export function useActions({ keeper, when, zone, onClose, onOpen }: Given) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [refused, setRefused] = useState<Finding[] | null>(null);

  async function attempt(work: () => Promise<void>) {
    setBusy(true);
    setError(null);
    setRefused(null);
    try {
      await work();
      await refreshPosts(client);
    } catch (cause) {
      if (cause instanceof ApiError && cause.problem.findings) setRefused(cause.problem.findings);
      setError(cause);
    } finally {
      setBusy(false);
    }
  }

  /** The time, or a word to the person why it cannot be. */
  function timing(): { now: true } | { at: string; zone: string } | null {
    if (when.mode === "now") return { now: true };
    const at = instantOfWhen(when, zone);
    return at ? { at: at.toISOString(), zone } : null;
  }

  async function plan() {
    const body = timing();
    if (!body) return warn(t("when.missing"));
    const saved = await keeper.save();
    if (!saved) return;
    const post = await put<Post>(`/api/posts/${saved.id}/schedule`, body, ifMatch(saved.version));
    keeper.adopt(post);
    tell("now" in body ? t("compose.done.now") : t("compose.done.at", { at: showMoment(body.at, zone, language) }));
    onClose();
  }

  async function keepAsDraft() {
    const saved = await keeper.save();
    if (saved && (saved.state === "SCHEDULED" || saved.state === "HELD")) {
      const draft = await remove<Post>(`/api/posts/${saved.id}/schedule`, ifMatch(saved.version));
      keeper.adopt(draft);
      keepTime(draft, when);
      tell(t("compose.done.unscheduled"));
    } else if (saved) {
      tell(t("compose.done.draft"));
    } else if (keeper.post === null && keeper.saving === "idle") {
      onClose();
      return;
    }
    if (saved) onClose();
  }

  return {
    busy,
    error,
    refused,
    submit: () => void attempt(when.mode === "draft" ? keepAsDraft : plan),
    /** A draft is kept on the way out; a scheduled post only by its button. */
    close: () => {
      if (keeper.saving === "dirty" && (keeper.post === null || keeper.post.state === "DRAFT")) void keeper.save();
      onClose();
    },
    remove: () =>
      void attempt(async () => {
        if (keeper.post) await remove(`/api/posts/${keeper.post.id}`);
        tell(t("compose.done.deleted"));
        onClose();
      }),
    duplicate: () =>
      void (async () => {
        if (!keeper.post) return;
        try {
          const copy = await send<Post>(`/api/posts/${keeper.post.id}/copies`);
          tell(t("compose.done.copied"));
          onOpen(copy);
        } catch (cause) {
          warn(message(cause));
        }
      })(),
  };
}
