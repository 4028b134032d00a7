import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { ChevronRight } from "lucide-react";
import type { Attempt, Exchange } from "@/shared/api-types";
import { Failure, Loading } from "@/shared/components/Bits";
import { Drawer } from "@/shared/components/Dialog";
import { NetworkMark, StateBadge } from "@/shared/components/Marks";
import { Deeds, Why } from "@/shared/components/Publication";
import { useWords } from "@/shared/i18n";
import { attemptsQuery, publicationQuery, useNetworkName, useSession } from "@/shared/queries";
import { readMoments, showDay, showSecond } from "@/shared/time";

/** How a publication came to be what it is: every try, what was asked, what was answered, what was decided. */
export function Story({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords();
  const networkName = useNetworkName();
  const publication = useQuery(publicationQuery(id));
  const attempts = useQuery(attemptsQuery(id));
  const one = publication.data;
  return (
    <Drawer open title={t("story.title")} onClose={onClose}>
      {publication.isError && <Failure error={publication.error} />}
      {one && (
        <div className="mb-6">
          <p className="font-medium">{one.line}</p>
          <p className="mb-3 flex items-center gap-1.5 text-sm text-muted">
            <NetworkMark network={one.network} size={15} />
            {networkName(one.network)} · {one.account}
          </p>
          <div className="flex flex-wrap items-center gap-2">
            <StateBadge state={one.state} />
            <Deeds publication={one} />
          </div>
          <div className="mt-3">
            <Why publication={one} />
          </div>
        </div>
      )}
      {attempts.isPending && <Loading rows={3} />}
      {attempts.isError && <Failure error={attempts.error} retry={() => void attempts.refetch()} />}
      {attempts.data?.length === 0 && <p className="text-sm text-muted">{t("story.none")}</p>}
      <ol className="relative flex flex-col gap-5 border-l-2 border-line pl-5">
        {attempts.data?.map((attempt) => (
          <AttemptLine key={`${attempt.number}-${attempt.at}`} attempt={attempt} />
        ))}
      </ol>
    </Drawer>
  );
}

function AttemptLine({ attempt }: { attempt: Attempt }) {
  const { t, language } = useWords();
  const { workspace } = useSession();
  return (
    <li className="relative">
      <span aria-hidden className="absolute top-1.5 -left-[1.6875rem] size-3 rounded-full border-2 border-surface bg-accent" />
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="font-semibold">{attempt.step}</span>
        <span className="rounded bg-sunken px-1.5 text-xs font-medium">{decisionName(t, attempt.decision)}</span>
        <span className="text-xs text-muted tabular-nums">
          {showDay(attempt.at, workspace.zone, language)}, {showSecond(attempt.at, workspace.zone, language)} · {t("story.took", { ms: attempt.durationMs })}
        </span>
      </p>
      {attempt.detail && <p className="mt-0.5 text-sm text-muted">{readMoments(attempt.detail, workspace.zone, language)}</p>}
      <ul className="mt-2 flex flex-col gap-1.5">
        {attempt.exchanges.map((exchange, index) => (
          <li key={index}>
            <ExchangeLine exchange={exchange} />
          </li>
        ))}
      </ul>
    </li>
  );
}

const DECISIONS = [
  "next",
  "later",
  "published",
  "unknown",
  "absent",
  "cancelled",
  "verdict",
  "held",
  "released",
  "retry",
  "spaced",
  "skipped",
  "unavailable",
  "busy",
  "expired",
  "revoked",
  "rejected",
  "unreadable",
  "trouble",
  "cut",
  "budget",
  "files",
  "warned",
] as const;

function decisionName(t: ReturnType<typeof useWords>["t"], decision: string): string {
  const known = DECISIONS.find((one) => one === decision);
  return known ? t(`decision.${known}`) : decision;
}

const REFUSED = 400;

function ExchangeLine({ exchange }: { exchange: Exchange }) {
  const { t } = useWords();
  const good = exchange.status !== null && exchange.status < REFUSED;
  return (
    <details className="group rounded-lg border border-line text-xs">
      <summary className="flex items-center gap-2 px-2.5 py-1.5 font-mono">
        <ChevronRight size={13} className="shrink-0 transition-transform group-open:rotate-90" aria-hidden />
        <span className={clsx("shrink-0 rounded px-1 font-bold", good ? "bg-ok-soft text-ok" : "bg-danger-soft text-danger")}>
          {exchange.status ?? t("story.noAnswer")}
        </span>
        <span className="min-w-0 flex-1 truncate">
          {exchange.method} {exchange.url}
        </span>
        <span className="shrink-0 text-muted tabular-nums">{t("story.took", { ms: exchange.durationMs })}</span>
      </summary>
      <div className="flex flex-col gap-2 border-t border-line p-2.5">
        <Body title={t("story.request")} text={exchange.request} />
        <Body title={t("story.response")} text={exchange.response} />
      </div>
    </details>
  );
}

function Body({ title, text }: { title: string; text: string | null }) {
  if (!text) return null;
  return (
    <div>
      <p className="mb-0.5 font-medium text-muted">{title}</p>
      <pre tabIndex={0} className="max-h-48 overflow-auto rounded bg-sunken p-2 font-mono whitespace-pre-wrap break-all">
        {text}
      </pre>
    </div>
  );
}
