import { useMemo, useSyncExternalStore } from "react";
import { diaDe } from "../../../core/denuncias/dia.ts";
import type { MinimoAnual } from "../../../core/pacto/index.ts";
import type { Perguntas } from "../../../data/apoio/perguntas.ts";
import { usePerguntaDoApoio } from "../../../ui/apoio/use-pergunta-do-apoio.ts";
import type { ParteDeCoberturaProps } from "../parte.ts";

/** What the record of support says the state owes; null where it does not say. */
export interface DividasDoApoio {
  readonly estado: "carregando" | "pronto" | "erro" | "sem-registro" | "de-lado";
  readonly minimo: MinimoAnual | null;
  /** By position of the municipality. */
  readonly pedidosEmAberto: Uint32Array | null;
}

/** What is left aside so that made-up figures never stand beside true ones. */
export type DeLado = "apoio" | "planos" | null;

/** The demonstration's part, where the plans shown and the record of support are of different kinds. */
export function deLadoEntre(planos: { readonly ha: boolean; readonly demonstracao: boolean }, apoio: { readonly ha: boolean; readonly demonstracao: boolean }): DeLado {
  if (!planos.ha || !apoio.ha || planos.demonstracao === apoio.demonstracao) return null;
  return planos.demonstracao ? "planos" : "apoio";
}

/** The record of support, left aside. */
export const APOIO_DE_LADO: DividasDoApoio = { estado: "de-lado", minimo: null, pedidosEmAberto: null };

const NADA = { minimo: null, pedidosEmAberto: null } as const;

/** The yearly minimum past its day and the requests without an answer, of the whole territory: the page's filters choose the rows later. */
export function useDividas({ apoio, pacto, hoje, session, estado }: ParteDeCoberturaProps): DividasDoApoio {
  const extratos = useSyncExternalStore(session.subscribe, session.extracts);
  const temApoio = extratos.some(({ id, linhas }) => id === "apoios" && linhas > 0);
  const doMinimo = useMemo((): Perguntas["minimo"]["pede"] => ({ regra: estado.minimo.regra, dentro: null, dias: [] }), [estado.minimo.regra]);
  const daDemanda = useMemo((): Perguntas["demanda"]["pede"] => ({ periodo: { de: 0, ate: diaDe(hoje) }, dentro: null }), [hoje]);
  const minimo = usePerguntaDoApoio(apoio, "minimo", doMinimo, { enabled: temApoio && pacto.minimo !== null });
  const demanda = usePerguntaDoApoio(apoio, "demanda", daDemanda, { enabled: temApoio });
  const minimoDe = minimo.estado === "pronto" ? minimo.resposta.minimo : null;
  const demandaDe = demanda.estado === "pronto" ? demanda.resposta : null;
  return useMemo((): DividasDoApoio => {
    if (!temApoio) return { estado: "sem-registro", ...NADA };
    const estados = [demanda.estado, ...(pacto.minimo === null ? [] : [minimo.estado])];
    if (estados.includes("erro")) return { estado: "erro", ...NADA };
    if (estados.includes("carregando")) return { estado: "carregando", ...NADA };
    const pedidosEmAberto = demandaDe?.emAbertoPorMunicipio ?? null;
    return { estado: "pronto", minimo: minimoDe, pedidosEmAberto };
  }, [temApoio, pacto, minimo.estado, demanda.estado, minimoDe, demandaDe]);
}
