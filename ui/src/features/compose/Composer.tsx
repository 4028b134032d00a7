import { Copy, Trash2, X } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useState } from "react";
import type { Channel, Finding, Network, Post } from "@/shared/api-types";
import { Failure, Notice } from "@/shared/components/Bits";
import { Button, IconButton } from "@/shared/components/Button";
import { Confirm } from "@/shared/components/Confirm";
import { StateBadge } from "@/shared/components/Marks";
import { Menu, MenuItem } from "@/shared/components/Menu";
import { useWords } from "@/shared/i18n";
import { ChannelPicker } from "./ChannelPicker";
import { chooseChannel, type Draft, editPart, partOf, type Scope, shown } from "./draft";
import { Editor } from "./Editor";
import { Findings } from "./Findings";
import { fieldId, jump, scopeOf } from "./jump";
import { MergeDialog } from "./MergeDialog";
import { Preview } from "./Preview";
import { ScopeTabs } from "./ScopeTabs";
import { fileOf } from "./mend";
import { useActions } from "./useActions";
import { type Saving, useDraft } from "./useDraft";
import { useFixes } from "./useFixes";
import { usePreflight } from "./usePreflight";
import { useUploads } from "./useUploads";
import { useWhen } from "./useWhen";
import { useYoung } from "./useYoung";
import { instantOfWhen, isPast, WhenPicker } from "./When";

interface Props {
  post: Post | null;
  start: Draft;
  at: string | undefined;
  zone: string;
  channels: Channel[];
  networks: Network[];
  title: ReactNode;
  onBorn: (post: Post) => void;
  onClose: () => void;
  onOpen: (post: Post) => void;
  /** How the panel is left properly, for the Escape key. */
  leaving: RefObject<() => void>;
}

const NONE: Finding[] = [];

