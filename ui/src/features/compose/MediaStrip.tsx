import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { clsx } from "clsx";
import { ChevronLeft, ChevronRight, FileVideo, GripVertical, ImagePlus, Link2, Trash2, X } from "lucide-react";
import { type DragEvent, type FormEvent, useRef, useState } from "react";
import { message, patch } from "@/shared/api";
import type { Asset, Edit, MediaRef } from "@/shared/api-types";
import { Button, IconButton } from "@/shared/components/Button";
import { inputClass } from "@/shared/components/Field";
import { tell } from "@/shared/components/Toasts";
import { useWords } from "@/shared/i18n";
import { assetQuery } from "@/shared/queries";
import { showBytes } from "@/shared/time";
import { moved } from "./draft";
import { clock } from "./FixDialog";
import { aspectName, edited } from "./mend";
import { fieldId } from "./jump";
import { UploadLine } from "./UploadLine";
import type { Upload } from "./useUploads";

interface Props {
  part: number;
  media: MediaRef[];
  uploads: Upload[];
  onChange: (media: MediaRef[]) => void;
  onFiles: (files: File[]) => void;
  onLink: (url: string) => void;
}

const DRAGGED = "application/x-planner-media";

/** The media of one part: add by drop, choice or link, describe, reorder by drag or by the arrows. */
export function MediaStrip({ part, media, uploads, onChange, onFiles, onLink }: Props) {
  const { t } = useWords();
  const [over, setOver] = useState(false);
  const [said, setSaid] = useState("");

  function move(from: number, to: number) {
    const next = moved(media, from, to);
    if (next === media) return;
    onChange(next);
    setSaid(t("media.moved", { position: to + 1, count: media.length }));
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  }

  return (
    <div
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={clsx("rounded-xl border border-dashed p-3 transition-colors", over ? "border-accent bg-accent-soft" : "border-line")}
    >
      <span className="sr-only" aria-live="polite">
        {said}
      </span>
      {media.length > 0 && (
        <ol className="mb-3 flex flex-col gap-2.5">
          {media.map((item, index) => (
            <MediaItem
              key={item.id}
              item={item}
              place={index}
              count={media.length}
              part={part}
              onMove={(to) => move(index, to)}
              onDropped={(from) => move(from, index)}
              onAlt={(alt) => onChange(media.map((one) => (one.id === item.id ? { ...one, alt } : one)))}
              onUnedit={() => onChange(media.map((one) => (one.id === item.id ? edited(one, undefined) : one)))}
              onRemove={() => onChange(media.filter((one) => one.id !== item.id))}
            />
          ))}
        </ol>
      )}
      {uploads.map((one) => (
        <UploadLine key={one.id} upload={one} />
      ))}
      <AddMedia part={part} onFiles={onFiles} onLink={onLink} empty={media.length === 0} />
    </div>
  );
}

function AddMedia({ part, onFiles, onLink, empty }: Pick<Props, "part" | "onFiles" | "onLink"> & { empty: boolean }) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [linking, setLinking] = useState(false);
  const [url, setUrl] = useState("");
  const opener = useRef<HTMLButtonElement>(null);

  function leave() {
    setUrl("");
    setLinking(false);
    opener.current?.focus();
  }

  function add(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    if (!url.trim()) return;
    onLink(url.trim());
    leave();
  }

  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={input}
          type="file"
          multiple
          accept="image/*,video/*,application/pdf"
          className="sr-only"
          tabIndex={-1}
          aria-label={t("media.file")}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
        <Button
          small
          id={fieldId("media", part)}
          icon={<ImagePlus size={16} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {t("media.add")}
        </Button>
        <Button ref={opener} small look="quiet" icon={<Link2 size={16} aria-hidden />} aria-expanded={linking} onClick={() => setLinking(!linking)}>
          {t("media.byLink")}
        </Button>
        {empty && <span className="hidden text-xs text-muted sm:inline">{t("media.hint")}</span>}
      </div>
      {linking && (
        <form
          data-own-escape
          onSubmit={add}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            leave();
          }}
          className="mt-2 flex gap-2"
        >
          <input
            type="url"
            required
            autoFocus
            aria-label={t("media.link")}
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
            className={inputClass()}
          />
          <Button type="submit" look="primary">
            {t("media.fetch")}
          </Button>
        </form>
      )}
    </>
  );
}

interface ItemProps {
  item: MediaRef;
  place: number;
  count: number;
  part: number;
  onMove: (to: number) => void;
  onDropped: (from: number) => void;
  onAlt: (alt: string) => void;
  onUnedit: () => void;
  onRemove: () => void;
}

