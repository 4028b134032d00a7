import { clsx } from "clsx";
import { Check, Unplug, X } from "lucide-react";
import { Link } from "@tanstack/react-router";
import type { Channel } from "@/shared/api-types";
import { ChannelFace } from "@/shared/components/Marks";
import { useWords } from "@/shared/i18n";

interface Props {
  channels: Channel[];
  chosen: string[];
  onChoose: (channel: string, chosen: boolean) => void;
  networkName: (network: string) => string;
}

export function ChannelPicker({ channels, chosen, onChoose, networkName }: Props) {
  const { t } = useWords();
  // What was disconnected since is not among the channels, but still in the post.
  const lost = chosen.filter((id) => !channels.some((channel) => channel.id === id));
  if (channels.length === 0 && lost.length === 0) {
    return (
      <p className="rounded-xl bg-sunken px-4 py-3 text-sm">
        {t("compose.noChannels")}{" "}
        <Link to="/channels" className="font-semibold text-accent-text underline underline-offset-4">
          {t("compose.connect")}
        </Link>
      </p>
    );
  }
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{t("compose.channels")}</legend>
      <div className="flex flex-wrap gap-2">
        {channels.map((channel) => {
          const on = chosen.includes(channel.id);
          const ill = channel.state === "RECONNECT";
          return (
            <label
              key={channel.id}
              className={clsx(
                "relative flex items-center gap-2.5 rounded-xl border py-1.5 pr-3.5 pl-2 text-sm transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
                on ? "border-accent bg-accent-soft" : "border-line bg-surface hover:bg-hover",
              )}
            >
              <input
                type="checkbox"
                className="sr-only"
                checked={on}
                onChange={(event) => onChoose(channel.id, event.target.checked)}
                aria-label={t("compose.channelOf", { name: channel.name, network: networkName(channel.network) })}
              />
              <ChannelFace channel={channel} size={30} />
              <span className="max-w-40">
                <span className="block truncate leading-tight font-medium">{channel.name}</span>
                <span className={clsx("block text-xs leading-tight", ill ? "font-medium text-danger" : "truncate text-muted")}>
                  {ill ? t("channel.state.RECONNECT") : networkName(channel.network)}
                </span>
              </span>
              {on && (
                <span className="absolute -top-1.5 -right-1.5 flex size-4.5 items-center justify-center rounded-full bg-accent text-accent-ink">
                  <Check size={12} strokeWidth={3.5} aria-hidden />
                </span>
              )}
            </label>
          );
        })}
        {lost.map((id) => (
          <label
            key={id}
            className="flex items-center gap-2.5 rounded-xl border border-danger bg-danger-soft px-3 py-1.5 text-sm text-danger has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input type="checkbox" className="sr-only" checked onChange={() => onChoose(id, false)} />
            <Unplug size={18} aria-hidden />
            {t("compose.lostChannel")}
            <X size={14} aria-hidden />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
