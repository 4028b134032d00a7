import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Channel, Edit, Finding, Fix, Format } from "@/shared/api-types";
import { Button } from "@/shared/components/Button";
import { warn } from "@/shared/components/Toasts";
import { useWords } from "@/shared/i18n";
import { assetQuery } from "@/shared/queries";
import { type Draft, same as alikeDrafts } from "./draft";
import { EditDialog, type EditTask } from "./EditDialog";
import { likewise } from "./edits";
import { alsoWrong, areAll, fileAt, filesOf, firstEdit, type Place, placeOf, sharesFiles, showsResult, undone, withEdit, withFix } from "./mend";

interface Given {
  draft: Draft;
  /** Those that are chosen. */
  channels: Channel[];
  findings: Finding[];
  /** The format in which a channel gets it, as far as it is known. */
  formatOf: (channel: Channel) => Format | undefined;
  change: (next: (draft: Draft) => Draft) => void;
}

interface Fixes {
  /** @param same what the same line says of several channels */
  begin: (same: Finding[], fix: Fix) => void;
  open: (place: Place) => void;
  dialog: ReactNode;
  /** The way back from what was done last, as long as it is one. */
  wayBack: ReactNode;
}

/** What the open dialog is about: places of the same file for several channels, and those of others with the same problem. */
interface Asked {
  task: EditTask;
  places: Place[];
  others: Place[];
  /** Whether all that share the file are meant anyway. */
  whole: boolean;
}

const places = (findings: Finding[]) => findings.flatMap((one) => placeOf(one) ?? []);

/** Mends what is being written: at once, or after a look at the result. Each time there is a way back. */
export function useFixes({ draft, channels, findings, formatOf, change }: Given): Fixes {
  const { t } = useWords();
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const [done, setDone] = useState<{ before: Draft; after: Draft }>();
  const formatsOf = (some: Channel[]) => some.flatMap((channel) => formatOf(channel) ?? []);

  function apply(mended: (old: Draft) => Draft) {
    setDone({ before: draft, after: mended(draft) });
    change(mended);
  }

  function begin(same: Finding[], fix: Fix) {
    const [first] = same;
    if (!first) return;
    const meant = same.map((one) => one.channel);
    const whole = areAll(draft, meant, first.part);
    if (!showsResult(fix)) {
      // for the base once, or for each by itself
      const each = whole && fix.action !== "FORMAT" ? [first] : same;
      apply((old) => each.reduce((next, finding) => withFix(next, finding, fix, whole), old));
      return;
    }
    const place = placeOf(first);
    const file = place && fileAt(draft, place);
    if (!file) return;
    const others = alsoWrong(findings, same, fix);
    const these = channels.filter((channel) => meant.includes(channel.id));
    const shared = !whole && sharesFiles(draft, first.channel, first.part);
    setAsked({
      places: places(same),
      others: places(others),
      whole,
      task: {
        file,
        text: first.message,
        begin: (of) => firstEdit(fix, file.edit, of),
        formats: formatsOf(these),
        aspect: fix.aspect,
        most: fix.seconds,
        onlyFor: shared ? these : undefined,
        files: 1 + filesOf(others),
      },
    });
  }

  function open(place: Place) {
    const file = fileAt(draft, place);
    if (!file) return;
    const base = place.scope === "base";
    const these = channels.filter((channel) => (base ? sharesFiles(draft, channel.id, place.part) : channel.id === place.scope));
    const shared = !base && sharesFiles(draft, place.scope, place.part) && !areAll(draft, [place.scope], place.part);
    setAsked({
      places: [place],
      others: [],
      whole: base || areAll(draft, [place.scope], place.part),
      task: { file, begin: () => file.edit ?? {}, formats: formatsOf(these), onlyFor: shared ? these : undefined, files: 1 },
    });
  }

  /** The same change for the others, each as it is shaped. */
  async function editsOf(edit: Edit, from: string, others: Place[]): Promise<[Place, Edit][]> {
    const original = await client.ensureQueryData(assetQuery(from));
    return Promise.all(
      others.map(async (place): Promise<[Place, Edit]> => {
        const file = fileAt(draft, place);
        return [place, file ? likewise(edit, original, await client.ensureQueryData(assetQuery(file.id))) : edit];
      }),
    );
  }

  async function finish({ task, places: own, others, whole }: Asked, edit: Edit, { everywhere, all }: { everywhere: boolean; all: boolean }) {
    setAsked(undefined);
    try {
      const more = all ? await editsOf(edit, task.file.id, others) : [];
      const edits = [...own.map((place): [Place, Edit] => [place, edit]), ...more];
      apply((old) => edits.reduce((next, [place, one]) => withEdit(next, place, one, whole || everywhere), old));
    } catch {
      warn(t("edit.failed"));
    }
  }

  const dialog = asked && (
    <EditDialog task={asked.task} onApply={(edit, choice) => void finish(asked, edit, choice)} onClose={() => setAsked(undefined)} />
  );
  const undo = done && ((now: Draft) => undone(now, done.before, done.after));
  const wayBack = (
    <div role="status" className="text-sm">
      {undo && !alikeDrafts(undo(draft), draft) && (
        <p className="flex items-center justify-between gap-3 rounded-lg bg-ok-soft py-1 pr-1 pl-3 text-ok">
          {t("fix.done")}
          <Button small look="quiet" onClick={() => change(undo)}>
            {t("fix.undo")}
          </Button>
        </p>
      )}
    </div>
  );
  return { begin, open, dialog, wayBack };
}
