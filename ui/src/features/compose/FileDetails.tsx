import { useQuery } from "@tanstack/react-query";
import { Download, Info } from "lucide-react";
import { Popover } from "radix-ui";
import type { Asset, Rendition } from "@/shared/api-types";
import { Failure } from "@/shared/components/Bits";
import { IconButton } from "@/shared/components/Button";
import { useWords } from "@/shared/i18n";
import { renditionsQuery } from "@/shared/queries";
import { showBytes, showLength } from "@/shared/time";
import { aspectName } from "./aspects";
import { typeName } from "./typeName";

/** What a file is like, and what is made of it for the networks. */
export function FileDetails({ asset }: { asset: Asset }) {
  const { t } = useWords();
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton small label={t("file.details", { name: asset.name })}>
          <Info size={16} aria-hidden />
        </IconButton>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t("file.details", { name: asset.name })}
          data-own-escape
          className="rise z-50 max-h-[70dvh] w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-xl border border-line bg-surface p-4 text-sm shadow-float"
        >
          <p className="mb-2 font-semibold break-words">{asset.name}</p>
          <Facts asset={asset} />
          <Made asset={asset} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Facts({ asset }: { asset: Asset }) {
  const { t, language } = useWords();
  const number = (value: number, digits = 0) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  const { details } = asset;
  const colours: Record<string, string> = { srgb: "sRGB", gray: t("file.gray"), cmyk: "CMYK", wide: t("file.wide") };
  const sound = [
    details.soundCodec?.toUpperCase(),
    details.soundChannels > 0 && t("file.channels", { count: details.soundChannels }),
    details.soundRate > 0 && `${number(details.soundRate / 1000, 1)} kHz`,
  ].filter((one) => typeof one === "string");
  const facts: [string, string | null | undefined | false][] = [
    [t("file.type"), typeName(asset.type)],
    [t("file.size"), showBytes(asset.bytes, language)],
    [t("file.pixels"), asset.width && asset.height ? `${asset.width} × ${asset.height} (${aspectName(asset.width / asset.height)})` : null],
    [t("file.length"), asset.seconds ? showLength(asset.seconds, asset.seconds < 60) : null],
    [t("file.fps"), asset.fps ? number(asset.fps, 2) : null],
    [t("file.frames"), asset.kind === "ANIMATION" && asset.frames ? number(asset.frames) : null],
    [t("file.codec"), asset.codec && [asset.codec.toUpperCase(), details.pixels].filter(Boolean).join(", ")],
    [t("file.bitrate"), details.bitrate > 0 && `${number(details.bitrate / 1_000_000, 1)} Mbit/s`],
    [t("file.sound"), asset.kind === "VIDEO" && (asset.sound === false ? t("file.silent") : sound.join(", "))],
    [t("file.colour"), asset.kind === "VIDEO" ? details.colour : (colours[details.colour ?? ""] ?? details.colour)],
    [t("file.pages"), details.pages > 0 && number(details.pages)],
    [t("file.personal"), details.personal && t("file.personal.there")],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="min-w-0 text-right break-words">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** Asked while it is looked at, and again when the server says that the file has changed. */
function Made({ asset }: { asset: Asset }) {
  const { t } = useWords();
  const { data: renditions, error } = useQuery({ ...renditionsQuery(asset.id), staleTime: 0 });
  if (error) return <Failure error={error} />;
  if (!renditions || renditions.length === 0) return null;
  return (
    <section aria-label={t("file.made")} className="mt-3 border-t border-line pt-3">
      <h3 className="mb-1.5 text-xs font-semibold text-muted">{t("file.made")}</h3>
      <ul className="flex flex-col gap-2">
        {renditions.map((one) => (
          <MadeRow key={one.id} made={one} />
        ))}
      </ul>
    </section>
  );
}

function MadeRow({ made }: { made: Rendition }) {
  const { t, language } = useWords();
  const what = `${typeName(made.type)}, ${made.width} × ${made.height}`;
  return (
    <li>
      <div className="flex items-center justify-between gap-2">
        <span>
          {what}
          {made.bytes !== null && <span className="text-muted"> · {showBytes(made.bytes, language)}</span>}
        </span>
        {made.url ? (
          <a
            href={made.url}
            target="_blank"
            rel="noreferrer"
            aria-label={t("file.see", { what })}
            title={t("file.see", { what })}
            className="inline-flex size-8 shrink-0 items-center justify-center rounded-lg text-muted hover:bg-hover hover:text-ink"
          >
            <Download size={15} aria-hidden />
          </a>
        ) : (
          <span className={made.state === "FAILED" ? "text-danger" : "text-muted"}>{t(`file.state.${made.state}`)}</span>
        )}
      </div>
      {made.state === "MAKING" && <Progress share={made.progress} label={what} />}
      {made.problem && <p className="text-xs text-danger">{t("file.failed", { problem: made.problem })}</p>}
    </li>
  );
}

function Progress({ share, label }: { share: number; label: string }) {
  const percent = Math.round(share * 100);
  return (
    <div className="mt-1 flex items-center gap-2">
      <div role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} className="h-1.5 flex-1 overflow-hidden rounded-full bg-line">
        <div className="h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
      </div>
      <span aria-hidden className="text-xs text-muted tabular-nums">
        {percent} %
      </span>
    </div>
  );
}
