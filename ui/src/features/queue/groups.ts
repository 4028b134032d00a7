import type { PublicationState } from "@/shared/api-types";
import type { PublicationQuestion } from "@/shared/queries";

/* The queue in the groups that a person thinks in. RETRYING counts those that wait after a failed try, WARNED
 * those that will fail at their time unless somebody mends them. */

export type Group = PublicationState | "RETRYING" | "WARNED";

export const GROUPS: Group[] = ["SCHEDULED", "PUBLISHING", "RETRYING", "WARNED", "HELD", "UNCONFIRMED", "FAILED", "PUBLISHED", "CANCELLED"];

/** Those that wait for a person. */
export const NEEDS_YOU: readonly Group[] = ["WARNED", "HELD", "UNCONFIRMED", "FAILED"];

export const groupOf = (value: string | undefined): Group => GROUPS.find((group) => group === value) ?? "SCHEDULED";

/** What lies ahead comes in the order of its time, what is behind with the newest first. */
const AHEAD: readonly Group[] = ["SCHEDULED", "PUBLISHING", "RETRYING", "WARNED", "HELD"];

/** What the server is asked for. */
export const questionOf = (group: Group): PublicationQuestion => ({
  state: group === "RETRYING" ? "PUBLISHING" : group === "WARNED" ? "SCHEDULED" : group,
  retrying: group === "RETRYING" ? "true" : undefined,
  warned: group === "WARNED" ? "true" : undefined,
  first: AHEAD.includes(group) ? "OLDEST" : "NEWEST",
});
