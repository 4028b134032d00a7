import { useQuery } from "@tanstack/react-query";
import { NEEDS_YOU } from "@/features/queue/groups";
import { channelsQuery, countsQuery } from "@/shared/queries";

/** What waits for a person: channels to be connected again, publications that failed, are held, or that nobody can tell of. */
export function useNeeds(): { channels: number; posts: number } {
  const { data: channels = [] } = useQuery(channelsQuery);
  const { data: counts = {} } = useQuery(countsQuery);
  return {
    channels: channels.filter((channel) => channel.state === "RECONNECT").length,
    posts: NEEDS_YOU.reduce((sum, group) => sum + (counts[group] ?? 0), 0),
  };
}
