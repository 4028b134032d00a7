import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { MockApi, problem } from "@/test/mock-api";
import { open } from "@/test/render";
import { chooseTheme } from "@/shared/theme";

const SLOW = { timeout: 10_000 };

function nobody(): MockApi {
  const api = new MockApi();
  api.session = null;
  return api;
}

describe("the door", () => {
  it("lets nobody in unseen, and leads back to where one wanted to go", async () => {
    const { user, router } = open("/queue?state=FAILED", nobody());
    await user.click(await screen.findByRole("button", { name: "Look around in the demo" }, SLOW));
    await waitFor(() => expect(router.state.location.href).toBe("/queue?state=FAILED"), SLOW);
  });

  it("says in the server's words what is wrong", async () => {
    const { user } = open("/sign-in", nobody());
    await user.type(await screen.findByLabelText(/E-mail/, {}, SLOW), "a@b.test");
    await user.type(screen.getByLabelText(/Password/), "nonsense");
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    expect((await screen.findByRole("alert")).textContent).toBe("The e-mail or the password is wrong.");
  });

  it("never sends anybody to another site", async () => {
    const { user, router } = open("/sign-in?to=//elsewhere.example", nobody());
    await user.click(await screen.findByRole("button", { name: "Look around in the demo" }, SLOW));
    await waitFor(() => expect(router.state.location.href).toBe("/"), SLOW);
  });

  it("makes the first person the owner", async () => {
    const api = nobody();
    api.setup = { ...api.setup, needed: true };
    const { user } = open("/", api);
    await user.type(await screen.findByLabelText(/Setup code/, {}, SLOW), "ABCD-2345");
    await user.type(screen.getByLabelText(/Your name/), "Ada");
    await user.type(screen.getByLabelText(/E-mail/), "ada@example.test");
    await user.type(screen.getByLabelText(/Password/), "a long enough sentence");
    await user.type(screen.getByLabelText(/Workspace/), "Harbour");
    await user.click(screen.getByRole("button", { name: "Begin" }));
    expect(await screen.findByRole("navigation", { name: "Main" }, SLOW)).toBeTruthy();
    expect(api.called("POST", "/api/setup")[0]?.body).toMatchObject({ code: "ABCD-2345", name: "Ada", workspace: "Harbour", locale: "en" });
  });

  it("shows at the field what the server found wrong with it", async () => {
    const api = nobody();
    api.setup = { ...api.setup, needed: true };
    api.next.set("POST /api/setup", problem(400, "Bad", { errors: [{ field: "password", rule: "weak", message: "Too short." }] }));
    const { user } = open("/setup", api);
    for (const label of [/Setup code/, /Your name/, /E-mail/, /Password/, /Workspace/]) {
      await user.type(await screen.findByLabelText(label, {}, SLOW), "x@example.test");
    }
    await user.click(screen.getByRole("button", { name: "Begin" }));
    expect(await screen.findByText("Too short.")).toBeTruthy();
  });

  it("says at the field that the setup code is not the one of the console", async () => {
    const api = nobody();
    api.setup = { ...api.setup, needed: true };
    api.next.set("POST /api/setup", problem(400, "Bad", { errors: [{ field: "code", rule: "setup-code", message: "This is not the code." }] }));
    const { user } = open("/setup", api);
    for (const label of [/Setup code/, /Your name/, /E-mail/, /Password/, /Workspace/]) {
      await user.type(await screen.findByLabelText(label, {}, SLOW), "x@example.test");
    }
    await user.click(screen.getByRole("button", { name: "Begin" }));
    expect((await screen.findByLabelText(/Setup code/)).getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText("This is not the code.")).toBeTruthy();
  });
});

describe("the frame", () => {
  it("opens a new post with n, but not while somebody writes", async () => {
    const { user, router } = open("/queue");
    const filter = await screen.findByRole("combobox", { name: "Channel" }, SLOW);
    filter.focus();
    await user.keyboard("n");
    expect(router.state.location.pathname).toBe("/queue");
    filter.blur();
    await user.keyboard("n");
    await waitFor(() => expect(router.state.location.pathname).toBe("/compose/new"), SLOW);
  });

  it("changes its language at once and remembers it for the person", async () => {
    const { user, api } = open("/queue");
    await user.click(await screen.findByRole("button", { name: /account and settings/ }, SLOW));
    await user.click(await screen.findByRole("menuitemradio", { name: "Polski" }));
    expect(await screen.findByRole("link", { name: /^Kolejka/ }, SLOW)).toBeTruthy();
    await waitFor(() => expect(api.session?.person.locale).toBe("pl"));
    expect(document.documentElement.lang).toBe("pl");
  });

  it("goes to the door when the session has ended elsewhere", async () => {
    const { user, router } = open("/queue");
    await user.click(await screen.findByRole("button", { name: /account and settings/ }, SLOW));
    await user.click(await screen.findByRole("menuitem", { name: "Sign out" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/sign-in"), SLOW);
  });

  it("says that nothing is being published when the server cannot say otherwise", async () => {
    const api = new MockApi();
    api.next.set("GET /health", { status: 503, body: { status: "DOWN" } });
    open("/queue", api);
    expect(await screen.findByRole("button", { name: "Nothing is being published" }, SLOW)).toBeTruthy();
  });

  it("is no green light while a channel or a post waits for a person, and counts them in the rail", async () => {
    const api = new MockApi();
    const waiting = api.posts.flatMap((post) => post.publications).filter((one) => ["HELD", "UNCONFIRMED", "FAILED"].includes(one.state)).length;
    open("/settings", api);
    expect(await screen.findByRole("button", { name: /^Something needs you: 1 channel must be connected again\./ }, SLOW)).toBeTruthy();
    expect(screen.getByRole("link", { name: /^Channels.*1 channel must be connected again/ })).toBeTruthy();
    expect(await screen.findByRole("link", { name: new RegExp(`^Queue.*${waiting} posts need you: failed, unconfirmed or held`) }, SLOW)).toBeTruthy();
  });

  it("says in good time that a version of a network's interface ends", async () => {
    const api = new MockApi();
    api.posts = [];
    api.channels = [];
    const [first] = api.apis;
    if (!first) throw new Error("no interface");
    api.apis = [{ ...first, state: "ENDING", sunset: "2027-06-30" }];
    open("/settings", api);
    const light = await screen.findByRole("button", { name: /^Something needs you: Instagram: version v25\.0 of its Graph API is served until June 30, 2027/ }, SLOW);
    expect(light.dataset.light).toBe("AMBER");
    const row = within(await screen.findByRole("region", { name: "What this server speaks" })).getByRole("row", { name: /Instagram/ });
    expect(row.textContent).toContain("June 30, 2027");
  });

  it("asks a person for the one post that failed, even when nothing else is wrong", async () => {
    const api = new MockApi();
    const failed = api.posts.find((post) => post.state === "FAILED");
    if (!failed) throw new Error("nothing failed");
    failed.publications = failed.publications.slice(0, 1);
    api.posts = [failed];
    api.channels = api.channels.filter((channel) => channel.state === "CONNECTED");
    open("/settings", api);
    expect(await screen.findByRole("link", { name: /^Queue.*1 post needs you/ }, SLOW)).toBeTruthy();
    expect(screen.getByRole("button", { name: /^Something needs you: 1 post needs you/ })).toBeTruthy();
  });

  it("wears the dark when it is chosen", () => {
    chooseTheme("dark");
    expect(document.documentElement.dataset.theme).toBe("dark");
    chooseTheme("light");
    expect(document.documentElement.dataset.theme).toBe("light");
  });
});
