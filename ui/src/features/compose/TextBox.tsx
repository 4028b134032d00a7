import { useLayoutEffect, useRef } from "react";
import type { Count } from "@/shared/api-types";
import { useWords } from "@/shared/i18n";
import { fieldId } from "./jump";
import { overflowAt, pieces } from "./measure";

interface Props {
  label: string;
  placeholder: string;
  value: string;
  part: number;
  counts: Count[];
  autoFocus?: boolean;
  onChange: (text: string) => void;
  onFiles: (files: File[]) => void;
}

/** From where on the strictest network cuts, and by how much of its own unit the text is too long. */
function overflow(text: string, counts: Count[]) {
  return counts.reduce(
    (worst, count) => {
      const at = overflowAt(text, count.unit, count.used - count.max);
      return at < worst.at ? { at, by: count.used - count.max } : worst;
    },
    { at: text.length, by: 0 },
  );
}

const shape = "w-full px-4 py-3 text-[0.9375rem] leading-6 whitespace-pre-wrap wrap-break-word";

/** A text that grows with its words; links, mentions and tags are tinted, what is too long is marked. */
export function TextBox({ label, placeholder, value, part, counts, autoFocus, onChange, onFiles }: Props) {
  const { t } = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  const { at: end, by } = overflow(value, counts);

  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = "0";
    element.style.height = `${Math.max(element.scrollHeight, part === 0 ? 144 : 84)}px`;
  }, [value, part]);

  return (
    <div className="relative rounded-xl border border-line bg-surface has-focus-visible:border-accent has-focus-visible:outline-1 has-focus-visible:outline-accent">
      <div aria-hidden className={`pointer-events-none absolute inset-0 overflow-hidden text-transparent ${shape}`}>
        {pieces(value, end).map((piece, index) =>
          piece.kind === "plain" ? (
            piece.text
          ) : (
            <mark
              key={index}
              className={`rounded-sm text-transparent ${piece.kind === "over" ? "bg-danger-soft underline decoration-danger decoration-2" : "bg-accent-soft"}`}
            >
              {piece.text}
            </mark>
          ),
        )}
      </div>
      <textarea
        ref={area}
        id={fieldId("text", part)}
        aria-label={label}
        aria-invalid={end < value.length || undefined}
        aria-describedby={end < value.length ? `${fieldId("text", part)}-over` : undefined}
        autoFocus={autoFocus}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onPaste={(event) => {
          const files = [...event.clipboardData.files];
          if (files.length === 0) return;
          event.preventDefault();
          onFiles(files);
        }}
        className={`relative block resize-none overflow-hidden rounded-xl bg-transparent outline-none ${shape}`}
      />
      {end < value.length && (
        <p id={`${fieldId("text", part)}-over`} className="px-4 pb-2 text-xs font-medium text-danger">
          {t("compose.over", { count: by })}
        </p>
      )}
    </div>
  );
}
