import { useQuery } from "@tanstack/react-query";
import { Wand2 } from "lucide-react";
import type { Channel, Finding, Made, MediaRef } from "@/shared/api-types";
import { useWords } from "@/shared/i18n";
import { assetQuery } from "@/shared/queries";
import { typeName } from "./typeName";

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
              <MadeLine file={file} network={network} made={first.made} findings={same} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function MadeLine({ file, network, made, findings }: { file: MediaRef; network: string; made: Made; findings: Finding[] }) {
  const { t } = useWords();
  const { data: asset } = useQuery(assetQuery(file.id));
  const name = asset?.name ?? t("media.unnamed");
  const { width, height } = made;
  // not a fault of the file, but for the person's own good
  const personal = findings.find((one) => one.rule === "media.personal");
  const why = findings.filter((one) => one !== personal);
  return (
    <>
      <span className="text-ink">
        {made.repack ? t("made.repack", { network, name, type: typeName(made.type) }) : t("made.as", { network, name, type: typeName(made.type), width, height })}
      </span>
      {why.length > 0 && <span className="block text-xs">{t("made.why", { message: why.map((one) => one.message).join(" ") })}</span>}
      {personal && <span className="block text-xs">{personal.message}</span>}
    </>
  );
}
