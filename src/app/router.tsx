import { createRootRoute, createRoute, createRouter, Navigate, useRouter } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAppContext } from "./app-context.ts";
import { createHashHistory } from "./hash-history.ts";
import { NotFound, RouteFailure } from "./failures.tsx";
import { formatParams, type Params, parseParams } from "./params.ts";
import { Shell } from "./Shell.tsx";
import { type Task, TASKS } from "./tasks.tsx";

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
});

const [frontPage] = TASKS;

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  component: function FrontPage(): ReactElement {
    return <Navigate to={`/${frontPage?.id ?? ""}`} replace />;
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
      const search: unknown = route.useSearch();
      const context = useAppContext();
      return task.render(asParams(search), {
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

function asParams(search: unknown): Params {
  if (typeof search !== "object" || search === null) return {};
  return Object.fromEntries(
    Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** Builds the router: one route a page, its state in the search part of the address. */
export function createAppRouter() {
  return createRouter({
    routeTree: rootRoute.addChildren([indexRoute, ...TASKS.map(taskRoute)]),
    history: createHashHistory(),
    parseSearch: parseParams,
    stringifySearch: formatParams,
    defaultPendingMinMs: 0,
    scrollRestoration: true,
  });
}
