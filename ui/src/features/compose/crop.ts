import type { Crop } from "@/shared/api-types";

/* A piece of a picture, in shares of it: how it is moved, resized and brought to an aspect. Pure. */

/** Smaller pieces cannot be taken hold of. */
const LEAST = 0.05;

export const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };

/** The largest piece of an aspect around a point. @param of width / height of the picture */
export function around(of: number, aspect: number, x: number, y: number): Crop {
  return placed(Math.min(1, aspect / of), Math.min(1, of / aspect), x, y);
}

export const centreOf = (crop: Crop) => ({ x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 });

export const aspectOf = (crop: Crop, of: number) => (of * crop.width) / crop.height;

export function moved(crop: Crop, right: number, down: number): Crop {
  const centre = centreOf(crop);
  return placed(crop.width, crop.height, centre.x + right, centre.y + down);
}

/** In its own shape, around its middle. */
export function scaled(crop: Crop, by: number): Crop {
  const factor = Math.max(Math.min(by, 1 / crop.width, 1 / crop.height), LEAST / Math.min(crop.width, crop.height));
  const { x, y } = centreOf(crop);
  return placed(crop.width * factor, crop.height * factor, x, y);
}

/** Wider or higher by so much, around its middle: of a free shape. */
export function stretched(crop: Crop, wider: number, higher: number): Crop {
  const side = (length: number) => Math.min(1, Math.max(LEAST, length));
  const { x, y } = centreOf(crop);
  return placed(side(crop.width + wider), side(crop.height + higher), x, y);
}

export type Corner = { right: boolean; bottom: boolean };

/**
 * A corner is dragged to a point; the opposite one stays.
 *
 * @param aspect width / height to be kept; `null` = any
 */
export function dragged(crop: Crop, corner: Corner, to: { x: number; y: number }, of: number, aspect: number | null): Crop {
  const fixed = { x: corner.right ? crop.x : crop.x + crop.width, y: corner.bottom ? crop.y : crop.y + crop.height };
  const room = { x: corner.right ? 1 - fixed.x : fixed.x, y: corner.bottom ? 1 - fixed.y : fixed.y };
  let width = Math.min(room.x, Math.max(LEAST, corner.right ? to.x - fixed.x : fixed.x - to.x));
  let height = Math.min(room.y, Math.max(LEAST, corner.bottom ? to.y - fixed.y : fixed.y - to.y));
  if (aspect !== null) {
    const share = of / aspect;
    width = Math.min(Math.max(width, height / share), room.x, room.y / share);
    height = width * share;
  }
  return inside({ x: corner.right ? fixed.x : fixed.x - width, y: corner.bottom ? fixed.y : fixed.y - height, width, height });
}

/** Around a point, but never beyond the picture. */
function placed(width: number, height: number, x: number, y: number): Crop {
  return inside({ x: x - width / 2, y: y - height / 2, width, height });
}

/** What rounding put a hair beyond the edge comes back, too. */
function inside(crop: Crop): Crop {
  const width = Math.min(1, crop.width);
  const height = Math.min(1, crop.height);
  return { x: Math.min(Math.max(crop.x, 0), 1 - width), y: Math.min(Math.max(crop.y, 0), 1 - height), width, height };
}
