import { useQuery } from "@tanstack/react-query";
import { Wand2 } from "lucide-react";
import type { Channel, Finding, MediaRef } from "@/shared/api-types";
import { useWords } from "@/shared/i18n";
import { assetQuery } from "@/shared/queries";

interface Props {
  /** Those that the house mends by itself. */
  findings: Finding[];
  channels: Channel[];
  fileOf: (finding: Finding) => MediaRef | undefined;
  networkName: (network: string) => string;
}

const keyOf = (finding: Finding) => `${finding.channel} ${finding.part} ${finding.media}`;

/** What becomes of files by itself: told quietly, for nobody has to do anything. */
export function MadeFiles({ findings, channels, fileOf, networkName }: Props) {
  const { t } = useWords();
  if (findings.length === 0) return null;
  const lines = [...new Set(findings.map(keyOf))].map((key) => findings.filter((one) => keyOf(one) === key));
  return (
    <details className="mt-2 rounded-lg bg-sunken px-3 py-2 text-sm text-muted">
      <summary className="cursor-pointer">
        <Wand2 size={15} aria-hidden className="mr-2 inline" />
        {t("made.title", { count: lines.length })}
      </summary>
      <ul className="mt-2 flex flex-col gap-2">
        {lines.map((same) => {
          const [first] = same;
          const file = first && fileOf(first);
          if (!first?.made || !file) return null;
          const network = networkName(channels.find((channel) => channel.id === first.channel)?.network ?? "");
          return (
            <li key={keyOf(first)}>
              <MadeLine file={file} network={network} findings={same} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

const typeName = (type: string) => (type.split("/")[1] ?? type).toUpperCase();

function MadeLine({ file, network, findings }: { file: MediaRef; network: string; findings: Finding[] }) {
  const { t } = useWords();
  const { data: asset } = useQuery(assetQuery(file.id));
  const made = findings[0]?.made;
  if (!made) return null;
  const { width, height } = made;
  return (
    <>
      <span className="text-ink">{t("made.as", { network, name: asset?.name ?? t("media.unnamed"), type: typeName(made.type), width, height })}</span>
      <span className="block text-xs">{t("made.why", { message: findings.map((one) => one.message).join(" ") })}</span>
    </>
  );
}
