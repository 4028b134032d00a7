import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { Asset, Channel, Edit, Finding, Fix } from "@/shared/api-types";
import { Button } from "@/shared/components/Button";
import { Dialog } from "@/shared/components/Dialog";
import { Check } from "@/shared/components/Field";
import { useWords } from "@/shared/i18n";
import { assetQuery } from "@/shared/queries";
import { FixName } from "./FixButtons";
import { around, firstEdit } from "./mend";

interface Props {
  file: { id: string; edit?: Edit };
  finding: Finding;
  fix: Fix;
  channels: Channel[];
  /** Whether others show the same file. */
  shared: boolean;
  onApply: (edit: Edit, everywhere: boolean) => void;
  onClose: () => void;
}

const LOOK_MS = 300;
const SIDE = 640;

const previewOf = (id: string, edit?: Edit) => {
  const query = new URLSearchParams({ side: String(SIDE), ...(edit && Object.keys(edit).length > 0 ? { edit: JSON.stringify(edit) } : {}) });
  return `/api/media/${id}/preview?${query}`;
};

/** What a fix makes of a file, before it is applied. */
export function FixDialog({ file, finding, fix, channels, shared, onApply, onClose }: Props) {
  const { t, language } = useWords();
  const { data: asset } = useQuery(assetQuery(file.id));
  const of = asset?.width && asset.height ? asset.width / asset.height : 1;
  const [edit, setEdit] = useState<Edit>();
  const [everywhere, setEverywhere] = useState(false);
  const now = edit ?? firstEdit(fix, file.edit, of);
  const networks = new Intl.ListFormat(language).format(channels.map((channel) => channel.name));
  return (
    <Dialog open wide title={FixName(fix, t, [])} text={finding.message} onClose={onClose}>
      {asset && (
        <div className="grid gap-4 sm:grid-cols-2">
          <figure>
            <figcaption className="mb-1.5 text-xs font-semibold text-muted">{t("fix.before")}</figcaption>
            {fix.action === "CROP" ? (
              <CropFrame asset={asset} of={of} aspect={fix.aspect ?? of} crop={now.crop} onChange={(crop) => setEdit({ ...now, crop })} />
            ) : (
              <img src={previewOf(file.id)} alt="" className="max-h-80 w-full rounded-lg bg-sunken object-contain" />
            )}
          </figure>
          <figure>
            <figcaption className="mb-1.5 text-xs font-semibold text-muted">{t("fix.after")}</figcaption>
            <After id={file.id} edit={now} />
          </figure>
        </div>
      )}
      <div className="mt-4 flex flex-col gap-3">
        {now.pad && fix.action === "PAD" && <Fill pad={now.pad} onChange={(pad) => setEdit({ ...now, pad })} />}
        {now.trim && fix.action === "TRIM" && asset && <Stretch asset={asset} trim={now.trim} onChange={(trim) => setEdit({ ...now, trim })} />}
        {shared && <Check label={t("fix.everywhere")} help={t("fix.onlyFor", { channels: networks })} checked={everywhere} onChange={setEverywhere} />}
      </div>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t("common.cancel")}</Button>
        <Button look="primary" onClick={() => onApply(now, everywhere)}>
          {t("fix.apply")}
        </Button>
      </div>
    </Dialog>
  );
}

/** As the server makes it, once a hand rests. */
function After({ id, edit }: { id: string; edit: Edit }) {
  const { t } = useWords();
  const [src, setSrc] = useState(() => previewOf(id, edit));
  const wanted = previewOf(id, edit);
  useEffect(() => {
    const timer = setTimeout(() => setSrc(wanted), LOOK_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  return <img src={src} alt={t("fix.result")} className="max-h-80 w-full rounded-lg bg-sunken object-contain" />;
}

interface CropProps {
  asset: Asset;
  of: number;
  aspect: number;
  crop: Edit["crop"];
  onChange: (crop: NonNullable<Edit["crop"]>) => void;
}

const STEP = 0.02;

/** The picture with the piece that stays: drag it, or move it with the arrows. */
function CropFrame({ asset, of, aspect, crop, onChange }: CropProps) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const piece = crop ?? around(of, aspect, 0.5, 0.5);
  const centre = { x: piece.x + piece.width / 2, y: piece.y + piece.height / 2 };

  const to = (x: number, y: number) => onChange(around(of, aspect, x, y));

  function drag(event: PointerEvent) {
    if (event.buttons === 0 || !box.current) return;
    const { left, top, width, height } = box.current.getBoundingClientRect();
    to((event.clientX - left) / width, (event.clientY - top) / height);
  }

  function key(event: KeyboardEvent) {
    const move = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
    if (!move) return;
    event.preventDefault();
    to(centre.x + (move[0] ?? 0), centre.y + (move[1] ?? 0));
  }

  return (
    <div className="flex max-h-80 justify-center rounded-lg bg-sunken">
      <div
        ref={box}
        style={{ aspectRatio: of }}
        className="relative max-h-80 max-w-full touch-none overflow-hidden"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag(event);
        }}
        onPointerMove={drag}
      >
        <img src={previewOf(asset.id)} alt="" draggable={false} className="h-full max-h-80 w-full object-contain" />
        <button
          type="button"
          aria-label={t("fix.frame")}
          onKeyDown={key}
          style={{ left: `${piece.x * 100}%`, top: `${piece.y * 100}%`, width: `${piece.width * 100}%`, height: `${piece.height * 100}%` }}
          className="absolute cursor-move border-2 border-white shadow-[0_0_0_999px_rgb(0_0_0/0.5)] focus-visible:outline-3 focus-visible:outline-accent"
        />
      </div>
    </div>
  );
}

const FILLS = ["BLUR", "BLACK", "WHITE"] as const;

function Fill({ pad, onChange }: { pad: NonNullable<Edit["pad"]>; onChange: (pad: NonNullable<Edit["pad"]>) => void }) {
  const { t } = useWords();
  return (
    <fieldset className="flex flex-wrap gap-4">
      <legend className="mb-1 text-sm font-medium">{t("fix.fill")}</legend>
      {FILLS.map((fill) => (
        <label key={fill} className="inline-flex items-center gap-2 text-sm">
          <input type="radio" name="fill" checked={pad.fill === fill} onChange={() => onChange({ ...pad, fill })} />
          {t(`fix.fill.${fill}`)}
        </label>
      ))}
    </fieldset>
  );
}

function Stretch({ asset, trim, onChange }: { asset: Asset; trim: NonNullable<Edit["trim"]>; onChange: (trim: NonNullable<Edit["trim"]>) => void }) {
  const { t } = useWords();
  const latest = Math.max(0, (asset.seconds ?? 0) - trim.seconds);
  return (
    <label className="text-sm">
      <span className="mb-1 block font-medium">{t("fix.from", { from: clock(trim.from), to: clock(trim.from + trim.seconds) })}</span>
      <input
        type="range"
        min={0}
        max={latest}
        step={0.1}
        value={trim.from}
        onChange={(event) => onChange({ ...trim, from: Number(event.target.value) })}
        className="w-full accent-accent"
      />
    </label>
  );
}

/** 0:05, 1:30. */
export function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
