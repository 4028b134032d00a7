import { clsx } from "clsx";
import type { Channel, Count } from "@/shared/api-types";
import { NetworkMark } from "@/shared/components/Marks";
import { useWords } from "@/shared/i18n";

interface Props {
  counts: Count[];
  channels: Channel[];
  /** The unit in words, where one channel is looked at alone. */
  units: boolean;
}

const NEAR = 0.9;

/** How full each network is, in its own units. */
export function Counters({ counts, channels, units }: Props) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language);
  const seen = new Set<string>();
  const rows = counts.flatMap((count) => {
    const channel = channels.find((one) => one.id === count.channel);
    // Two accounts of one network with the same text have the same count: once is enough.
    const key = [channel?.network, count.field, count.unit, count.used, count.max].join();
    if (!channel || seen.has(key) || (!units && isQuiet(count, counts))) return [];
    seen.add(key);
    return [{ ...count, network: channel.network, name: channel.name }];
  });
  return (
    <ul className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs tabular-nums" aria-label={t("compose.counters")}>
      {rows.map((row) => {
        const over = row.used > row.max;
        return (
          <li
            key={row.channel + row.field + row.unit}
            className={clsx(
              "flex items-center gap-1.5",
              over ? "font-bold text-danger" : row.used > row.max * NEAR ? "font-medium text-warn" : "text-muted",
            )}
          >
            <NetworkMark network={row.network} size={15} label={row.name} />
            <span>
              {number.format(row.used)}/{number.format(row.max)}
              {units && ` ${unitName(t, row.unit)}`}
              {row.field === "TITLE" && ` (${t("compose.title")})`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Among all channels each shows its first count, and any other only when it is about to matter. */
function isQuiet(count: Count, counts: Count[]): boolean {
  const first = counts.find((one) => one.channel === count.channel && one.field === "TEXT");
  return count !== first && count.used <= count.max * NEAR;
}

const UNITS = ["GRAPHEMES", "CODE_POINTS", "UTF16", "UTF8_BYTES", "WEIGHTED", "HASHTAGS", "MENTIONS", "CASHTAGS"] as const;

function unitName(t: ReturnType<typeof useWords>["t"], unit: string): string {
  const known = UNITS.find((one) => one === unit);
  return known ? t(`unit.${known}`) : "";
}
