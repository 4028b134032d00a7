import { clsx } from "clsx";
import type { CalendarItem } from "@/shared/api-types";
import { NetworkMark, StateIcon } from "@/shared/components/Marks";
import { useWords } from "@/shared/i18n";
import { showTime } from "@/shared/time";

const MOST_MARKS = 3;

interface Props {
  item: CalendarItem;
  zone: string;
  view: "month" | "week" | "list";
  carried: boolean;
  networkName: (id: string) => string;
}

/** A post on the calendar: when, where to, what, and how it stands, by colour and by sign. */
export function Card({ item, zone, view, carried, networkName }: Props) {
  const { t, language } = useWords();
  const networks = [...new Set(item.channels.map((channel) => channel.network))];
  const narrow = view !== "list";
  const line = item.line || t("calendar.noText");
  return (
    <div
      data-state-of={item.state}
      title={networks.map(networkName).join(", ")}
      className={clsx(
        "flex w-full min-w-0 gap-2 overflow-hidden rounded-lg border-l-[3px] border-[var(--tone)] bg-[var(--tone-soft)] py-1 text-ink",
        view === "week" ? "px-1" : "px-2",
        narrow && "@container max-sm:px-0.5",
        view === "list" ? "items-center py-2" : "flex-col gap-0.5",
        view === "week" && "h-full",
        carried && "ring-2 ring-accent ring-offset-1",
      )}
    >
      <span className={clsx("flex items-center gap-1.5 text-xs", narrow && "max-sm:flex-wrap max-sm:gap-x-1 max-sm:gap-y-0 @max-[5rem]:flex-wrap @max-[5rem]:gap-x-0.5 @max-[5rem]:gap-y-0")}>
        <StateIcon state={item.state} size={13} label={t(`state.${item.state}`)} />
        <span className={clsx("font-semibold whitespace-nowrap tabular-nums", view === "list" && "min-w-11", narrow && "max-sm:text-[0.625rem] max-sm:tracking-tighter")}>{showTime(item.at, zone, language)}</span>
        {narrow ? (
          <>
            <Marks networks={networks} most={MOST_MARKS} networkName={networkName} className="ml-auto hidden @min-[10.5rem]:flex" />
            <Marks networks={networks} most={networks.length > 1 ? 2 : 1} networkName={networkName} className="ml-auto hidden @min-[8rem]:flex @min-[10.5rem]:hidden" />
          </>
        ) : (
          <Marks networks={networks} most={MOST_MARKS} networkName={networkName} className="flex min-w-18" />
        )}
      </span>
      <span className={clsx("flex min-w-0 items-center gap-1.5", view === "list" && "flex-1")}>
        {item.thumbnail && (
          <img src={item.thumbnail} alt="" loading="lazy" className={clsx("shrink-0 rounded object-cover", view === "list" ? "size-9" : "size-5", narrow && "max-sm:hidden @max-[5rem]:hidden")} />
        )}
        <span className={clsx("truncate text-xs", view === "list" && "text-sm")}>{line}</span>
      </span>
    </div>
  );
}

interface MarksProps {
  networks: string[];
  /** How many places there are: the last one counts those that have none. */
  most: number;
  networkName: (id: string) => string;
  className: string;
}

function Marks({ networks, most, networkName, className }: MarksProps) {
  const shown = networks.length > most ? Math.max(1, most - 1) : networks.length;
  return (
    <span className={clsx("shrink-0 items-center gap-0.5", className)}>
      {networks.slice(0, shown).map((network) => (
        <NetworkMark key={network} network={network} size={15} label={networkName(network)} />
      ))}
      {networks.length > shown && <span className="text-[0.625rem] font-semibold text-muted">+{networks.length - shown}</span>}
    </span>
  );
}
