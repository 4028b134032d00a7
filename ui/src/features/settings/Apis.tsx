import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { SpokenApi } from "@/shared/api-types";
import { useWords } from "@/shared/i18n";
import { apisQuery } from "@/shared/queries";
import { showDate } from "@/shared/time";

/** Which interfaces of the networks are spoken: what ends soon stands out. */
export function Apis() {
  const { t } = useWords();
  const id = useId();
  const { data: apis = [] } = useQuery(apisQuery);
  return (
    <section aria-labelledby={id} className="rounded-2xl border border-line bg-surface p-5">
      <h2 id={id} className="font-semibold">
        {t("settings.apis")}
      </h2>
      <p className="mt-1 mb-3 text-sm text-muted">{t("settings.apisText")}</p>
      <div className="overflow-x-auto">
        <table className="w-full text-left text-sm">
          <thead className="text-xs text-muted">
            <tr>
              {(["network", "name", "version", "sunset"] as const).map((column) => (
                <th key={column} scope="col" className="py-1.5 pr-3 font-medium">
                  {t(`settings.api.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {apis.map((api) => (
              <Row key={`${api.network} ${api.name}`} api={api} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ api }: { api: SpokenApi }) {
  const { t, language } = useWords();
  const ends = api.sunset ? showDate(api.sunset, language) : t("settings.api.noEnd");
  return (
    <tr title={api.host}>
      <th scope="row" className="py-1.5 pr-3 font-medium">
        {api.networkName}
      </th>
      <td className="py-1.5 pr-3">{api.name}</td>
      <td className="py-1.5 pr-3 tabular-nums">{api.version || <span className="text-muted">{t("settings.api.noVersion")}</span>}</td>
      <td className={`py-1.5 ${api.state === "SERVED" ? "text-muted" : "font-medium text-[var(--failed)]"}`}>{ends}</td>
    </tr>
  );
}
