import { createContext } from "react";
import type { CivilDate } from "../../core/civil-date.ts";
import { dimensionNode } from "../../core/metodo/method.ts";
import { explainPriority } from "../../core/metodo/priority.ts";
import { roundedContributions } from "../../core/metodo/rounded.ts";
import { CASAS_DA_LISTA } from "../../core/metodo/list.ts";
import type { Modelo } from "./use-model.ts";
import type { SorteioDoMunicipio, Sorteios } from "./use-sorteios.ts";
import type { Visitas } from "../../ui/metodo/use-visitas.ts";

/**
 * Why there is no figure yet, or at all: it is being computed; it could not be
 * read; it is known that there is none (no place without a score, no visit on record).
 */
export type Sem = "esperando" | "indisponivel" | "nenhum";

export interface UltimaVisita {
  readonly dia: CivilDate;
}

/** What the list says of a municipality besides its row: changes with the draws and the visits, never with the weights alone. */
export interface LinhaViva {
  /** How many municipalities the list chooses. */
  readonly k: number;
  readonly sorteio: (codigo: number) => SorteioDoMunicipio | Sem;
  readonly visita: (codigo: number) => UltimaVisita | Sem;
  /** The visits are made up. */
  readonly visitasDemonstracao: boolean;
}

/** Make it anew only when draws, visits or K change: the columns hang on it. */
export function linhaViva(k: number, sorteios: Pick<Sorteios, "estado" | "porMunicipio">, visitas: Visitas): LinhaViva {
  const { estado, porMunicipio } = sorteios;
  return {
    k,
    sorteio: (codigo) => {
      if (porMunicipio === null) return estado === "andando" ? "esperando" : "indisponivel";
      return porMunicipio.get(codigo) ?? "nenhum";
    },
    visita: (codigo) => {
      if (visitas.ultima === null) return visitas.estado === "carregando" ? "esperando" : "indisponivel";
      const dia = visitas.ultima.get(codigo);
      return dia === undefined ? "nenhum" : { dia };
    },
    visitasDemonstracao: visitas.demonstracao,
  };
}

export interface ParteDaBarra {
  readonly id: string;
  readonly nome: string;
  /** Place among the method's dimensions: its colour everywhere. */
  readonly cor: number;
  /** Points as printed: those of a row add up to its printed score. */
  readonly pontos: number;
}

/** Points of a row by dimension, worked out when asked: only drawn rows ask. */
export interface Pontos {
  readonly dimensoes: readonly { readonly id: string; readonly nome: string }[];
  /** Null without a score, or on a scale without ends, where a bar of 0 to 100 says nothing. */
  readonly de: (codigo: number) => readonly ParteDaBarra[] | null;
}

/** The points the drawn rows read: they change with every movement of a weight, and the columns do not. */
export const PontosContext = createContext<Pontos | null>(null);

/** Points of the list under the weights in force; make it anew with `modelo.scores`. */
export function pontosDe({ preparada, scores, unidade }: Pick<Modelo, "preparada" | "scores" | "unidade">): Pontos {
  const { ids } = preparada.prepared.tree;
  const no = new Map(ids.map((id, k) => [id, k]));
  const dimensoes = preparada.metodo.dimensoes.flatMap(({ id, nome }, cor) => {
    const k = no.get(dimensionNode(id));
    return k === undefined ? [] : [{ id, nome, cor, k }];
  });
  return {
    dimensoes,
    de: (codigo) => {
      const i = unidade.get(codigo);
      if (i === undefined || !preparada.bounded || Number.isNaN(scores.total[i] ?? Number.NaN)) return null;
      const { total, points } = explainPriority(preparada, scores, i);
      const pontos = dimensoes.map(({ k }) => {
        const ponto = points[k] ?? Number.NaN;
        return Number.isNaN(ponto) ? null : ponto;
      });
      const { parts } = roundedContributions(pontos, total, CASAS_DA_LISTA);
      return dimensoes.flatMap(({ id, nome, cor }, d) => {
        const parte = parts[d] ?? null;
        return parte === null ? [] : [{ id, nome, cor, pontos: parte }];
      });
    },
  };
}
