import { describe, expect, it } from "vitest";
import type { Crop } from "@/shared/api-types";
import { around, aspectOf, dragged, moved, scaled, stretched, WHOLE } from "./crop";

const near = (crop: Crop, wanted: Crop) => {
  for (const side of ["x", "y", "width", "height"] as const) expect(crop[side], side).toBeCloseTo(wanted[side], 6);
};

describe("a piece of a picture", () => {
  it("is the largest of an aspect around a point and never beyond the picture", () => {
    near(around(2, 1, 0.5, 0.5), { x: 0.25, y: 0, width: 0.5, height: 1 });
    near(around(2, 1, 0, 0), { x: 0, y: 0, width: 0.5, height: 1 });
    near(around(0.5, 1, 1, 1), { x: 0, y: 0.5, width: 1, height: 0.5 });
  });

  it("stops at the edge when it is moved", () => {
    const piece = { x: 0.25, y: 0, width: 0.5, height: 1 };

    near(moved(piece, 0.1, 0), { ...piece, x: 0.35 });
    near(moved(piece, 5, 5), { ...piece, x: 0.5 });
  });

  it("keeps its shape and its middle when it is made smaller", () => {
    near(scaled({ x: 0.2, y: 0.2, width: 0.4, height: 0.2 }, 0.5), { x: 0.3, y: 0.25, width: 0.2, height: 0.1 });
  });

  it("grows no further than to the edge, and never to nothing", () => {
    const piece = { x: 0, y: 0.4, width: 0.5, height: 0.25 };

    near(scaled(piece, 100), { x: 0, y: 0.275, width: 1, height: 0.5 });
    expect(scaled(piece, 0.0001).height).toBeCloseTo(0.05, 6);
  });

  it("of a free shape is made wider and higher by itself", () => {
    near(stretched({ x: 0.4, y: 0.4, width: 0.2, height: 0.2 }, 0.1, 0), { x: 0.35, y: 0.4, width: 0.3, height: 0.2 });
    near(stretched(WHOLE, 1, -0.5), { x: 0, y: 0.25, width: 1, height: 0.5 });
  });

  it("follows a corner while the opposite one stays", () => {
    const piece = { x: 0.2, y: 0.2, width: 0.4, height: 0.4 };

    near(dragged(piece, { right: true, bottom: true }, { x: 0.9, y: 0.5 }, 1, null), { x: 0.2, y: 0.2, width: 0.7, height: 0.3 });
    near(dragged(piece, { right: false, bottom: false }, { x: 0, y: 0.1 }, 1, null), { x: 0, y: 0.1, width: 0.6, height: 0.5 });
  });

  it("keeps its aspect when a corner is dragged, whatever the picture is like", () => {
    const piece = around(16 / 9, 4 / 5, 0.5, 0.5);
    for (const to of [{ x: 0.9, y: 0.9 }, { x: 0.5, y: 0.6 }, { x: 5, y: 5 }, { x: -1, y: -1 }]) {
      const next = dragged(piece, { right: true, bottom: true }, to, 16 / 9, 4 / 5);
      expect(aspectOf(next, 16 / 9)).toBeCloseTo(4 / 5, 6);
      expect(next.x + next.width).toBeLessThanOrEqual(1 + 1e-9);
      expect(next.y + next.height).toBeLessThanOrEqual(1 + 1e-9);
    }
  });
});
