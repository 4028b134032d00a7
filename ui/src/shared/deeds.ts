import { useMutation, useQueryClient } from "@tanstack/react-query";
import { get, message, post, put, remove } from "./api";
import type { Post, PostInput, Publication, PublicationState } from "./api-types";
import { tell, warn } from "./components/Toasts";
import { useWords } from "./i18n";
import { freshId } from "./ids";
import { postQuery, refreshPosts } from "./queries";

export type Action = "publishNow" | "retry" | "release" | "hold" | "open";

/** What can be done with a publication in this state, the likeliest first. */
export function actionsOf(state: PublicationState): Action[] {
  switch (state) {
    case "SCHEDULED":
      return ["publishNow", "hold", "open"];
    case "HELD":
      return ["release", "open"];
    case "FAILED":
      return ["retry", "open"];
    default:
      return ["open"];
  }
}

/** Codes of problems that are of our own making: their words say no more than our explanation does. */
const OURS = new Set(["held", "late", "channel", "absent", "unknown"]);
/** Also ours, but with a reason of the case in their words. */
const NOT_THE_CONTENT = new Set([...OURS, "late.skipped", "patience", "revoked", "step-unreadable"]);

export const saysTheSame = (code: string) => OURS.has(code);

/** The network refused what was sent: the same again is refused again. */
export const mustChange = (one: Publication) =>
  one.state === "FAILED" && one.out === 0 && one.problem !== null && !NOT_THE_CONTENT.has(one.problem.code);

export type Deed = Exclude<Action, "open"> | "wasPublished" | "wasNot" | "cancel";

function perform(deed: Deed, one: Publication): Promise<unknown> {
  const path = `/api/publications/${one.id}`;
  switch (deed) {
    case "publishNow":
      return put(`/api/posts/${one.post}/schedule`, { now: true });
    case "retry":
    case "release":
      return post(`${path}/attempts`);
    case "hold":
      return put(`${path}/hold`);
    case "wasPublished":
      return put(`${path}/verdict`, { verdict: "PUBLISHED" });
    case "wasNot":
      return put(`${path}/verdict`, { verdict: "ABSENT" });
    case "cancel":
      return remove(`/api/posts/${one.post}/schedule`);
  }
}

/** What a person does with a publication; every list learns of it. */
export function useDeeds(publication: Publication) {
  const { t } = useWords();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (deed: Deed) => perform(deed, publication),
    onSuccess: (_, deed) => tell(t(`deed.done.${deed}`)),
    onError: (error) => warn(message(error)),
    onSettled: () => refreshPosts(client),
  });
}

/** What failed of a post, as the beginning of a new one: the channels that have it already are left out. */
export function failedPartOf(post: Post): PostInput {
  const channels = post.publications.filter((one) => one.state === "FAILED" && one.out === 0).map((one) => one.channel);
  const { text, media, thread, title, zone } = post;
  const variants = Object.entries(post.variants ?? {}).filter(([channel]) => channels.includes(channel));
  return {
    text,
    channels,
    media: media ?? [],
    thread: thread ?? [],
    ...(title ? { title } : {}),
    variants: Object.fromEntries(variants),
    ...(zone ? { zone } : {}),
  };
}

/** Makes a draft of what failed and hands it over to be changed. */
export function useCopyOfFailed(onMade: (copy: Post) => void) {
  const { t } = useWords();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) =>
      post<Post>("/api/posts", failedPartOf(await get<Post>(`/api/posts/${id}`)), { headers: { "Idempotency-Key": freshId() } }),
    onSuccess: async (copy) => {
      client.setQueryData(postQuery(copy.id).queryKey, copy);
      tell(t("deed.done.copyFailed"));
      onMade(copy);
      await refreshPosts(client);
    },
    onError: (error) => warn(message(error)),
  });
}
