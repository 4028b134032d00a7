import { useNavigate, useSearch } from "@tanstack/react-router";
import { clsx } from "clsx";
import { ExternalLink, MonitorPlay, RotateCw } from "lucide-react";
import { useState } from "react";
import { Empty, Loading, PageHead } from "@/shared/components/Bits";
import { Button } from "@/shared/components/Button";
import { NetworkMark } from "@/shared/components/Marks";
import { useWords } from "@/shared/i18n";
import { useNetworks } from "@/shared/queries";

/** What a follower would see: the timelines of the simulated networks. */
export function TimelinesPage() {
  const { t } = useWords();
  const search = useSearch({ from: "/frame/timelines" });
  const navigate = useNavigate();
  const networks = useNetworks();
  const [turn, setTurn] = useState(0);
  const shown = networks.data?.filter((network) => network.timeline) ?? [];
  const current = shown.find((network) => network.id === search.network) ?? shown[0];
  if (networks.isPending) return <Loading />;
  if (!current?.timeline) return <Empty icon={<MonitorPlay aria-hidden />} title={t("timelines.noneTitle")} text={t("timelines.noneText")} />;
  return (
    <div className="flex h-full flex-col p-4 md:p-6">
      <PageHead title={t("nav.timelines")}>
        <Button small icon={<RotateCw size={15} aria-hidden />} onClick={() => setTurn(turn + 1)}>
          {t("timelines.reload")}
        </Button>
        <a
          href={current.timeline}
          target="_blank"
          rel="noreferrer"
          className="inline-flex h-8 items-center gap-2 rounded-lg border border-line bg-surface px-2.5 text-[0.8125rem] font-medium hover:bg-hover"
        >
          <ExternalLink size={15} aria-hidden />
          {t("timelines.open")}
        </a>
      </PageHead>
      <p className="mb-4 text-sm text-muted">{t("timelines.text")}</p>
      <div role="group" aria-label={t("nav.timelines")} className="mb-4 flex gap-2 overflow-x-auto pb-1">
        {shown.map((network) => (
          <button
            key={network.id}
            type="button"
            aria-pressed={network.id === current.id}
            onClick={() => void navigate({ to: "/timelines", search: { network: network.id } })}
            className={clsx(
              "flex shrink-0 items-center gap-2 rounded-xl border px-3.5 py-2 text-sm font-medium",
              network.id === current.id ? "border-accent bg-accent-soft" : "border-line bg-surface hover:bg-hover",
            )}
          >
            <NetworkMark network={network.id} size={18} />
            {network.name}
          </button>
        ))}
      </div>
      <iframe
        key={`${current.id} ${turn}`}
        src={current.timeline}
        title={t("timelines.of", { network: current.name })}
        sandbox="allow-same-origin allow-popups"
        className="min-h-[32rem] w-full flex-1 rounded-2xl border border-line bg-white"
      />
    </div>
  );
}
