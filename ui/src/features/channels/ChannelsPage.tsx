import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { RadioTower } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Channel, Network } from "@/shared/api-types";
import { Empty, Failure, Loading, Notice, PageHead } from "@/shared/components/Bits";
import { Button } from "@/shared/components/Button";
import { NetworkMark } from "@/shared/components/Marks";
import { tell, warn } from "@/shared/components/Toasts";
import { useWords } from "@/shared/i18n";
import { refusalQuery, useChannels, useNetworks } from "@/shared/queries";
import { recall } from "./again";
import { ChannelCard } from "./ChannelCard";
import { ChooseAccounts } from "./ChooseAccounts";
import { ConnectDialog } from "./ConnectDialog";

/** The connected accounts, and the networks that can be connected. */
export function ChannelsPage() {
  const { t } = useWords();
  const search = useSearch({ from: "/frame/channels" });
  const navigate = useNavigate();
  const channels = useChannels();
  const networks = useNetworks();
  const [connecting, setConnecting] = useState<{ network: Network; connector?: string; channel?: Channel } | null>(null);
  const leave = () => void navigate({ to: "/channels", search: {}, replace: true });
  useReturn(search.connected, channels.data);
  const networkOf = (id: string) => networks.data?.find((one) => one.id === id);

  return (
    <div className="mx-auto w-full max-w-5xl p-4 md:p-6">
      <PageHead title={t("nav.channels")} />
      {search.refused && (
        <div role="alert" className="mb-5">
          <Notice tone="danger">
            <div className="flex items-center justify-between gap-3">
              <p>
                {search.refused === "signed-out" ? (
                  t("connect.signedOut")
                ) : (
                  <Refused network={search.network ?? ""} name={networkOf(search.network ?? "")?.name ?? ""} code={search.refused} />
                )}
              </p>
              <Button small onClick={leave}>
                {t("common.dismiss")}
              </Button>
            </div>
          </Notice>
        </div>
      )}
      {(channels.isPending || networks.isPending) && <Loading rows={5} />}
      {channels.isError && <Failure error={channels.error} retry={() => void channels.refetch()} />}
      {networks.isError && <Failure error={networks.error} retry={() => void networks.refetch()} />}
      {channels.data?.length === 0 && (
        <Empty icon={<RadioTower aria-hidden />} title={t("channels.noneTitle")} text={t("channels.noneText")} />
      )}
      {channels.data && channels.data.length > 0 && networks.data && (
        <ul className="mb-9 grid grid-cols-1 gap-4 md:grid-cols-2">
          {channels.data.map((channel) => (
            <li key={channel.id}>
              <ChannelCard
                channel={channel}
                network={networkOf(channel.network)}
                fresh={channel.id === search.connected}
                onReconnect={() => {
                  const network = networkOf(channel.network);
                  if (network) setConnecting({ network, connector: channel.connector, channel });
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {networks.data && (
        <section aria-labelledby="connect-title">
          <h2 id="connect-title" className="mb-3 text-base font-semibold">
            {t("channels.add")}
          </h2>
          <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
            {networks.data.map((network) => (
              <li key={network.id}>
                <Tile network={network} onConnect={() => setConnecting({ network })} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {connecting && <ConnectDialog {...connecting} onClose={() => setConnecting(null)} />}
      {search.choose && <ChooseAccounts id={search.choose} onClose={leave} />}
    </div>
  );
}

function Tile({ network, onConnect }: { network: Network; onConnect: () => void }) {
  const { t } = useWords();
  const ready = network.connectors.some((connector) => connector.configured);
  return (
    <div className="flex h-full flex-col items-start gap-3 rounded-2xl border border-line bg-surface p-4">
      <NetworkMark network={network.id} size={40} />
      <div className="flex-1">
        <h3 className="font-semibold">{network.name}</h3>
        {!ready && <p className="text-xs text-muted">{t("channels.notConfigured")}</p>}
      </div>
      <Button small className="w-full" disabled={!ready} onClick={onConnect} aria-label={t("channels.connectNetwork", { network: network.name })}>
        {t("channels.connect")}
      </Button>
    </div>
  );
}

/** Back from the consent page: say it once and read the channels anew. */
function useReturn(connected: string | undefined, channels: Channel[] | undefined) {
  const { t } = useWords();
  const client = useQueryClient();
  const told = useRef<string>(undefined);
  useEffect(() => {
    if (!connected || !channels || told.current === connected) return;
    told.current = connected;
    const wanted = recall();
    const other = channels.find((one) => one.id === wanted && one.id !== connected);
    if (other) warn(t("channels.connectedOther", { name: other.name }));
    else tell(t("channels.connected"));
    void client.invalidateQueries({ queryKey: ["channels"] });
  }, [connected, channels, client, t]);
}

/** In the network's words where it has some for this code. */
function Refused({ network, name, code }: { network: string; name: string; code: string }) {
  const { t } = useWords();
  const { data: reason } = useQuery(refusalQuery(network, code));
  return reason ? t("connect.refusedFor", { network: name, reason }) : t("connect.refused", { network: name, code });
}
