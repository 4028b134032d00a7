import { Link, useNavigate } from "@tanstack/react-router";
import { clsx } from "clsx";
import { Ban, CopyPlus, Ellipsis, ExternalLink, PauseCircle, Pencil } from "lucide-react";
import { useState } from "react";
import type { Publication } from "../api-types";
import { type Action, actionsOf, type Deed, mustChange, saysTheSame, useCopyOfFailed, useDeeds } from "../deeds";
import { useWords } from "../i18n";
import { useNetworks, useSession } from "../queries";
import { readMoments, showDistance, showMoment } from "../time";
import { Button, IconButton } from "./Button";
import { Confirm } from "./Confirm";
import { Menu, MenuItem } from "./Menu";

/** Codes of problems that are mended there. */
const AT_THE_CHANNEL = new Set(["channel", "revoked"]);

/** What happens next, or what went wrong and what to do. */
export function Why({ publication: one }: { publication: Publication }) {
  const { t, language } = useWords();
  const { workspace } = useSession();
  const { data: networks } = useNetworks();
  const timeline = networks?.find((network) => network.id === one.network)?.timeline;
  const readable = (text: string) => readMoments(text, workspace.zone, language);
  const next = one.next && one.attempts > 0 && one.state !== "PUBLISHED" ? one.next : null;
  if (!one.problem && !one.note && !next && one.out === 0) return null;
  return (
    <div className="col-span-full text-[0.8125rem]">
      {one.problem && (
        <p className="text-danger">
          {one.problem.advice && <span className="font-medium">{one.problem.advice} </span>}
          {!(one.problem.advice && saysTheSame(one.problem.code)) && (
            <span className={clsx(!one.problem.advice && "font-medium")}>{readable(one.problem.message)}</span>
          )}
          {one.state === "UNCONFIRMED" && timeline && (
            <>
              {" "}
              <a href={timeline} target="_blank" rel="noreferrer" className="font-medium underline">
                {t("publication.look", { name: one.account })}
              </a>
            </>
          )}
          {AT_THE_CHANNEL.has(one.problem.code) && (
            <>
              {" "}
              <Link to="/channels" className="font-medium underline">
                {t("queue.toChannels")}
              </Link>
            </>
          )}
        </p>
      )}
      {one.note && <p className="text-muted">{readable(one.note)}</p>}
      {one.out > 0 && <p className="font-medium">{t("queue.out", { count: one.out })}</p>}
      {next && <p className="text-muted">{t("queue.next", { why: readable(next.why), when: showDistance(next.at, new Date(), language) })}</p>}
      {next && one.deadline && one.out === 0 && <p className="text-muted">{t("queue.deadline", { when: showMoment(one.deadline, workspace.zone, language) })}</p>}
    </div>
  );
}

/**
 * The buttons of a publication: the likeliest in sight, the others in the menu.
 *
 * @param inPost the post itself is what is looked at, so there is no way to it
 */
export function Deeds({ publication: one, inPost }: { publication: Publication; inPost?: boolean }) {
  const { t } = useWords();
  const deeds = useDeeds(one);
  const navigate = useNavigate();
  const copy = useCopyOfFailed((made) => void navigate({ to: "/compose/$id", params: { id: made.id } }));
  const copyFirst = mustChange(one);
  const copyLater = one.state === "FAILED" && one.out === 0 && !copyFirst;
  const [cancelling, setCancelling] = useState(false);
  const [denying, setDenying] = useState(false);
  const actions = actionsOf(one.state);
  const first = actions.find((action): action is Exclude<Action, "open" | "hold"> => action !== "open" && action !== "hold");
  const can = (deed: Deed, act = () => deeds.mutate(deed)) => (
    <Button key={deed} small busy={deeds.isPending && deeds.variables === deed} onClick={act}>
      {t(`deed.${deed}`)}
    </Button>
  );
  return (
    <>
      {one.state === "UNCONFIRMED" && [can("wasPublished"), can("wasNot", () => setDenying(true))]}
      {copyFirst && (
        <Button small look="primary" icon={<CopyPlus size={15} aria-hidden />} busy={copy.isPending} onClick={() => copy.mutate(one.post)}>
          {t("deed.copyFailed")}
        </Button>
      )}
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
      {(!inPost || actions.includes("hold") || one.state === "HELD" || copyLater) && (
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
          {copyLater && (
            <MenuItem icon={<CopyPlus size={16} aria-hidden />} onSelect={() => copy.mutate(one.post)}>
              {t("deed.copyFailed")}
            </MenuItem>
          )}
          {!inPost && (
            <MenuItem icon={<Pencil size={16} aria-hidden />} onSelect={() => void navigate({ to: "/compose/$id", params: { id: one.post } })}>
              {t("queue.openPost")}
            </MenuItem>
          )}
        </Menu>
      )}
      {denying && (
        <Confirm
          title={t("queue.denyTitle")}
          text={t("queue.denyText")}
          action={t("deed.wasNot")}
          onConfirm={() => deeds.mutate("wasNot")}
          onClose={() => setDenying(false)}
        />
      )}
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
