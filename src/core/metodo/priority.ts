import type { ColunaIndicador, Indicador } from "../indicador.ts";
import type { Municipio } from "../municipio.ts";
import { prepareFigures, type FigurasDoIndicador } from "./figures.ts";
import { newScores, presentWeight, rankScores, scoreFilled, scoreUnits, type Prepared } from "./kernel.ts";
import { unitPoints, type UnitPoints } from "./contributions.ts";
import { aggregationOf, canonicalHash, dimensionNode, indicadoresDoMetodo, treeOf, type IndicadorDoMetodo, type Metodo, type Normalizacao } from "./method.ts";
import { normalise, type Direction, type Normalisation } from "./normalise.ts";
import { checkTreeWeights, effectiveWeights, flattenTree, treeWeights, type Aggregation } from "./tree.ts";

/** An indicator of the method, ready to be weighed. */
export interface IndicadorPreparado {
  readonly metodo: IndicadorDoMetodo;
  readonly dimensao: string;
  readonly direction: Direction;
  readonly normalisation: Normalisation;
  readonly figuras: FigurasDoIndicador;
  /** Units with a figure in use. */
  readonly presentes: number;
  /** All figures in use are equal: the indicator tells nobody apart. */
  readonly constante: boolean;
}

/** Everything of the priority that does not depend on the weights. */
export interface PreparedPriority {
  readonly metodo: Metodo;
  readonly codigos: readonly number[];
  /** Group (porte) of each unit, null when unknown: donors of the hot deck. */
  readonly grupos: readonly (string | null)[];
  readonly prepared: Prepared;
  /** The method's own weights, one a node. */
  readonly weights: Float64Array;
  readonly aggregation: Aggregation;
  /** Aligned with the leaves of the tree. */
  readonly indicadores: readonly IndicadorPreparado[];
  /** True when the normalised figures lie on 0–100, so that bounds exist. */
  readonly bounded: boolean;
}

/**
 * Joins catalogue, method and figures: shrinks, normalises, lays the tree flat.
 * Once for each version of the data, of the goalposts or of the indicators in use;
 * `scorePriority` then only recombines. O(units × indicators).
 *
 * With the normalisation "balizas" a unit's normalised figure never depends on
 * the others', but for the prior its small numbers are joined to.
 * @param colunas newest figures by indicator, aligned with `municipios`; one the method does not use is left aside
 * @throws RangeError when the method names an indicator that is not in the
 * catalogue or is context only, weights cannot rank, goalposts are equal or
 * reversed, or a column does not fit the municipalities
 */
export function preparePriority(
  metodo: Metodo,
  catalogo: readonly Indicador[],
  colunas: readonly ColunaIndicador[],
  municipios: readonly Pick<Municipio, "codigo" | "porte">[],
): PreparedPriority {
  const registro = new Map(catalogo.map((indicador) => [indicador.id, indicador]));
  const coluna = new Map(colunas.map((c) => [c.indicador, c]));
  const codigos = municipios.map(({ codigo }) => codigo);
  const unidades = codigos.map(String);
  const grupos = municipios.map(({ porte }) => porte);
  const tree = flattenTree(treeOf(metodo));
  const m = tree.leaves.length;
  const n = municipios.length;
  const y = new Float64Array(n * m).fill(Number.NaN);
  const dimensaoDe = new Map(metodo.dimensoes.flatMap(({ id, indicadores }) => indicadores.map((x) => [x.id, id] as const)));
  const indicadores = indicadoresDoMetodo(metodo).map((indicador, j): IndicadorPreparado => {
    const record = registro.get(indicador.id);
    if (record === undefined) throw new RangeError(`the method names "${indicador.id}", which is not in the catalogue`);
    if (record.polaridade === "contexto") throw new RangeError(`"${indicador.id}" is context only and cannot enter the method`);
    const figuras = prepareFigures(indicador, coluna.get(indicador.id) ?? null, unidades, grupos, record.casas);
    const direction: Direction = indicador.polaridade === "maior-mais-necessidade" ? 1 : -1;
    const normalisation = normalisationOf(metodo.normalizacao, indicador);
    normalise(figuras.valor, direction, normalisation).forEach((score, i) => {
      if (score !== null) y[i * m + j] = score;
    });
    const used = figuras.valor.filter((x): x is number => x !== null);
    const first = used[0];
    return {
      metodo: indicador,
      dimensao: dimensaoDe.get(indicador.id) ?? "",
      direction,
      normalisation,
      figuras,
      presentes: used.length,
      constante: used.length > 0 && used.every((x) => x === first),
    };
  });
  checkTreeWeights(tree, tree.weights);
  return {
    metodo,
    codigos,
    grupos,
    prepared: { tree, units: n, y },
    weights: tree.weights,
    aggregation: aggregationOf(metodo.agregacao),
    indicadores,
    bounded: metodo.normalizacao !== "z" && metodo.normalizacao !== "nenhuma",
  };
}

