import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { useWords } from "../i18n";
import { IconButton } from "./Button";

interface Toast {
  id: number;
  text: string;
  bad: boolean;
  action?: { label: string; run: () => void };
}

const GOOD_MS = 6000;
const BAD_MS = 12000;

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

function dismiss(id: number) {
  set(toasts.filter((toast) => toast.id !== id));
}

function show(toast: Omit<Toast, "id">) {
  last += 1;
  set([...toasts.slice(-2), { ...toast, id: last }]);
}

/** Says what was done, with a way back where there is one. */
export const tell = (text: string, action?: Toast["action"]) => show({ text, bad: false, action });
/** Says what went wrong. */
export const warn = (text: string) => show({ text, bad: true });

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const { t } = useWords();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <section
      aria-label={t("toast.region")}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-20 z-[60] flex flex-col items-center gap-2 px-4 md:bottom-6"
    >
      {shown.map((toast) => (
        <Line key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function Line({ toast }: { toast: Toast }) {
  const { t } = useWords();
  useEffect(() => {
    const timer = setTimeout(() => dismiss(toast.id), toast.bad ? BAD_MS : GOOD_MS);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div className="rise pointer-events-auto flex max-w-lg items-center gap-3 rounded-xl border border-line bg-surface py-2 pr-2 pl-4 text-sm shadow-float">
      {toast.bad ? (
        <CircleAlert size={18} className="shrink-0 text-danger" aria-hidden />
      ) : (
        <CircleCheck size={18} className="shrink-0 text-ok" aria-hidden />
      )}
      <span>{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          className="rounded-md px-2 py-1 font-semibold text-accent-text hover:bg-hover"
          onClick={() => {
            toast.action?.run();
            dismiss(toast.id);
          }}
        >
          {toast.action.label}
        </button>
      )}
      <IconButton small label={t("common.dismiss")} onClick={() => dismiss(toast.id)}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
