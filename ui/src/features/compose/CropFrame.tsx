import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import type { Crop } from "@/shared/api-types";
import { useWords } from "@/shared/i18n";
import { boxOf } from "./Result";
import { centreOf, type Corner, dragged, moved, scaled, stretched } from "./crop";

interface Props {
  /** Width / height of the picture. */
  of: number;
  crop: Crop;
  /** The shape that is kept; `null` = any. */
  aspect: number | null;
  onChange: (crop: Crop) => void;
  /** The picture, of which the piece is taken. */
  children: ReactNode;
}

const STEP = 0.02;
const LARGER = 1.06;

const CORNERS: Corner[] = [
  { right: false, bottom: false },
  { right: true, bottom: false },
  { right: false, bottom: true },
  { right: true, bottom: true },
];

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** The picture with the piece that stays: dragged, pulled at its corners, or moved and resized by keys. */
export function CropFrame({ of, crop, aspect, onChange, children }: Props) {
  const { t, language } = useWords();
  const box = useRef<HTMLDivElement>(null);
  /** Where in the piece the hand took it, or the corner it pulls. */
  const hold = useRef<{ x: number; y: number } | Corner>(undefined);

  function pointOf(event: PointerEvent) {
    const { left, top, width, height } = box.current?.getBoundingClientRect() ?? { left: 0, top: 0, width: 1, height: 1 };
    return { x: (event.clientX - left) / (width || 1), y: (event.clientY - top) / (height || 1) };
  }

  function take(event: PointerEvent, corner?: Corner) {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointOf(event);
    const centre = centreOf(crop);
    hold.current = corner ?? { x: point.x - centre.x, y: point.y - centre.y };
  }

  function drag(event: PointerEvent) {
    const held = hold.current;
    if (event.buttons === 0 || !held) return;
    event.stopPropagation();
    const point = pointOf(event);
    const centre = centreOf(crop);
    onChange("right" in held ? dragged(crop, held, point, of, aspect) : moved(crop, point.x - held.x - centre.x, point.y - held.y - centre.y));
  }

  /** A press beside the piece calls its middle there. */
  function call(event: PointerEvent) {
    const point = pointOf(event);
    const centre = centreOf(crop);
    onChange(moved(crop, point.x - centre.x, point.y - centre.y));
    event.currentTarget.setPointerCapture(event.pointerId);
    hold.current = { x: 0, y: 0 };
  }

  function key(event: KeyboardEvent) {
    const arrow = ARROWS[event.key];
    const factor = event.key === "+" || event.key === "=" ? LARGER : event.key === "-" ? 1 / LARGER : undefined;
    if (!arrow && !factor) return;
    event.preventDefault();
    if (factor) onChange(scaled(crop, factor));
    else if (arrow && event.shiftKey && aspect === null) onChange(stretched(crop, arrow[0], -arrow[1]));
    else if (arrow) onChange(moved(crop, ...arrow));
  }

  const percent = new Intl.NumberFormat(language, { style: "percent" });
  const share = (length: number) => percent.format(length);
  const place = t("crop.place", { width: share(crop.width), height: share(crop.height), left: share(crop.x), top: share(crop.y) });

  return (
    <div className="flex max-h-72 justify-center rounded-lg bg-sunken">
      <div
        ref={box}
        data-testid="crop-box"
        style={boxOf(of)}
        className="relative touch-none overflow-hidden"
        onPointerDown={call}
        onPointerMove={drag}
        onPointerUp={() => (hold.current = undefined)}
      >
        {children}
        <button
          type="button"
          aria-label={aspect === null ? t("crop.frameFree") : t("crop.frame")}
          onKeyDown={key}
          onPointerDown={take}
          onPointerMove={drag}
          style={{ left: share100(crop.x), top: share100(crop.y), width: share100(crop.width), height: share100(crop.height) }}
          className="absolute cursor-move border-2 border-white shadow-[0_0_0_999px_rgb(0_0_0/0.5)] focus-visible:outline-3 focus-visible:-outline-offset-4 focus-visible:outline-accent"
        >
          <Thirds />
          {CORNERS.map((corner) => (
            <span
              key={`${corner.right} ${corner.bottom}`}
              aria-hidden
              data-corner={`${corner.bottom ? "bottom" : "top"}-${corner.right ? "right" : "left"}`}
              onPointerDown={(event) => take(event, corner)}
              onPointerMove={drag}
              className={`absolute flex size-6 items-center justify-center ${corner.right ? "right-[-0.5rem]" : "left-[-0.5rem]"} ${corner.bottom ? "bottom-[-0.5rem]" : "top-[-0.5rem]"} ${corner.right === corner.bottom ? "cursor-nwse-resize" : "cursor-nesw-resize"}`}
            >
              <span className="size-3 rounded-full border-2 border-white bg-accent" />
            </span>
          ))}
        </button>
      </div>
      <span role="status" className="sr-only">
        {place}
      </span>
    </div>
  );
}

const share100 = (share: number) => `${share * 100}%`;

/** Lines by which a picture is composed. */
function Thirds() {
  return (
    <span aria-hidden className="pointer-events-none absolute inset-0 grid grid-cols-3 grid-rows-3">
      {Array.from({ length: 9 }, (_, cell) => (
        <span key={cell} className="border border-white/25" />
      ))}
    </span>
  );
}
