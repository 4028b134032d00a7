import { useState } from "react";
import { useWords } from "../i18n";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { TextInput } from "./Field";

interface Props {
  title: string;
  text: string;
  action: string;
  /** What must be typed first, for what cannot be undone. */
  name?: string;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is lost. */
export function Confirm({ title, text, action, name, busy, onConfirm, onClose }: Props) {
  const { t } = useWords();
  const [typed, setTyped] = useState("");
  return (
    <Dialog open title={title} text={text} onClose={onClose}>
      {name !== undefined && (
        <TextInput label={t("confirm.type", { name })} value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      )}
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onClose}>{t("common.cancel")}</Button>
        <Button
          look="danger"
          busy={busy}
          disabled={name !== undefined && typed.trim() !== name}
          onClick={() => {
            onConfirm();
            if (busy === undefined) onClose();
          }}
        >
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
