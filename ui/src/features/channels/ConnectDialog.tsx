import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { ApiError, message, post } from "@/shared/api";
import type { Channel, Connector, Network } from "@/shared/api-types";
import { Notice } from "@/shared/components/Bits";
import { Button } from "@/shared/components/Button";
import { Dialog } from "@/shared/components/Dialog";
import { TextInput } from "@/shared/components/Field";
import { tell } from "@/shared/components/Toasts";
import { useWords } from "@/shared/i18n";
import { remember } from "./again";

interface Props {
  network: Network;
  connector?: string;
  /** The one that is connected anew: who it is stands in the form already. */
  channel?: Channel;
  onClose: () => void;
}

/** Connects an account: over the network's consent page, or by a form of secrets alone. */
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
      {current?.kind === "OAUTH2" && <Consent key={current.id} network={network} connector={current} channel={channel} />}
      {current?.kind === "SECRETS" && <Secrets key={current.id} network={network} connector={current} channel={channel} onClose={onClose} />}
    </Dialog>
  );
}

interface WayProps {
  network: Network;
  connector: Connector;
  channel?: Channel;
}

/** The browser goes away and comes back; what leads there (a server, a handle) is asked first. */
function Consent({ network, connector, channel }: WayProps) {
  const { t } = useWords();
  const [values, setValues] = useState(() => begin(network, connector, channel));
  const go = useMutation({
    mutationFn: () => post<{ url: string }>(`/api/channels/${network.id}/consent`, { ...values, connector: connector.id }),
    onSuccess: ({ url }) => {
      remember(channel?.id);
      window.location.assign(url);
    },
  });
  return (
    <Form connector={connector} values={values} onChange={setValues} error={go.error} onSubmit={() => go.mutate()}>
      <p className="text-sm text-muted">{t("connect.consent", { network: network.name })}</p>
      <Button type="submit" look="primary" icon={<ExternalLink size={16} aria-hidden />} busy={go.isPending || go.isSuccess}>
        {t("connect.go", { network: network.name })}
      </Button>
    </Form>
  );
}

function Secrets({ network, connector, channel, onClose }: WayProps & { onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [values, setValues] = useState(() => begin(network, connector, channel));
  const demo = connector.fields.some((field) => network.sandboxSecrets?.[field.name] !== undefined);
  const connect = useMutation({
    mutationFn: () => post<Channel>(`/api/channels/${network.id}`, { ...values, connector: connector.id }),
    onSuccess: async (channel) => {
      tell(t("connect.done", { name: channel.name }));
      onClose();
      await client.invalidateQueries({ queryKey: ["channels"] });
    },
  });
  return (
    <Form connector={connector} values={values} onChange={setValues} error={connect.error} demo={demo} onSubmit={() => connect.mutate()}>
      <p className="text-[0.8125rem] text-muted">{t("connect.sealed")}</p>
      <Button type="submit" look="primary" busy={connect.isPending}>
        {t("connect.submit")}
      </Button>
    </Form>
  );
}

/** The field that says who it is: the first that must be filled in and is no secret. */
const nameOf = (connector: Connector) => connector.fields.find((field) => field.required && !field.secret && !field.initial)?.name;

/** What the form begins with: who it was, what the demo takes, what the network suggests. */
function begin(network: Network, connector: Connector, channel?: Channel): Record<string, string> {
  return Object.fromEntries(
    connector.fields.map(({ name, initial }) => [
      name,
      (name === nameOf(connector) ? channel?.handle : null) ?? network.sandboxSecrets?.[name] ?? initial ?? "",
    ]),
  );
}

interface FormProps {
  connector: Connector;
  values: Record<string, string>;
  onChange: (values: Record<string, string>) => void;
  error: Error | null;
  demo?: boolean;
  onSubmit: () => void;
  children: ReactNode;
}

/** The connector's fields, and each refusal at the field it blames. */
function Form({ connector, values, onChange, error, demo, onSubmit, children }: FormProps) {
  const { t } = useWords();
  const wrong = (name: string) => (error instanceof ApiError ? error.field(name) : undefined);
  const elsewhere = error && !connector.fields.some((field) => wrong(field.name));

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {elsewhere && (
        <div role="alert">
          <Notice tone="danger">{message(error)}</Notice>
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
          onChange={(event) => onChange({ ...values, [field.name]: event.target.value })}
        />
      ))}
      {children}
    </form>
  );
}
