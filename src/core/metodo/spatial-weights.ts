/**
 * Positions of the neighbours of each unit, aligned with the units; an empty list is
 * an island. A neighbour is not repeated and nobody neighbours itself. The relation
 * need not be symmetric.
 */
export type Neighbours = readonly (readonly number[])[];

/** `row`: the weights of a unit's neighbours add up to 1 (the lag is their mean); `binary`: each is 1 (the lag is their sum). */
export type WeightStyle = "row" | "binary";

/** Neighbour lists laid flat: the neighbours of unit i are `index[start[i] … start[i + 1] − 1]`, increasing. */
export interface SpatialWeights {
  readonly units: number;
  readonly style: WeightStyle;
  readonly start: Int32Array;
  readonly index: Int32Array;
  /** Weight of each neighbour of unit i (all have the same); 0 for an island. */
  readonly each: Float64Array;
}

/**
 * Lays neighbour lists flat and gives them weights.
 * @param present which units take part; the others are neither units nor neighbours, and
 * weights are shared among what is left. All when absent.
 * @throws RangeError for a position outside the list, a unit that neighbours itself, or a repeated neighbour.
 */
export function spatialWeights(
  neighbours: Neighbours,
  style: WeightStyle = "row",
  present: (unit: number) => boolean = () => true,
): SpatialWeights {
  const units = neighbours.length;
  const start = new Int32Array(units + 1);
  const each = new Float64Array(units);
  const index: number[] = [];
  neighbours.forEach((list, i) => {
    const sorted = [...list].sort((a, b) => a - b);
    sorted.forEach((j, position) => {
      if (!Number.isInteger(j) || j < 0 || j >= units) throw new RangeError(`unit ${i} has neighbour ${j}, outside 0 … ${units - 1}`);
      if (j === i) throw new RangeError(`unit ${i} is listed as its own neighbour`);
      if (position > 0 && j === sorted[position - 1]) throw new RangeError(`unit ${i} lists neighbour ${j} twice`);
    });
    const kept = present(i) ? sorted.filter((j) => present(j)) : [];
    for (const j of kept) index.push(j);
    start[i + 1] = index.length;
    each[i] = kept.length === 0 ? 0 : style === "row" ? 1 / kept.length : 1;
  });
  return { units, style, start, index: Int32Array.from(index), each };
}

/** Number of neighbours of a unit. */
export function neighbourCount(weights: SpatialWeights, unit: number): number {
  return (weights.start[unit + 1] ?? 0) - (weights.start[unit] ?? 0);
}

/** Weighted sum of the neighbours' values by unit; 0 for an island. */
export function spatialLag(weights: SpatialWeights, values: Float64Array): Float64Array {
  const out = new Float64Array(weights.units);
  for (let i = 0; i < weights.units; i += 1) {
    const to = weights.start[i + 1] ?? 0;
    let sum = 0;
    for (let e = weights.start[i] ?? 0; e < to; e += 1) sum += values[weights.index[e] ?? 0] ?? 0;
    out[i] = sum * (weights.each[i] ?? 0);
  }
  return out;
}

/**
 * The sums that the moments of Moran's I need (Cliff & Ord 1981, p. 19):
 * `s0 = ΣΣ w`, `s1 = ½ ΣΣ (w_ij + w_ji)²`, `s2 = Σ (w_i· + w_·i)²`.
 */
export function weightSums(weights: SpatialWeights): { readonly s0: number; readonly s1: number; readonly s2: number } {
  const { units, start, index, each } = weights;
  const columnSum = new Float64Array(units);
  let s0 = 0;
  let s1 = 0;
  for (let i = 0; i < units; i += 1) {
    const w = each[i] ?? 0;
    const to = start[i + 1] ?? 0;
    for (let e = start[i] ?? 0; e < to; e += 1) {
      const j = index[e] ?? 0;
      columnSum[j] = (columnSum[j] ?? 0) + w;
      s0 += w;
      // ½(w_ij + w_ji)² over all pairs is w_ij² + w_ij·w_ji over the pairs that are there.
      s1 += w * w + (hasNeighbour(weights, j, i) ? w * (each[j] ?? 0) : 0);
    }
  }
  let s2 = 0;
  for (let i = 0; i < units; i += 1) s2 += ((each[i] ?? 0) * neighbourCount(weights, i) + (columnSum[i] ?? 0)) ** 2;
  return { s0, s1, s2 };
}

function hasNeighbour(weights: SpatialWeights, unit: number, neighbour: number): boolean {
  let low = weights.start[unit] ?? 0;
  let high = (weights.start[unit + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = weights.index[middle] ?? 0;
    if (found === neighbour) return true;
    if (found < neighbour) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
