import { type ComponentType, lazy, type ReactElement } from "react";
import type { StateCodec } from "../core/url-state.ts";
import type { ViewProps } from "../ui/view-props.ts";
import { codec as cobertura } from "../views/cobertura/estado.ts";
import { codec as dados } from "../views/dados/estado.ts";
import { codec as denuncias } from "../views/denuncias/estado.ts";
import { codec as metodologia } from "../views/metodologia/estado.ts";
import { codec as prioridades } from "../views/prioridades/estado.ts";
import PrioridadesView from "../views/prioridades/View.tsx";
import type { Params } from "./params.ts";
import type { Snapshot } from "../data/snapshot/snapshot.ts";
import type { Session } from "../data/session/session.ts";

/** What lives as long as the page: the first picture and the door to the engine. */
export interface AppContext {
  readonly snapshot: Snapshot;
  readonly session: Session;
  /** Address of the map's geometry for the WebGL drawing. */
  readonly topologyUrl: string;
}

/** What the shell gives a page besides its state. */
export interface TaskContext extends AppContext {
  /** Parameters as they are at the moment of the call, not of the render. */
  readonly currentParams: () => Params;
  readonly navigate: (params: Record<string, string>, replace: boolean) => void;
}

/** A page of the app: one line in `TASKS`, one folder in `views`. */
export interface Task {
  readonly id: string;
  readonly titulo: string;
  readonly render: (params: Params, context: TaskContext) => ReactElement;
  /** Drops what the page does not understand and what is default. */
  readonly normalize: (params: Params) => Record<string, string>;
}

function task<E>(
  id: string,
  titulo: string,
  codec: StateCodec<E>,
  View: ComponentType<ViewProps<E>>,
): Task {
  return {
    id,
    titulo,
    normalize: (params) => codec.encode(codec.decode(params)),
    render: (params, { snapshot, session, topologyUrl, currentParams, navigate }) => (
      <View
        estado={codec.decode(params)}
        mudar={(mudanca, opcoes) => {
          const atual = codec.decode(currentParams());
          navigate(codec.encode({ ...atual, ...mudanca }), opcoes?.replace ?? false);
        }}
        snapshot={snapshot}
        session={session}
        topologyUrl={topologyUrl}
      />
    ),
  };
}

/** The pages, in menu order; the first is the front page. */
export const TASKS: readonly Task[] = [
  task("prioridades", "Prioridades", prioridades, PrioridadesView),
  task("denuncias", "Denúncias", denuncias, lazy(() => import("../views/denuncias/View.tsx"))),
  task("cobertura", "Cobertura", cobertura, lazy(() => import("../views/cobertura/View.tsx"))),
  task("dados", "Dados", dados, lazy(() => import("../views/dados/View.tsx"))),
  task("metodologia", "Metodologia", metodologia, lazy(() => import("../views/metodologia/View.tsx"))),
];
