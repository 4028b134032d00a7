import type { PublicationState } from "@/shared/api-types";
import type { PublicationQuestion } from "@/shared/queries";

/* The queue in the groups that a person thinks in. RETRYING counts those that wait after a failed try. */

export type Group = PublicationState | "RETRYING";

export const GROUPS: Group[] = ["SCHEDULED", "PUBLISHING", "RETRYING", "HELD", "UNCONFIRMED", "FAILED", "PUBLISHED", "CANCELLED"];

/** Those that wait for a person. */
export const NEEDS_YOU: readonly Group[] = ["HELD", "UNCONFIRMED", "FAILED"];

export const groupOf = (value: string | undefined): Group => GROUPS.find((group) => group === value) ?? "SCHEDULED";

/** What lies ahead comes in the order of its time, what is behind with the newest first. */
const AHEAD: readonly Group[] = ["SCHEDULED", "PUBLISHING", "RETRYING", "HELD"];

/** What the server is asked for. */
export const questionOf = (group: Group): PublicationQuestion => ({
  state: group === "RETRYING" ? "PUBLISHING" : group,
  retrying: group === "RETRYING" ? "true" : undefined,
  first: AHEAD.includes(group) ? "OLDEST" : "NEWEST",
});
