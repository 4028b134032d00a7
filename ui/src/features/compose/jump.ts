import type { Finding } from "@/shared/api-types";
import { type Draft, type Scope, shown } from "./draft";

/* From a finding to the control that mends it. Controls carry these ids. */

export const fieldId = (field: string, part = 0, media: number | null = null) =>
  ["compose", field.replaceAll(/[^A-Za-z0-9-]/g, "-"), part, media ?? ""].join("-");

/** On which tab the blamed thing stands: the channel's own, or the base that it follows. */
export function scopeOf(finding: Finding, draft: Draft): Scope {
  const { own } = shown(draft, finding.channel);
  if (finding.field === "text") return (finding.part === 0 ? own.text : own.thread) ? finding.channel : "base";
  if (finding.field === "title") return own.title ? finding.channel : "base";
  if (finding.field === "media" || finding.field === "alt") {
    return (finding.part === 0 ? own.media : own.thread) ? finding.channel : "base";
  }
  return finding.channel;
}

/** The best control there is: the exact medium, else the media of the part, else its text. */
export function targetIds(finding: Finding): string[] {
  const top = finding.field.split(".").slice(0, 2).join(".");
  return [
    fieldId(finding.field, finding.part, finding.media),
    fieldId(finding.field, finding.part),
    fieldId(top),
    fieldId("text", finding.part),
    fieldId("text"),
  ];
}

/** Puts the focus there once the tab is drawn. */
export function jump(finding: Finding) {
  requestAnimationFrame(() => {
    const target = targetIds(finding)
      .map((id) => document.getElementById(id))
      .find((element) => element !== null);
    target?.scrollIntoView({ block: "center" });
    target?.focus();
  });
}
