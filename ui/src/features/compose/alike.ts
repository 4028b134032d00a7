import type { Channel, Finding } from "@/shared/api-types";

/** What is said of several channels in the same words, and mended in the same way, is said once. */
export function alike(findings: Finding[]): [Finding, ...Finding[]][] {
  const lines = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.severity, finding.rule, finding.part, finding.media, finding.message, finding.fixes]);
    const same = lines.get(key);
    if (same) same.push(finding);
    else lines.set(key, [finding]);
  }
  return [...lines.values()];
}

/** Whether another of them is on the same network: then its name alone tells which is meant. */
export const hasTwin = (channel: Channel, among: Channel[]) =>
  among.some((other) => other.network === channel.network && other.id !== channel.id);
