import { createRootRoute, createRoute, createRouter, Navigate, useRouter } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { codec } from "../../views/transparencia/estado.ts";
import { createHashHistory } from "../hash-history.ts";
import { NotFound, RouteFailure } from "../failures.tsx";
import { latePage } from "../late-page.tsx";
import { asParams, formatParams, parseParams } from "../params.ts";
import { mudarTransparencia } from "../transparencia.ts";
import { useBasePublica } from "./base.ts";
import { Moldura } from "./Moldura.tsx";

/** The code of the only page, wanted as soon as the map of the place is. */
export const loadPage = () => import("../../views/transparencia/View.tsx");

const Transparencia = latePage(loadPage);
const Normas = latePage(() => import("./Normas.tsx"));

const rootRoute = createRootRoute({ component: Moldura, notFoundComponent: NotFound });

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  component: function FrontPage(): ReactElement {
    return <Navigate to="/transparencia" replace />;
  },
});

const transparenciaRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/transparencia",
  validateSearch: (search) => codec.encode(codec.decode(asParams(search))),
  errorComponent: RouteFailure,
  component: function TransparenciaPage(): ReactElement {
    const router = useRouter();
    const base = useBasePublica();
    const search: unknown = transparenciaRoute.useSearch();
    return (
      <Transparencia
        edicao="publica"
        base={base}
        estado={codec.decode(asParams(search))}
        mudar={mudarTransparencia(
          () => asParams(router.latestLocation.search),
          (params, replace) => void router.navigate({ to: "/transparencia", search: params, replace, resetScroll: false }),
        )}
      />
    );
  },
});

/** The technical edition's page of a municipality, followed here, leads to what is public of it. */
const municipioRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/municipio/$codigo",
  component: function ToMunicipio(): ReactElement {
    const path: unknown = municipioRoute.useParams();
    return <Navigate to="/transparencia" search={codec.encode(codec.decode(asParams(path)))} replace />;
  },
});

/** Citations of norms lead to the method page, of which this edition has the norms alone. */
const normasRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/metodologia",
  errorComponent: RouteFailure,
  component: function NormasPage(): ReactElement {
    const base = useBasePublica();
    const search: unknown = normasRoute.useSearch();
    return <Normas normas={base.territorio.normas} secao={asParams(search)["secao"] ?? null} />;
  },
});

/** Builds the public edition's router: one page with its parts, and the norms that it cites. */
export function createPublicRouter() {
  return createRouter({
    routeTree: rootRoute.addChildren([indexRoute, transparenciaRoute, municipioRoute, normasRoute]),
    history: createHashHistory(),
    parseSearch: parseParams,
    stringifySearch: formatParams,
    defaultPendingMinMs: 0,
    scrollRestoration: true,
  });
}
