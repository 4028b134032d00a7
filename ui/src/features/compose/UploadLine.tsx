import { X } from "lucide-react";
import { IconButton } from "@/shared/components/Button";
import { useWords } from "@/shared/i18n";
import type { Upload } from "./useUploads";

/** A file on its way, or why it did not arrive. */
export function UploadLine({ upload }: { upload: Upload }) {
  const { t, language } = useWords();
  const percent = upload.share === null ? null : Math.round(upload.share * 100);
  return (
    <div className="mb-2 flex items-center gap-3 rounded-lg bg-sunken px-3 py-2 text-sm">
      <div className="min-w-0 flex-1">
        <p className="truncate">{upload.name}</p>
        {upload.error ? (
          <p role="alert" className="font-medium text-danger">
            {upload.error}
          </p>
        ) : (
          <progress
            aria-label={t("media.uploading", { name: upload.name })}
            value={percent ?? undefined}
            max={100}
            className="h-1.5 w-full accent-accent"
          />
        )}
      </div>
      {percent !== null && !upload.error && (
        <span className="text-xs text-muted tabular-nums">
          {new Intl.NumberFormat(language, { style: "percent" }).format(percent / 100)}
        </span>
      )}
      <IconButton small label={upload.error ? t("common.dismiss") : t("media.stop", { name: upload.name })} onClick={upload.stop}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