/**
 * Weights of a method with the same dimensions and indicators, one a node, for
 * `scorePriority`; how weights change while a handle is dragged.
 * @throws RangeError when the method has another indicator or dimension, or its weights cannot rank
 */
export function weightsOf(preparada: PreparedPriority, metodo: Metodo): Float64Array {
  const { tree } = preparada.prepared;
  const named = Object.fromEntries([
    ...metodo.dimensoes.filter(({ indicadores }) => indicadores.length > 0).map(({ id, peso }) => [dimensionNode(id), peso] as const),
    ...indicadoresDoMetodo(metodo).map(({ id, peso }) => [id, peso] as const),
  ]);
  const weights = treeWeights(tree, named);
  checkTreeWeights(tree, weights);
  return weights;
}

/** Scores of every unit under one set of weights; arrays are aligned with `codigos`. */
export interface PriorityScores {
  readonly weights: Float64Array;
  readonly aggregation: Aggregation;
  /** 0–100 under goalposts, higher = more need of a visit; NaN = "sem nota". */
  readonly total: Float64Array;
  /** Score of every node, `nodes[unit · tree.ids.length + node]`, NaN = missing. */
  readonly nodes: Float64Array;
  /** 1 = highest; ties within 1e-9 share the lowest position; 0 = no score. */
  readonly ranks: Uint32Array;
  /** How many units have a position. */
  readonly ranked: number;
  /** Share of the whole weight present, 0–1. */
  readonly present: Float64Array;
  /** Hard bounds of the score whatever the missing figures turn out to be; null when the scale has no ends. */
  readonly bounds: { readonly min: Float64Array; readonly max: Float64Array } | null;
}

/**
 * Scores and ranks every unit, O(units × nodes).
 * @param weights from `weightsOf`; the method's own when absent
 * @param aggregation the method's own when absent
 */
export function scorePriority(
  preparada: PreparedPriority,
  weights: Float64Array = preparada.weights,
  aggregation: Aggregation = preparada.aggregation,
): PriorityScores {
  const { prepared, metodo, bounded } = preparada;
  const n = prepared.units;
  const scores = newScores(prepared, { nodes: true });
  scoreUnits(prepared, weights, aggregation, scores, metodo.presencaMinima);
  const ranks = new Uint32Array(n);
  const ranked = rankScores(scores.total, ranks);
  const bounds = bounded ? { min: new Float64Array(n), max: new Float64Array(n) } : null;
  if (bounds !== null) {
    scoreFilled(prepared, weights, aggregation, 0, bounds.min);
    scoreFilled(prepared, weights, aggregation, 100, bounds.max);
  }
  const present = presentWeight(prepared, effectiveWeights(prepared.tree, weights));
  return { weights, aggregation, total: scores.total, nodes: scores.nodes ?? new Float64Array(0), ranks, ranked, present, bounds };
}

/** One unit's score taken apart, exactly: points of every node of the tree. */
export function explainPriority(preparada: PreparedPriority, { weights, aggregation }: PriorityScores, unit: number): UnitPoints {
  return unitPoints(preparada.prepared, weights, aggregation, unit, preparada.metodo.presencaMinima);
}

/** Ids of the dimensions that have no score for a unit: the reason of a "sem nota". Dimensions of weight 0 are left out. */
export function missingDimensions(preparada: PreparedPriority, scores: PriorityScores, unit: number): string[] {
  const { tree } = preparada.prepared;
  const count = tree.ids.length;
  const porNo = new Map(preparada.metodo.dimensoes.map(({ id }) => [dimensionNode(id), id]));
  return tree.ids.flatMap((node, k) => {
    const id = porNo.get(node);
    if (id === undefined || !((scores.weights[k] ?? 0) > 0)) return [];
    return Number.isNaN(scores.nodes[unit * count + k] ?? Number.NaN) ? [id] : [];
  });
}

/**
 * SHA-256 of the figures a method's list depends on: codes, groups, and each
 * indicator's published figures, counts and periods. Figures of other indicators
 * do not change it. Opening a link over other data shows in this hash.
 */
export function dataHash(preparada: PreparedPriority): string {
  return canonicalHash({
    codigos: preparada.codigos,
    grupos: preparada.grupos,
    indicadores: Object.fromEntries(
      preparada.indicadores.map(({ metodo: { id }, figuras: { bruto, eventos, expostos, periodo } }) => [id, { bruto, eventos, expostos, periodo }]),
    ),
  });
}

function normalisationOf(normalizacao: Normalizacao, { baliza }: IndicadorDoMetodo): Normalisation {
  switch (normalizacao) {
    case "balizas":
      return { kind: "goalposts", lo: baliza.lo, hi: baliza.hi };
    case "min-max":
      return { kind: "min-max" };
    case "z":
      return { kind: "z-score" };
    case "percentil":
      return { kind: "percentile-rank" };
    case "nenhuma":
      return { kind: "none" };
  }
}
