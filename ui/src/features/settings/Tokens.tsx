import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Copy, Trash2 } from "lucide-react";
import { useState } from "react";
import { message, post, remove } from "@/shared/api";
import type { ApiToken } from "@/shared/api-types";
import { Notice } from "@/shared/components/Bits";
import { Button, IconButton } from "@/shared/components/Button";
import { Confirm } from "@/shared/components/Confirm";
import { Check, TextInput } from "@/shared/components/Field";
import { tell, warn } from "@/shared/components/Toasts";
import { useWords } from "@/shared/i18n";
import { tokensQuery, useSession } from "@/shared/queries";
import { showDay } from "@/shared/time";
import { Section } from "./Section";

/** Keys for programs. A key is shown once. */
export function Tokens() {
  const { t, language } = useWords();
  const { workspace } = useSession();
  const client = useQueryClient();
  const tokens = useQuery(tokensQuery);
  const [name, setName] = useState("");
  const [write, setWrite] = useState(true);
  const [leaving, setLeaving] = useState<ApiToken | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: tokensQuery.queryKey });

  const make = useMutation({
    mutationFn: () => post<ApiToken>("/api/tokens", { name, scopes: write ? ["read", "write"] : ["read"] }),
    onSuccess: () => {
      setName("");
      return refresh();
    },
  });
  const drop = useMutation({
    mutationFn: (id: string) => remove(`/api/tokens/${id}`),
    onSuccess: () => tell(t("tokens.dropped")),
    onError: (error) => warn(message(error)),
    onSettled: refresh,
  });

  return (
    <Section title={t("tokens.title")} error={make.error} busy={make.isPending} submit={t("tokens.make")} onSubmit={() => make.mutate()}>
      <p className="text-sm text-muted">{t("tokens.text")}</p>
      {make.data?.token && <Fresh token={make.data.token} />}
      {tokens.data && tokens.data.length > 0 && (
        <ul className="divide-y divide-line rounded-xl border border-line">
          {tokens.data.map((token) => (
            <li key={token.id} className="flex items-center gap-3 px-3 py-2 text-sm">
              <span className="flex-1 font-medium">{token.name}</span>
              <span className="text-xs text-muted">{token.scopes.includes("write") ? t("tokens.write") : t("tokens.read")}</span>
              <span className="text-xs text-muted">{showDay(token.createdAt, workspace.zone, language)}</span>
              <IconButton small label={t("tokens.drop", { name: token.name })} onClick={() => setLeaving(token)}>
                <Trash2 size={15} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <TextInput label={t("tokens.name")} value={name} required onChange={(event) => setName(event.target.value)} />
      <Check label={t("tokens.mayWrite")} checked={write} onChange={setWrite} />
      {leaving && (
        <Confirm
          title={t("tokens.dropTitle")}
          text={t("tokens.dropText")}
          action={t("tokens.drop", { name: leaving.name })}
          onConfirm={() => drop.mutate(leaving.id)}
          onClose={() => setLeaving(null)}
        />
      )}
    </Section>
  );
}

function Fresh({ token }: { token: string }) {
  const { t } = useWords();
  return (
    <Notice tone="ok">
      <p className="mb-1 font-semibold">{t("tokens.once")}</p>
      <div className="flex items-center gap-2">
        <code className="min-w-0 flex-1 break-all">{token}</code>
        <Button small icon={<Copy size={14} aria-hidden />} onClick={() => void navigator.clipboard.writeText(token).then(() => tell(t("tokens.copied")))}>
          {t("tokens.copy")}
        </Button>
      </div>
    </Notice>
  );
}
