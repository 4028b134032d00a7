import type { ReactNode } from "react";
import { asLanguage, chooseLanguage, LANGUAGES, useWords } from "@/shared/i18n";

/** The page before the frame: one card, and the languages to read it in. */
export function Doorway({ title, children }: { title: string; children: ReactNode }) {
  const { t, language } = useWords();
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-6 px-4 py-10">
      <div className="flex items-center gap-3">
        <img src="/icon.svg" alt="" className="size-11" />
        <span className="text-2xl font-bold tracking-tight">Planner</span>
      </div>
      <div className="w-full max-w-md rounded-2xl border border-line bg-surface p-7 shadow-float">
        <h1 className="mb-5 text-xl font-semibold tracking-tight">{title}</h1>
        {children}
      </div>
      <div role="group" aria-label={t("person.language")} className="flex gap-1 text-sm">
        {LANGUAGES.map((one) => (
          <button
            key={one}
            type="button"
            lang={one}
            aria-pressed={asLanguage(language) === one}
            onClick={() => void chooseLanguage(one)}
            className="rounded-lg px-3 py-1.5 text-muted hover:bg-hover aria-pressed:font-semibold aria-pressed:text-ink"
          >
            {one === "pl" ? "Polski" : "English"}
          </button>
        ))}
      </div>
    </main>
  );
}
