import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { Asset, Edit, Finding, Fix, PostInput } from "@/shared/api-types";
import { MockApi } from "@/test/mock-api";
import { open } from "@/test/render";

const SLOW = { timeout: 10_000 };
const RULE = { severity: "ERROR" as const, field: "media", part: 0, limit: "", actual: "", made: null };

const mediaOf = (input: PostInput, channel: string) => input.variants[channel]?.media ?? input.media;

/** As a network that takes nothing taller than 4:5, or longer than a minute. */
function strict(fixes: Fix[], channels = ["c-instagram"], mended: (edit: Edit | undefined) => boolean = (edit) => edit !== undefined) {
  return (input: PostInput): Finding[] =>
    channels
      .filter((channel) => input.channels.includes(channel))
      .flatMap((channel) =>
        mediaOf(input, channel).flatMap((file, media) =>
          mended(file.edit) ? [] : [{ ...RULE, channel, media, rule: "media.aspect", message: "Too tall for it", fixes }],
        ),
      );
}

async function composer(api: MockApi, channels: RegExp[] = [/on Instagram$/]) {
  const page = open("/compose/new", api);
  await screen.findByRole("textbox", { name: "Text" }, SLOW);
  for (const channel of channels) await page.user.click(screen.getByRole("checkbox", { name: channel }));
  return page;
}

async function addFile(user: Awaited<ReturnType<typeof composer>>["user"], link = "https://files.example/a.jpg") {
  await user.click(screen.getByRole("button", { name: "By link" }));
  await user.type(screen.getByRole("textbox", { name: "Address of the file" }), link);
  await user.click(screen.getByRole("button", { name: "Fetch" }));
  await screen.findAllByRole("textbox", { name: /^Description of / });
}

const last = (api: MockApi) => api.posts.at(-1);
const dialog = () => screen.findByRole("dialog", { name: /^Change / }, SLOW);
const fixOf = (action: RegExp) => screen.findByRole("button", { name: action }, SLOW);

function tall(api: MockApi, more: Partial<Asset> = {}) {
  api.file = { width: 900, height: 1600, ...more };
}

const film = (api: MockApi, seconds = 90, more: Partial<Asset> = {}) =>
  tall(api, { ...more, kind: "VIDEO", type: "video/mp4", name: "film.mp4", seconds, fps: 30, codec: "h264", sound: true, thumbnail: null });

