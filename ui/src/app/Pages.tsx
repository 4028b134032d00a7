import { Link } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { Empty, Failure, Loading } from "@/shared/components/Bits";
import { useWords } from "@/shared/i18n";

export function Pending() {
  return (
    <div className="mx-auto w-full max-w-5xl p-6">
      <Loading />
    </div>
  );
}

export function Trouble({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <div className="mx-auto w-full max-w-2xl p-6">
      <Failure error={error} retry={reset} />
    </div>
  );
}

export function Lost() {
  const { t } = useWords();
  return (
    <Empty icon={<Compass aria-hidden />} title={t("lost.title")} text={t("lost.text")}>
      <Link to="/" className="font-medium text-accent-text underline underline-offset-4">
        {t("lost.home")}
      </Link>
    </Empty>
  );
}
