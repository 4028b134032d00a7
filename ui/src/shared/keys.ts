import { useEffect, useRef } from "react";

/** Whether the person is writing or is inside a layer: then a letter is a letter. */
function occupied(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null;
  return (
    element?.closest("input, textarea, select, [contenteditable=true], [role=menu], [role=dialog]") != null ||
    document.querySelector("[role=dialog]") !== null
  );
}

/** A plain key as a shortcut of the view that is on the screen. */
export function useKey(key: string, run: () => void) {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (occupied(event.target)) return;
      event.preventDefault();
      latest.current();
    }
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [key]);
}
