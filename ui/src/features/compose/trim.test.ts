import { describe, expect, it } from "vitest";
import { isWhole, within, withEnd, withStart } from "./trim";

describe("the stretch of a video that stays", () => {
  it("begins where it is told, and its end stays", () => {
    expect(withStart({ from: 0, seconds: 60 }, 10, 90, null)).toEqual({ from: 10, seconds: 50 });
  });

  it("takes its end along when it may not be longer", () => {
    expect(withEnd({ from: 0, seconds: 60 }, 75, 90, 60)).toEqual({ from: 15, seconds: 60 });
    expect(withStart({ from: 30, seconds: 60 }, 0, 90, 60)).toEqual({ from: 0, seconds: 60 });
  });

  it("is never without anything between its ends, nor beyond the video", () => {
    expect(withStart({ from: 0, seconds: 10 }, 80, 90, null)).toEqual({ from: 80, seconds: 0.5 });
    expect(withStart({ from: 0, seconds: 10 }, 500, 90, null)).toEqual({ from: 89.5, seconds: 0.5 });
    expect(withEnd({ from: 20, seconds: 10 }, 5, 90, null)).toEqual({ from: 4.5, seconds: 0.5 });
    expect(withEnd({ from: 20, seconds: 10 }, 500, 90, null)).toEqual({ from: 20, seconds: 70 });
  });

  it("is as long as another video has it", () => {
    expect(within({ from: 10, seconds: 60 }, 65)).toEqual({ from: 5, seconds: 60 });
    expect(within({ from: 10, seconds: 60 }, 30)).toEqual({ from: 0, seconds: 30 });
    expect(within({ from: 10, seconds: 60 }, 90)).toEqual({ from: 10, seconds: 60 });
  });

  it("is the whole when nothing is cut off", () => {
    expect(isWhole({ from: 0, seconds: 12 }, 12)).toBe(true);
    expect(isWhole({ from: 1, seconds: 11 }, 12)).toBe(false);
  });
});
