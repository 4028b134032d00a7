import type { Crop, Edit, MediaRef } from "@/shared/api-types";
import { around, aspectOf, centreOf, moved, scaled } from "./crop";
import { isWhole, within } from "./trim";

/* What is changed of a file where it stands. Pure. */

const isAll = (crop: Crop) => crop.width > 0.999 && crop.height > 0.999;

/** Without what changes nothing. @param length of the video in seconds; 0 = none */
export function tidied(edit: Edit, length: number): Edit {
  return {
    ...(edit.trim && !isWhole(edit.trim, length) ? { trim: edit.trim } : {}),
    ...(edit.crop && !isAll(edit.crop) ? { crop: edit.crop } : {}),
    ...(edit.pad ? { pad: edit.pad } : {}),
    ...(edit.enlarge ? { enlarge: true } : {}),
  };
}

export function edited({ edit: _old, ...ref }: MediaRef, change: Edit | undefined): MediaRef {
  return change && Object.keys(change).length > 0 ? { ...ref, edit: change } : ref;
}

/** As the server tells it: with null for what there is not. */
export function refOf({ edit, ...ref }: MediaRef): MediaRef {
  const kept = edit ? (Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== null && value !== false)) as Edit) : {};
  return Object.keys(kept).length > 0 ? { ...ref, edit: kept } : ref;
}

/** A file as far as an edit of it depends on what it is like. */
export interface Measures {
  width: number | null;
  height: number | null;
  seconds: number | null;
}

/** The same change for another file: a piece of the same shape from the same place, as much of the stretch as it has. */
export function likewise(edit: Edit, from: Measures, to: Measures): Edit {
  const of = ({ width, height }: Measures) => (width && height ? width / height : 1);
  const { crop, trim } = edit;
  return tidied(
    {
      ...edit,
      ...(crop ? { crop: piece(crop, of(from), of(to)) } : {}),
      ...(trim ? { trim: within(trim, to.seconds ?? 0) } : {}),
    },
    to.seconds ?? 0,
  );
}

function piece(crop: Crop, from: number, to: number): Crop {
  const aspect = aspectOf(crop, from);
  const { x, y } = centreOf(crop);
  const part = crop.width / around(from, aspect, x, y).width;
  const other = scaled(around(to, aspect, x, y), part);
  const there = centreOf(other);
  return moved(other, x - there.x, y - there.y);
}