function MediaItem({ item, place, count, part, onMove, onDropped, onAlt, onUnedit, onRemove }: ItemProps) {
  const { t, language } = useWords();
  const { data: asset } = useQuery(assetQuery(item.id));
  const name = asset?.name ?? t("media.unnamed");
  return (
    <li
      draggable={count > 1}
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, String(place))}
      onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
      onDrop={(event) => {
        const from = event.dataTransfer.getData(DRAGGED);
        if (from === "") return;
        event.stopPropagation();
        onDropped(Number(from));
      }}
      className="flex items-start gap-2.5"
    >
      {count > 1 && <GripVertical size={16} className="mt-6 shrink-0 cursor-grab text-muted" aria-hidden />}
      <Thumb asset={asset} />
      <div className="min-w-0 flex-1">
        <p className="mb-1 truncate text-xs text-muted">
          {name}
          {asset?.width ? ` · ${asset.width}×${asset.height}` : null}
          {asset && ` · ${showBytes(asset.bytes, language)}`}
          {asset?.seconds ? ` · ${clock(asset.seconds)}` : null}
        </p>
        {item.edit && <EditBadge edit={item.edit} name={name} onUnedit={onUnedit} />}
        <input
          id={fieldId("alt", part, place)}
          aria-label={t("media.altOf", { name })}
          placeholder={t("media.altHint")}
          value={item.alt}
          onChange={(event) => onAlt(event.target.value)}
          className="h-9 w-full rounded-lg border border-line bg-surface px-2.5 text-sm"
        />
        {asset && <KeepAlt asset={asset} alt={item.alt.trim()} />}
      </div>
      <div className="mt-4.5 flex">
        {count > 1 && (
          <>
            <IconButton small label={t("media.earlier", { name })} disabled={place === 0} onClick={() => onMove(place - 1)}>
              <ChevronLeft size={17} className="rotate-90" aria-hidden />
            </IconButton>
            <IconButton small label={t("media.later", { name })} disabled={place === count - 1} onClick={() => onMove(place + 1)}>
              <ChevronRight size={17} className="rotate-90" aria-hidden />
            </IconButton>
          </>
        )}
        <IconButton small id={fieldId("media", part, place)} label={t("media.remove", { name })} onClick={onRemove}>
          <Trash2 size={16} aria-hidden />
        </IconButton>
      </div>
    </li>
  );
}

/** A description that was written here may stand with the file, for the next post that uses it. */
function KeepAlt({ asset, alt }: { asset: Asset; alt: string }) {
  const { t } = useWords();
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: () => patch<Asset>(`/api/media/${asset.id}`, { alt }),
    onSuccess: (kept) => {
      client.setQueryData(assetQuery(kept.id).queryKey, kept);
      tell(t("media.altKept"));
    },
    onError: (error) => tell(message(error)),
  });
  if (alt === "" || alt === asset.alt) return null;
  return (
    <Button small look="quiet" className="mt-1" busy={keep.isPending} onClick={() => keep.mutate()}>
      {t("media.keepAlt")}
    </Button>
  );
}

/** What is changed of the file where it stands, and the way back. */
function EditBadge({ edit, name, onUnedit }: { edit: Edit; name: string; onUnedit: () => void }) {
  const { t, language } = useWords();
  const changes = [
    edit.trim && t("media.edit.trim", { from: clock(edit.trim.from), to: clock(edit.trim.from + edit.trim.seconds) }),
    edit.crop && t("media.edit.crop"),
    edit.pad && `${t("media.edit.pad")} ${aspectName(edit.pad.aspect)}`,
    edit.enlarge && t("media.edit.enlarge"),
  ].filter((one) => typeof one === "string");
  return (
    <p className="mb-1 inline-flex items-center gap-1.5 rounded-full bg-accent-soft px-2 text-xs font-semibold text-accent-text">
      {new Intl.ListFormat(language, { type: "unit" }).format(changes)}
      <IconButton small label={t("media.edit.remove", { name })} onClick={onUnedit} className="-my-1.5 -mr-2">
        <X size={13} aria-hidden />
      </IconButton>
    </p>
  );
}

function Thumb({ asset }: { asset: Asset | undefined }) {
  const box = "size-16 shrink-0 rounded-lg border border-line bg-sunken";
  if (asset?.thumbnail) return <img src={asset.thumbnail} alt="" className={`${box} object-cover`} />;
  return (
    <span className={`${box} flex items-center justify-center text-muted`}>
      <FileVideo size={22} aria-hidden />
    </span>
  );
}
