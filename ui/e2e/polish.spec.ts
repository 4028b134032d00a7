import { postOf } from "./api.ts";
import { expect, PICTURE, test, unique } from "./walk.ts";

test.use({ locale: "pl-PL" });

test("po polsku: od zalogowania do historii wpisu", async ({ page }) => {
  const text = unique("Zażółć gęślą jaźń");

  await test.step("the door speaks the language of the browser", async () => {
    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "pl");
    await page.getByRole("button", { name: "Rozejrzyj się w demo" }).click();
    await expect(page.getByRole("navigation", { name: "Główna nawigacja" })).toBeVisible();
  });

  await test.step("a finding comes in Polish and is mended", async () => {
    await page.getByRole("button", { name: "Nowy wpis" }).click();
    await page.getByRole("checkbox", { name: /w sieci Bluesky$/ }).check({ force: true });
    await page.getByRole("checkbox", { name: /w sieci Telegram$/ }).check({ force: true });
    const box = page.getByRole("textbox", { name: "Tekst" });
    await box.fill(`${text} ${"ś".repeat(300)}`);
    await page.getByRole("button", { name: /300/ }).first().click();
    await expect(box).toBeFocused();
    await expect(page.getByRole("region", { name: "Kontrola" })).toContainText(/znak/);
    await box.fill(text);
    await page.getByLabel("Pliki").setInputFiles(PICTURE);
    await page.getByRole("textbox", { name: /Opis/ }).fill("Chleb na stole");
    await expect(page.getByText("Gotowe dla wszystkich 2 kanałów")).toBeVisible();
  });

  await test.step("it goes out now", async () => {
    await page.getByText("Teraz", { exact: true }).click();
    await page.getByRole("button", { name: "Opublikuj teraz" }).click();
    await expect.poll(async () => (await postOf(page.request, text)).state, { timeout: 30_000 }).toBe("PUBLISHED");
    expect((await postOf(page.request, text)).text).toBe(text);
  });

  await test.step("its story is told in Polish", async () => {
    await page.getByRole("link", { name: "Kolejka" }).click();
    await page.getByRole("group", { name: "Według stanu" }).getByRole("button", { name: /^Opublikowan/ }).click();
    await page.getByRole("button", { name: new RegExp(text) }).first().click();
    const story = page.getByRole("dialog", { name: "Historia tego wpisu" });
    await story.locator("summary").first().click();
    await expect(story.getByText("Wysłano").first()).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("every page has a Polish head", async () => {
    for (const [link, head] of [
      ["Kalendarz", "Kalendarz"],
      ["Kanały", "Kanały"],
      ["Podgląd sieci", "Podgląd sieci"],
      ["Ustawienia", "Ustawienia"],
    ] as const) {
      await page.getByRole("link", { name: link }).click();
      await expect(page.getByRole("heading", { level: 1, name: head })).toBeAttached();
    }
  });
});
