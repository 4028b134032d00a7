import { ArrowRight, CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import type { Channel, Finding } from "@/shared/api-types";
import { NetworkMark } from "@/shared/components/Marks";
import { useWords } from "@/shared/i18n";
import { isError } from "./usePreflight";
import { alike } from "./alike";

interface Props {
  findings: Finding[];
  channels: Channel[];
  chosen: number;
  checking: boolean;
  /** What a person is still at: said, but not loudly. */
  soft: (finding: Finding) => boolean;
  onJump: (finding: Finding) => void;
}

/** What stands in the way, by channel, each with a way to the place that mends it. */
export function Findings({ findings, channels, chosen, checking, soft, onJump }: Props) {
  const { t } = useWords();
  if (chosen === 0) return null;
  const errors = findings.filter(isError).length;
  const calm = findings.every(soft);
  const worstFirst = findings.toSorted((one, other) => Number(isError(other)) - Number(isError(one)));
  return (
    <section id="findings" tabIndex={-1} aria-label={t("preflight.title")} aria-busy={checking}>
      <p role="status" className="flex items-center gap-2 text-sm font-semibold">
        {findings.length === 0 ? (
          <>
            <CircleCheck size={17} className={checking ? "text-muted" : "text-ok"} aria-hidden />
            {checking ? t("preflight.checking") : t("preflight.clear", { count: chosen })}
          </>
        ) : (
          <>
            <CircleAlert size={17} className={calm ? "text-muted" : errors > 0 ? "text-danger" : "text-warn"} aria-hidden />
            {errors > 0 ? t("preflight.errors", { count: errors }) : t("preflight.warnings", { count: findings.length })}
          </>
        )}
      </p>
      {findings.length > 0 && (
        <ul className="mt-2 flex flex-col gap-1.5">
          {alike(worstFirst).map((same, index) => (
            <li key={index}>
              <FindingLine
                finding={same[0]}
                channels={channels.filter((channel) => same.some((one) => one.channel === channel.id))}
                soft={same.every(soft)}
                onJump={onJump}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface LineProps {
  finding: Finding;
  channels: Channel[];
  soft: boolean;
  onJump: (finding: Finding) => void;
}

function FindingLine({ finding, channels, soft, onJump }: LineProps) {
  const { t } = useWords();
  const bad = isError(finding);
  const Icon = bad ? CircleAlert : TriangleAlert;
  return (
    <button
      type="button"
      onClick={() => onJump(finding)}
      className={`group flex w-full items-start gap-2.5 rounded-lg px-3 py-2 text-left text-sm ${soft ? "bg-sunken text-muted" : bad ? "bg-danger-soft text-danger" : "bg-warn-soft text-warn"}`}
    >
      {channels.length === 0 && <Icon size={18} aria-hidden />}
      {channels.length > 0 && (
        <span className="flex max-w-24 flex-wrap gap-1">
          {channels.map((channel) => (
            <NetworkMark key={channel.id} network={channel.network} size={18} label={channel.name} />
          ))}
        </span>
      )}
      <span className="flex-1">
        <span className="sr-only">{bad ? t("preflight.error") : t("preflight.warning")}: </span>
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