describe("what was found in files", () => {
  it("is mended by a crop, after a look at it, and can be taken back", async () => {
    const api = new MockApi();
    tall(api);
    api.found = strict([{ action: "CROP", aspect: 0.8 }]);
    const { user } = await composer(api);
    await addFile(user);
    await user.click(await fixOf(/^Crop to 4:5$/));

    const box = await dialog();
    expect(within(box).getByText("Too tall for it")).toBeTruthy();
    expect(within(box).getByRole<HTMLInputElement>("radio", { name: "4:5" }).checked).toBe(true);
    expect(within(box).getByRole("img", { name: "What it becomes" })).toBeTruthy();
    await user.click(within(box).getByRole("button", { name: "Apply" }));

    expect(await screen.findByText("cropped 4:5")).toBeTruthy();
    await waitFor(() => expect(screen.queryByText("Too tall for it")).toBeNull(), SLOW);
    await waitFor(() => expect(last(api)?.media[0]?.edit?.crop).toMatchObject({ x: 0, width: 1 }), SLOW);
    expect(last(api)?.variants).toEqual({});

    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await screen.findByText("Too tall for it", {}, SLOW)).toBeTruthy();
    expect(screen.queryByText("cropped 4:5")).toBeNull();
  });

  it("is mended for one channel alone, or for all that show the file", async () => {
    const api = new MockApi();
    tall(api);
    api.found = strict([{ action: "PAD", aspect: 0.8 }]);
    const { user } = await composer(api, [/on Instagram$/, /on Bluesky$/]);
    await addFile(user);
    await user.click(await fixOf(/^Fit whole picture into 4:5$/));
    await user.click(within(await dialog()).getByRole("radio", { name: "White" }));
    await user.click(screen.getByRole("button", { name: "Apply" }));
    await waitFor(() => expect(last(api)?.variants["c-instagram"]?.media?.[0]?.edit).toEqual({ pad: { aspect: 0.8, fill: "WHITE" } }), SLOW);
    expect(last(api)?.media[0]?.edit).toBeUndefined();

    await user.click(screen.getByRole("button", { name: "Undo" }));
    await user.click(await fixOf(/^Fit whole picture into 4:5$/));
    await user.click(within(await dialog()).getByRole("checkbox", { name: "For all channels that show this file" }));
    await user.click(screen.getByRole("button", { name: "Apply" }));
    await waitFor(() => expect(last(api)?.media[0]?.edit).toEqual({ pad: { aspect: 0.8, fill: "BLUR" } }), SLOW);
    expect(last(api)?.variants).toEqual({});
  });

  it("is mended in all files that have it, each as it is shaped", async () => {
    const api = new MockApi();
    tall(api);
    api.found = strict([{ action: "CROP", aspect: 0.8 }]);
    const { user } = await composer(api);
    await addFile(user);
    tall(api, { width: 1000, height: 4000 });
    await addFile(user, "https://files.example/b.jpg");
    await waitFor(() => expect(screen.getAllByRole("button", { name: /^Crop to 4:5$/ })).toHaveLength(2), SLOW);
    await user.click(screen.getAllByRole("button", { name: /^Crop to 4:5$/ })[0] as HTMLElement);
    const all = within(await dialog()).getByRole("checkbox", { name: "Apply to all 2 files" });
    await user.click(all);
    await user.click(screen.getByRole("button", { name: "Apply" }));

    await waitFor(() => {
      const heights = last(api)?.media.map((file) => file.edit?.crop?.height.toFixed(4));
      expect(heights).toEqual([((900 / 1600) / 0.8).toFixed(4), (0.25 / 0.8).toFixed(4)]);
    }, SLOW);
  });

  it("is mended at once where there is nothing to look at", async () => {
    const api = new MockApi();
    tall(api);
    api.found = strict([{ action: "DROP", media: 0 }, { action: "FORMAT", format: "reel" }]);
    const { user } = await composer(api);
    await addFile(user);
    await user.click(await fixOf(/^Publish as Reel$/i));
    await waitFor(() => expect(last(api)?.variants["c-instagram"]?.format).toBe("reel"), SLOW);
    await user.click(await fixOf(/^Leave file 1 out$/));
    await waitFor(() => expect(last(api)?.media).toEqual([]), SLOW);
    expect(screen.queryByRole("textbox", { name: /^Description of/ })).toBeNull();
  });

  it("is told quietly where the house mends it by itself", async () => {
    const api = new MockApi();
    const made = { kind: "IMAGE" as const, type: "image/jpeg", width: 1440, height: 1080, repack: false };
    api.found = (input) =>
      input.media.map(() => ({ ...RULE, severity: "INFO", channel: "c-instagram", media: 0, rule: "media.width", message: "At most 1440 pixels.", fixes: [], made }));
    const { user } = await composer(api);
    await addFile(user);

    const told = await screen.findByText("1 file is made to fit by itself", {}, SLOW);
    await user.click(told);
    expect(screen.getByText("Instagram gets photo-1.jpg as JPEG, 1440 × 1080")).toBeTruthy();
    expect(screen.getByText(/^Ready for/)).toBeTruthy();
  });

  it("says that a file leaves without what it tells of its maker", async () => {
    const api = new MockApi();
    const made = { kind: "IMAGE" as const, type: "image/jpeg", width: 1200, height: 1200, repack: true };
    api.found = (input) =>
      input.media.map(() => ({ ...RULE, severity: "INFO", channel: "c-instagram", media: 0, rule: "media.personal", message: "Place and device are removed.", fixes: [], made }));
    const { user } = await composer(api);
    await addFile(user);
    await user.click(await screen.findByText("1 file is made to fit by itself", {}, SLOW));

    expect(screen.getByText("Place and device are removed.")).toBeTruthy();
    expect(screen.queryByText(/because/)).toBeNull();
  });
});

