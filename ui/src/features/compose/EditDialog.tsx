import { useQuery } from "@tanstack/react-query";
import { type RefObject, useRef, useState } from "react";
import type { Asset, Channel, Edit, Format, MediaRef } from "@/shared/api-types";
import { Button } from "@/shared/components/Button";
import { Dialog } from "@/shared/components/Dialog";
import { Check } from "@/shared/components/Field";
import { useWords } from "@/shared/i18n";
import { assetQuery } from "@/shared/queries";
import { aspectName, aspectsFor, sameAspect } from "./aspects";
import { around, aspectOf, centreOf, WHOLE } from "./crop";
import { CropFrame } from "./CropFrame";
import { Choice } from "./EditChoice";
import { Picture, pictureClass, Result } from "./Result";
import { Stretch } from "./Stretch";
import { tidied } from "./edits";

/** What the dialog is opened for: to mend something, or just so. */
export interface EditTask {
  file: MediaRef;
  /** What is to be mended, in words. */
  text?: string;
  /** @param of width / height of the file as it is */
  begin: (of: number) => Edit;
  /** Those of the places where the file goes. */
  formats: Format[];
  /** A shape that was proposed. */
  aspect?: number;
  /** The longest stretch that fits. */
  most?: number;
  /** For whom it is, when others show the same file. */
  onlyFor?: Channel[];
  /** How many files have the same problem, this one too. */
  files: number;
}

interface Props {
  task: EditTask;
  onApply: (edit: Edit, asked: { everywhere: boolean; all: boolean }) => void;
  onClose: () => void;
}

/** Changes a file where it stands: what it is now beside what it becomes, before anything is applied. */
export function EditDialog({ task, onApply, onClose }: Props) {
  const { t } = useWords();
  const { data: asset } = useQuery(assetQuery(task.file.id));
  return (
    <Dialog open wide title={t("edit.title", { name: asset?.name ?? t("media.unnamed") })} text={task.text} onClose={onClose}>
      {asset && <EditForm asset={asset} task={task} onApply={onApply} onClose={onClose} />}
    </Dialog>
  );
}

type Shape = "whole" | "crop" | "pad";
const SHAPES = ["whole", "crop", "pad"] as const;
const FILLS = ["BLUR", "BLACK", "WHITE"] as const;

const shapeOf = (edit: Edit): Shape => (edit.pad ? "pad" : edit.crop ? "crop" : "whole");

