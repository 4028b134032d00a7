import type { Post } from "@/shared/api-types";
import { Button } from "@/shared/components/Button";
import { Dialog } from "@/shared/components/Dialog";
import { useWords } from "@/shared/i18n";

/** Two people wrote at once: which words stay? */
export function MergeDialog({ theirs, onMine, onTheirs }: { theirs: Post; onMine: () => void; onTheirs: () => void }) {
  const { t } = useWords();
  return (
    <Dialog open title={t("merge.title")} text={t("merge.text")} onClose={() => {}}>
      <h3 className="mb-1 text-sm font-medium">{t("merge.theirs")}</h3>
      <p className="max-h-48 overflow-y-auto rounded-lg bg-sunken p-3 text-sm whitespace-pre-wrap">{theirs.text || "—"}</p>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={onTheirs}>{t("merge.takeTheirs")}</Button>
        <Button look="primary" onClick={onMine}>
          {t("merge.keepMine")}
        </Button>
      </div>
    </Dialog>
  );
}