describe("changing a file without being asked to", () => {
  async function changing(api: MockApi) {
    const page = await composer(api);
    await addFile(page.user);
    await page.user.click(screen.getByRole("button", { name: /^Change (photo-1.jpg|film.mp4)$/ }));
    return { ...page, box: await dialog() };
  }

  it("moves and resizes the frame by keys, and its shape stays", async () => {
    const api = new MockApi();
    const { user, box } = await changing(api);
    await user.click(within(box).getByRole("radio", { name: "Cropped" }));
    await user.click(within(box).getByRole("radio", { name: "4:5" }));
    const frame = within(box).getByRole("button", { name: /^What stays/ });
    const place = () => within(box).getByText(/^Keeps/).textContent;
    expect(place()).toBe("Keeps 80% of the width and 100% of the height, 10% from the left, 0% from the top");
    frame.focus();
    await user.keyboard("{ArrowRight}");
    expect(place()).toContain("12% from the left");
    await user.keyboard("-----");
    expect(place()).toMatch(/^Keeps 60% of the width and 75% of the height/);
    await user.keyboard("++++++++++");
    expect(place()).toMatch(/^Keeps 80% of the width and 100% of the height/);
    await user.click(within(box).getByRole("button", { name: "Apply" }));
    expect(await screen.findByText("cropped 4:5")).toBeTruthy();
  });

  it("takes any shape when one is free", async () => {
    const api = new MockApi();
    const { user, box } = await changing(api);
    await user.click(within(box).getByRole("radio", { name: "Cropped" }));
    await user.click(within(box).getByRole("radio", { name: "Free" }));
    within(box).getByRole("button", { name: /^What stays/ }).focus();
    await user.keyboard("{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}");
    expect(within(box).getByText(/^Keeps/).textContent).toMatch(/^Keeps (76|96)% of the width/);
  });

  it("follows a hand that drags a corner or the frame", async () => {
    const api = new MockApi();
    const { user, box } = await changing(api);
    await user.click(within(box).getByRole("radio", { name: "Cropped" }));
    await user.click(within(box).getByRole("radio", { name: "4:5" }));
    const area = within(box).getByTestId("crop-box");
    area.getBoundingClientRect = () => ({ left: 0, top: 0, width: 100, height: 100 }) as DOMRect;
    const frame = within(box).getByRole("button", { name: /^What stays/ });
    const corner = frame.querySelector("[data-corner=bottom-right]") as HTMLElement;
    for (const element of [frame, corner, area]) element.setPointerCapture = () => {};
    fireEvent.pointerDown(corner, { clientX: 90, clientY: 100, buttons: 1, pointerId: 1 });
    fireEvent.pointerMove(corner, { clientX: 50, clientY: 50, buttons: 1, pointerId: 1 });
    fireEvent.pointerUp(corner, { pointerId: 1 });
    expect(within(box).getByText(/^Keeps/).textContent).toBe("Keeps 40% of the width and 50% of the height, 10% from the left, 0% from the top");
    fireEvent.pointerDown(frame, { clientX: 30, clientY: 20, buttons: 1, pointerId: 1 });
    fireEvent.pointerMove(frame, { clientX: 50, clientY: 40, buttons: 1, pointerId: 1 });
    expect(within(box).getByText(/^Keeps/).textContent).toContain("30% from the left, 20% from the top");
  });

  it("draws the result here until the server has made it", async () => {
    const api = new MockApi();
    const { user, box } = await changing(api);
    await user.click(within(box).getByRole("radio", { name: "Whole, in a frame" }));
    expect(within(box).getByTestId("drawn")).toBeTruthy();
    const result = within(box).getByRole("img", { name: "What it becomes" });
    await waitFor(() => expect(result.querySelector(":scope > img")?.getAttribute("src")).toContain("BLUR"), SLOW);
    fireEvent.load(result.querySelector(":scope > img") as HTMLElement);
    await waitFor(() => expect(within(box).queryByTestId("drawn")).toBeNull());
    await user.click(within(box).getByRole("radio", { name: "Black" }));
    expect(within(box).getByTestId("drawn")).toBeTruthy();
  });

  it("offers the shapes that the networks of the post take", async () => {
    const api = new MockApi();
    for (const rule of api.networks.find((one) => one.id === "instagram")?.formats.flatMap((one) => one.media).flatMap((one) => one.anyOf) ?? []) {
      rule.rule = { aspect: { min: 0.8, max: 1.91 } };
    }
    const { user, box } = await changing(api);
    await user.click(within(box).getByRole("radio", { name: "Cropped" }));
    expect(within(box).queryByRole("radio", { name: "9:16" })).toBeNull();
    expect(within(box).getByRole("radio", { name: "1.91:1" })).toBeTruthy();
  });

  it("chooses a stretch of a film by two handles, and plays it", async () => {
    const api = new MockApi();
    film(api);
    const play = vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
    const { user, box } = await changing(api);
    fireEvent.change(within(box).getByRole("slider", { name: "Begins at" }), { target: { value: "10" } });
    fireEvent.change(within(box).getByRole("slider", { name: "Ends at" }), { target: { value: "70" } });
    expect(within(box).getByRole("slider", { name: "Ends at" }).getAttribute("aria-valuetext")).toBe("1:10.0");
    await user.click(within(box).getByRole("button", { name: "Play the stretch" }));
    expect(play).toHaveBeenCalledOnce();
    expect(box.querySelector("video")?.currentTime).toBe(10);
    await user.click(within(box).getByRole("button", { name: "Apply" }));
    expect(await screen.findByText("0:10–1:10")).toBeTruthy();
    await waitFor(() => expect(last(api)?.media[0]?.edit).toEqual({ trim: { from: 10, seconds: 60 } }), SLOW);
    play.mockRestore();
  });

  it("keeps a stretch as short as the network wants it", async () => {
    const api = new MockApi();
    film(api);
    api.found = strict([{ action: "TRIM", seconds: 60 }]);
    const { user } = await composer(api);
    await addFile(user);
    await user.click(await fixOf(/^Use the first 1:00$/));
    const box = await dialog();
    fireEvent.change(within(box).getByRole("slider", { name: "Ends at" }), { target: { value: "80" } });
    expect(within(box).getByText("At most 1:00 fit.")).toBeTruthy();
    await user.click(within(box).getByRole("button", { name: "Apply" }));
    expect(await screen.findByText("0:20–1:20")).toBeTruthy();
  });

  it("shows a film that the browser cannot play as a picture", async () => {
    const api = new MockApi();
    film(api);
    const { box } = await changing(api);
    fireEvent.error(box.querySelector("video") as HTMLElement);
    expect(box.querySelector("video")).toBeNull();
    expect(within(box).queryByRole("button", { name: "Play the stretch" })).toBeNull();
    expect(within(box).getByRole("slider", { name: "Begins at" })).toBeTruthy();
  });

  it("takes the changes back from the file", async () => {
    const api = new MockApi();
    const { user, box } = await changing(api);
    await user.click(within(box).getByRole("radio", { name: "Whole, in a frame" }));
    await user.click(within(box).getByRole("button", { name: "Apply" }));
    await user.click(await screen.findByRole("button", { name: "Undo the changes of photo-1.jpg" }));
    expect(screen.queryByRole("button", { name: "Undo the changes of photo-1.jpg" })).toBeNull();
    await waitFor(() => expect(last(api)?.media[0]?.edit).toBeUndefined(), SLOW);
  });
});

