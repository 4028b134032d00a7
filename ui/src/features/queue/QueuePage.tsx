import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { clsx } from "clsx";
import { Inbox } from "lucide-react";
import { Empty, Failure, Loading, PageHead } from "@/shared/components/Bits";
import { StateIcon } from "@/shared/components/Marks";
import { useWords } from "@/shared/i18n";
import { countsQuery, publicationsQuery, useChannels, useNetworkName } from "@/shared/queries";
import { type Group, GROUPS, groupOf, NEEDS_YOU, questionOf } from "./groups";
import { Row } from "./Row";
import { Story } from "./Story";

/** Every publication by how it stands; opening one shows its story. */
export function QueuePage() {
  const { t, language } = useWords();
  const search = useSearch({ from: "/frame/queue" });
  const navigate = useNavigate();
  const group = groupOf(search.state);
  const { data: channels = [] } = useChannels();
  const networkName = useNetworkName();
  const counts = useQuery(countsQuery);
  const { data: rows, ...list } = useQuery(publicationsQuery(questionOf(group), search.channel));
  const look = (change: typeof search) => void navigate({ to: "/queue", search: (old) => ({ ...old, ...change }) });
  const number = new Intl.NumberFormat(language);

  return (
    <div className="mx-auto w-full max-w-5xl p-4 md:p-6">
      <PageHead title={t("nav.queue")}>
        <select
          aria-label={t("filter.channel")}
          value={search.channel ?? ""}
          onChange={(event) => look({ channel: event.target.value || undefined })}
          className="h-9 max-w-64 rounded-lg border border-line bg-surface px-2 text-sm"
        >
          <option value="">{t("filter.allChannels")}</option>
          {channels.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name} · {networkName(one.network)}
            </option>
          ))}
        </select>
      </PageHead>
      <div role="group" aria-label={t("queue.groups")} className="mb-5 flex gap-2 overflow-x-auto pb-1 lg:flex-wrap">
        {GROUPS.map((one) => (
          <GroupButton
            key={one}
            group={one}
            here={one === group}
            count={number.format(counts.data?.[one] ?? 0)}
            urgent={NEEDS_YOU.includes(one) && (counts.data?.[one] ?? 0) > 0}
            onClick={() => look({ state: one })}
          />
        ))}
      </div>
      {list.isPending && <Loading rows={6} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {rows?.length === 0 && <Empty icon={<Inbox aria-hidden />} title={t("queue.emptyTitle")} text={t(`queue.empty.${group}`)} />}
      {rows && rows.length > 0 && (
        <ul className="flex flex-col gap-2">
          {rows.map((one) => (
            <Row
              key={one.id}
              publication={one}
              channel={channels.find((channel) => channel.id === one.channel)}
              onStory={() => look({ story: one.id })}
            />
          ))}
        </ul>
      )}
      {search.story && <Story id={search.story} onClose={() => look({ story: undefined })} />}
    </div>
  );
}

interface GroupProps {
  group: Group;
  here: boolean;
  count: string;
  urgent: boolean;
  onClick: () => void;
}

function GroupButton({ group, here, count, urgent, onClick }: GroupProps) {
  const { t } = useWords();
  return (
    <button
      type="button"
      aria-pressed={here}
      onClick={onClick}
      data-state-of={group}
      className={clsx(
        "flex shrink-0 items-center gap-2 rounded-xl border px-3.5 py-2 text-sm font-medium",
        here ? "border-[var(--tone)] bg-[var(--tone-soft)] text-[var(--tone)]" : "border-line bg-surface hover:bg-hover",
      )}
    >
      <StateIcon state={group} size={15} still />
      {t(`state.${group}`)}
      <span className={clsx("rounded-full px-1.5 text-xs tabular-nums", urgent ? "bg-[var(--tone-soft)] font-bold text-[var(--tone)]" : "bg-sunken text-muted")}>
        {count}
      </span>
    </button>
  );
}
