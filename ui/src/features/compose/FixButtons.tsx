import type { Finding, Fix, Format } from "@/shared/api-types";
import { Button } from "@/shared/components/Button";
import { useWords } from "@/shared/i18n";
import { showLength } from "@/shared/time";
import { aspectName } from "./aspects";

interface Props {
  finding: Finding;
  formats: Format[];
  onFix: (fix: Fix) => void;
}

/** Ways to mend what was found, one click each. */
export function FixButtons({ finding, formats, onFix }: Props) {
  const { t } = useWords();
  if (finding.fixes.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-1.5 px-3 pb-2.5">
      {finding.fixes.map((fix, index) => (
        <Button key={index} small onClick={() => onFix(fix)}>
          {fixName(fix, t, formats)}
        </Button>
      ))}
    </div>
  );
}

export function fixName(fix: Fix, t: ReturnType<typeof useWords>["t"], formats: Format[]): string {
  switch (fix.action) {
    case "CROP":
      return t("fix.CROP", { aspect: aspectName(fix.aspect ?? 1) });
    case "PAD":
      return t("fix.PAD", { aspect: aspectName(fix.aspect ?? 1) });
    case "TRIM":
      return t("fix.TRIM", { time: showLength(fix.seconds ?? 0) });
    case "ENLARGE":
      return t("fix.ENLARGE");
    case "DROP":
      return t("fix.DROP", { number: (fix.media ?? 0) + 1 });
    case "FORMAT":
      return t("fix.FORMAT", { format: formats.find((one) => one.id === fix.format)?.label ?? fix.format ?? "" });
    case "SPREAD":
      return t("fix.SPREAD");
  }
}
