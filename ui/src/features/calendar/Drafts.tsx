import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { GripVertical, X } from "lucide-react";
import type { Channel } from "@/shared/api-types";
import { Failure, Loading } from "@/shared/components/Bits";
import { IconButton } from "@/shared/components/Button";
import { NetworkMark } from "@/shared/components/Marks";
import { useWords } from "@/shared/i18n";
import { draftsQuery } from "@/shared/queries";
import { useDraggableDrafts } from "./Board";

interface Props {
  channels: Channel[];
  onClose: () => void;
}

/** Drafts without a time, beside the calendar: open one, or drag it onto a day. */
export function Drafts({ channels, onClose }: Props) {
  const { t } = useWords();
  const drafts = useQuery(draftsQuery);
  const container = useDraggableDrafts("[data-draft]");
  return (
    <aside aria-label={t("drafts.title")} className="flex w-full shrink-0 flex-col border-t border-line bg-surface lg:w-72 lg:border-t-0 lg:border-l">
      <div className="flex items-center justify-between px-4 pt-3">
        <h2 className="text-sm font-semibold">{t("drafts.title")}</h2>
        <IconButton small label={t("drafts.close")} onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      <p className="px-4 pb-2 text-xs text-muted">{t("drafts.hint")}</p>
      <div className="max-h-64 overflow-y-auto px-3 pb-3 lg:max-h-none lg:flex-1">
        {drafts.isPending && <Loading rows={3} />}
        {drafts.isError && <Failure error={drafts.error} retry={() => void drafts.refetch()} />}
        {drafts.data?.length === 0 && <p className="px-1 py-4 text-sm text-muted">{t("drafts.none")}</p>}
        <ul ref={container} className="flex flex-col gap-2">
          {drafts.data?.map((draft) => (
            <li
              key={draft.id}
              data-draft={draft.id}
              data-line={draft.text}
              data-state-of="DRAFT"
              className="flex cursor-grab items-start gap-1.5 rounded-lg border border-line bg-surface p-2.5 text-sm hover:border-line-strong"
            >
              <GripVertical size={15} className="mt-0.5 shrink-0 text-muted" aria-hidden />
              <Link to="/compose/$id" params={{ id: draft.id }} search={(search) => search} className="min-w-0 flex-1">
                <span className="line-clamp-2">{draft.text || t("calendar.noText")}</span>
                <span className="mt-1 flex gap-1">
                  {draft.channels.map((id) => {
                    const channel = channels.find((one) => one.id === id);
                    return channel && <NetworkMark key={id} network={channel.network} size={15} />;
                  })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}
