import { useQuery } from "@tanstack/react-query";
import { Paperclip, Trash2 } from "lucide-react";
import { useRef } from "react";
import type { OptionSchema } from "@/shared/api-types";
import { Button, IconButton } from "@/shared/components/Button";
import { useWords } from "@/shared/i18n";
import { assetQuery } from "@/shared/queries";
import { showBytes } from "@/shared/time";
import { fieldId } from "./jump";
import { UploadLine } from "./UploadLine";
import { useUploads } from "./useUploads";

interface Props {
  path: string;
  option: OptionSchema;
  must: boolean;
  value: unknown;
  error?: string;
  onChange: (value: unknown) => void;
}

/** One file beside those of the post: a cover, captions. */
export function FileOption({ path, option, must, value, error, onChange }: Props) {
  const { t, language } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const { uploads, files } = useUploads((_, asset) => onChange({ asset: asset.id }));
  const id = fieldId(`options.${path}`);
  const chosen = (value as { asset?: string } | undefined)?.asset;
  const { data: asset } = useQuery({ ...assetQuery(chosen ?? ""), enabled: chosen !== undefined });
  const label = option.title ?? path;
  const described = [option.description && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-medium">
        {label}
        {must && (
          <span aria-hidden className="text-danger">
            {" "}
            *
          </span>
        )}
      </span>
      <input
        ref={input}
        type="file"
        accept={option["x-file"]?.join(",")}
        className="sr-only"
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          files(0, [...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      {chosen && (
        <div className="flex items-center gap-2.5">
          {asset?.thumbnail && <img src={asset.thumbnail} alt="" className="size-10 rounded-lg border border-line object-cover" />}
          <span className="min-w-0 flex-1 truncate text-sm">
            {asset?.name ?? t("media.unnamed")}
            {asset && ` · ${showBytes(asset.bytes, language)}`}
          </span>
          <IconButton small label={t("option.dropGroup", { label })} onClick={() => onChange(undefined)}>
            <Trash2 size={16} aria-hidden />
          </IconButton>
        </div>
      )}
      {uploads.map((one) => (
        <UploadLine key={one.id} upload={one} />
      ))}
      <div>
        <Button
          small
          id={id}
          icon={<Paperclip size={15} aria-hidden />}
          aria-describedby={described || undefined}
          onClick={() => input.current?.click()}
        >
          {chosen ? t("option.otherFile", { label }) : t("option.addGroup", { label })}
        </Button>
      </div>
      {option.description && (
        <p id={`${id}-help`} className="text-[0.8125rem] text-muted">
          {option.description}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-[0.8125rem] font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
