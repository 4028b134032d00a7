import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { Play } from "lucide-react";
import type { Channel, Format, MediaRef, Part } from "@/shared/api-types";
import { Avatar, NetworkMark } from "@/shared/components/Marks";
import { useWords } from "@/shared/i18n";
import { lookOf, type Shape } from "@/shared/networks";
import { assetQuery } from "@/shared/queries";
import { type Draft, hasTitle, partOf, shown } from "./draft";
import { Small } from "./Result";
import { pieces } from "./measure";

interface Props {
  draft: Draft;
  channel: Channel;
  /** What is fitting or was chosen; undefined while nobody knows. */
  format: Format | undefined;
}

/** How the post will stand on that network, roughly: who, what, with which media, in how many parts. */
export function Preview({ draft, channel, format }: Props) {
  const { t } = useWords();
  const content = shown(draft, channel.id);
  const { shape } = lookOf(channel.network);
  const parts = Array.from({ length: content.thread.length + 1 }, (_, part) => partOf(content, part));
  return (
    <article aria-label={t("preview.of", { name: channel.name })} className="rounded-2xl border border-line bg-surface p-4">
      <header className="mb-3 flex items-center justify-between text-xs text-muted">
        <span className="flex items-center gap-1.5">
          <NetworkMark network={channel.network} size={16} />
          {format?.label}
        </span>
        {parts.length > 1 && <span>{t("preview.parts", { count: parts.length })}</span>}
      </header>
      {parts.map((part, index) => (
        <PartView key={index} part={part} title={index === 0 && hasTitle(format) ? content.title : ""} channel={channel} shape={shape} last={index === parts.length - 1} />
      ))}
    </article>
  );
}

interface PartProps {
  part: Part;
  title: string;
  channel: Channel;
  shape: Shape;
  last: boolean;
}

function PartView({ part, title, channel, shape, last }: PartProps) {
  const { t } = useWords();
  const body = (
    <>
      {title && <p className="font-semibold">{title}</p>}
      {part.text ? (
        <p className="text-sm whitespace-pre-wrap wrap-break-word">
          {pieces(part.text, part.text.length).map((piece, index) =>
            piece.kind === "token" ? (
              <span key={index} className="text-accent-text">
                {piece.text}
              </span>
            ) : (
              piece.text
            ),
          )}
        </p>
      ) : (
        part.media.length === 0 && <p className="text-sm text-muted">{t("preview.empty")}</p>
      )}
    </>
  );
  const pictures = part.media.length > 0 && <Pictures media={part.media} shape={shape} />;
  if (shape === "message") {
    return (
      <div className="overflow-hidden rounded-2xl rounded-bl-md bg-sunken">
        {pictures}
        <div className="px-3.5 py-2.5">
          <p className="mb-0.5 text-[0.8125rem] font-semibold text-accent-text">{channel.name}</p>
          {body}
        </div>
      </div>
    );
  }
  return (
    <div className="flex gap-3">
      <div className="flex flex-col items-center">
        <Avatar name={channel.name} src={channel.avatar} size={36} />
        {!last && <span className="my-1 w-0.5 flex-1 rounded bg-line" />}
      </div>
      <div className={clsx("min-w-0 flex-1", !last && "pb-4")}>
        <p className="text-sm leading-tight font-semibold">{channel.name}</p>
        <p className="mb-1.5 truncate text-xs text-muted">{channel.handle}</p>
        {shape === "feed" ? (
          <>
            {body}
            {pictures && <div className="mt-2">{pictures}</div>}
          </>
        ) : (
          <>
            {pictures && <div className="mb-2">{pictures}</div>}
            {body}
          </>
        )}
      </div>
    </div>
  );
}

const ratios: Record<Shape, string> = {
  feed: "aspect-[16/10]",
  picture: "aspect-[4/5]",
  video: "aspect-[9/14] max-w-56",
  message: "aspect-[16/11]",
};

const MOST = 4;

function Pictures({ media, shape }: { media: MediaRef[]; shape: Shape }) {
  const seen = shape === "feed" || shape === "message" ? media.slice(0, MOST) : media.slice(0, 1);
  const rest = media.length - seen.length;
  return (
    <div
      className={clsx(
        "relative grid gap-0.5 overflow-hidden rounded-xl border border-line bg-sunken",
        ratios[shape],
        seen.length > 1 && "grid-cols-2",
        seen.length > 2 && "grid-rows-2",
      )}
    >
      {seen.map((item, index) => (
        <Picture key={item.id} item={item} tall={seen.length === 3 && index === 0} />
      ))}
      {rest > 0 && (
        <span className="absolute right-2 bottom-2 rounded-full bg-black/75 px-2 py-0.5 text-xs font-semibold text-white">+{rest}</span>
      )}
    </div>
  );
}

function Picture({ item, tall }: { item: MediaRef; tall: boolean }) {
  const { data: asset } = useQuery(assetQuery(item.id));
  const size = clsx("size-full min-h-0 object-cover", tall && "row-span-2");
  if (asset?.kind === "IMAGE" || asset?.kind === "ANIMATION") {
    return <Small asset={asset} edit={item.edit} alt={item.alt} className={size} />;
  }
  return (
    <span className={clsx(size, "relative flex items-center justify-center bg-black/85 text-white")}>
      {asset?.thumbnail && <Small asset={asset} edit={item.edit} alt={item.alt} className="absolute inset-0 size-full object-cover opacity-70" />}
      <Play size={30} className="relative" aria-hidden />
    </span>
  );
}
