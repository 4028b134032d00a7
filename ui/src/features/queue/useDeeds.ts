import { useMutation, useQueryClient } from "@tanstack/react-query";
import { message, post, put, remove } from "@/shared/api";
import type { Publication } from "@/shared/api-types";
import { tell, warn } from "@/shared/components/Toasts";
import { useWords } from "@/shared/i18n";
import { refreshPosts } from "@/shared/queries";
import type { Action } from "./groups";

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
