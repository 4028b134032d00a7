import { type ReactNode, useState } from "react";
import type { Channel, Edit, Finding, Fix } from "@/shared/api-types";
import { tell } from "@/shared/components/Toasts";
import { useWords } from "@/shared/i18n";
import type { Draft } from "./draft";
import { FixDialog } from "./FixDialog";
import { fileOf, sharesFiles, showsResult, withEdit, withFix } from "./mend";

interface Fixes {
  begin: (same: Finding[], fix: Fix) => void;
  dialog: ReactNode;
}

/** Mends what is being written: at once, or after a look at the result. Each time there is a way back. */
export function useFixes(draft: Draft, channels: Channel[], change: (next: (draft: Draft) => Draft) => void): Fixes {
  const { t } = useWords();
  const [asked, setAsked] = useState<{ same: Finding[]; fix: Fix }>();

  function apply(mended: (old: Draft) => Draft) {
    const before = draft;
    change(mended);
    tell(t("fix.done"), { label: t("fix.undo"), run: () => change(() => before) });
  }

  function begin(same: Finding[], fix: Fix) {
    if (showsResult(fix)) setAsked({ same, fix });
    else apply((old) => same.reduce((next, finding) => withFix(next, finding, fix), old));
  }

  function edit(same: Finding[], wanted: Edit, everywhere: boolean) {
    setAsked(undefined);
    apply((old) => same.reduce((next, finding) => withEdit(next, finding, wanted, everywhere), old));
  }

  const first = asked?.same[0];
  const file = first && fileOf(draft, first);
  const dialog =
    asked && first && file ? (
      <FixDialog
        key={`${file.id} ${asked.fix.action}`}
        file={file}
        finding={first}
        fix={asked.fix}
        channels={channels.filter((channel) => asked.same.some((one) => one.channel === channel.id))}
        shared={channels.length > asked.same.length && sharesFiles(draft, first)}
        onApply={(wanted, everywhere) => edit(asked.same, wanted, everywhere)}
        onClose={() => setAsked(undefined)}
      />
    ) : null;
  return { begin, dialog };
}
