import { keepPreviousData, type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import i18next from "i18next";
import { useCallback } from "react";
import { ApiError, get, query } from "./api";
import type {
  ApiToken,
  Asset,
  Attempt,
  CalendarStretch,
  Channel,
  ChannelChoice,
  Choice,
  Health,
  Network,
  Page,
  Post,
  Publication,
  Refusal,
  Rendition,
  Session,
  Setup,
  SpokenApi,
} from "./api-types";

const SECOND = 1000;

async function sessionOrNobody(): Promise<Session | null> {
  try {
    return await get<Session>("/api/session");
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

export const sessionQuery = queryOptions({ queryKey: ["session"], queryFn: sessionOrNobody, staleTime: 60 * SECOND });
export const setupQuery = queryOptions({ queryKey: ["setup"], queryFn: () => get<Setup>("/api/setup") });
export const healthQuery = queryOptions({
  queryKey: ["health"],
  queryFn: readHealth,
  refetchInterval: 15 * SECOND,
  retry: false,
});

export const apisQuery = queryOptions({
  queryKey: ["apis"],
  queryFn: async () => (await get<Page<SpokenApi>>("/api/apis")).items,
  staleTime: 60 * 60 * SECOND,
});

/** The network's own words for a refused consent; null where there are none. */
export const refusalQuery = (network: string, code: string) =>
  queryOptions({
    queryKey: ["refusal", network, code, i18next.language],
    queryFn: async () => {
      try {
        return (await get<Refusal>(`/api/channels/${encodeURIComponent(network)}/refusals/${encodeURIComponent(code)}`)).message;
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }
    },
    retry: false,
  });

async function readHealth(): Promise<Health> {
  const response = await fetch("/health", { headers: { Accept: "application/json" } });
  return (await response.json()) as Health;
}

/** Texts of networks come in the language of the page, so the language is part of the key. */
export const networksQuery = () =>
  queryOptions({
    queryKey: ["networks", i18next.language],
    queryFn: async () => (await get<Page<Network>>("/api/networks")).items,
    staleTime: 10 * 60 * SECOND,
    placeholderData: keepPreviousData,
  });

export const channelsQuery = queryOptions({
  queryKey: ["channels"],
  queryFn: async () => (await get<Page<Channel>>("/api/channels?limit=200")).items,
});

export const choiceListQuery = (channel: string, list: string, chosen: Record<string, string>) =>
  queryOptions({
    queryKey: ["choices", channel, list, chosen],
    queryFn: async () =>
      (await get<Page<Choice>>(`/api/channels/${channel}/choices/${encodeURIComponent(list)}${query(chosen)}`)).items,
    staleTime: 5 * 60 * SECOND,
    retry: 1,
  });

export const channelChoiceQuery = (id: string) =>
  queryOptions({
    queryKey: ["channel-choice", id],
    queryFn: () => get<ChannelChoice>(`/api/channel-choices/${id}`),
    retry: false,
  });

export interface CalendarRange {
  from: string;
  to: string;
  channel?: string;
  network?: string;
  state?: string;
  q?: string;
}

export const calendarQuery = (range: CalendarRange) =>
  queryOptions({
    queryKey: ["calendar", range],
    queryFn: ({ signal }) => get<CalendarStretch>(`/api/calendar${query({ ...range })}`, { signal }),
    placeholderData: keepPreviousData,
    enabled: range.from !== "",
  });

export const draftsQuery = queryOptions({
  queryKey: ["posts", "drafts"],
  queryFn: async () => (await get<Page<Post>>("/api/posts?state=DRAFT&limit=100")).items,
});

export const postQuery = (id: string) =>
  queryOptions({ queryKey: ["post", id], queryFn: () => get<Post>(`/api/posts/${id}`) });

export const assetQuery = (id: string) =>
  queryOptions({
    queryKey: ["asset", id],
    queryFn: () => get<Asset>(`/api/media/${id}`),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What is made of a file for the networks. */
export const renditionsQuery = (id: string) =>
  queryOptions({
    queryKey: ["renditions", id],
    queryFn: async () => (await get<Page<Rendition>>(`/api/media/${id}/renditions`)).items,
  });

export const libraryQuery = queryOptions({
  queryKey: ["assets"],
  queryFn: async () => (await get<Page<Asset>>("/api/media?limit=60")).items,
});

export interface PublicationQuestion {
  state: string;
  retrying?: "true";
  warned?: "true";
  first: "OLDEST" | "NEWEST";
}

export const publicationsQuery = (question: PublicationQuestion, channel?: string) =>
  queryOptions({
    queryKey: ["publications", question, channel ?? ""],
    queryFn: async () =>
      (await get<Page<Publication>>(`/api/publications${query({ ...question, channel, limit: 100 })}`)).items,
    placeholderData: keepPreviousData,
  });

export const countsQuery = queryOptions({
  queryKey: ["publications", "counts"],
  queryFn: () => get<Record<string, number>>("/api/publications/counts"),
});

export const publicationQuery = (id: string) =>
  queryOptions({ queryKey: ["publication", id], queryFn: () => get<Publication>(`/api/publications/${id}`) });

export const attemptsQuery = (id: string) =>
  queryOptions({
    queryKey: ["attempts", id],
    queryFn: async () => (await get<Page<Attempt>>(`/api/publications/${id}/attempts`)).items,
  });

export const tokensQuery = queryOptions({
  queryKey: ["tokens"],
  queryFn: async () => (await get<Page<ApiToken>>("/api/tokens")).items,
});

/** The session inside the frame, where somebody is signed in for sure. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error("no session inside the frame");
  return data;
}

export const useNetworks = () => useQuery(networksQuery());
export const useChannels = () => useQuery(channelsQuery);

/** A network's name by its id, in the person's language. */
export function useNetworkName(): (id: string) => string {
  const { data: networks } = useNetworks();
  return useCallback((id) => networks?.find((one) => one.id === id)?.name ?? id, [networks]);
}

/** After anything that moves posts: every view of them. */
export function refreshPosts(client: QueryClient): Promise<unknown> {
  return Promise.all(
    ["calendar", "posts", "post", "publications", "publication"].map((key) =>
      client.invalidateQueries({ queryKey: [key] }),
    ),
  );
}
