import { Search, X } from "lucide-react";
import { useEffect, useState } from "react";
import type { Channel, Network } from "@/shared/api-types";
import { IconButton } from "@/shared/components/Button";
import type { BoardSearch } from "@/shared/search";
import { useWords } from "@/shared/i18n";

const STATES = ["DRAFT", "SCHEDULED", "PUBLISHING", "PUBLISHED", "PARTLY", "FAILED", "UNCONFIRMED", "HELD"] as const;
const TYPING_MS = 300;

interface Props {
  search: BoardSearch;
  channels: Channel[];
  networks: Network[];
  onChange: (change: Partial<BoardSearch>) => void;
}

/** What to see; it stands in the address too. */
export function Filters({ search, channels, networks, onChange }: Props) {
  const { t } = useWords();
  const [text, setText] = useState(search.q ?? "");
  useEffect(() => setText(search.q ?? ""), [search.q]);
  useEffect(() => {
    if (text === (search.q ?? "")) return;
    const timer = setTimeout(() => onChange({ q: text || undefined }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, search.q, onChange]);
  const used = networks.filter((network) => channels.some((channel) => channel.network === network.id));
  const box = "h-9 max-w-40 rounded-lg border border-line bg-surface px-2 text-sm";
  const filtered = search.channel || search.network || search.state || search.q;
  return (
    <div role="search" aria-label={t("filter.title")} className="flex flex-wrap items-center gap-2">
      <div className="relative">
        <Search size={15} className="pointer-events-none absolute top-2.5 left-2.5 text-muted" aria-hidden />
        <input
          type="search"
          aria-label={t("filter.text")}
          placeholder={t("filter.text")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="h-9 w-40 rounded-lg border border-line bg-surface pr-2 pl-8 text-sm"
        />
      </div>
      <select aria-label={t("filter.network")} value={search.network ?? ""} onChange={(event) => onChange({ network: event.target.value || undefined })} className={box}>
        <option value="">{t("filter.allNetworks")}</option>
        {used.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <select aria-label={t("filter.channel")} value={search.channel ?? ""} onChange={(event) => onChange({ channel: event.target.value || undefined })} className={box}>
        <option value="">{t("filter.allChannels")}</option>
        {channels.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name} · {networks.find((network) => network.id === one.network)?.name}
          </option>
        ))}
      </select>
      <select aria-label={t("filter.state")} value={search.state ?? ""} onChange={(event) => onChange({ state: event.target.value || undefined })} className={box}>
        <option value="">{t("filter.allStates")}</option>
        {STATES.map((one) => (
          <option key={one} value={one}>
            {t(`state.${one}`)}
          </option>
        ))}
      </select>
      {filtered && (
        <IconButton small label={t("filter.clear")} onClick={() => onChange({ channel: undefined, network: undefined, state: undefined, q: undefined })}>
          <X size={16} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
