import { ExternalLink, MonitorPlay, Zap } from "lucide-react";
import { Empty, Failure, Loading, PageHead } from "@/shared/components/Bits";
import { NetworkMark } from "@/shared/components/Marks";
import { useWords } from "@/shared/i18n";
import { useNetworks } from "@/shared/queries";

/** The page of the same sandbox where the next call of a network is made to fail. */
function faultsOf(timeline: string, network?: string): string {
  const page = new URL("/faults", new URL(timeline, window.location.href));
  if (network) page.searchParams.set("network", network);
  return page.href;
}

/** What a follower would see: the ways to the timelines of the simulated networks. */
export function TimelinesPage() {
  const { t } = useWords();
  const networks = useNetworks();
  const shown = networks.data?.filter((network) => network.timeline) ?? [];
  return (
    <div className="mx-auto w-full max-w-5xl p-4 md:p-6">
      <PageHead title={t("nav.timelines")} />
      {networks.isPending && <Loading />}
      {networks.isError && <Failure error={networks.error} retry={() => void networks.refetch()} />}
      {networks.isSuccess && shown.length === 0 && (
        <Empty icon={<MonitorPlay aria-hidden />} title={t("timelines.noneTitle")} text={t("timelines.noneText")} />
      )}
      {shown.length > 0 && (
        <>
          <p className="text-sm text-muted">{t("timelines.text")}</p>
          <p className="mt-1 mb-5 text-sm text-muted">
            {t("timelines.faultsText")}{" "}
            <a href={faultsOf(shown[0]?.timeline ?? "")} target="_blank" rel="noreferrer" className="font-medium text-accent-text underline underline-offset-4">
              {t("timelines.faults")}
            </a>
          </p>
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {shown.map((network) => (
              <li key={network.id} className="flex flex-col gap-1.5">
                <a
                  href={network.timeline ?? undefined}
                  target="_blank"
                  rel="noreferrer"
                  className="flex items-center gap-4 rounded-2xl border border-line bg-surface p-5 transition-colors hover:border-accent hover:bg-hover"
                >
                  <NetworkMark network={network.id} size={44} />
                  <span className="min-w-0 flex-1">
                    <span className="block font-semibold">{network.name}</span>
                    <span className="block text-[0.8125rem] text-muted">{t("timelines.open")}</span>
                  </span>
                  <ExternalLink size={17} className="text-muted" aria-hidden />
                </a>
                <a
                  href={faultsOf(network.timeline ?? "", network.id)}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={t("timelines.faultsOf", { network: network.name })}
                  className="inline-flex items-center gap-1.5 self-start rounded-md px-2 py-1 text-[0.8125rem] text-muted hover:text-ink hover:underline"
                >
                  <Zap size={14} aria-hidden />
                  {t("timelines.faults")}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
