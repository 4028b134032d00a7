import type { PublicationState } from "@/shared/api-types";

/* The queue in the groups that a person thinks in. RETRYING counts those that wait after a failed try. */

export type Group = PublicationState | "RETRYING";

export const GROUPS: Group[] = ["SCHEDULED", "PUBLISHING", "RETRYING", "HELD", "UNCONFIRMED", "FAILED", "PUBLISHED", "CANCELLED"];

/** Those that wait for a person. */
export const NEEDS_YOU: readonly Group[] = ["HELD", "UNCONFIRMED", "FAILED"];

export const groupOf = (value: string | undefined): Group => GROUPS.find((group) => group === value) ?? "SCHEDULED";

/** What the server is asked for; those that retry are published or scheduled with a try behind them. */
export const statesOf = (group: Group): string => (group === "RETRYING" ? "SCHEDULED,PUBLISHING" : group);
