import { useMutation, useQueryClient } from "@tanstack/react-query";
import { message, patch } from "./api";
import { warn } from "./components/Toasts";
import { chooseLanguage, type Language } from "./i18n";

/** Languages are named in their own words, in every language. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", pl: "Polski" };

/** Speaks it at once, and remembers it for the person. */
export function useLanguageChoice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (next: Language) => {
      await chooseLanguage(next);
      await patch("/api/person", { locale: next });
    },
    onSettled: () => client.invalidateQueries(),
    onError: (error) => warn(message(error)),
  });
}
