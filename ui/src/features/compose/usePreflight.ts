import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { post } from "@/shared/api";
import type { Finding, PreflightResult } from "@/shared/api-types";
import { useWords } from "@/shared/i18n";
import { readMoments } from "@/shared/time";
import { type Draft, inputOf } from "./draft";

export const PREFLIGHT_MS = 400;

function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

export interface Preflight extends PreflightResult {
  checking: boolean;
  error: unknown;
  blocked: boolean;
}

const nothing: PreflightResult = { findings: [], counts: [], formats: {} };

/** What the networks would say at that time, or now; asked once the typing pauses. */
export function usePreflight(draft: Draft, zone: string, at: string | null): Preflight {
  const { language } = useWords();
  const settled = useSettled(draft, PREFLIGHT_MS);
  const active = settled.channels.length > 0;
  const due = useSettled(at ? `?at=${encodeURIComponent(at)}` : "", PREFLIGHT_MS);
  const { data, isFetching, error } = useQuery({
    queryKey: ["preflight", language, settled, due],
    queryFn: ({ signal }) => post<PreflightResult>(`/api/preflight${due}`, inputOf(settled, zone), { signal }),
    enabled: active,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    staleTime: 5_000,
  });
  const result = active && data ? data : nothing;
  const findings = result.findings
    .filter((finding) => draft.channels.includes(finding.channel))
    .map((finding) => ({ ...finding, message: readMoments(finding.message, zone, language) }));
  return {
    ...result,
    findings,
    checking: isFetching || settled !== draft,
    error: active ? error : null,
    blocked: findings.some(isError),
  };
}

export const isError = (finding: Finding) => finding.severity === "ERROR";

/** Good to know, and nothing to mend. */
export const isInfo = (finding: Finding) => finding.severity === "INFO";
