import { leaveOneOut } from "../../../core/metodo/leave-one-out.ts";
import { dimensionNode } from "../../../core/metodo/method.ts";
import type { PreparedPriority, PriorityScores } from "../../../core/metodo/priority.ts";
import { effectiveWeights } from "../../../core/metodo/tree.ts";
import { trocasEntre } from "./trocas.ts";

/** The list without one dimension or one indicator. */
export interface LinhaSemUm {
  readonly id: string;
  readonly nome: string;
  readonly tipo: "dimensão" | "indicador";
  /** Share of the whole weight, per cent. */
  readonly fatia: number;
  /** Mean of the places each municipality moves; null when none has a score both times. */
  readonly mudancaMedia: number | null;
  /** Codes that come in and go out of the K, by position. */
  readonly entram: readonly number[];
  readonly saem: readonly number[];
  /** Municipalities that lose their score, and that gain one. */
  readonly perdemNota: number;
  readonly ganhamNota: number;
}

/**
 * The ranking again without each dimension and each indicator that has weight,
 * the ones that move it most first. A dimension of one indicator is the same as
 * it, and stands alone; the only dimension cannot be left out.
 * @param nomes by indicator id
 */
export function linhasSemUm(preparada: PreparedPriority, scores: PriorityScores, k: number, nomes: ReadonlyMap<string, string>): LinhaSemUm[] {
  const { prepared, metodo, codigos } = preparada;
  const fatias = effectiveWeights(prepared.tree, scores.weights);
  const no = new Map(prepared.tree.ids.map((id, i) => [id, i]));
  const fatia = (id: string): number => 100 * (fatias[no.get(id) ?? -1] ?? 0);
  const dimensoes = metodo.dimensoes.filter(({ id }) => fatia(dimensionNode(id)) > 0);
  const elementos = dimensoes.flatMap(({ id, nome, indicadores }) => {
    const comPeso = indicadores.filter((indicador) => fatia(indicador.id) > 0);
    const daDimensao = dimensoes.length < 2 ? [] : [{ no: dimensionNode(id), id, nome, tipo: "dimensão" as const }];
    const dosIndicadores = comPeso.map((indicador) => ({ no: indicador.id, id: indicador.id, nome: nomes.get(indicador.id) ?? indicador.id, tipo: "indicador" as const }));
    return comPeso.length < 2 ? daDimensao : [...daDimensao, ...dosIndicadores];
  });
  const { ranks, without } = leaveOneOut(prepared, scores.weights, scores.aggregation, {
    elements: elementos.map((elemento) => elemento.no),
    minPresent: metodo.presencaMinima,
  });
  const linhas = elementos.map(({ no: node, id, nome, tipo }, e): LinhaSemUm => {
    const sem = without[e];
    const { entram, saem } = trocasEntre(codigos, ranks, sem?.ranks ?? ranks, k);
    let perdemNota = 0;
    let ganhamNota = 0;
    ranks.forEach((rank, i) => {
      const depois = sem?.ranks[i] ?? 0;
      if (rank > 0 && depois === 0) perdemNota += 1;
      if (rank === 0 && depois > 0) ganhamNota += 1;
    });
    return { id, nome, tipo, fatia: fatia(node), mudancaMedia: sem?.meanAbsRankChange ?? null, entram, saem, perdemNota, ganhamNota };
  });
  return linhas.sort((a, b) => (b.mudancaMedia ?? -1) - (a.mudancaMedia ?? -1));
}
