import { createRootRoute, createRoute, createRouter, Navigate, useRouter } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAppContext } from "./app-context.ts";
import { createHashHistory } from "./hash-history.ts";
import { NotFound, RouteFailure } from "./failures.tsx";
import { asParams, formatParams, type Params, parseParams } from "./params.ts";
import { Shell } from "./Shell.tsx";
import { DOSSIE, type Task, TASKS } from "./tasks.tsx";

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

const dossieRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/municipio/$codigo",
  validateSearch: (search) => withoutCodigo(DOSSIE.normalize(asParams(search))),
  errorComponent: RouteFailure,
  component: function DossiePage(): ReactElement {
    const router = useRouter();
    const path: unknown = dossieRoute.useParams();
    const codigo = asParams(path)["codigo"] ?? "";
    const search: unknown = dossieRoute.useSearch();
    const context = useAppContext();
    return DOSSIE.render(
      { ...asParams(search), codigo },
      {
        ...context,
        currentParams: () => ({ ...asParams(router.latestLocation.search), codigo }),
        navigate: (params, replace) => {
          void router.navigate({
            to: "/municipio/$codigo",
            params: { codigo: params["codigo"] ?? codigo },
            search: withoutCodigo(params),
            replace,
            resetScroll: false,
          });
        },
      },
    );
  },
});

/** What of a municipality's page goes after the `?`: its code is in the path. */
function withoutCodigo(params: Params): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter(([name]) => name !== "codigo"));
}

/** Builds the router: one route a page, its state in the search part of the address. */
export function createAppRouter() {
  return createRouter({
    routeTree: rootRoute.addChildren([indexRoute, ...TASKS.map(taskRoute), dossieRoute]),
    history: createHashHistory(),
    parseSearch: parseParams,
    stringifySearch: formatParams,
    defaultPendingMinMs: 0,
    scrollRestoration: true,
  });
}
