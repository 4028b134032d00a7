import { ArrowRight, CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { Channel, Finding, Fix, Format, MediaRef } from "@/shared/api-types";
import { NetworkMark } from "@/shared/components/Marks";
import { useWords } from "@/shared/i18n";
import { isError, isInfo } from "./usePreflight";
import { alike, hasTwin } from "./alike";
import { FixButtons } from "./FixButtons";
import { MadeFiles } from "./MadeFiles";

interface Props {
  findings: Finding[];
  /** Those that are chosen. */
  channels: Channel[];
  chosen: number;
  networkName: (network: string) => string;
  checking: boolean;
  /** What a person is still at: said, but not loudly. */
  soft: (finding: Finding) => boolean;
  onJump: (finding: Finding) => void;
  fileOf: (finding: Finding) => MediaRef | undefined;
  formatsOf: (channel: string) => Format[];
  /** @param same what the same line says of several channels */
  onFix: (same: Finding[], fix: Fix) => void;
}

/** What stands in the way, by channel, each with a way to the place that mends it. */
export function Findings({ findings: all, channels, chosen, networkName, checking, soft, onJump, fileOf, formatsOf, onFix }: Props) {
  const { t } = useWords();
  if (chosen === 0) return null;
  const findings = all.filter((one) => !one.made);
  const calm = findings.every((one) => soft(one) || isInfo(one));
  const weight = (one: Finding) => (isError(one) ? 0 : isInfo(one) ? 2 : 1);
  const lines = alike(findings.toSorted((one, other) => weight(one) - weight(other)));
  const errors = lines.filter(([first]) => isError(first)).length;
  const wrong = lines.filter(([first]) => !isInfo(first)).length;
  return (
    <section id="findings" tabIndex={-1} aria-label={t("preflight.title")} aria-busy={checking}>
      <p role="status" className="flex items-center gap-2 text-sm font-semibold">
        {wrong === 0 ? (
          <>
            <CircleCheck size={17} className={checking ? "text-muted" : "text-ok"} aria-hidden />
            {checking ? t("preflight.checking") : t("preflight.clear", { count: chosen })}
          </>
        ) : (
          <>
            <CircleAlert size={17} className={calm ? "text-muted" : errors > 0 ? "text-danger" : "text-warn"} aria-hidden />
            {errors > 0 ? t("preflight.errors", { count: errors }) : t("preflight.warnings", { count: wrong })}
          </>
        )}
      </p>
      {findings.length > 0 && (
        <ul className="mt-2 flex flex-col gap-1.5">
          {lines.map((same, index) => {
            const meant = channels.filter((channel) => same.some((one) => one.channel === channel.id));
            return (
              <li key={index}>
                <FindingLine
                  finding={same[0]}
                  channels={meant}
                  twins={meant.filter((channel) => hasTwin(channel, channels))}
                  networkName={networkName}
                  soft={same.every(soft)}
                  onJump={onJump}
                />
                <FixButtons finding={same[0]} formats={formatsOf(same[0].channel)} onFix={(fix) => onFix(same, fix)} />
              </li>
            );
          })}
        </ul>
      )}
      <MadeFiles findings={all.filter((one) => one.made)} channels={channels} fileOf={fileOf} networkName={networkName} />
    </section>
  );
}

interface LineProps {
  finding: Finding;
  channels: Channel[];
  /** Those of them that their network's mark does not tell apart. */
  twins: Channel[];
  networkName: (network: string) => string;
  soft: boolean;
  onJump: (finding: Finding) => void;
}

function FindingLine({ finding, channels, twins, networkName, soft, onJump }: LineProps) {
  const { t } = useWords();
  const bad = isError(finding);
  const info = isInfo(finding);
  const Icon = bad ? CircleAlert : info ? Info : TriangleAlert;
  return (
    <button
      type="button"
      onClick={() => onJump(finding)}
      className={`group flex w-full items-start gap-2.5 rounded-lg px-3 py-2 text-left text-sm ${soft || info ? "bg-sunken text-muted" : bad ? "bg-danger-soft text-danger" : "bg-warn-soft text-warn"}`}
    >
      {channels.length === 0 && <Icon size={18} aria-hidden />}
      {channels.length > 0 && (
        <span className="flex max-w-24 flex-wrap gap-1">
          {channels.map((channel) => (
            <NetworkMark key={channel.id} network={channel.network} size={18} label={t("compose.channelOf", { name: channel.name, network: networkName(channel.network) })} />
          ))}
        </span>
      )}
      <span className="flex-1">
        {twins.length > 0 && (
          <span aria-hidden className="block font-semibold">
            {twins.map((channel) => channel.name).join(", ")}
          </span>
        )}
        <span className="sr-only">{bad ? t("preflight.error") : info ? t("preflight.info") : t("preflight.warning")}: </span>
        {finding.message}
        {finding.part > 0 && <span className="opacity-80"> ({t("compose.part", { number: finding.part + 1 })})</span>}
      </span>
      <span className="inline-flex items-center gap-1 text-xs font-semibold whitespace-nowrap">
        {t("preflight.show")}
        <ArrowRight size={13} aria-hidden />
      </span>
    </button>
  );
}
