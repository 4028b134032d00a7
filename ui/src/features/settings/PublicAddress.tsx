import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useId } from "react";
import { post } from "@/shared/api";
import type { AddressLight, PublicAddress as Address } from "@/shared/api-types";
import { Failure } from "@/shared/components/Bits";
import { Button } from "@/shared/components/Button";
import { useWords } from "@/shared/i18n";
import { publicAddressQuery, useSession } from "@/shared/queries";
import { showMoment } from "@/shared/time";

const LIGHTS: Record<AddressLight, string> = {
  GOOD: "bg-[var(--published)]",
  DOUBTFUL: "bg-[var(--held)]",
  BAD: "bg-[var(--failed)]",
  UNKNOWN: "bg-[var(--draft)]",
  NOT_NEEDED: "bg-[var(--published)]",
};

/** Whether networks can fetch files from here, and what to do where they cannot. */
export function PublicAddress() {
  const { t, language } = useWords();
  const { person } = useSession();
  const id = useId();
  const client = useQueryClient();
  const { data: address } = useQuery(publicAddressQuery());
  const check = useMutation({
    mutationFn: () => post<Address>("/api/public-address/checks"),
    onSuccess: (found) => client.setQueryData(publicAddressQuery().queryKey, found),
  });
  if (!address) return null;
  return (
    <section aria-labelledby={id} className="rounded-2xl border border-line bg-surface p-5">
      <h2 id={id} className="font-semibold">
        {t("settings.address")}
      </h2>
      <p className="mt-1 mb-3 text-sm break-words text-muted">{t("settings.addressText", { address: address.address })}</p>
      <p role="status" className="flex items-baseline gap-2 text-sm font-medium">
        <span aria-hidden className={clsx("size-2.5 shrink-0 rounded-full", LIGHTS[address.light])} />
        {t(`settings.address.${address.light}`)}
      </p>
      {address.faults.length > 0 && (
        <ul className="mt-3 flex flex-col gap-2 text-sm">
          {address.faults.map((fault) => (
            <li key={fault.code} className={clsx("rounded-xl px-4 py-3", fault.grave ? "bg-danger-soft text-danger" : "bg-warn-soft text-warn")}>
              <p className="font-medium">{fault.message}</p>
              <p>{fault.advice}</p>
            </li>
          ))}
        </ul>
      )}
      {address.light !== "NOT_NEEDED" && (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button small busy={check.isPending} onClick={() => check.mutate()}>
            {t("settings.addressCheck")}
          </Button>
          {address.checkedAt && (
            <span className="text-xs text-muted">{t("settings.addressCheckedAt", { time: showMoment(address.checkedAt, person.zone, language) })}</span>
          )}
        </div>
      )}
      {check.error && (
        <div className="mt-3">
          <Failure error={check.error} />
        </div>
      )}
      <h3 className="mt-4 mb-1 text-sm font-medium">{t("settings.addressNetworks")}</h3>
      {address.networks.length === 0 ? (
        <p className="text-sm text-muted">{t("settings.addressNobody")}</p>
      ) : (
        <dl className="flex flex-col gap-2 text-sm">
          {address.networks.map((one) => (
            <div key={one.network}>
              <dt className="font-medium">{one.name}</dt>
              <dd className="text-muted">{one.guidance}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
