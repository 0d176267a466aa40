import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ComponentType } from "react";
import type { PlanClient } from "../../../../src/data/visitas/plan-client.ts";
import type { Answer } from "../../../../src/data/queries/query.ts";
import type { EnginePhase, Session } from "../../../../src/data/session/session.ts";
import { ESTADO_PADRAO, codec, type Estado } from "../../../../src/views/visitas/estado.ts";
import type { ParteDeVisitasProps, PlanoFeito } from "../../../../src/views/visitas/parte.ts";
import { METODO, MUNICIPIOS, SNAPSHOT, TERRITORIO } from "../../prioridades/fixture.ts";
import { render, type Rendered } from "../../../ui/render.tsx";
import { AJUSTES, ENTRADA, nome, OUTRO, PLANO } from "./amostra.ts";

const PRONTO: EnginePhase = { phase: "ready", ms: 1 };
const SEM_CARGAS: readonly never[] = [];
const NADA = (): void => undefined;

/** An engine that has these visits on record. */
export function sessaoCom(visitas: readonly { readonly codigo: number; readonly dia: string }[]): Session {
  return {
    phase: () => PRONTO,
    version: () => 0,
    extracts: () => SEM_CARGAS,
    subscribe: () => NADA,
    start: () => Promise.resolve(),
    ask: (_, params) => Promise.resolve({ params, rows: visitas, version: 0, ms: 0 } as unknown as Answer<never, never>),
    askColumns: () => Promise.reject(new Error("no columns here")),
    load: () => Promise.resolve(),
    remove: () => Promise.resolve(),
    restore: () => Promise.resolve(),
    loads: () => SEM_CARGAS,
  };
}

export const FEITO: PlanoFeito = {
  plano: PLANO,
  entrada: ENTRADA,
  gulosa: null,
  ordemDaLista: OUTRO,
  metodo: "m".repeat(64),
  dados: "d".repeat(64),
  limitadoPor: ENTRADA,
  origem: "calculado",
};

const SEM_CLIENTE: PlanClient = { run: NADA, stop: NADA, close: NADA };

const PROPS: Omit<ParteDeVisitasProps, "estado" | "mudar"> = {
  territorio: TERRITORIO,
  municipios: MUNICIPIOS,
  mesh: SNAPSHOT.mesh,
  nome,
  emVigor: { padrao: METODO, metodo: METODO, mudado: false, problemas: [], avisos: [], mudar: () => [], voltar: NADA },
  ajustes: AJUSTES,
  doTerritorio: { ajustes: AJUSTES, notas: [], feriadosOpcionais: [], propostas: [] },
  mudarAjustes: () => [],
  entrada: ENTRADA,
  feito: FEITO,
  anterior: null,
  andamento: { estado: "pronto", feitas: 100, total: 100, erro: null },
  limite: { estado: "parado", progresso: null, limite: null, distancia: null, completo: false, erro: null, calcular: NADA, cancelar: NADA },
  desatualizado: [],
  aplicar: () => Promise.resolve(null),
  planejar: NADA,
  cancelar: NADA,
  abrirCliente: () => SEM_CLIENTE,
  matriz: null,
  usarMatriz: NADA,
  visitas: { estado: "pronto", ultima: new Map(), demonstracao: false, erro: null },
  cabecalho: { titulo: "Plano de visitas", fontes: ["Atlas Social"], filtros: [], dataReferencia: "2026-10-31", demonstracao: false },
  hoje: "2026-10-31",
  session: sessaoCom([]),
  topologyUrl: "about:blank",
  lugaresUrl: "about:blank",
};

/** Mounts a part of the page with an address of its own, on a plan made by hand. */
export function abrirParte(
  Parte: ComponentType<ParteDeVisitasProps>,
  mudancas: Partial<ParteDeVisitasProps> = {},
  inicial: Partial<Estado> = {},
): Rendered & { readonly estados: Estado[] } {
  const estados: Estado[] = [];
  function Pagina() {
    const [estado, setEstado] = useState<Estado>({ ...ESTADO_PADRAO, ...inicial });
    const mudar: ParteDeVisitasProps["mudar"] = (mudanca) => {
      const novo = codec.decode(codec.encode({ ...estado, ...mudanca }));
      estados.push(novo);
      setEstado(novo);
    };
    return (
      <QueryClientProvider client={new QueryClient()}>
        <Parte {...PROPS} {...mudancas} estado={estado} mudar={mudar} />
      </QueryClientProvider>
    );
  }
  return { ...render(<Pagina />), estados };
}
