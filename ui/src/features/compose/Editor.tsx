import { Plus, RotateCcw, Trash2 } from "lucide-react";
import type { Channel, Finding, Network, Part } from "@/shared/api-types";
import { Button, IconButton } from "@/shared/components/Button";
import { Select, TextInput } from "@/shared/components/Field";
import { useWords } from "@/shared/i18n";
import { Counters } from "./Counters";
import {
  addPart,
  type Content,
  type Draft,
  dropPart,
  edit,
  editPart,
  hasTitle,
  partOf,
  reset,
  type Scope,
  setOption,
  shown,
} from "./draft";
import { fieldId } from "./jump";
import { MediaStrip } from "./MediaStrip";
import type { Place } from "./mend";
import { OptionFields } from "./OptionFields";
import { grows, optionsFor } from "./options";
import { TextBox } from "./TextBox";
import type { Preflight } from "./usePreflight";
import type { useUploads } from "./useUploads";
import type { Young } from "./useYoung";

interface Props {
  scope: Scope;
  draft: Draft;
  channels: Channel[];
  networks: Network[];
  preflight: Preflight;
  findings: Finding[];
  uploads: ReturnType<typeof useUploads>;
  young: Young;
  change: (next: (draft: Draft) => Draft) => void;
  onEdit: (place: Place) => void;
}

/** Text, media and thread of the base or of one channel; for a channel also its format and options. */
export function Editor({ scope, draft, channels, networks, preflight, findings, uploads, young, change, onEdit }: Props) {
  const { t, language } = useWords();
  const content = shown(draft, scope);
  const chosen = channels.filter((one) => (scope === "base" ? draft.channels.includes(one.id) : one.id === scope));
  const networkOf = (channel: Channel) => networks.find((one) => one.id === channel.network);
  const formats = chosen.flatMap((channel) => {
    const network = networkOf(channel);
    return network?.formats.filter((format) => format.id === preflight.formats[channel.id]) ?? [];
  });
  const titling = networksWithTitle(chosen, draft, preflight.formats, networks);
  const titled = titling.length > 0 || content.title !== "";
  const threaded = content.thread.length > 0 || chosen.some((channel) => networkOf(channel)?.formats.some((one) => one.maxParts > 1));
  const most = Math.max(1, ...(formats.length > 0 ? formats : chosen.flatMap((one) => networkOf(one)?.formats ?? [])).map((one) => one.maxParts));
  const parts: Part[] = [0, ...content.thread.map((_, index) => index + 1)].map((part) => partOf(content, part));
  // A channel that has its own text does not count for the base's.
  const relevant = preflight.counts.filter(
    (count) => chosen.some((one) => one.id === count.channel) && (scope !== "base" || !ownPart(draft, count.channel, count.part)),
  );

  return (
    <div className="flex flex-col gap-4">
      {titled && (
        <div>
          <TextInput
            id={fieldId("title")}
            label={t("compose.title")}
            help={titling.length > 0 ? t("compose.titleFor", { networks: new Intl.ListFormat(language).format(titling) }) : undefined}
            value={content.title}
            onChange={(event) => change((old) => edit(old, scope, { title: event.target.value }))}
          />
          <Origin scope={scope} content="title" draft={draft} change={change} />
        </div>
      )}
      {parts.map((part, index) => (
        <section key={index} aria-label={parts.length > 1 ? t("compose.part", { number: index + 1 }) : t("compose.text")} className="flex flex-col gap-2">
          {parts.length > 1 && (
            <div className="flex items-center justify-between">
              <h3 className="text-xs font-semibold text-muted">{t("compose.part", { number: index + 1 })}</h3>
              {index > 0 && (
                <IconButton small label={t("compose.dropPart", { number: index + 1 })} onClick={() => change((old) => dropPart(old, scope, index))}>
                  <Trash2 size={15} aria-hidden />
                </IconButton>
              )}
            </div>
          )}
          <TextBox
            label={parts.length > 1 ? t("compose.textOfPart", { number: index + 1 }) : t("compose.text")}
            placeholder={index === 0 ? t("compose.placeholder") : t("compose.nextPlaceholder")}
            value={part.text}
            part={index}
            counts={relevant.filter((count) => count.field === "TEXT" && count.part === index)}
            autoFocus={index === 0 && scope === "base" && draft.text === ""}
            onChange={(text) => change((old) => editPart(old, scope, index, { text }))}
            onFiles={(files) => uploads.files(index, files)}
          />
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Origin scope={scope} content={index === 0 ? "text" : "thread"} draft={draft} change={change} />
            <Counters counts={relevant.filter((count) => count.part === index)} channels={chosen} units={scope !== "base"} />
          </div>
          <MediaStrip
            part={index}
            media={part.media}
            uploads={uploads.uploads.filter((one) => one.part === index)}
            onChange={(media) => change((old) => editPart(old, scope, index, { media }))}
            onFiles={(files) => uploads.files(index, files)}
            onLink={(url) => uploads.link(index, url)}
            onEdit={(media) => onEdit({ scope, part: index, media })}
          />
          {index === 0 && <Origin scope={scope} content="media" draft={draft} change={change} />}
        </section>
      ))}
      {threaded && parts.length < most && (
        <div>
          <Button small icon={<Plus size={16} aria-hidden />} onClick={() => change((old) => addPart(old, scope))}>
            {t("compose.addPart")}
          </Button>
        </div>
      )}
      {scope !== "base" &&
        chosen.map((channel) => (
          <ChannelSettings
            key={channel.id}
            channel={channel}
            network={networkOf(channel)}
            draft={draft}
            format={preflight.formats[channel.id]}
            findings={findings.filter((one) => one.channel === channel.id)}
            young={young}
            change={change}
          />
        ))}
    </div>
  );
}