function EditForm({ asset, task, onApply, onClose }: Props & { asset: Asset }) {
  const { t, language } = useWords();
  const of = asset.width && asset.height ? asset.width / asset.height : 1;
  const [edit, setEdit] = useState(() => task.begin(of));
  const aspects = aspectsFor(task.formats, asset.kind, task.aspect ? [task.aspect] : []);
  const [kept, setKept] = useState(() => keptAspect(edit, of, [...aspects, of]));
  const [asked, setAsked] = useState({ everywhere: false, all: false });
  const [plays, setPlays] = useState(asset.kind === "VIDEO");
  const video = useRef<HTMLVideoElement>(null);
  const length = asset.seconds ?? 0;
  const shape = shapeOf(edit);
  const { crop: _crop, pad: _pad, ...rest } = edit;

  function reshape(next: Shape, aspect: number | null) {
    setKept(aspect);
    const { x, y } = centreOf(edit.crop ?? WHOLE);
    if (next === "whole") setEdit(rest);
    else if (next === "pad") setEdit({ ...rest, pad: { aspect: aspect ?? of, fill: edit.pad?.fill ?? "BLUR" } });
    else setEdit({ ...rest, crop: aspect === null ? (edit.crop ?? WHOLE) : around(of, aspect, x, y) });
  }

  const first = task.aspect ?? aspects.find((aspect) => !sameAspect(aspect, of)) ?? 1;
  const picture = <Now asset={asset} plays={plays} video={video} framed={shape === "crop"} onBroken={() => setPlays(false)} />;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // the form of the composer must not hear of it
        event.stopPropagation();
        onApply(tidied(edit, length), asked);
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <figure className="min-w-0">
          <figcaption className="mb-1.5 text-xs font-semibold text-muted">{t("fix.before")}</figcaption>
          {shape === "crop" ? (
            <CropFrame of={of} crop={edit.crop ?? WHOLE} aspect={kept} onChange={(crop) => setEdit({ ...edit, crop })}>
              {picture}
            </CropFrame>
          ) : (
            picture
          )}
        </figure>
        <figure className="min-w-0">
          <figcaption className="mb-1.5 text-xs font-semibold text-muted">{t("fix.after")}</figcaption>
          <Result asset={asset} of={of} edit={tidied(edit, length)} />
        </figure>
      </div>
      <div className="mt-4 flex flex-col gap-4">
        <Choice
          legend={t("edit.shape")}
          value={shape}
          options={SHAPES.map((value) => ({ value, label: t(`edit.shape.${value}`) }))}
          onChange={(next) => reshape(next, next === "whole" ? null : first)}
        />
        {shape !== "whole" && (
          <Choice
            legend={t("edit.aspect")}
            value={kept === null ? "free" : sameAspect(kept, of) ? "own" : aspectName(kept)}
            options={[
              ...aspects.filter((aspect) => !sameAspect(aspect, of)).map((aspect) => ({ value: aspectName(aspect), label: aspectName(aspect), aspect })),
              ...(shape === "crop" ? [{ value: "own", label: t("edit.aspect.own"), aspect: of }, { value: "free", label: t("edit.aspect.free"), aspect: null }] : []),
            ]}
            onChange={(_, option) => reshape(shape, option.aspect)}
          />
        )}
        {shape === "crop" && <p className="-mt-2 text-[0.8125rem] text-muted">{t(kept === null ? "crop.helpFree" : "crop.help")}</p>}
        {edit.pad && (
          <Choice
            legend={t("fix.fill")}
            value={edit.pad.fill}
            options={FILLS.map((value) => ({ value, label: t(`fix.fill.${value}`) }))}
            onChange={(fill) => edit.pad && setEdit({ ...edit, pad: { ...edit.pad, fill } })}
          />
        )}
        {asset.kind === "VIDEO" && length > 0 && (
          <Stretch
            length={length}
            trim={edit.trim ?? { from: 0, seconds: length }}
            most={task.most ?? null}
            video={video}
            plays={plays}
            onChange={(trim) => setEdit({ ...edit, trim })}
          />
        )}
        <Check label={t("edit.enlarge")} checked={edit.enlarge === true} onChange={(enlarge) => setEdit({ ...edit, enlarge })} />
        {task.files > 1 && (
          <Check label={t("edit.all", { count: task.files })} help={t("edit.allHelp")} checked={asked.all} onChange={(all) => setAsked({ ...asked, all })} />
        )}
        {task.onlyFor && (
          <Check
            label={t("fix.everywhere")}
            help={t("fix.onlyFor", { channels: new Intl.ListFormat(language).format(task.onlyFor.map((channel) => channel.name)) })}
            checked={asked.everywhere}
            onChange={(everywhere) => setAsked({ ...asked, everywhere })}
          />
        )}
      </div>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t("common.cancel")}</Button>
        <Button look="primary" type="submit">
          {t("fix.apply")}
        </Button>
      </div>
    </form>
  );
}

/** The shape in which a piece is kept when it is resized: a usual one that it has, else any. */
function keptAspect(edit: Edit, of: number, aspects: number[]): number | null {
  const has = edit.pad?.aspect ?? (edit.crop ? aspectOf(edit.crop, of) : undefined);
  return has === undefined ? null : (aspects.find((aspect) => sameAspect(aspect, has)) ?? (edit.pad ? has : null));
}

interface NowProps {
  asset: Asset;
  plays: boolean;
  video: RefObject<HTMLVideoElement | null>;
  framed: boolean;
  onBroken: () => void;
}

/** The file as it is: a video can be played where the browser knows how. */
function Now({ asset, plays, video, framed, onBroken }: NowProps) {
  const look = framed ? "size-full object-contain" : pictureClass;
  if (!plays) return <Picture asset={asset} className={look} />;
  return <video ref={video} src={asset.url} poster={asset.thumbnail ?? undefined} preload="metadata" playsInline onError={onBroken} className={look} />;
}
