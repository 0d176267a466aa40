import { quantile7 } from "../../src/core/metodo/base-period.ts";
import type { Snapshot } from "../../src/data/snapshot/snapshot.ts";

/**
 * The rule of the first version, kept only to be measured against: every indicator
 * winsorised at the 2.5 and 97.5 % quantiles of the day's sample, put on 0–100 between
 * them, plain means within a dimension, weighted mean of the dimensions.
 */
export interface FirstVersion {
  readonly units: number;
  /** First and one past the last indicator of each dimension. */
  readonly dimensions: readonly { readonly first: number; readonly last: number }[];
  readonly indicators: number;
  /** Scores by municipality and indicator, row by row; NaN is missing. */
  readonly matrix: Float64Array;
}

const TAILS = [0.025, 0.975] as const;
const MIN_WEIGHT = 0.6;
const TIE = 1e-9;

export function prepareFirst({ metodo, colunas, municipios }: Snapshot): FirstVersion {
  const column = new Map(colunas.map(({ indicador, valores }) => [indicador, valores]));
  const members = metodo.dimensoes.flatMap(({ indicadores }) => indicadores);
  const n = municipios.length;
  const matrix = new Float64Array(n * members.length).fill(Number.NaN);
  members.forEach(({ id, polaridade }, j) => {
    const values = column.get(id) ?? [];
    const sorted = Float64Array.from(values.filter((value) => value !== null)).sort();
    if (sorted.length === 0) return;
    const [min, max] = TAILS.map((p) => quantile7(sorted, p));
    if (min === undefined || max === undefined) return;
    for (let i = 0; i < n; i += 1) {
      const value = values[i];
      if (value === null || value === undefined) continue;
      const score = max > min ? (100 * (Math.min(max, Math.max(min, value)) - min)) / (max - min) : 50;
      matrix[i * members.length + j] = polaridade === "maior-menos-necessidade" ? 100 - score : score;
    }
  });
  let first = 0;
  const dimensions = metodo.dimensoes.map(({ indicadores }) => {
    const last = first + indicadores.length;
    const range = { first, last };
    first = last;
    return range;
  });
  return { units: n, dimensions, indicators: members.length, matrix };
}

/** Positions by the weights of the dimensions; 0 below 60 % of the weight. */
export function rankFirst({ units, dimensions, indicators, matrix }: FirstVersion, weights: readonly number[]): Uint32Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const scores = new Float64Array(units).fill(Number.NaN);
  const order: number[] = [];
  for (let i = 0; i < units; i += 1) {
    let present = 0;
    let covered = 0;
    let sum = 0;
    dimensions.forEach(({ first, last }, d) => {
      let have = 0;
      let points = 0;
      for (let j = first; j < last; j += 1) {
        const y = matrix[i * indicators + j] ?? Number.NaN;
        if (Number.isNaN(y)) continue;
        have += 1;
        points += y;
      }
      if (have === 0) return;
      const share = (weights[d] ?? 0) / total;
      present += (share * have) / (last - first);
      covered += share;
      sum += (share * points) / have;
    });
    if (present <= 0 || present < MIN_WEIGHT - TIE) continue;
    scores[i] = sum / covered;
    order.push(i);
  }
  order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const ranks = new Uint32Array(units);
  let rank = 0;
  let reference = Number.POSITIVE_INFINITY;
  order.forEach((i, k) => {
    const score = scores[i] ?? 0;
    if (reference - score > TIE) {
      rank = k + 1;
      reference = score;
    }
    ranks[i] = rank;
  });
  return ranks;
}
