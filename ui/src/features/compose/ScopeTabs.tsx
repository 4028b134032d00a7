import { clsx } from "clsx";
import type { KeyboardEvent } from "react";
import type { Channel, Finding } from "@/shared/api-types";
import { NetworkMark } from "@/shared/components/Marks";
import { useWords } from "@/shared/i18n";
import { hasTwin } from "./alike";
import { type Draft, followsBase, type Scope } from "./draft";

interface TabsProps {
  scope: Scope;
  chosen: Channel[];
  draft: Draft;
  findings: Finding[];
  networkName: (network: string) => string;
  onChange: (scope: Scope) => void;
}

/** The base and each channel; arrows walk along them. */
export function ScopeTabs({ scope, chosen, draft, findings, networkName, onChange }: TabsProps) {
  const { t } = useWords();
  const scopes: Scope[] = ["base", ...chosen.map((one) => one.id)];
  const tab = (one: Scope) =>
    clsx(
      "relative inline-flex h-10 shrink-0 items-center gap-2 border-b-2 px-3 text-sm font-medium",
      one === scope ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
    );

  function step(event: KeyboardEvent) {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = scopes[(scopes.indexOf(scope) + by + scopes.length) % scopes.length] as Scope;
    onChange(next);
    document.getElementById(`tab-${next}`)?.focus();
  }

  return (
    <div role="tablist" aria-label={t("compose.variants")} onKeyDown={step} className="mb-4 flex flex-wrap gap-x-1 border-b border-line">
      <button id="tab-base" type="button" role="tab" aria-selected={scope === "base"} aria-controls="scope-panel" tabIndex={scope === "base" ? 0 : -1} onClick={() => onChange("base")} className={tab("base")}>
        {t("compose.all")}
      </button>
      {chosen.map((channel) => {
        const errors = findings.filter((one) => one.channel === channel.id && one.severity === "ERROR").length;
        return (
          <button
            key={channel.id}
            id={`tab-${channel.id}`}
            type="button"
            role="tab"
            aria-selected={scope === channel.id}
            aria-controls="scope-panel"
            tabIndex={scope === channel.id ? 0 : -1}
            onClick={() => onChange(channel.id)}
            className={tab(channel.id)}
          >
            <NetworkMark network={channel.network} size={17} />
            {networkName(channel.network)}
            {hasTwin(channel, chosen) && ` · ${channel.name}`}
            {!followsBase(draft, channel.id) && (
              <span className="rounded-full bg-accent-soft px-1.5 text-[0.6875rem] font-semibold text-accent-text">{t("compose.own")}</span>
            )}
            {errors > 0 && (
              <span className="rounded-full bg-danger-soft px-1.5 text-[0.6875rem] font-bold text-danger">
                {errors}
                <span className="sr-only"> {t("preflight.errors", { count: errors })}</span>
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
