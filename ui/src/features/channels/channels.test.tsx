import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { MockApi } from "@/test/mock-api";
import { open } from "@/test/render";

const SLOW = { timeout: 10_000 };

async function channels(path = "/channels", api = new MockApi()) {
  const page = open(path, api);
  await screen.findByRole("heading", { name: "Connect a channel" }, SLOW);
  return page;
}

describe("the channels", () => {
  it("draw a secrets form from its fields and show the network's own words at the field", async () => {
    const { user, api } = await channels();
    await user.click(screen.getByRole("button", { name: "Connect Bluesky" }));
    const dialog = await screen.findByRole("dialog", { name: "Connect Bluesky" });
    expect(within(dialog).getByLabelText<HTMLInputElement>(/^Server/).value).toBe("https://pds.example");
    await user.type(within(dialog).getByLabelText(/^Handle/), "ada.example");
    await user.type(within(dialog).getByLabelText(/^App password/), "wrong");
    await user.click(within(dialog).getByRole("button", { name: "Connect" }));
    expect(await within(dialog).findByText("This app password is not valid.")).toBeTruthy();
    await user.clear(within(dialog).getByLabelText(/^App password/));
    await user.type(within(dialog).getByLabelText(/^App password/), "abcd-efgh");
    await user.click(within(dialog).getByRole("button", { name: "Connect" }));
    expect(await screen.findByRole("heading", { name: "ada.example" }, SLOW)).toBeTruthy();
    expect(api.called("POST", "/api/channels/bluesky").at(-1)?.body).toEqual({
      connector: "app-password",
      service: "https://pds.example",
      identifier: "ada.example",
      password: "abcd-efgh",
    });
  });

  it("fill in the form what is known of the channel, and in the demo what the simulated network takes", async () => {
    const api = new MockApi();
    api.networks = api.networks.map((one) => (one.id === "bluesky" ? { ...one, sandboxSecrets: { identifier: "demo.example", password: "demo-pass" } } : one));
    const { user } = await channels("/channels", api);
    await user.click(screen.getByRole("button", { name: "Connect Bluesky" }));
    const dialog = await screen.findByRole("dialog", { name: "Connect Bluesky" });
    expect(within(dialog).getByText("Filled in for the demo.")).toBeTruthy();
    expect(within(dialog).getByLabelText<HTMLInputElement>(/^Handle/).value).toBe("demo.example");
    expect(within(dialog).getByLabelText<HTMLInputElement>(/^App password/).value).toBe("demo-pass");
    await user.keyboard("{Escape}");
    await user.click(screen.getAllByRole("button", { name: /^Actions for Harbour Coffee$/ })[0] as HTMLElement);
    await user.click(await screen.findByRole("menuitem", { name: "Connect again" }));
    const again = await screen.findByRole("dialog", { name: "Connect Bluesky" });
    expect(within(again).getByLabelText<HTMLInputElement>(/^Handle/).value).toBe("@harbour.example");
  });

  it("send the browser to the consent page, by the way that was chosen", async () => {
    const { user, api } = await channels();
    const away = vi.spyOn(window.location, "assign").mockImplementation(() => {});
    await user.click(screen.getByRole("button", { name: "Connect Instagram" }));
    await user.click(await screen.findByRole("radio", { name: "Through a Facebook Page" }));
    await user.click(screen.getByRole("button", { name: "Go to Instagram" }));
    await waitFor(() => expect(away).toHaveBeenCalledWith("/consent/instagram"));
    expect(api.called("POST", "/api/channels/instagram/consent")[0]?.body).toEqual({ connector: "facebook" });
    away.mockRestore();
  });

  it("ask what leads to the consent page before they go there", async () => {
    const api = new MockApi();
    const asks = [{ name: "server", label: "Your server", help: "For example social.example", secret: false, required: true, initial: null }];
    api.networks = api.networks.map((one) =>
      one.id === "x" ? { ...one, connectors: one.connectors.map((way) => ({ ...way, fields: asks })) } : one,
    );
    const { user } = await channels("/channels", api);
    const away = vi.spyOn(window.location, "assign").mockImplementation(() => {});
    await user.click(screen.getByRole("button", { name: "Connect X" }));
    const dialog = await screen.findByRole("dialog", { name: "Connect X" });
    await user.type(within(dialog).getByLabelText(/^Your server/), "nowhere");
    await user.click(within(dialog).getByRole("button", { name: "Go to X" }));
    expect(await within(dialog).findByText("No server answers there.")).toBeTruthy();
    expect(within(dialog).queryByRole("alert")).toBeNull();
    expect(away).not.toHaveBeenCalled();
    await user.clear(within(dialog).getByLabelText(/^Your server/));
    await user.type(within(dialog).getByLabelText(/^Your server/), "social.example{Enter}");
    await waitFor(() => expect(away).toHaveBeenCalledWith("/consent/x"));
    expect(api.called("POST", "/api/channels/x/consent").at(-1)?.body).toEqual({ connector: "oauth2", server: "social.example" });
    away.mockRestore();
  });

  it("say so when somebody came back with another account than the one to connect again", async () => {
    const seed = new MockApi();
    const [wanted, other] = seed.channels;
    sessionStorage.setItem("planner.connectAgain", wanted?.id ?? "");
    open(`/channels?connected=${other?.id}`, seed);
    expect(await screen.findByText(new RegExp(`another account.*${wanted?.name}`), undefined, SLOW)).toBeTruthy();
    expect(sessionStorage.getItem("planner.connectAgain")).toBeNull();
  });

  it("let a person choose among the accounts of one consent", async () => {
    const { user, api, router } = open("/channels?choose=ch1");
    await user.click(await screen.findByRole("checkbox", { name: /Harbour Beans/ }, SLOW));
    await user.click(screen.getByRole("button", { name: "Connect 1 account" }));
    await waitFor(() => expect(router.state.location.search).toEqual({}), SLOW);
    expect(api.called("POST", "/api/channel-choices/ch1")[0]?.body).toEqual({ accounts: ["2"] });
  });

  it("say why a consent came to nothing", async () => {
    await channels("/channels?refused=access_denied&network=x");
    expect(screen.getByRole("alert").textContent).toMatch(/X did not connect.*access_denied/);
  });

  it("say in the network's words what to do about a refused consent", async () => {
    await channels("/channels?refused=wrong-account&network=x");
    expect(await screen.findByText("X did not connect: Somebody else said yes. Sign out there first.", {}, SLOW)).toBeTruthy();
  });

  it("ask by name before they disconnect", async () => {
    const { user, api } = await channels();
    await user.click(screen.getByRole("button", { name: "Actions for Harbour news" }));
    await user.click(await screen.findByRole("menuitem", { name: "Disconnect" }));
    const dialog = await screen.findByRole("dialog", { name: "Disconnect Harbour news?" });
    const button = within(dialog).getByRole<HTMLButtonElement>("button", { name: "Disconnect" });
    expect(button.disabled).toBe(true);
    await user.type(within(dialog).getByRole("textbox"), "Harbour news");
    await user.click(button);
    await waitFor(() => expect(api.channels.some((one) => one.id === "c-telegram")).toBe(false), SLOW);
  });

  it("pause and resume", async () => {
    const { user, api } = await channels();
    await user.click(screen.getByRole("button", { name: "Actions for Harbour news" }));
    await user.click(await screen.findByRole("menuitem", { name: "Pause" }));
    await waitFor(() => expect(api.channels.find((one) => one.id === "c-telegram")?.state).toBe("PAUSED"), SLOW);
    expect(await screen.findByText("Paused")).toBeTruthy();
    expect(await screen.findByText(/Harbour news is paused/)).toBeTruthy();
  });
});
