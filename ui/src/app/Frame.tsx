import { useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { CalendarDays, ListChecks, MonitorPlay, Plus, RadioTower, Settings } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/shared/i18n";
import { useKey } from "@/shared/keys";
import { listen } from "@/shared/live";
import { sessionQuery, useNetworks } from "@/shared/queries";
import { HealthLight } from "./HealthLight";
import { useNeeds } from "./needs";
import { PersonMenu } from "./PersonMenu";

/** The frame around every view: rail (a bar at the bottom of a phone), top line, live changes. */
export function Frame() {
  const { t } = useWords();
  const { data: session } = useQuery(sessionQuery);
  const client = useQueryClient();
  const navigate = useNavigate();
  useEffect(() => listen(client), [client]);
  useEffect(() => {
    if (session === null) void navigate({ to: "/sign-in" });
  }, [session, navigate]);
  const newPost = useNewPost();
  useKey("n", newPost);
  if (!session) return null;
  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <a
        href="#main"
        className="sr-only z-50 rounded-lg bg-accent px-4 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("frame.skip")}
      </a>
      <Rail />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line bg-surface px-4">
          <span className="min-w-0 flex-1 truncate font-semibold">{session.workspace.name}</span>
          <HealthLight />
          <button
            type="button"
            onClick={newPost}
            aria-keyshortcuts="n"
            title={t("frame.newPostHint")}
            className="inline-flex h-9 items-center gap-1.5 rounded-lg bg-accent px-3 text-sm font-semibold text-accent-ink shadow-sm hover:bg-accent-hover"
          >
            <Plus size={17} strokeWidth={2.6} aria-hidden />
            {t("frame.newPost")}
          </button>
          <PersonMenu />
        </header>
        <main id="main" tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
          <Outlet />
        </main>
      </div>
    </div>
  );
}

function useNewPost() {
  const navigate = useNavigate();
  return () => void navigate({ to: "/compose/$id", params: { id: "new" }, search: (search) => ({ ...search, at: undefined }) });
}

function Rail() {
  const { t } = useWords();
  const { data: networks } = useNetworks();
  const needs = useNeeds();
  const sandbox = networks?.some((network) => network.timeline) ?? false;
  return (
    <nav
      aria-label={t("frame.navigation")}
      className="order-last flex shrink-0 border-t border-line bg-surface md:order-first md:w-[4.75rem] md:flex-col md:border-t-0 md:border-r lg:w-52"
    >
      <span className="hidden h-14 items-center gap-2.5 px-4 text-[1.0625rem] font-bold tracking-tight md:flex">
        <img src="/icon.svg" alt="" className="size-8" />
        <span className="hidden lg:inline">Planner</span>
      </span>
      <ul className="flex flex-1 justify-around gap-1 p-1.5 md:flex-col md:justify-start md:p-2.5">
        <RailLink to="/" icon={<CalendarDays size={20} aria-hidden />} label={t("nav.calendar")} also="/compose" />
        <RailLink to="/queue" icon={<ListChecks size={20} aria-hidden />} label={t("nav.queue")} badge={needs.posts} says={t("health.posts", { count: needs.posts })} />
        <RailLink to="/channels" icon={<RadioTower size={20} aria-hidden />} label={t("nav.channels")} badge={needs.channels} says={t("health.channels", { count: needs.channels })} />
        {sandbox && <RailLink to="/timelines" icon={<MonitorPlay size={20} aria-hidden />} label={t("nav.timelines")} />}
        <RailLink to="/settings" icon={<Settings size={20} aria-hidden />} label={t("nav.settings")} />
      </ul>
    </nav>
  );
}

interface RailLinkProps {
  to: "/" | "/queue" | "/channels" | "/timelines" | "/settings";
  icon: ReactNode;
  label: string;
  also?: string;
  /** How many things there wait for a person, and that in words. */
  badge?: number;
  says?: string;
}

const MOST_COUNTED = 99;

function RailLink({ to, icon, label, also, badge = 0, says }: RailLinkProps) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const here = path === to || (also !== undefined && path.startsWith(also));
  return (
    <li className="flex-1 md:flex-none">
      <Link
        to={to}
        aria-current={here ? "page" : undefined}
        className={`relative flex flex-col items-center gap-0.5 rounded-xl px-1 py-1.5 text-[0.6875rem] font-medium md:py-2 lg:flex-row lg:gap-3 lg:px-3 lg:py-2.5 lg:text-sm ${here ? "bg-accent-soft text-accent-text" : "text-muted hover:bg-hover hover:text-ink"}`}
      >
        {icon}
        {label}
        {badge > 0 && (
          <>
            <span
              aria-hidden
              className="absolute top-0.5 left-1/2 ml-1.5 flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-warn-soft px-1 text-[0.6875rem] font-bold text-warn tabular-nums ring-1 ring-warn lg:static lg:ml-auto"
            >
              {badge > MOST_COUNTED ? `${MOST_COUNTED}+` : badge}
            </span>
            <span className="sr-only">. {says}</span>
          </>
        )}
      </Link>
    </li>
  );
}