export function Composer({ post: initial, start, at, zone, channels, networks, title, onBorn, onClose, onOpen, leaving }: Props) {
  const { t } = useWords();
  // A post that had to be loaded comes after the panel chose where the focus goes.
  useEffect(() => document.getElementById(fieldId("text"))?.focus(), []);
  const keeper = useDraft(initial, start, zone, onBorn);
  const { draft, change, post } = keeper;
  const [tab, setTab] = useState<Scope>("base");
  const scope = draft.channels.includes(tab) ? tab : "base";
  const [when, setWhen] = useWhen(initial, post, at, zone);
  const preflight = usePreflight(draft, zone, when.mode === "at" ? (instantOfWhen(when, zone)?.toISOString() ?? null) : null);
  const uploads = useUploads((part, asset) =>
    change((old) => {
      const target = old.channels.includes(tab) ? tab : "base";
      const { media } = partOf(shown(old, target), part);
      return editPart(old, target, part, { media: [...media, { id: asset.id, alt: "" }] });
    }),
  );
  const actions = useActions({ keeper, when, zone, onClose, onOpen });
  const [asking, setAsking] = useState<"delete" | "leave" | null>(null);
  const refused = actions.refused ?? NONE;
  const findings = preflight.findings.length > 0 || preflight.checking === false ? preflight.findings : refused;
  const young = useYoung();
  const past = useTicking(() => isPast(when, zone));
  const chosen = channels.filter((channel) => draft.channels.includes(channel.id));
  const networkName = (id: string) => networks.find((network) => network.id === id)?.name ?? id;

  const networkOf = (channel: Channel) => networks.find((network) => network.id === channel.network);
  const formatOf = (channel: Channel) => networkOf(channel)?.formats.find((format) => format.id === preflight.formats[channel.id]);
  const fixing = useFixes({ draft, channels: chosen, findings, formatOf, change });

  function leave() {
    if (keeper.saving === "dirty" && post !== null && post.state !== "DRAFT") setAsking("leave");
    else actions.close();
  }

  leaving.current = leave;

  function show(finding: Finding) {
    setTab(scopeOf(finding, draft));
    jump(finding);
  }

  return (
    <>
      <header className="flex h-14 shrink-0 items-center gap-3 border-b border-line px-4 md:px-5">
        {title}
        {post && post.state !== "DRAFT" && <StateBadge state={post.state} />}
        <SavingNote saving={keeper.saving} scheduled={post !== null && post.state !== "DRAFT"} />
        <div className="ml-auto flex items-center gap-1">
          {post && (
            <Menu
              trigger={
                <Button small look="quiet">
                  {t("compose.more")}
                </Button>
              }
            >
              <MenuItem icon={<Copy size={16} aria-hidden />} onSelect={actions.duplicate}>
                {t("compose.duplicate")}
              </MenuItem>
              <MenuItem danger icon={<Trash2 size={16} aria-hidden />} onSelect={() => setAsking("delete")}>
                {t("compose.delete")}
              </MenuItem>
            </Menu>
          )}
          <IconButton label={t("common.close")} onClick={leave}>
            <X size={19} aria-hidden />
          </IconButton>
        </div>
      </header>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto lg:flex-row lg:overflow-hidden">
        <div className="flex min-w-0 flex-[3] flex-col gap-5 p-4 md:p-5 lg:overflow-y-auto">
          {actions.error != null && <Failure error={actions.error} />}
          {keeper.saving === "failed" && <Failure error={keeper.error} retry={() => void keeper.save()} />}
          <ChannelPicker
            channels={channels}
            chosen={draft.channels}
            networkName={networkName}
            onChoose={(channel, on) => change((old) => chooseChannel(old, channel, on))}
          />
          <div>
            {chosen.length > 0 && (
              <ScopeTabs scope={scope} chosen={chosen} draft={draft} findings={findings} onChange={setTab} networkName={networkName} />
            )}
            <div
              id="scope-panel"
              role={chosen.length > 0 ? "tabpanel" : undefined}
              aria-label={scope === "base" ? t("compose.all") : networkName(chosen.find((one) => one.id === scope)?.network ?? "")}
            >
              <Editor key={scope} {...{ scope, draft, channels, networks, preflight, findings, uploads, young, change }} onEdit={fixing.open} />
            </div>
          </div>
        </div>
        <aside aria-label={t("preview.title")} className="flex flex-[2] flex-col gap-4 border-line bg-bg p-4 md:p-5 lg:overflow-y-auto lg:border-l">
          <Findings
            findings={findings}
            soft={young.has}
            channels={chosen}
            chosen={draft.channels.length}
            networkName={networkName}
            checking={preflight.checking}
            onJump={show}
            fileOf={(finding) => fileOf(draft, finding)}
            formatsOf={(id) => chosen.filter((one) => one.id === id).flatMap((one) => networkOf(one)?.formats ?? [])}
            onFix={fixing.begin}
          />
          {fixing.wayBack}
          {fixing.dialog}
          {preflight.error != null && <Failure error={preflight.error} />}
          {(scope === "base" ? chosen : chosen.filter((one) => one.id === scope)).map((channel) => (
            <Preview
              key={channel.id}
              draft={draft}
              channel={channel}
              format={formatOf(channel)}
            />
          ))}
          {chosen.length === 0 && <Notice tone="plain">{t("preview.none")}</Notice>}
        </aside>
      </div>
      <footer className="flex shrink-0 flex-wrap items-center justify-between gap-3 border-t border-line bg-surface px-4 py-3 max-sm:gap-2 max-sm:py-2 md:px-5">
        <WhenPicker when={when} zone={zone} scheduled={post?.state === "SCHEDULED" || post?.state === "HELD"} onChange={setWhen} />
        <div className="flex items-center gap-3 max-sm:contents">
          {past && (
            <span role="status" className="text-sm text-danger max-sm:sr-only">
              {t("when.choosePast")}
            </span>
          )}
          {!past && preflight.blocked && when.mode !== "draft" && (
            <button type="button" className="text-left text-sm text-danger underline underline-offset-4 max-sm:order-4 max-sm:w-full max-sm:truncate max-sm:text-xs" onClick={() => document.getElementById("findings")?.focus()}>
              {t("compose.blocked")}
            </button>
          )}
          <Button
            look="primary"
            className="max-sm:order-2 max-sm:h-9 max-sm:px-3"
            busy={actions.busy}
            disabled={when.mode !== "draft" && (past || preflight.blocked || draft.channels.length === 0 || uploads.uploads.some((one) => !one.error))}
            onClick={actions.submit}
          >
            {t(when.mode === "at" && post?.state === "SCHEDULED" ? "compose.do.again" : `compose.do.${when.mode}`)}
          </Button>
        </div>
      </footer>
      {asking === "delete" && (
        <Confirm title={t("compose.deleteTitle")} text={t("compose.deleteText")} action={t("compose.delete")} onConfirm={actions.remove} onClose={() => setAsking(null)} />
      )}
      {asking === "leave" && (
        <Confirm title={t("compose.leaveTitle")} text={t("compose.leaveText")} action={t("compose.leave")} onConfirm={onClose} onClose={() => setAsking(null)} />
      )}
      {keeper.theirs && <MergeDialog theirs={keeper.theirs} onMine={() => void keeper.keepMine()} onTheirs={keeper.takeTheirs} />}
    </>
  );
}

const TICK_MS = 10_000;

/** What the clock alone can change, looked at anew from time to time. */
function useTicking<T>(look: () => T): T {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((old) => old + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return look();
}

/** Where the words are: here only, on their way, kept. */
function SavingNote({ saving, scheduled }: { saving: Saving; scheduled: boolean }) {
  const { t } = useWords();
  const words: Partial<Record<Saving, string>> = {
    saving: t("saving.saving"),
    saved: t("saving.saved"),
    dirty: scheduled ? t("saving.changed") : t("saving.saving"),
  };
  return (
    <span role="status" className="truncate text-xs text-muted">
      {words[saving]}
    </span>
  );
}
