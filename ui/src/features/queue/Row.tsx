import { useNavigate } from "@tanstack/react-router";
import { clsx } from "clsx";
import { Ban, Ellipsis, ExternalLink, PauseCircle, Pencil } from "lucide-react";
import { useState } from "react";
import type { Channel, Publication } from "@/shared/api-types";
import { Button, IconButton } from "@/shared/components/Button";
import { Confirm } from "@/shared/components/Confirm";
import { ChannelFace, NetworkMark, StateBadge } from "@/shared/components/Marks";
import { Menu, MenuItem } from "@/shared/components/Menu";
import { useWords } from "@/shared/i18n";
import { useSession } from "@/shared/queries";
import { showDistance, showMoment } from "@/shared/time";
import { type Action, actionsOf } from "./groups";
import { type Deed, useDeeds } from "./useDeeds";

interface Props {
  publication: Publication;
  channel: Channel | undefined;
  onStory: () => void;
}

export function Row({ publication: one, channel, onStory }: Props) {
  const { t, language } = useWords();
  const { workspace } = useSession();
  const at = one.publishedAt ?? one.dueAt;
  return (
    <li className="grid grid-cols-[auto_1fr] items-center gap-x-3.5 gap-y-2 rounded-xl border border-line bg-surface p-3.5 sm:grid-cols-[auto_1fr_auto]">
      {channel ? <ChannelFace channel={channel} size={38} /> : <NetworkMark network={one.network} size={38} />}
      <button type="button" onClick={onStory} className="min-w-0 rounded-md text-left">
        <span className="block truncate font-medium hover:underline">{one.line || t("calendar.noText")}</span>
        <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-[0.8125rem] text-muted">
          <span>{one.account}</span>
          <span aria-hidden>·</span>
          <time dateTime={at} title={showDistance(at, new Date(), language)}>
            {showMoment(at, workspace.zone, language)}
          </time>
          {one.attempts > 0 && (
            <>
              <span aria-hidden>·</span>
              <span>{t("queue.attempts", { count: one.attempts })}</span>
            </>
          )}
        </span>
      </button>
      <div className="col-span-2 flex flex-wrap items-center gap-2 sm:col-span-1 sm:justify-end">
        <StateBadge state={one.state} />
        <Deeds publication={one} />
      </div>
      <Why publication={one} />
    </li>
  );
}

/** What happens next, or what went wrong and what to do. */
export function Why({ publication: one }: { publication: Publication }) {
  const { t, language } = useWords();
  const { workspace } = useSession();
  const next = one.next && one.attempts > 0 && one.state !== "PUBLISHED" ? one.next : null;
  if (!one.problem && !one.note && !next && one.out === 0) return null;
  return (
    <div className="col-span-full text-[0.8125rem]">
      {one.problem && (
        <p className="text-danger">
          {one.problem.advice && <span className="font-medium">{one.problem.advice} </span>}
          <span className={clsx(!one.problem.advice && "font-medium")}>{one.problem.message}</span>
        </p>
      )}
      {one.note && <p className="text-muted">{one.note}</p>}
      {one.out > 0 && <p className="font-medium">{t("queue.out", { count: one.out })}</p>}
      {next && <p className="text-muted">{t("queue.next", { why: next.why, when: showDistance(next.at, new Date(), language) })}</p>}
      {next && one.deadline && <p className="text-muted">{t("queue.deadline", { when: showMoment(one.deadline, workspace.zone, language) })}</p>}
    </div>
  );
}

/** The buttons of a publication: the likeliest in sight, the others in the menu. */
export function Deeds({ publication: one }: { publication: Publication }) {
  const { t } = useWords();
  const deeds = useDeeds(one);
  const navigate = useNavigate();
  const [cancelling, setCancelling] = useState(false);
  const actions = actionsOf(one.state);
  const first = actions.find((action): action is Exclude<Action, "open" | "hold"> => action !== "open" && action !== "hold");
  const can = (deed: Deed) => (
    <Button key={deed} small busy={deeds.isPending && deeds.variables === deed} onClick={() => deeds.mutate(deed)}>
      {t(`deed.${deed}`)}
    </Button>
  );
  return (
    <>
      {one.state === "UNCONFIRMED" && [can("wasPublished"), can("wasNot")]}
      {first && can(first)}
      {one.permalink && (
        <a
          href={one.permalink}
          target="_blank"
          rel="noreferrer"
          className="inline-flex h-8 items-center gap-1.5 rounded-lg border border-line px-2.5 text-[0.8125rem] font-medium hover:bg-hover"
        >
          {t("publication.open")}
          <ExternalLink size={14} aria-hidden />
        </a>
      )}
      <Menu
        trigger={
          <IconButton small label={t("queue.more")}>
            <Ellipsis size={17} aria-hidden />
          </IconButton>
        }
      >
        {actions.includes("hold") && (
          <MenuItem icon={<PauseCircle size={16} aria-hidden />} onSelect={() => deeds.mutate("hold")}>
            {t("deed.hold")}
          </MenuItem>
        )}
        {(one.state === "SCHEDULED" || one.state === "HELD") && (
          <MenuItem danger icon={<Ban size={16} aria-hidden />} onSelect={() => setCancelling(true)}>
            {t("deed.cancel")}
          </MenuItem>
        )}
        <MenuItem icon={<Pencil size={16} aria-hidden />} onSelect={() => void navigate({ to: "/compose/$id", params: { id: one.post } })}>
          {t("queue.openPost")}
        </MenuItem>
      </Menu>
      {cancelling && (
        <Confirm
          title={t("queue.cancelTitle")}
          text={t("queue.cancelText")}
          action={t("deed.cancel")}
          onConfirm={() => deeds.mutate("cancel")}
          onClose={() => setCancelling(false)}
        />
      )}
    </>
  );
}
