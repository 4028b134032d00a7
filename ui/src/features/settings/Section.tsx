import { type FormEvent, type ReactNode, useId } from "react";
import { Failure } from "@/shared/components/Bits";
import { Button } from "@/shared/components/Button";
import { useWords } from "@/shared/i18n";

interface Props {
  title: string;
  error: unknown;
  busy: boolean;
  submit?: string;
  onSubmit: () => void;
  children: ReactNode;
}

/** One form of the settings, with its own button. */
export function Section({ title, error, busy, submit, onSubmit, children }: Props) {
  const { t } = useWords();
  const id = useId();
  function send(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }
  return (
    <section aria-labelledby={id} className="rounded-2xl border border-line bg-surface p-5">
      <h2 id={id} className="mb-4 font-semibold">
        {title}
      </h2>
      <form onSubmit={send} className="flex flex-col gap-4">
        {error != null && <Failure error={error} />}
        {children}
        <div>
          <Button type="submit" busy={busy}>
            {submit ?? t("common.save")}
          </Button>
        </div>
      </form>
    </section>
  );
}
