import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { MockApi } from "@/test/mock-api";
import { open } from "@/test/render";
import { actionsOf } from "@/shared/deeds";
import { groupOf } from "./groups";

const SLOW = { timeout: 10_000 };

function only(state: "FAILED" | "UNCONFIRMED" | "HELD" | "SCHEDULED") {
  const api = new MockApi();
  const post = api.posts.find((one) => one.state === state);
  if (!post) throw new Error(`no post is ${state}`);
  post.publications = post.publications.slice(0, 1);
  api.posts = [post];
  return { api, publication: post.publications[0] as (typeof post.publications)[0] };
}

describe("the queue", () => {
  it("counts every state and shows the one that is asked for", async () => {
    const { api } = only("FAILED");
    open("/queue?state=FAILED", api);
    expect(await screen.findByRole("button", { name: /Failed 1/ }, SLOW)).toBeTruthy();
    expect(await screen.findByText("The same text was posted a short while ago.", {}, SLOW)).toBeTruthy();
  });

  it("says of each row and of each channel which network it is", async () => {
    const { api, publication } = only("FAILED");
    Object.assign(publication, { network: "x", account: "Harbour Coffee Roasters" });
    open("/queue?state=FAILED", api);
    const row = (await screen.findByText("Harbour Coffee Roasters", {}, SLOW)).closest("li") as HTMLElement;
    await waitFor(() => expect(row.textContent).toContain("X·Harbour Coffee Roasters·"), SLOW);
    const filter = screen.getByRole("combobox", { name: "Channel" });
    expect(within(filter).getByRole("option", { name: "Harbour Coffee · Bluesky" })).toBeTruthy();
    expect(within(filter).getByRole("option", { name: "Harbour Coffee · Instagram" })).toBeTruthy();
  });

  it("tries a failed one again", async () => {
    const { api, publication } = only("FAILED");
    const { user } = open("/queue?state=FAILED", api);
    await user.click(await screen.findByRole("button", { name: "Try again" }, SLOW));
    await waitFor(() => expect(publication.state).toBe("SCHEDULED"), SLOW);
    expect(await screen.findByText("Trying again")).toBeTruthy();
  });

  it("offers first to copy, change and send what the network refused, on the failed channels only", async () => {
    const { api, publication } = only("FAILED");
    const { user, router } = open("/queue?state=FAILED", api);
    await user.click(await screen.findByRole("button", { name: "Copy, change and send" }, SLOW));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/compose/${api.posts.at(-1)?.id}`), SLOW);
    expect(api.posts.at(-1)).toMatchObject({ state: "DRAFT", channels: [publication.channel], text: api.posts[0]?.text });
  });

  it("does not offer a copy where the text is not to blame, and says the reason once", async () => {
    const { api, publication } = only("FAILED");
    publication.problem = { code: "absent", message: "A person looked: it is not out.", advice: "Somebody looked: it is not there." };
    open("/queue?state=FAILED", api);
    expect(await screen.findByText("Somebody looked: it is not there.", {}, SLOW)).toBeTruthy();
    expect(screen.queryByText(/A person looked/)).toBeNull();
    expect(screen.queryByRole("button", { name: "Copy, change and send" })).toBeNull();
  });

  it("takes a person's word about a doubtful one", async () => {
    const { api, publication } = only("UNCONFIRMED");
    const { user } = open("/queue?state=UNCONFIRMED", api);
    await user.click(await screen.findByRole("button", { name: "It was published" }, SLOW));
    await waitFor(() => expect(publication.state).toBe("PUBLISHED"), SLOW);
  });

  it("asks before it believes that a doubtful one is not there: a new try could show it twice", async () => {
    const { api, publication } = only("UNCONFIRMED");
    const { user } = open("/queue?state=UNCONFIRMED", api);
    await user.click(await screen.findByRole("button", { name: "It was not" }, SLOW));
    const dialog = await screen.findByRole("dialog", { name: "Is it really not there?" }, SLOW);
    expect(publication.state).toBe("UNCONFIRMED");
    await user.click(within(dialog).getByRole("button", { name: "It was not" }));
    await waitFor(() => expect(publication.state).toBe("FAILED"), SLOW);
  });

  it("leads to the channels where one of them must be mended", async () => {
    const { api, publication } = only("HELD");
    publication.problem = { code: "channel", message: "The channel must be connected again.", advice: "Connect the channel again." };
    const { user, router } = open("/queue?state=HELD", api);
    await user.click(await screen.findByRole("link", { name: "Go to Channels" }, SLOW));
    await waitFor(() => expect(router.state.location.pathname).toBe("/channels"), SLOW);
  });

  it("releases what is held", async () => {
    const { api, publication } = only("HELD");
    const { user } = open("/queue?state=HELD", api);
    await user.click(await screen.findByRole("button", { name: "Release" }, SLOW));
    await waitFor(() => expect(publication.state).toBe("SCHEDULED"), SLOW);
  });

  it("holds what is scheduled", async () => {
    const { api, publication } = only("SCHEDULED");
    const { user } = open("/queue", api);
    await user.click(await screen.findByRole("button", { name: "More actions" }, SLOW));
    await user.click(await screen.findByRole("menuitem", { name: "Hold" }));
    await waitFor(() => expect(publication.state).toBe("HELD"), SLOW);
  });

  it("tells the story of a publication, request by request", async () => {
    const { api, publication } = only("FAILED");
    open(`/queue?story=${publication.id}`, api);
    const story = await screen.findByRole("dialog", { name: "The story of this post" }, SLOW);
    expect(await within(story).findByText("Containers", {}, SLOW)).toBeTruthy();
    expect(within(story).getByText(/media_publish/)).toBeTruthy();
    expect(within(story).getByText("400")).toBeTruthy();
  });
});

describe("the groups of the queue", () => {
  it("begin with what is scheduled when the address says nonsense", () => expect(groupOf("HAPPY")).toBe("SCHEDULED"));
  it("offer nothing that would publish twice", () => {
    expect(actionsOf("PUBLISHED")).toEqual(["open"]);
    expect(actionsOf("UNCONFIRMED")).toEqual(["open"]);
    expect(actionsOf("PUBLISHING")).toEqual(["open"]);
  });
});
