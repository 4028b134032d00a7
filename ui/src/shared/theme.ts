import { useSyncExternalStore } from "react";

export type Theme = "light" | "dark" | "system";

export const THEMES: Theme[] = ["system", "light", "dark"];

const KEY = "planner.theme";
const system = () => window.matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

export function theme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : "system";
}

function paint() {
  const chosen = theme();
  const dark = chosen === "dark" || (chosen === "system" && system().matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

export function chooseTheme(chosen: Theme) {
  if (chosen === "system") localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, chosen);
  paint();
  for (const listener of listeners) listener();
}

export function startTheme() {
  paint();
  system().addEventListener("change", paint);
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, theme);
}
