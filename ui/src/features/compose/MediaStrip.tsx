import { clsx } from "clsx";
import { ImagePlus, Link2 } from "lucide-react";
import { type DragEvent, type FormEvent, useRef, useState } from "react";
import type { MediaRef } from "@/shared/api-types";
import { Button } from "@/shared/components/Button";
import { inputClass } from "@/shared/components/Field";
import { useWords } from "@/shared/i18n";
import { moved } from "./draft";
import { edited } from "./edits";
import { fieldId } from "./jump";
import { MediaItem } from "./MediaItem";
import { UploadLine } from "./UploadLine";
import type { Upload } from "./useUploads";

interface Props {
  part: number;
  media: MediaRef[];
  uploads: Upload[];
  onChange: (media: MediaRef[]) => void;
  onFiles: (files: File[]) => void;
  onLink: (url: string) => void;
  /** A file is to be changed where it stands. */
  onEdit: (place: number) => void;
}

/** The media of one part: add by drop, choice or link, describe, reorder by drag or by the arrows. */
export function MediaStrip({ part, media, uploads, onChange, onFiles, onLink, onEdit }: Props) {
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
              onEdit={() => onEdit(index)}
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
