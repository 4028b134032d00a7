import { type CSSProperties, useEffect, useState } from "react";
import type { Asset, Edit } from "@/shared/api-types";
import { useWords } from "@/shared/i18n";
import { aspectOf, WHOLE } from "./crop";

const LOOK_MS = 300;
const SIDE = 640;

/** Where the server shows what an edit makes of a file; of a video its first picture that stays. */
export function previewOf(id: string, edit?: Edit): string {
  const query = new URLSearchParams({ side: String(SIDE) });
  if (edit && Object.keys(edit).length > 0) query.set("edit", JSON.stringify(edit));
  return `/api/media/${id}/preview?${query}`;
}

export const pictureClass = "max-h-72 w-full rounded-lg bg-sunken object-contain";

/** As large as there is room for a picture of this shape. */
export const boxOf = (aspect: number): CSSProperties => ({ aspectRatio: aspect, width: `min(100%, ${18 * aspect}rem)` });

interface PictureProps {
  asset: Asset;
  className?: string;
  style?: CSSProperties;
}

/** The file as it is, or what there is of it. */
export function Picture({ asset, className, style }: PictureProps) {
  const [broken, setBroken] = useState(false);
  const small = asset.thumbnail ?? asset.url;
  return (
    <img
      src={broken ? small : previewOf(asset.id)}
      alt=""
      draggable={false}
      onError={() => setBroken(true)}
      className={className ?? pictureClass}
      style={style}
    />
  );
}

/**
 * What becomes of the file: drawn here while a hand moves, as the server makes it once it rests. Where the server cannot, the
 * drawing stays.
 */
export function Result({ asset, of, edit }: { asset: Asset; of: number; edit: Edit }) {
  const { t } = useWords();
  const wanted = previewOf(asset.id, edit);
  const [asked, setAsked] = useState(wanted);
  const [made, setMade] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), LOOK_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  const there = made === wanted;
  return (
    <div role="img" aria-label={t("fix.result")} aria-busy={!there} className="relative flex h-72 w-full items-center justify-center overflow-hidden rounded-lg bg-sunken">
      {!there && <Drawn asset={asset} of={of} edit={edit} />}
      <img
        key={asked}
        src={asked}
        alt=""
        onLoad={() => setMade(asked)}
        className={there ? "max-h-full max-w-full object-contain" : "pointer-events-none absolute size-px opacity-0"}
      />
    </div>
  );
}

/** Without the server: the piece of the picture in its frame. */
function Drawn({ asset, of, edit }: { asset: Asset; of: number; edit: Edit }) {
  const piece = edit.crop ?? WHOLE;
  const aspect = aspectOf(piece, of);
  const shape = edit.pad?.aspect ?? aspect;
  const inner = { width: `${Math.min(1, aspect / shape) * 100}%`, height: `${Math.min(1, shape / aspect) * 100}%` };
  const fill = edit.pad?.fill;
  return (
    <div
      data-testid="drawn"
      className="relative flex items-center justify-center overflow-hidden"
      style={{
        ...boxOf(shape),
        background: fill === "WHITE" ? "#fff" : fill ? "#000" : undefined,
      }}
    >
      {fill === "BLUR" && <Picture asset={asset} className="absolute inset-0 size-full scale-110 object-cover blur-lg" />}
      <div className="relative overflow-hidden" style={inner}>
        <Picture
          asset={asset}
          className="absolute max-w-none"
          style={{
            width: `${100 / piece.width}%`,
            height: `${100 / piece.height}%`,
            left: `${(-piece.x / piece.width) * 100}%`,
            top: `${(-piece.y / piece.height) * 100}%`,
          }}
        />
      </div>
    </div>
  );
}