/** The networks whose format, the chosen or the fitting one, has a title at all. */
function networksWithTitle(chosen: Channel[], draft: Draft, fitting: Record<string, string>, networks: Network[]): string[] {
  const names = chosen.flatMap((channel) => {
    const network = networks.find((one) => one.id === channel.network);
    const id = draft.variants[channel.id]?.format ?? fitting[channel.id];
    const formats = network?.formats.filter((one) => id === undefined || one.id === id) ?? [];
    const titled = formats.length > 0 && formats.every(hasTitle);
    return network && titled ? [network.name] : [];
  });
  return [...new Set(names)];
}

function ownPart(draft: Draft, channel: string, part: number): boolean {
  const { own } = shown(draft, channel);
  return part === 0 ? own.text : own.thread;
}

interface OriginProps extends Pick<Props, "scope" | "draft" | "change"> {
  content: Content;
}

/** Whether this is the channel's own, and the way back to the base. */
function Origin({ scope, content, draft, change }: OriginProps) {
  const { t } = useWords();
  if (scope === "base") return <span />;
  if (!shown(draft, scope).own[content]) {
    return content === "media" ? <span /> : <span className="text-xs text-muted">{t("compose.follows")}</span>;
  }
  return (
    <button
      type="button"
      onClick={() => change((old) => reset(old, scope, content))}
      className="inline-flex items-center gap-1 rounded-md text-xs font-semibold text-accent-text hover:underline"
    >
      <RotateCcw size={13} aria-hidden />
      {t(`compose.reset.${content}`)}
    </button>
  );
}

interface SettingsProps {
  channel: Channel;
  network: Network | undefined;
  draft: Draft;
  format: string | undefined;
  findings: Finding[];
  young: Young;
  change: Props["change"];
}

function ChannelSettings({ channel, network, draft, format, findings, young, change }: SettingsProps) {
  const { t } = useWords();
  if (!network) return null;
  const variant = draft.variants[channel.id] ?? {};
  const actual = variant.format ?? format;
  const wrong = findings.filter((one) => one.severity === "ERROR");
  const errors = Object.fromEntries(
    wrong.filter((one) => one.field.startsWith("options.") && !young.has(one)).map((one) => [one.field.split(".")[1] ?? "", one.message]),
  );
  const options = optionsFor(network.options, actual, errors);
  return (
    <div className="flex flex-col gap-4 rounded-xl border border-line p-4">
      <h3 className="text-sm font-semibold">{t("compose.optionsOf", { network: network.name })}</h3>
      {network.formats.length > 1 && (
        <Select
          id={fieldId("format")}
          label={t("compose.format")}
          value={variant.format ?? ""}
          error={wrong.find((one) => one.field === "format")?.message}
          onChange={(event) => change((old) => edit(old, channel.id, { format: event.target.value || undefined }))}
        >
          <option value="">{t("compose.formatAuto", { format: network.formats.find((one) => one.id === format)?.label ?? "…" })}</option>
          {network.formats.map((one) => (
            <option key={one.id} value={one.id}>
              {one.label}
            </option>
          ))}
        </Select>
      )}
      {options.length > 0 && (
        <OptionFields
          schema={network.options}
          format={actual}
          channel={channel.id}
          values={variant.options ?? {}}
          errors={errors}
          onLeft={(name) => young.drop(channel.id, name)}
          onChange={(name, value) => {
            if (grows(variant.options?.[name], value)) young.add(channel.id, name);
            change((old) => setOption(old, channel.id, name, value));
          }}
        />
      )}
      {options.length === 0 && network.formats.length < 2 && <p className="text-sm text-muted">{t("compose.noOptions")}</p>}
    </div>
  );
}
