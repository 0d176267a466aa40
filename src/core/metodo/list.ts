import type { Municipio } from "../municipio.ts";
import { dimensionNode } from "./method.ts";
import { explainPriority, missingDimensions, type PreparedPriority, type PriorityScores } from "./priority.ts";
import { printed, roundedTree } from "./rounded.ts";

/** Decimal places of scores, bounds and contributions wherever the list is printed. */
export const CASAS_DA_LISTA = 2;
/** Decimal places of the share of weight present, in per cent. */
const CASAS_DO_PESO = 1;

/** A row of the list, every number as it is printed. */
export interface LinhaDaLista {
  readonly codigo: number;
  readonly nome: string;
  /** 1 = highest score, ties share a position; null = "sem nota". */
  readonly posicao: number | null;
  readonly nota: number | null;
  /** Hard bounds of the score; null for a normalisation without ends. */
  readonly minimo: number | null;
  readonly maximo: number | null;
  /** Weight present, per cent. */
  readonly pesoPresente: number;
  /** Points by dimension, in the method's order; those that are numbers add up to `nota` to the last digit. */
  readonly dimensoes: readonly (number | null)[];
  /** Points by indicator, in the method's order; they add up to their dimension's. */
  readonly indicadores: readonly (number | null)[];
  /** Dimensions without a score, by id. */
  readonly dimensoesSemNota: readonly string[];
}

/** The list the page and the terminal print. */
export interface Lista {
  readonly dimensoes: readonly string[];
  readonly indicadores: readonly string[];
  /** By position, then code. */
  readonly linhas: readonly LinhaDaLista[];
  /** "Sem nota", by code. */
  readonly semNota: readonly LinhaDaLista[];
}

/**
 * The list of a scored method, with figures rounded once for whoever prints it.
 * @param municipios the ones `preparePriority` was given, in the same order
 * @throws RangeError when they are not
 */
export function buildList(preparada: PreparedPriority, scores: PriorityScores, municipios: readonly Pick<Municipio, "codigo" | "nome">[]): Lista {
  const { tree } = preparada.prepared;
  const position = new Map(tree.ids.map((id, k) => [id, k]));
  const dimensoes = preparada.metodo.dimensoes.filter(({ indicadores }) => indicadores.length > 0).map(({ id }) => id);
  const indicadores = preparada.indicadores.map(({ metodo: { id } }) => id);
  const todas = municipios.map(({ codigo, nome }, i): LinhaDaLista => {
    if (preparada.codigos[i] !== codigo) throw new RangeError(`municipality ${codigo} is not unit ${i} of the priority`);
    const nota = scores.total[i] ?? Number.NaN;
    const semNota = Number.isNaN(nota);
    const pontos = semNota ? null : roundedTree(tree, explainPriority(preparada, scores, i).points, CASAS_DA_LISTA);
    const at = (id: string): number | null => pontos?.[position.get(id) ?? -1] ?? null;
    return {
      codigo,
      nome,
      posicao: semNota ? null : (scores.ranks[i] ?? 0),
      nota: semNota ? null : (pontos?.at(-1) ?? null),
      minimo: scores.bounds === null ? null : printed(scores.bounds.min[i] ?? Number.NaN, CASAS_DA_LISTA),
      maximo: scores.bounds === null ? null : printed(scores.bounds.max[i] ?? Number.NaN, CASAS_DA_LISTA),
      pesoPresente: printed(100 * (scores.present[i] ?? 0), CASAS_DO_PESO),
      dimensoes: dimensoes.map((id) => at(dimensionNode(id))),
      indicadores: indicadores.map(at),
      dimensoesSemNota: missingDimensions(preparada, scores, i),
    };
  });
  return {
    dimensoes,
    indicadores,
    linhas: todas
      .filter(({ posicao }) => posicao !== null)
      .sort((a, b) => (a.posicao ?? 0) - (b.posicao ?? 0) || a.codigo - b.codigo),
    semNota: todas.filter(({ posicao }) => posicao === null).sort((a, b) => a.codigo - b.codigo),
  };
}
