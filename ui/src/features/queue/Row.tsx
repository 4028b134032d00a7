import type { Channel, Publication } from "@/shared/api-types";
import { ChannelFace, NetworkMark, StateBadge } from "@/shared/components/Marks";
import { Deeds, Why } from "@/shared/components/Publication";
import { useWords } from "@/shared/i18n";
import { useNetworkName, useSession } from "@/shared/queries";
import { showDistance, showMoment } from "@/shared/time";

interface Props {
  publication: Publication;
  channel: Channel | undefined;
  onStory: () => void;
}

export function Row({ publication: one, channel, onStory }: Props) {
  const { t, language } = useWords();
  const { workspace } = useSession();
  const networkName = useNetworkName();
  const at = one.publishedAt ?? one.dueAt;
  return (
    <li className="grid grid-cols-[auto_1fr] items-center gap-x-3.5 gap-y-2 rounded-xl border border-line bg-surface p-3.5 sm:grid-cols-[auto_1fr_auto]">
      {channel ? <ChannelFace channel={channel} size={38} /> : <NetworkMark network={one.network} size={38} />}
      <button type="button" onClick={onStory} className="min-w-0 rounded-md text-left">
        <span className="block truncate font-medium hover:underline">{one.line || t("calendar.noText")}</span>
        <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-[0.8125rem] text-muted">
          <span className="font-medium text-ink">{networkName(one.network)}</span>
          <span aria-hidden>·</span>
          <span>{one.account}</span>
          <span aria-hidden>·</span>
          <time dateTime={at} title={showDistance(at, new Date(), language)}>
            {showMoment(at, workspace.zone, language)}
          </time>
          {one.attempts > 0 && (
            <>
              <span aria-hidden>·</span>
              <span>{t("queue.attempts", { count: one.attempts })}</span>
            </>
          )}
        </span>
      </button>
      <div className="col-span-2 flex flex-wrap items-center gap-2 sm:col-span-1 sm:justify-end">
        <StateBadge state={one.state} />
        <Deeds publication={one} />
      </div>
      <Why publication={one} />
    </li>
  );
}
