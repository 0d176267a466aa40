import type { ComponentType, ReactElement } from "react";
import type { AppContext } from "./app-context.ts";
import type { StateCodec } from "../core/url-state.ts";
import type { ViewProps } from "../ui/view-props.ts";
import { codec as cobertura } from "../views/cobertura/estado.ts";
import { codec as dados } from "../views/dados/estado.ts";
import { codec as denuncias } from "../views/denuncias/estado.ts";
import { codec as dossie } from "../views/dossie/estado.ts";
import { codec as metodologia } from "../views/metodologia/estado.ts";
import { codec as prioridades } from "../views/prioridades/estado.ts";
import { codec as qualidade } from "../views/qualidade/estado.ts";
import { codec as transparencia } from "../views/transparencia/estado.ts";
import { codec as visitas } from "../views/visitas/estado.ts";
import { paginaDePrioridades } from "../views/prioridades/View.tsx";
import { openKeptLoads } from "./kept-loads.ts";
import { latePage } from "./late-page.tsx";
import { MENU, type PageId } from "./menu.ts";
import type { Params } from "./params.ts";
import { baseDoRetrato, mudarTransparencia } from "./transparencia.ts";

/** What the shell gives a page besides its state. */
export interface TaskContext extends AppContext {
  /** Parameters as they are at the moment of the call, not of the render. */
  readonly currentParams: () => Params;
  readonly navigate: (params: Record<string, string>, replace: boolean) => void;
}

/** A page of the app: one line in `menu.ts`, one in `DRAWINGS`, one folder in `views`. */
export interface Task {
  readonly id: string;
  readonly titulo: string;
  readonly render: (params: Params, context: TaskContext) => ReactElement;
  /** Drops what the page does not understand and what is default. */
  readonly normalize: (params: Params) => Record<string, string>;
}

function task<E>(
  codec: StateCodec<E>,
  View: ComponentType<ViewProps<E>>,
): Omit<Task, "id" | "titulo"> {
  return {
    normalize: (params) => codec.encode(codec.decode(params)),
    render: (params, { snapshot, session, topologyUrl, lugaresUrl, currentParams, navigate }) => (
      <View
        estado={codec.decode(params)}
        mudar={(mudanca, opcoes) => {
          const atual = codec.decode(currentParams());
          navigate(codec.encode({ ...atual, ...mudanca }), opcoes?.replace ?? false);
        }}
        snapshot={snapshot}
        session={session}
        topologyUrl={topologyUrl}
        lugaresUrl={lugaresUrl}
      />
    ),
  };
}

/** The territory's terms of complaints, read when a method weighs them. */
async function lerDenuncias(): Promise<unknown> {
  return (await import("@generated/denuncias.json")).default;
}

/** What the territory pacted of support, and which office answers for what. */
async function lerPacto(): Promise<unknown> {
  return (await import("@generated/apoio.json")).default;
}

const Transparencia = latePage(() => import("../views/transparencia/View.tsx"));

const DRAWINGS: Readonly<Record<PageId, Omit<Task, "id" | "titulo">>> = {
  prioridades: task(prioridades, paginaDePrioridades(lerDenuncias, lerPacto)),
  visitas: task(
    visitas,
    latePage(async () => {
      const [{ paginaDeVisitas }, { default: padrao }] = await Promise.all([
        import("../views/visitas/View.tsx"),
        import("@generated/visitas.json"),
      ]);
      return { default: paginaDeVisitas(padrao, lerDenuncias) };
    }),
  ),
  denuncias: task(
    denuncias,
    latePage(async () => {
      const [{ paginaDeDenuncias }, { default: padrao }] = await Promise.all([
        import("../views/denuncias/View.tsx"),
        import("@generated/denuncias.json"),
      ]);
      return { default: paginaDeDenuncias(padrao, lerPacto) };
    }),
  ),
  cobertura: task(
    cobertura,
    latePage(async () => {
      const [{ paginaDeCobertura }, padrao] = await Promise.all([import("../views/cobertura/View.tsx"), lerPacto()]);
      return { default: paginaDeCobertura(padrao) };
    }),
  ),
  transparencia: {
    normalize: (params) => transparencia.encode(transparencia.decode(params)),
    render: (params, { snapshot, topologyUrl, currentParams, navigate }) => (
      <Transparencia
        edicao="tecnica"
        base={baseDoRetrato(snapshot, topologyUrl)}
        estado={transparencia.decode(params)}
        mudar={mudarTransparencia(currentParams, navigate)}
      />
    ),
  },
  dados: task(
    dados,
    latePage(async () => {
      const [view] = await Promise.all([import("../views/dados/View.tsx"), openKeptLoads()]);
      return view;
    }),
  ),
  qualidade: task(
    qualidade,
    latePage(async () => {
      const [{ paginaDeQualidade }, { default: regras }] = await Promise.all([
        import("../views/qualidade/View.tsx"),
        import("@generated/qualidade.json"),
      ]);
      return { default: paginaDeQualidade(regras) };
    }),
  ),
  metodologia: task(metodologia, latePage(() => import("../views/metodologia/View.tsx"))),
};

/** The page of one municipality, reached from links: its code is the last part of the path, given and taken as `codigo`. */
export const DOSSIE: Omit<Task, "id" | "titulo"> = task(
  dossie,
  latePage(async () => {
    const { paginaDoDossie } = await import("../views/dossie/View.tsx");
    return { default: paginaDoDossie(lerDenuncias, lerPacto) };
  }),
);

/** The pages, in menu order; the first is the front page. */
export const TASKS: readonly Task[] = MENU.map(({ id, titulo }) => ({ id, titulo, ...DRAWINGS[id] }));