describe("the details of a file", () => {
  it("say what it is like and what is made of it", async () => {
    const api = new MockApi();
    const heard = { bitrate: 8_000_000, soundCodec: "aac", soundRate: 48_000, soundChannels: 2, pixels: "yuv420p", personal: true };
    film(api, 12.4, { details: { ...(api.assets[0] as Asset).details, ...heard } });
    const made = { kind: "VIDEO" as const, type: "video/mp4", width: 1080, height: 1920 };
    api.renditions = [
      { ...made, id: "r1", state: "MAKING", progress: 0.4, bytes: null, problem: null, url: null },
      { ...made, id: "r2", state: "READY", progress: 1, bytes: 2_000_000, problem: null, url: "/api/media/renditions/r2/content", width: 720 },
      { ...made, id: "r3", state: "FAILED", progress: 0, bytes: null, problem: "it is damaged.", url: null, width: 360 },
    ];
    const { user } = await composer(api);
    await addFile(user);
    await user.click(screen.getByRole("button", { name: "Details of film.mp4" }));

    const facts = await screen.findByRole("dialog", { name: "Details of film.mp4" });
    for (const fact of ["MP4", "900 × 1600 (9:16)", "0:12.4", "30", "H264, yuv420p", "8 Mbit/s", "AAC, 2 channels, 48 kHz"]) {
      expect(within(facts).getByText(fact)).toBeTruthy();
    }
    expect((await within(facts).findByRole("progressbar")).getAttribute("aria-valuenow")).toBe("40");
    expect(within(facts).getByRole("link", { name: "Open MP4, 720 × 1920" }).getAttribute("href")).toBe("/api/media/renditions/r2/content");
    expect(within(facts).getByText("It could not be made: it is damaged.")).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog", { name: "Details of film.mp4" })).toBeNull();
    expect(screen.getByRole("dialog", { name: "New post" })).toBeTruthy();
  });
});
