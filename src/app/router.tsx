import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  redirect,
  useRouter,
} from "@tanstack/react-router";
import type { ReactElement } from "react";
import { createHashHistory } from "./hash-history.ts";
import { NotFound, RouteFailure } from "./failures.tsx";
import { formatParams, type Params, parseParams } from "./params.ts";
import { Shell } from "./Shell.tsx";
import { type AppContext, type Task, TASKS } from "./tasks.tsx";

const rootRoute = createRootRouteWithContext<AppContext>()({
  component: Shell,
  notFoundComponent: NotFound,
});

const [frontPage] = TASKS;

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: `/${frontPage?.id ?? ""}`, replace: true });
  },
});

function taskRoute(task: Task) {
  const route = createRoute({
    getParentRoute: () => rootRoute,
    path: `/${task.id}`,
    validateSearch: (search): Record<string, string> => task.normalize(asParams(search)),
    errorComponent: RouteFailure,
    component: function TaskPage(): ReactElement {
      const router = useRouter();
      const params = route.useSearch();
      const context = route.useRouteContext();
      return task.render(params, {
        ...context,
        currentParams: () => asParams(router.latestLocation.search),
        navigate: (search, replace) => {
          void router.navigate({ to: `/${task.id}`, search, replace, resetScroll: false });
        },
      });
    },
  });
  return route;
}

function asParams(search: object): Params {
  return Object.fromEntries(
    Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** Builds the router; the session and the snapshot travel in its context. */
export function createAppRouter(context: AppContext) {
  return createRouter({
    routeTree: rootRoute.addChildren([indexRoute, ...TASKS.map(taskRoute)]),
    history: createHashHistory(),
    context,
    parseSearch: parseParams,
    stringifySearch: formatParams,
    defaultPendingMinMs: 0,
    scrollRestoration: true,
  });
}
