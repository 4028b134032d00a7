import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, Crop, FileText, FileVideo, GripVertical, Trash2, X } from "lucide-react";
import type { Asset, Edit, MediaRef } from "@/shared/api-types";
import { IconButton } from "@/shared/components/Button";
import { useWords } from "@/shared/i18n";
import { assetQuery } from "@/shared/queries";
import { showBytes, showLength } from "@/shared/time";
import { aspectName } from "./aspects";
import { aspectOf } from "./crop";
import { FileDetails } from "./FileDetails";
import { fieldId } from "./jump";
import { typeName } from "./typeName";

export const DRAGGED = "application/x-planner-media";

interface Props {
  item: MediaRef;
  place: number;
  count: number;
  part: number;
  onMove: (to: number) => void;
  onDropped: (from: number) => void;
  onAlt: (alt: string) => void;
  onEdit: () => void;
  onUnedit: () => void;
  onRemove: () => void;
}

/** One file of a part: what it is, what is changed of it, its description, its place. */
export function MediaItem({ item, place, count, part, onMove, onDropped, onAlt, onEdit, onUnedit, onRemove }: Props) {
  const { t, language } = useWords();
  const { data: asset } = useQuery(assetQuery(item.id));
  const name = asset?.name ?? t("media.unnamed");
  const editable = asset !== undefined && asset.kind !== "DOCUMENT";
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
      {count > 1 && <GripVertical size={16} className="mt-6 shrink-0 cursor-grab text-muted max-sm:hidden" aria-hidden />}
      <Thumb asset={asset} />
      <div className="min-w-0 flex-1">
        <p className="mb-1 truncate text-xs text-muted">
          {name}
          {asset?.width ? ` · ${asset.width}×${asset.height}` : null}
          {asset && ` · ${typeName(asset.type)}`}
          {asset && ` · ${showBytes(asset.bytes, language)}`}
          {asset?.seconds ? ` · ${showLength(asset.seconds)}` : null}
        </p>
        {item.edit && <EditBadge edit={item.edit} asset={asset} name={name} onEdit={onEdit} onUnedit={onUnedit} />}
        <input
          id={fieldId("alt", part, place)}
          aria-label={t("media.altOf", { name })}
          placeholder={t("media.altHint")}
          value={item.alt}
          onChange={(event) => onAlt(event.target.value)}
          className="h-9 w-full rounded-lg border border-line bg-surface px-2.5 text-sm"
        />
        <div className="mt-0.5 -ml-1.5 flex flex-wrap items-center">
          {editable && (
            <IconButton small label={t("media.edit", { name })} onClick={onEdit}>
              <Crop size={16} aria-hidden />
            </IconButton>
          )}
          {asset && <FileDetails asset={asset} />}
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
      </div>
    </li>
  );
}

interface BadgeProps {
  edit: Edit;
  asset: Asset | undefined;
  name: string;
  onEdit: () => void;
  onUnedit: () => void;
}

/** What is changed of the file where it stands, the way to change it again, and the way back. */
function EditBadge({ edit, asset, name, onEdit, onUnedit }: BadgeProps) {
  const { t, language } = useWords();
  const of = asset?.width && asset.height ? asset.width / asset.height : undefined;
  const changes = [
    edit.trim && t("media.edit.trim", { from: showLength(edit.trim.from), to: showLength(edit.trim.from + edit.trim.seconds) }),
    edit.crop && `${t("media.edit.crop")} ${of ? aspectName(aspectOf(edit.crop, of)) : ""}`.trim(),
    edit.pad && `${t("media.edit.pad")} ${aspectName(edit.pad.aspect)}`,
    edit.enlarge && t("media.edit.enlarge"),
  ].filter((one) => typeof one === "string");
  const words = new Intl.ListFormat(language, { type: "unit" }).format(changes);
  return (
    <p className="mb-1 inline-flex max-w-full items-center rounded-full bg-accent-soft pl-2.5 text-xs font-semibold text-accent-text">
      <button type="button" title={t("media.edit", { name })} onClick={onEdit} className="truncate rounded-full py-0.5 hover:underline">
        {words}
      </button>
      <IconButton small label={t("media.edit.remove", { name })} onClick={onUnedit} className="-my-1 text-accent-text">
        <X size={13} aria-hidden />
      </IconButton>
    </p>
  );
}

function Thumb({ asset }: { asset: Asset | undefined }) {
  const box = "size-16 shrink-0 rounded-lg border border-line bg-sunken";
  if (asset?.thumbnail) return <img src={asset.thumbnail} alt="" className={`${box} object-cover`} />;
  const Icon = asset?.kind === "DOCUMENT" ? FileText : FileVideo;
  return (
    <span className={`${box} flex items-center justify-center text-muted`}>
      <Icon size={22} aria-hidden />
    </span>
  );
}
