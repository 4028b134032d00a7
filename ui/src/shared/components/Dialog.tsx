import { X } from "lucide-react";
import { Dialog as Base } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { useWords } from "../i18n";
import { IconButton } from "./Button";

interface Props {
  title: string;
  text?: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  wide?: boolean;
}

/** Where the focus was before goes the focus after: these boxes are opened by an address, not by a button of their own. */
export function useWayBack(start: Element | null = null) {
  const from = useRef(start);
  return {
    onOpenAutoFocus: () => {
      from.current ??= document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      if (from.current instanceof HTMLElement) from.current.focus();
      from.current = null;
    },
  };
}

/** A box in the middle that asks something. */
export function Dialog({ title, text, open, onClose, children, wide }: Props) {
  const { t } = useWords();
  const wayBack = useWayBack();
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Overlay className="fixed inset-0 z-50 bg-black/45" />
        <Base.Content
          {...wayBack}
          aria-describedby={text ? undefined : ""}
          className={`rise fixed top-1/2 left-1/2 z-50 max-h-[88dvh] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-2xl border border-line bg-surface p-6 shadow-float ${wide ? "max-w-2xl" : "max-w-md"}`}
        >
          <div className="mb-4 flex items-start justify-between gap-3">
            <div>
              <Base.Title className="text-lg font-semibold">{title}</Base.Title>
              {text && <Base.Description className="mt-1 text-sm text-muted">{text}</Base.Description>}
            </div>
            <Base.Close asChild>
              <IconButton small label={t("common.close")}>
                <X size={18} aria-hidden />
              </IconButton>
            </Base.Close>
          </div>
          {children}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}

/** A panel from the right edge, full height. */
export function Drawer({ title, open, onClose, children }: Omit<Props, "text">) {
  const { t } = useWords();
  const wayBack = useWayBack();
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Overlay className="fixed inset-0 z-40 bg-black/35" />
        <Base.Content
          {...wayBack}
          aria-describedby=""
          className="slide-in fixed inset-y-0 right-0 z-50 flex w-full max-w-xl flex-col border-l border-line bg-surface shadow-float"
        >
          <div className="flex items-center justify-between gap-3 border-b border-line px-5 py-3">
            <Base.Title className="truncate text-base font-semibold">{title}</Base.Title>
            <Base.Close asChild>
              <IconButton small label={t("common.close")}>
                <X size={18} aria-hidden />
              </IconButton>
            </Base.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto p-5">{children}</div>
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}
