import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { MockApi, problem } from "@/test/mock-api";
import { open } from "@/test/render";
import { minutesOf, spanOf } from "./late";

const SLOW = { timeout: 10_000 };

async function workspace() {
  const screenful = open("/settings");
  const form = within(await screen.findByRole("region", { name: "Workspace" }, SLOW));
  return { ...screenful, form };
}

describe("the late policy", () => {
  it("is shown as it stands", async () => {
    const { form } = await workspace();
    expect((form.getByLabelText(/Posts that are overdue/) as HTMLSelectElement).value).toBe("SPACE");
    expect((form.getByLabelText(/Overdue after/) as HTMLInputElement).value).toBe("60");
    expect((form.getByLabelText(/Distance between two/) as HTMLInputElement).value).toBe("2");
  });

  it("is saved with the workspace", async () => {
    const { form, user, api } = await workspace();
    await user.selectOptions(form.getByLabelText(/Posts that are overdue/), "SKIP");
    await user.clear(form.getByLabelText(/Overdue after/));
    await user.type(form.getByLabelText(/Overdue after/), "90");
    await user.clear(form.getByLabelText(/Distance between two/));
    await user.type(form.getByLabelText(/Distance between two/), "0.5");
    await user.click(form.getByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(api.called("PATCH", "/api/workspaces/w1")[0]?.body).toMatchObject({
        name: "Harbour Coffee",
        late: { after: "PT5400S", action: "SKIP", spacing: "PT30S" },
      }),
    );
  });

  it("says at the field what the server found wrong with it", async () => {
    const api = new MockApi();
    api.next.set("PATCH /api/workspaces/w1", problem(400, "Bad", { errors: [{ field: "late.after", rule: "range", message: "At least a minute." }] }));
    const { user } = open("/settings", api);
    const form = within(await screen.findByRole("region", { name: "Workspace" }, SLOW));
    await user.click(form.getByRole("button", { name: "Save" }));
    expect(await form.findByText("At least a minute.")).toBeTruthy();
    expect(form.getByLabelText(/Overdue after/).getAttribute("aria-invalid")).toBe("true");
  });

  it.each([
    ["PT1H", 60],
    ["PT1H30M", 90],
    ["PT2M", 2],
    ["PT90S", 1.5],
    ["PT720H", 43_200],
    ["P1DT1H", 1_500],
    ["PT0S", 0],
  ])("reads %s as minutes", (span, minutes) => {
    expect(minutesOf(span)).toBe(minutes);
    expect(minutesOf(spanOf(minutes))).toBe(minutes);
  });

  it("does not guess what is no span", () => expect(minutesOf("soon")).toBeUndefined());

  it("choose the language and the appearance, at once", async () => {
    const { user, api } = open("/settings");
    await user.selectOptions(await screen.findByRole("combobox", { name: "Appearance" }, { timeout: 10_000 }), "dark");
    expect(document.documentElement.dataset.theme).toBe("dark");
    await user.selectOptions(screen.getByRole("combobox", { name: "Language" }), "pl");
    expect(await screen.findByRole("combobox", { name: "Wygląd" })).toBeTruthy();
    await waitFor(() => expect(api.session?.person.locale).toBe("pl"));
  });
});

describe("the public address", () => {
  it("says what is wrong, what to do and who needs it, and looks again", async () => {
    const { user, api } = open("/settings");
    const part = within(await screen.findByRole("region", { name: "Public address" }, SLOW));
    expect(part.getByText("Networks cannot fetch files from there.")).toBeTruthy();
    expect(part.getByText("It redirects.")).toBeTruthy();
    expect(part.getByText("Leave that out.")).toBeTruthy();
    expect(part.getByText("Instagram fetches pictures.")).toBeTruthy();
    await user.click(part.getByRole("button", { name: "Check again" }));
    expect(await part.findByText("Networks can fetch files from there.")).toBeTruthy();
    expect(part.queryByText("It redirects.")).toBeNull();
    expect(api.called("POST", "/api/public-address/checks")).toHaveLength(1);
  });

  it("is not needed in the demo", async () => {
    const api = new MockApi();
    api.address = { ...api.address, light: "NOT_NEEDED", checkedAt: null, faults: [], networks: [] };
    open("/settings", api);
    const part = within(await screen.findByRole("region", { name: "Public address" }, SLOW));
    expect(part.getByText(/played in this very server/)).toBeTruthy();
    expect(part.queryByRole("button", { name: "Check again" })).toBeNull();
  });
});
