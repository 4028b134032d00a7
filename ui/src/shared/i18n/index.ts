import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import { en } from "./en";
import { pl } from "./pl";

export const LANGUAGES = ["en", "pl"] as const;
export type Language = (typeof LANGUAGES)[number];

declare module "i18next" {
  interface CustomTypeOptions {
    keySeparator: false;
    nsSeparator: false;
    resources: { translation: typeof en };
  }
}

const KEY = "planner.language";

/** The one that was chosen here, else the first of the browser's that we speak. */
export function firstLanguage(kept: string | null, browser: readonly string[]): Language {
  const wanted = [kept, ...browser].map((tag) => tag?.slice(0, 2));
  return LANGUAGES.find((language) => language === wanted.find((tag) => LANGUAGES.some((one) => one === tag))) ?? "en";
}

export function startLanguage(language: Language = firstLanguage(localStorage.getItem(KEY), navigator.languages)) {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    resources: { en: { translation: en }, pl: { translation: pl } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = language;
}

export async function chooseLanguage(language: Language) {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

export const asLanguage = (tag: string): Language => (tag.startsWith("pl") ? "pl" : "en");

/** The person's own region of a language: a Briton's English has no AM and PM, nor has a Pole's. */
export const regional = (language: string, browser: readonly string[]): string =>
  browser.find((tag) => tag.startsWith(`${language}-`)) ?? (language === "en" ? "en-GB" : language);

/** The words of the page, and its language for dates and numbers. */
export function useWords() {
  const { t, i18n } = useTranslation();
  return { t, language: regional(i18n.language, navigator.languages) };
}
