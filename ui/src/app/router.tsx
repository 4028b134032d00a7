import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { asLanguage, chooseLanguage } from "@/shared/i18n";
import { sessionQuery, setupQuery } from "@/shared/queries";
import { boardSearch, channelsSearch, composeSearch, queueSearch } from "@/shared/search";
import { Frame } from "./Frame";
import { Lost, Pending, Trouble } from "./Pages";
import { SetupPage } from "./SetupPage";
import { SignInPage } from "./SignInPage";

interface Context {
  client: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    typeof search.to === "string" ? { to: search.to } : {},
  beforeLoad: async ({ context }) => {
    if (await context.client.fetchQuery(sessionQuery).catch(() => null)) throw redirect({ to: "/" });
    const setup = await context.client.fetchQuery(setupQuery).catch(() => null);
    if (setup?.needed) throw redirect({ to: "/setup" });
  },
  component: SignInPage,
});

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  beforeLoad: async ({ context }) => {
    const { needed } = await context.client.fetchQuery(setupQuery);
    if (!needed) throw redirect({ to: "/" });
  },
  component: SetupPage,
});

const frame = createRoute({
  getParentRoute: () => root,
  id: "frame",
  beforeLoad: async ({ context, location }) => {
    const session = await context.client.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: "/sign-in", search: location.href === "/" ? {} : { to: location.href } });
    if (asLanguage(session.person.locale) !== document.documentElement.lang) {
      await chooseLanguage(asLanguage(session.person.locale));
    }
  },
  component: Frame,
});

const board = createRoute({
  getParentRoute: () => frame,
  id: "board",
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import("@/features/calendar/CalendarPage"), "CalendarPage"),
});

const calendar = createRoute({ getParentRoute: () => board, path: "/" });

const compose = createRoute({
  getParentRoute: () => board,
  path: "/compose/$id",
  validateSearch: composeSearch,
  component: lazyRouteComponent(() => import("@/features/compose/ComposePage"), "ComposePage"),
});

const queue = createRoute({
  getParentRoute: () => frame,
  path: "/queue",
  validateSearch: queueSearch,
  component: lazyRouteComponent(() => import("@/features/queue/QueuePage"), "QueuePage"),
});

const channels = createRoute({
  getParentRoute: () => frame,
  path: "/channels",
  validateSearch: channelsSearch,
  component: lazyRouteComponent(() => import("@/features/channels/ChannelsPage"), "ChannelsPage"),
});

const timelines = createRoute({
  getParentRoute: () => frame,
  path: "/timelines",
  component: lazyRouteComponent(() => import("@/features/timelines/TimelinesPage"), "TimelinesPage"),
});

const settings = createRoute({
  getParentRoute: () => frame,
  path: "/settings",
  component: lazyRouteComponent(() => import("@/features/settings/SettingsPage"), "SettingsPage"),
});

const tree = root.addChildren([
  signIn,
  setup,
  frame.addChildren([board.addChildren([calendar, compose]), queue, channels, timelines, settings]),
]);

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: "intent",
    defaultPendingMs: 200,
    defaultPendingComponent: Pending,
    defaultErrorComponent: Trouble,
    defaultNotFoundComponent: Lost,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
