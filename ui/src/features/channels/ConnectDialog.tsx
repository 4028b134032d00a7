import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { type FormEvent, useState } from "react";
import { ApiError, message, post } from "@/shared/api";
import type { Channel, Connector, Network } from "@/shared/api-types";
import { Notice } from "@/shared/components/Bits";
import { Button } from "@/shared/components/Button";
import { Dialog } from "@/shared/components/Dialog";
import { TextInput } from "@/shared/components/Field";
import { tell } from "@/shared/components/Toasts";
import { useWords } from "@/shared/i18n";

interface Props {
  network: Network;
  connector?: string;
  /** The one that is connected anew: who it is stands in the form already. */
  channel?: Channel;
  onClose: () => void;
}

/** Connects an account: over the network's consent page, or by a form of secrets. */
export function ConnectDialog({ network, connector, channel, onClose }: Props) {
  const { t } = useWords();
  const ready = network.connectors.filter((one) => one.configured);
  const [chosen, setChosen] = useState(ready.find((one) => one.id === connector)?.id ?? ready[0]?.id);
  const current = ready.find((one) => one.id === chosen);
  return (
    <Dialog open title={t("connect.title", { network: network.name })} onClose={onClose}>
      {ready.length > 1 && (
        <fieldset className="mb-5 flex flex-col gap-2">
          <legend className="mb-2 text-sm font-medium">{t("connect.way")}</legend>
          {ready.map((one) => (
            <label key={one.id} className="flex items-center gap-2.5 rounded-lg border border-line px-3 py-2.5 text-sm has-checked:border-accent has-checked:bg-accent-soft">
              <input type="radio" name="connector" checked={one.id === chosen} onChange={() => setChosen(one.id)} className="accent-accent" />
              {one.label}
            </label>
          ))}
        </fieldset>
      )}
      {current?.kind === "OAUTH2" && <Consent network={network} connector={current} />}
      {current?.kind === "SECRETS" && <Secrets key={current.id} network={network} connector={current} channel={channel} onClose={onClose} />}
    </Dialog>
  );
}

function Consent({ network, connector }: { network: Network; connector: Connector }) {
  const { t } = useWords();
  const go = useMutation({
    mutationFn: () => post<{ url: string }>(`/api/channels/${network.id}/consent`, { connector: connector.id }),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-muted">{t("connect.consent", { network: network.name })}</p>
      {go.isError && (
        <div role="alert">
          <Notice tone="danger">{message(go.error)}</Notice>
        </div>
      )}
      <Button look="primary" icon={<ExternalLink size={16} aria-hidden />} busy={go.isPending || go.isSuccess} onClick={() => go.mutate()}>
        {t("connect.go", { network: network.name })}
      </Button>
    </div>
  );
}

/** The field that says who it is: the first that must be filled in and is no secret. */
const nameOf = (connector: Connector) => connector.fields.find((field) => field.required && !field.secret && !field.initial)?.name;

interface SecretsProps {
  network: Network;
  connector: Connector;
  channel?: Channel;
  onClose: () => void;
}

function Secrets({ network, connector, channel, onClose }: SecretsProps) {
  const { t } = useWords();
  const client = useQueryClient();
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      connector.fields.map(({ name, initial }) => [
        name,
        (name === nameOf(connector) ? channel?.handle : null) ?? network.sandboxSecrets?.[name] ?? initial ?? "",
      ]),
    ),
  );
  const demo = connector.fields.some((field) => network.sandboxSecrets?.[field.name] !== undefined);
  const connect = useMutation({
    mutationFn: () => post<Channel>(`/api/channels/${network.id}`, { ...values, connector: connector.id }),
    onSuccess: async (channel) => {
      tell(t("connect.done", { name: channel.name }));
      onClose();
      await client.invalidateQueries({ queryKey: ["channels"] });
    },
  });
  const wrong = (name: string) => (connect.error instanceof ApiError ? connect.error.field(name) : undefined);
  const elsewhere = connect.isError && !connector.fields.some((field) => wrong(field.name));

  function submit(event: FormEvent) {
    event.preventDefault();
    connect.mutate();
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {elsewhere && (
        <div role="alert">
          <Notice tone="danger">{message(connect.error)}</Notice>
        </div>
      )}
      {demo && <Notice tone="plain">{t("connect.demo")}</Notice>}
      {connector.fields.map((field) => (
        <TextInput
          key={field.name}
          label={field.label}
          help={field.help}
          error={wrong(field.name)}
          required={field.required}
          type={field.secret ? "password" : "text"}
          autoComplete="off"
          spellCheck={false}
          value={values[field.name] ?? ""}
          onChange={(event) => setValues({ ...values, [field.name]: event.target.value })}
        />
      ))}
      <p className="text-[0.8125rem] text-muted">{t("connect.sealed")}</p>
      <Button type="submit" look="primary" busy={connect.isPending}>
        {t("connect.submit")}
      </Button>
    </form>
  );
}
