import { useMutation, useQueryClient } from "@tanstack/react-query";
import { clsx } from "clsx";
import { CircleAlert, CircleCheck, Ellipsis, Pause, Play, RefreshCw, Stethoscope, Unplug } from "lucide-react";
import { useState } from "react";
import { message, patch, post, remove } from "@/shared/api";
import type { Channel, ChannelState, Network } from "@/shared/api-types";
import { Button, IconButton } from "@/shared/components/Button";
import { Confirm } from "@/shared/components/Confirm";
import { ChannelFace } from "@/shared/components/Marks";
import { Menu, MenuItem, MenuLine } from "@/shared/components/Menu";
import { tell, warn } from "@/shared/components/Toasts";
import { useWords } from "@/shared/i18n";
import { useSession } from "@/shared/queries";
import { showMoment } from "@/shared/time";

const DAY_MS = 24 * 60 * 60_000;
const SOON_DAYS = 10;

interface Props {
  channel: Channel;
  network: Network | undefined;
  fresh: boolean;
  onReconnect: () => void;
}

const show = (card: HTMLElement | null) => card?.scrollIntoView?.({ block: "center" });

export function ChannelCard({ channel, network, fresh, onReconnect }: Props) {
  const { t } = useWords();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ["channels"] });
  const told = { onError: (error: unknown) => warn(message(error)), onSettled: refresh };

  const check = useMutation({
    ...told,
    mutationFn: () => post<Channel>(`/api/channels/${channel.id}/checks`),
    onSuccess: (next) => tell(t(next.state === "RECONNECT" ? "channel.checkedBad" : "channel.checked", { name: next.name })),
  });
  const pause = useMutation({
    ...told,
    mutationFn: (paused: boolean) => patch<Channel>(`/api/channels/${channel.id}`, { paused }),
    onSuccess: (_, paused) => tell(t(paused ? "channel.done.paused" : "channel.done.resumed", { name: channel.name })),
  });
  const disconnect = useMutation({
    ...told,
    mutationFn: () => remove(`/api/channels/${channel.id}`),
    onSuccess: () => {
      setLeaving(false);
      tell(t("channel.gone", { name: channel.name }));
    },
  });
  const paused = channel.state === "PAUSED";

  return (
    <article
      ref={fresh ? show : undefined}
      className={clsx("flex h-full flex-col gap-3 rounded-2xl border bg-surface p-4", fresh ? "border-accent" : "border-line")}
    >
      <div className="flex items-start gap-3.5">
        <ChannelFace channel={channel} size={46} />
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-semibold">{channel.name}</h2>
          <p className="truncate text-[0.8125rem] text-muted">
            {network?.name}
            {channel.handle && ` · ${channel.handle}`}
          </p>
        </div>
        <Menu
          trigger={
            <IconButton small label={t("channel.actions", { name: channel.name })}>
              <Ellipsis size={18} aria-hidden />
            </IconButton>
          }
        >
          <MenuItem icon={<Stethoscope size={16} aria-hidden />} onSelect={() => check.mutate()}>
            {t("channel.check")}
          </MenuItem>
          <MenuItem icon={<RefreshCw size={16} aria-hidden />} onSelect={onReconnect}>
            {t("channel.reconnect")}
          </MenuItem>
          <MenuItem icon={paused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />} onSelect={() => pause.mutate(!paused)}>
            {paused ? t("channel.resume") : t("channel.pause")}
          </MenuItem>
          <MenuLine />
          <MenuItem danger icon={<Unplug size={16} aria-hidden />} onSelect={() => setLeaving(true)}>
            {t("channel.disconnect")}
          </MenuItem>
        </Menu>
      </div>
      <HealthLine channel={channel} busy={check.isPending} />
      {channel.state === "RECONNECT" && (
        <div>
          <Button small look="primary" onClick={onReconnect}>
            {t("channel.reconnect")}
          </Button>
        </div>
      )}
      {leaving && (
        <Confirm
          title={t("channel.leaveTitle", { name: channel.name })}
          text={t("channel.leaveText", { count: channel.waiting })}
          action={t("channel.disconnect")}
          name={channel.name}
          busy={disconnect.isPending}
          onConfirm={() => disconnect.mutate()}
          onClose={() => setLeaving(false)}
        />
      )}
    </article>
  );
}

const tones: Record<ChannelState, string> = { CONNECTED: "text-ok", RECONNECT: "text-danger", PAUSED: "text-muted" };
const icons = { CONNECTED: CircleCheck, RECONNECT: CircleAlert, PAUSED: Pause };

function HealthLine({ channel, busy }: { channel: Channel; busy: boolean }) {
  const { t, language } = useWords();
  const { workspace } = useSession();
  const Icon = icons[channel.state];
  const days = channel.expiresAt ? Math.ceil((new Date(channel.expiresAt).getTime() - Date.now()) / DAY_MS) : null;
  const rests = channel.restsUntil && new Date(channel.restsUntil) > new Date() ? channel.restsUntil : null;
  return (
    <div className="flex-1 text-[0.8125rem]" aria-busy={busy}>
      <p className="flex items-center justify-between gap-2">
        <span className={clsx("flex items-center gap-1.5 font-medium", tones[channel.state])}>
          <Icon size={15} aria-hidden />
          {busy ? t("channel.checking") : t(`channel.state.${channel.state}`)}
        </span>
        <span className="text-muted">{t("channel.waiting", { count: channel.waiting })}</span>
      </p>
      {channel.state === "RECONNECT" && <p className="mt-1">{t("channel.reconnectWhy")}</p>}
      {channel.detail && <p className="mt-1 text-muted">{channel.detail}</p>}
      {rests && <p className="mt-1 text-warn">{t("channel.rests", { until: showMoment(rests, workspace.zone, language) })}</p>}
      {channel.state === "CONNECTED" && days !== null && days <= SOON_DAYS && (
        <p className="mt-1 text-warn">{t("channel.expires", { count: Math.max(0, days) })}</p>
      )}
    </div>
  );
}
