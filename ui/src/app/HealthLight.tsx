import { useQuery } from "@tanstack/react-query";
import { Popover } from "radix-ui";
import type { Health, Light } from "@/shared/api-types";
import { useWords } from "@/shared/i18n";
import { apisQuery, healthQuery } from "@/shared/queries";
import { showDate } from "@/shared/time";
import { useNeeds } from "./needs";

const lights: Record<Light, { dot: string; icon: string }> = {
  GREEN: { dot: "bg-[var(--published)]", icon: "✓" },
  AMBER: { dot: "bg-[var(--unconfirmed)]", icon: "!" },
  RED: { dot: "bg-[var(--failed)]", icon: "×" },
};

const REASONS = { "no-worker": "health.reason.stopped", behind: "health.reason.behind", failing: "health.reason.failing" } as const;

function lightOf(health: Health | undefined, failed: boolean): Light {
  if (failed || health?.status === "DOWN") return "RED";
  return health?.publishing?.state ?? "GREEN";
}

/** Whether posts are going out: one light, and on a click the figures behind it. */
export function HealthLight() {
  const { t, language } = useWords();
  const { data: apis = [] } = useQuery(apisQuery);
  const { data: health, isError, isPending } = useQuery(healthQuery);
  const needs = useNeeds();
  const told = [
    needs.channels > 0 && t("health.channels", { count: needs.channels }),
    needs.posts > 0 && t("health.posts", { count: needs.posts }),
    ...apis
      .filter((api) => api.state !== "SERVED")
      .map((api) =>
        t(`health.api.${api.state as "ENDING" | "ENDED"}`, {
          network: api.networkName,
          api: api.name,
          version: api.version,
          day: showDate(api.sunset ?? "", language),
        }),
      ),
  ].filter((one) => one !== false);
  const server = lightOf(health, isError);
  // Publishing itself runs well, but not for all of it: that is no green.
  const asks = server === "GREEN" && told.length > 0;
  const light = asks ? "AMBER" : server;
  const words = t(asks ? "health.asks" : `health.${light}`);
  const publishing = health?.publishing;
  const reason = REASONS[publishing?.reason as keyof typeof REASONS];
  return (
    <Popover.Root>
      <Popover.Trigger
        className="inline-flex h-9 items-center gap-2 rounded-lg px-2.5 text-[0.8125rem] font-medium text-muted hover:bg-hover hover:text-ink"
        aria-label={asks ? `${words}: ${told.join(" ")}` : words}
        data-light={light}
      >
        <span aria-hidden className={`flex size-3.5 items-center justify-center rounded-full text-[0.625rem] leading-none font-black text-surface ${isPending ? "bg-line" : lights[light].dot}`}>
          {isPending ? "" : lights[light].icon}
        </span>
        <span className="hidden lg:inline">{words}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t("health.title")}
          className="rise z-50 w-72 rounded-xl border border-line bg-surface p-4 text-sm shadow-float"
        >
          <p className="font-semibold">{words}</p>
          {!asks && <p className="mt-1 text-muted">{reason ? t(reason) : t(`health.${light}.text`)}</p>}
          {told.map((one) => (
            <p key={one} className="mt-1 text-muted">
              {one}
            </p>
          ))}
          {publishing && (
            <dl className="mt-3 grid grid-cols-2 gap-y-1.5">
              <Figure name={t("health.lag")} value={t("health.seconds", { count: Math.round(publishing.lagSeconds) })} />
              <Figure name={t("health.overdue")} value={String(publishing.overdue)} />
              <Figure name={t("health.workers")} value={String(publishing.workers)} />
              <Figure name={t("health.version")} value={health.version} />
            </dl>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="text-right font-medium tabular-nums">{value}</dd>
    </>
  );
}
