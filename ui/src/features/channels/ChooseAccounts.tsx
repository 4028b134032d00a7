import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { message, post } from "@/shared/api";
import type { Channel, Page } from "@/shared/api-types";
import { Failure, Loading } from "@/shared/components/Bits";
import { Button } from "@/shared/components/Button";
import { Dialog } from "@/shared/components/Dialog";
import { Avatar } from "@/shared/components/Marks";
import { tell, warn } from "@/shared/components/Toasts";
import { useWords } from "@/shared/i18n";
import { channelChoiceQuery } from "@/shared/queries";

/** One consent opened several accounts: which of them become channels? */
export function ChooseAccounts({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const offer = useQuery(channelChoiceQuery(id));
  const [picked, setPicked] = useState<string[]>([]);
  const connect = useMutation({
    mutationFn: () => post<Page<Channel>>(`/api/channel-choices/${id}`, { accounts: picked }),
    onSuccess: async ({ items }) => {
      tell(t("choose.done", { count: items.length }));
      onClose();
      await client.invalidateQueries({ queryKey: ["channels"] });
    },
    onError: (error) => warn(message(error)),
  });
  const toggle = (account: string) =>
    setPicked((old) => (old.includes(account) ? old.filter((one) => one !== account) : [...old, account]));

  return (
    <Dialog open title={t("choose.title")} text={t("choose.text")} onClose={onClose}>
      {offer.isPending && <Loading rows={2} />}
      {offer.isError && <Failure error={offer.error} />}
      <ul className="flex flex-col gap-2">
        {offer.data?.accounts.map((account) => (
          <li key={account.id}>
            <label className="flex items-center gap-3 rounded-xl border border-line px-3 py-2.5 has-checked:border-accent has-checked:bg-accent-soft">
              <input
                type="checkbox"
                className="size-4.5 accent-accent"
                checked={picked.includes(account.id)}
                onChange={() => toggle(account.id)}
              />
              <Avatar name={account.name} src={account.avatar} size={34} />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm font-medium">{account.name}</span>
                <span className="block truncate text-xs text-muted">{account.handle}</span>
              </span>
              {account.connected && <span className="text-xs text-muted">{t("choose.connected")}</span>}
            </label>
          </li>
        ))}
      </ul>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onClose}>{t("common.cancel")}</Button>
        <Button look="primary" disabled={picked.length === 0} busy={connect.isPending} onClick={() => connect.mutate()}>
          {t("choose.submit", { count: picked.length })}
        </Button>
      </div>
    </Dialog>
  );
}
