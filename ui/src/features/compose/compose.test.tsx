import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { MockApi, problem } from "@/test/mock-api";
import { open } from "@/test/render";

const SLOW = { timeout: 10_000 };

async function composer(path = "/compose/new", api = new MockApi()) {
  const page = open(path, api);
  const text = await screen.findByRole("textbox", { name: "Text" }, SLOW);
  return { ...page, text };
}

const bluesky = () => screen.getByRole("checkbox", { name: "Harbour Coffee on Bluesky" });

const time = () => ["Date", "Time"].map((label) => screen.getByLabelText<HTMLInputElement>(label).value);

function choose(date: string, clock: string) {
  fireEvent.change(screen.getByLabelText("Date"), { target: { value: date } });
  fireEvent.change(screen.getByLabelText("Time"), { target: { value: clock } });
}

describe("the composer", () => {
  it("says what stands in the way, and lets a mended post be scheduled", async () => {
    const { user, text, api } = await composer();
    await user.click(bluesky());
    await user.click(text);
    await user.paste("a".repeat(301));
    expect(await screen.findByText(/Bluesky takes 300 characters; this text has 301/, {}, SLOW)).toBeTruthy();
    expect(screen.getByText("1 character too many")).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Schedule" }).disabled).toBe(true);

    await user.clear(text);
    await user.paste("Short enough");
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>("button", { name: "Schedule" }).disabled).toBe(false), SLOW);
    await user.click(screen.getByRole("button", { name: "Schedule" }));
    await waitFor(() => expect(api.posts.find((post) => post.text === "Short enough")?.state).toBe("SCHEDULED"), SLOW);
    expect(await screen.findByText(/Scheduled for/)).toBeTruthy();
  });

  it("names the account of a finding when two of the same network are chosen", async () => {
    const api = new MockApi();
    const [first] = api.channels;
    if (!first) throw new Error("no channel");
    api.channels.push({ ...first, id: "c-second", name: "Harbour Beans" });
    const { user, text } = await composer("/compose/new", api);
    await user.click(bluesky());
    await user.click(text);
    await user.paste("For all");
    await user.click(screen.getByRole("checkbox", { name: "Harbour Beans on Bluesky" }));
    await user.click(screen.getByRole("tab", { name: /Harbour Beans/ }));
    await user.click(screen.getByRole("textbox", { name: "Text" }));
    await user.paste("a".repeat(301));
    const finding = await screen.findByRole("button", { name: /^Harbour Beans on Bluesky Error: Bluesky takes 300 characters/ }, SLOW);
    expect(within(finding).getByText("Harbour Beans")).toBeTruthy();

    await user.click(bluesky());
    await waitFor(() => expect(screen.queryByText("Harbour Beans", { selector: "[aria-hidden]" })).toBeNull(), SLOW);
    expect(screen.getByRole("button", { name: /^Harbour Beans on Bluesky Error: Bluesky takes 300 characters/ })).toBeTruthy();
  });

  it("keeps the chosen time while one looks at Now and at Draft", async () => {
    const { user } = await composer("/compose/new?at=2099-05-05T10:00:00Z");
    expect(time()).toEqual(["2099-05-05", "12:00"]);
    await user.click(screen.getByRole("radio", { name: "Now" }));
    await user.click(screen.getByRole("radio", { name: "Draft" }));
    await user.click(screen.getByRole("radio", { name: "At a time" }));
    expect(time()).toEqual(["2099-05-05", "12:00"]);
  });

  it("knows the time that was chosen for a draft when one comes back to it", async () => {
    const { user, text, api, unmount } = await composer();
    await user.click(bluesky());
    await user.type(text, "Some day");
    choose("2099-05-05", "17:45");
    await user.click(screen.getByRole("radio", { name: "Draft" }));
    await user.click(screen.getByRole("button", { name: "Save draft" }));
    expect(await screen.findByText("Draft saved", {}, SLOW)).toBeTruthy();
    unmount();
    await composer(`/compose/${api.posts.at(-1)?.id}`, api);
    expect(time()).toEqual(["2099-05-05", "17:45"]);
  });

  it("keeps the time of a post that goes back to a draft, the one that was chosen last", async () => {
    const api = new MockApi();
    const post = api.posts.find((one) => one.state === "SCHEDULED");
    if (!post) throw new Error("nothing scheduled");
    const { user, unmount } = await composer(`/compose/${post.id}`, api);
    choose("2099-05-05", "17:45");
    await user.click(screen.getByRole("radio", { name: "Back to draft" }));
    await user.click(screen.getByRole("button", { name: "Save draft" }));
    await waitFor(() => expect(post.state).toBe("DRAFT"), SLOW);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull(), SLOW);
    unmount();
    await composer(`/compose/${post.id}`, api);
    expect(time()).toEqual(["2099-05-05", "17:45"]);
  });

  it("jumps from a finding to the control that mends it", async () => {
    const { user, text } = await composer();
    await user.click(screen.getByRole("checkbox", { name: /on TikTok/ }));
    await user.type(text, "Hi");
    await user.click(await screen.findByRole("button", { name: /Choose: Who can see it/ }, SLOW));
    const choice = await screen.findByRole("combobox", { name: /Who can see it/ }, SLOW);
    await waitFor(() => expect(document.activeElement).toBe(choice), SLOW);
    expect(await within(choice).findByRole("option", { name: "Friends" })).toBeTruthy();
    expect(within(choice).getByRole<HTMLOptionElement>("option", { name: "Only you" }).disabled).toBe(true);
  });

  it("does not call an option wrong of which something is good to know", async () => {
    const { user, text, api } = await composer();
    api.told = { privacy: "Friends see it first." };
    await user.click(screen.getByRole("checkbox", { name: /on TikTok/ }));
    await user.type(text, "Hi");
    await user.click(await screen.findByRole("tab", { name: /TikTok/ }, SLOW));
    const choice = await screen.findByRole("combobox", { name: /Who can see it/ }, SLOW);
    await within(choice).findByRole("option", { name: "Friends" });
    await user.selectOptions(choice, "Friends");
    await waitFor(() => expect(choice.getAttribute("aria-invalid")).not.toBe("true"), SLOW);
    expect(await screen.findAllByText("Friends see it first.", {}, SLOW)).toHaveLength(1);
  });

  it("keeps a draft by itself, once, and then changes it", async () => {
    const { user, text, api } = await composer();
    await user.click(bluesky());
    await user.type(text, "Kept");
    await waitFor(() => expect(api.called("POST", "/api/posts")).toHaveLength(1), SLOW);
    expect(api.called("POST", "/api/posts")[0]?.headers.get("Idempotency-Key")).toMatch(/^[0-9a-f-]{36}$/);
    await screen.findByText("Saved", {}, SLOW);
    await user.type(screen.getByRole("textbox", { name: "Text" }), " well");
    await waitFor(() => expect(api.posts.at(-1)?.text).toBe("Kept well"), SLOW);
    expect(api.called("POST", "/api/posts")).toHaveLength(1);
  });

  it("lets a channel that was disconnected be taken out", async () => {
    const api = new MockApi();
    const draft = api.posts.find((one) => one.id === "draft-1");
    draft?.channels.push("gone");
    const { user } = await composer("/compose/draft-1", api);
    await user.click(await screen.findByRole("checkbox", { name: "A disconnected channel" }, SLOW));
    await waitFor(() => expect(draft?.channels).not.toContain("gone"), SLOW);
    expect(screen.queryByRole("checkbox", { name: "A disconnected channel" })).toBeNull();
  });

  it("asks whose words stay when two people wrote", async () => {
    const api = new MockApi();
    const { user, text } = await composer("/compose/draft-1", api);
    const post = api.posts.find((one) => one.id === "draft-1");
    if (!post) throw new Error("no draft");
    post.version = 7;
    post.text = "Theirs";
    await user.type(text, "!");
    const dialog = await screen.findByRole("dialog", { name: "Somebody else changed this post" }, SLOW);
    expect(within(dialog).getByText("Theirs")).toBeTruthy();
    await user.click(within(dialog).getByRole("button", { name: "Keep mine" }));
    await waitFor(() => expect(post.text).toBe("An idea: a map of every café that serves our beans!"), SLOW);
  });

  it("gives a channel words of its own and takes them back", async () => {
    const { user, text } = await composer();
    await user.click(bluesky());
    await user.type(text, "For all");
    await user.click(screen.getByRole("tab", { name: /Bluesky/ }));
    const own = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Text" });
    expect(own.value).toBe("For all");
    await user.type(own, ", and for you");
    expect(screen.getByRole("tab", { name: /Bluesky own/ })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Reset the text to the base" }));
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Text" }).value).toBe("For all");
  });

  it("builds a thread and counts each part", async () => {
    const { user, text } = await composer();
    await user.click(bluesky());
    await user.type(text, "One");
    await user.click(screen.getByRole("button", { name: "Add a part to the thread" }));
    await user.type(screen.getByRole("textbox", { name: "Text of part 2" }), "Two!!");
    expect(await screen.findByText("5/300", {}, SLOW)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Remove part 2" }));
    expect(screen.queryByRole("textbox", { name: "Text of part 2" })).toBeNull();
  });

  it("draws a poll from its schema and sends it", async () => {
    const { user, text, api } = await composer();
    await user.click(screen.getByRole("checkbox", { name: /on X/ }));
    await user.type(text, "Coffee?");
    await user.click(screen.getByRole("tab", { name: /X/ }));
    await user.click(await screen.findByRole("button", { name: "Add Poll" }));
    await user.type(screen.getByRole("textbox", { name: "Answers, number 1" }), "Yes");
    await user.type(screen.getByRole("textbox", { name: "Answers, number 2" }), "No");
    await user.type(screen.getByRole("spinbutton", { name: "Runs for (minutes)" }), "60");
    await waitFor(
      () => expect(api.posts.at(-1)?.variants["c-x"]?.options).toEqual({ poll: { options: ["Yes", "No"], minutes: 60 } }),
      SLOW,
    );
  });

  it("draws a list of groups and sends it", async () => {
    const { user, text, api } = await composer();
    await user.click(screen.getByRole("checkbox", { name: /on Telegram/ }));
    await user.type(text, "Open today");
    await user.click(screen.getByRole("tab", { name: /Telegram/ }));
    await user.click(await screen.findByRole("button", { name: "Add: Buttons" }));
    await user.type(screen.getByRole("textbox", { name: "Label" }), "Menu");
    await user.type(screen.getByRole("textbox", { name: "Address" }), "https://cafe.example");
    await waitFor(
      () =>
        expect(api.posts.at(-1)?.variants["c-telegram"]?.options).toEqual({
          buttons: [{ text: "Menu", url: "https://cafe.example" }],
        }),
      SLOW,
    );
    await user.click(screen.getByRole("button", { name: "Remove Buttons, number 1" }));
    expect(screen.queryByRole("textbox", { name: "Label" })).toBeNull();
  });

  it("chooses times on a calendar: a moment by the workspace's clock, other clocks and days as they are", async () => {
    const { user, text, api } = await composer();
    await user.click(screen.getByRole("checkbox", { name: /on Telegram/ }));
    await user.type(text, "Open today");
    await user.click(screen.getByRole("tab", { name: /Telegram/ }));
    const closes = await screen.findByLabelText<HTMLInputElement>("Closes at");
    const choose = (field: HTMLElement, value: string) => {
      fireEvent.change(field, { target: { value } });
      fireEvent.blur(field);
    };
    choose(closes, "0002-12-24T18:00");
    choose(screen.getByLabelText("Closes at"), "2026-12-24T18:00");
    choose(screen.getByLabelText("Starts there at"), "2026-12-24T19:30");
    choose(screen.getByLabelText("Recorded on"), "2026-11-30");
    await waitFor(
      () =>
        expect(api.posts.at(-1)?.variants["c-telegram"]?.options).toEqual({
          closesAt: "2026-12-24T17:00:00.000Z",
          startsAt: "2026-12-24T19:30",
          recordedOn: "2026-11-30",
        }),
      SLOW,
    );
    expect(screen.getByLabelText<HTMLInputElement>("Closes at").value).toBe("2026-12-24T18:00");
    expect(screen.getByText("In the time of Europe/Warsaw.")).toBeTruthy();
  });

  it("shows the findings that the server refused with", async () => {
    const api = new MockApi();
    const { user, text } = await composer("/compose/new", api);
    await user.click(bluesky());
    await user.type(text, "Fine here");
    await screen.findByText("Saved", {}, SLOW);
    api.next.set(`PUT /api/posts/${api.posts.at(-1)?.id}/schedule`, problem(422, "The post does not fit everywhere"));
    await user.click(screen.getByRole("button", { name: "Schedule" }));
    expect((await screen.findByRole("alert")).textContent).toContain("The post does not fit everywhere");
  });

  it("adds a medium by link with a description", async () => {
    const { user, api } = await composer();
    await user.click(screen.getByRole("button", { name: "By link" }));
    await user.type(screen.getByRole("textbox", { name: "Address of the file" }), "https://files.example/a.jpg");
    await user.click(screen.getByRole("button", { name: "Fetch" }));
    await user.type(await screen.findByRole("textbox", { name: "Description of photo-1.jpg" }), "A cup");
    await waitFor(() => expect(api.posts.at(-1)?.media[0]?.alt).toBe("A cup"), SLOW);
  });

  it("takes the description that stands with the file, and keeps another one there", async () => {
    const api = new MockApi();
    const described = { ...(api.assets[0] as (typeof api.assets)[0]), id: "m-described", alt: "A red cup" };
    api.assets.push(described);
    api.next.set("POST /api/media/links", { status: 201, body: described });
    const { user } = await composer("/compose/new", api);
    await user.click(screen.getByRole("button", { name: "By link" }));
    await user.type(screen.getByRole("textbox", { name: "Address of the file" }), "https://files.example/a.jpg");
    await user.click(screen.getByRole("button", { name: "Fetch" }));
    const field = (await screen.findByRole("textbox", { name: "Description of photo-1.jpg" })) as HTMLInputElement;
    expect(field.value).toBe("A red cup");
    expect(screen.queryByRole("button", { name: "Keep this description with the file" })).toBeNull();
    await user.type(field, " on a table");
    await user.click(await screen.findByRole("button", { name: "Keep this description with the file" }));
    await waitFor(() => expect(api.called("PATCH", "/api/media/m-described")[0]?.body).toEqual({ alt: "A red cup on a table" }), SLOW);
    await waitFor(() => expect(screen.queryByRole("button", { name: "Keep this description with the file" })).toBeNull());
  });

  it("says why nothing could be fetched from a link", async () => {
    const api = new MockApi();
    const reason = "Nothing could be fetched there: 404.";
    api.next.set("POST /api/media/links", problem(400, "Some fields need attention", { detail: undefined, errors: [{ field: "url", rule: "unreachable", message: reason }] }));
    const { user } = await composer("/compose/new", api);
    await user.click(screen.getByRole("button", { name: "By link" }));
    await user.type(screen.getByRole("textbox", { name: "Address of the file" }), "https://files.example/none.jpg");
    await user.click(screen.getByRole("button", { name: "Fetch" }));
    expect((await screen.findByRole("alert")).textContent).toBe(reason);
  });

  it("closes by Escape only the small form that is open inside", async () => {
    const { user } = await composer();
    const opener = screen.getByRole("button", { name: "By link" });
    await user.click(opener);
    await user.type(screen.getByRole("textbox", { name: "Address of the file" }), "https://{Escape}");
    expect(screen.queryByRole("textbox", { name: "Address of the file" })).toBeNull();
    expect(screen.getByRole("dialog", { name: "New post" })).toBeTruthy();
    expect(document.activeElement).toBe(opener);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog", { name: "New post" })).toBeNull(), SLOW);
  });

  it("does not schedule into the past and says so", async () => {
    const { user, text } = await composer("/compose/new?at=2020-05-05T10:00:00Z");
    await user.click(bluesky());
    await user.type(text, "Too late");
    expect(await screen.findByText("This time has passed: choose a later one.")).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Schedule" }).disabled).toBe(true);
  });

  it.each([404, 400])("says that a post does not exist, with a way back (%i)", async (status) => {
    const api = new MockApi();
    api.next.set("GET /api/posts/nosuch-id", problem(status, "There is nothing here"));
    const { user, router } = open("/compose/nosuch-id", api);
    expect(await screen.findByText("This post does not exist", {}, SLOW)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Go to the calendar" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/"), SLOW);
  });

  it("shows what became of a post that is out, instead of letting it be changed", async () => {
    const api = new MockApi();
    const out = api.posts.find((post) => post.state === "FAILED");
    open(`/compose/${out?.id}`, api);
    expect((await screen.findAllByText("The same text was posted a short while ago.", {}, SLOW)).length).toBeGreaterThan(0);
    expect(screen.getAllByRole("button", { name: "Copy, change and send" })).toHaveLength(out?.publications.length ?? 0);
    expect(screen.queryByRole("textbox", { name: "Text" })).toBeNull();
    expect(screen.getByRole("button", { name: "Duplicate" })).toBeTruthy();
  });

  it("takes a person's word about a doubtful post right there", async () => {
    const api = new MockApi();
    const doubtful = api.posts.find((post) => post.state === "UNCONFIRMED");
    if (!doubtful) throw new Error("no doubtful post");
    doubtful.publications = doubtful.publications.slice(0, 1);
    const { user } = open(`/compose/${doubtful.id}`, api);
    await user.click(await screen.findByRole("button", { name: "It was published" }, SLOW));
    await waitFor(() => expect(doubtful.publications[0]?.state).toBe("PUBLISHED"), SLOW);
  });

  it("speaks Polish when the person does", async () => {
    const api = new MockApi();
    if (api.session) api.session.person.locale = "pl";
    open("/compose/new", api);
    expect(await screen.findByRole("dialog", { name: "Nowy wpis" }, SLOW)).toBeTruthy();
    expect(await screen.findByPlaceholderText("Co chcesz powiedzieć?", {}, SLOW)).toBeTruthy();
  });
});
