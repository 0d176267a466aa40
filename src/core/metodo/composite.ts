import { leafPoints } from "./contributions.ts";
import {
  MIN_PRESENT,
  newRankScratch,
  newScores,
  presentWeight,
  rankScores,
  scoreFilled,
  scoreUnits,
  type Prepared,
} from "./kernel.ts";
import { extent, normalise, scaleOf, type Column, type Direction, type Normalisation, type Scale } from "./normalise.ts";
import { checkAggregation, checkTreeWeights, effectiveWeights, flattenTree, type Aggregation, type Table, type TreeNode } from "./tree.ts";

export interface PrepareInput {
  /** Columns that are not in the tree are not used. */
  readonly table: Table;
  readonly tree: TreeNode;
  /** By leaf; a leaf left out has direction 1: a higher figure means more need. */
  readonly directions?: Readonly<Record<string, Direction>>;
  /** One for all leaves, or one for each by its id. */
  readonly normalisation: Normalisation | Readonly<Record<string, Normalisation>>;
}

/** One indicator as it came out of the normalisation. */
export interface LeafColumn {
  readonly id: string;
  readonly direction: Direction;
  readonly normalisation: Normalisation;
  /** Units with a figure; 0 = all missing. */
  readonly present: number;
  /** Least and greatest figure in its own unit; null when all are missing. */
  readonly range: { readonly min: number; readonly max: number } | null;
  /** True when two or more units have a figure and all are equal: the indicator tells nobody apart. */
  readonly constant: boolean;
}

/** A table ready for `scoreUnits`: everything that does not depend on the weights. */
export interface PreparedTable extends Prepared {
  readonly ids: readonly string[];
  readonly columns: readonly LeafColumn[];
  /** Where every normalised figure lies, when all leaves share one scale; null when they do not, and then there are no bounds. */
  readonly scale: Scale | null;
}

export interface CompositeInput extends PrepareInput {
  /** Arithmetic unless said; a node's own comes first. */
  readonly aggregation?: Aggregation;
  /** Least share, 0–1, of the weight of a node's children that must be present for it to have a score: 2/3 unless said. */
  readonly minPresent?: number;
}

export interface CompositeNode {
  readonly id: string;
  /** Null for the root. */
  readonly parent: string | null;
  /** 0 for the root. */
  readonly depth: number;
  readonly isLeaf: boolean;
  /** Product of the shares from the root down; those of the leaves add up to 1. */
  readonly effectiveWeight: number;
}

/** A composite index. Every array is aligned with `units`; null = missing or no score. */
export interface Composite {
  readonly units: readonly string[];
  /** Children before their parent, the root last. */
  readonly nodes: readonly CompositeNode[];
  readonly columns: readonly LeafColumn[];
  /** Score of the root. */
  readonly score: readonly (number | null)[];
  /** 1 = highest score; scores within 1e-9 share the lowest position and the next ones are skipped ("1224"). */
  readonly rank: readonly (number | null)[];
  /** How many units have a score. */
  readonly ranked: number;
  /** Scores by node; those of a leaf are its normalised figures. */
  readonly scores: Readonly<Record<string, Column>>;
  /** Positions by node, as `rank`. */
  readonly ranks: Readonly<Record<string, Column>>;
  /** Share of the effective weight with a figure, 0–1. */
  readonly present: readonly number[];
  /** Score if every missing figure were at the low and at the high end of the scale; also for units without a score. Null where the leaves have no one scale. */
  readonly bounds: readonly ({ readonly min: number; readonly max: number } | null)[];
  /** Points of the score by leaf; a unit's add up to its score. */
  readonly contributions: Readonly<Record<string, Column>>;
  /** What `scoreUnits`, `unitPoints` and the like take. */
  readonly prepared: PreparedTable;
  /** Weights by node, in the order of `nodes`. */
  readonly weights: Float64Array;
  readonly aggregation: Aggregation;
  readonly minPresent: number;
}

/**
 * Lays the tree flat and normalises its columns.
 * @throws RangeError for a leaf without a column, a column of another length, a
 * figure that is not finite, a direction that is not 1 or −1, or goalposts or
 * weights that cannot be used; each names the indicator
 */
export function prepareTable(input: PrepareInput): PreparedTable {
  const { table, directions = {} } = input;
  const tree = flattenTree(input.tree);
  const units = table.units.length;
  const m = tree.leaves.length;
  const y = new Float64Array(units * m);
  const scales: (Scale | null)[] = [];
  const columns = tree.leaves.map((id, j): LeafColumn => {
    const values = own(table.columns, id);
    if (values === undefined) throw new RangeError(`the tree names indicator "${id}", which is not in the table`);
    if (values.length !== units) throw new RangeError(`column "${id}" has ${values.length} figures for ${units} units`);
    for (let i = 0; i < units; i += 1) {
      const x = values[i];
      if (x !== null && !Number.isFinite(x)) {
        throw new RangeError(`figure of "${id}" for unit "${table.units[i]}" must be finite or null, got ${String(x)}`);
      }
    }
    const direction = own(directions, id) ?? 1;
    if (Math.abs(direction) !== 1) throw new RangeError(`direction of "${id}" must be 1 or -1, got ${String(direction)}`);
    const normalisation = isNormalisation(input.normalisation) ? input.normalisation : own(input.normalisation, id);
    if (normalisation === undefined) throw new RangeError(`no normalisation for indicator "${id}"`);
    normaliseNamed(id, values, direction, normalisation).forEach((score, i) => {
      y[i * m + j] = score ?? Number.NaN;
    });
    const present = values.reduce<number>((count, x) => count + (x === null ? 0 : 1), 0);
    const { min, max } = extent(values);
    scales.push(scaleOf(normalisation, present));
    return { id, direction, normalisation, present, range: present > 0 ? { min, max } : null, constant: present > 1 && min === max };
  });
  return { ids: table.units, tree, units, y, columns, scale: commonScale(scales) };
}

/**
 * A composite index in one call: normalise, weigh, aggregate, rank, explain.
 * @throws RangeError as `prepareTable`; also when the weights below a node with
 * weight are all zero, `minPresent` is not within 0–1, or a figure lies where the
 * aggregation has no meaning (below 0 for powers and the geometric mean, above
 * 100 for its complement)
 */
export function composite(input: CompositeInput): Composite {
  const prepared = prepareTable(input);
  return scoreTable(prepared, prepared.tree.weights, input.aggregation, input.minPresent);
}

/**
 * `composite` for a table already prepared, with other weights, aggregation or
 * least presence.
 * @param weights one a node, in the order of `prepared.tree.ids` (see `treeWeights`)
 */
export function scoreTable(
  prepared: PreparedTable,
  weights: Float64Array,
  aggregation: Aggregation = { kind: "arithmetic" },
  minPresent: number = MIN_PRESENT,
): Composite {
  const { tree, units, ids, scale } = prepared;
  checkTreeWeights(tree, weights);
  checkAggregation(aggregation, tree.ids[tree.ids.length - 1] ?? "");
  if (!(minPresent >= 0 && minPresent <= 1)) throw new RangeError(`the least share present must be within 0–1, got ${minPresent}`);
  checkDomain(prepared, ids, aggregation);
  const count = tree.ids.length;
  const m = tree.leaves.length;
  const out = newScores(prepared, { nodes: true });
  scoreUnits(prepared, weights, aggregation, out, minPresent);
  const nodeScores = out.nodes ?? new Float64Array(0);
  const effective = effectiveWeights(tree, weights);

  const scores: Record<string, Column> = {};
  const ranks: Record<string, Column> = {};
  const scratch = newRankScratch(units);
  const positions = new Uint32Array(units);
  let ranked = 0;
  tree.ids.forEach((id, k) => {
    const column = Float64Array.from(ids, (_, i) => nodeScores[i * count + k] ?? Number.NaN);
    ranked = rankScores(column, positions, scratch);
    define(scores, id, Array.from(column, orNull));
    define(ranks, id, Array.from(positions, (position) => (position === 0 ? null : position)));
  });
  const points = leafPoints(prepared, weights, aggregation, nodeScores);
  const contributions: Record<string, Column> = {};
  tree.leaves.forEach((id, j) => {
    define(contributions, id, ids.map((_, i) => orNull(points[i * m + j] ?? Number.NaN)));
  });
  const low = new Float64Array(units);
  const high = new Float64Array(units);
  if (scale !== null) {
    scoreFilled(prepared, weights, aggregation, scale.lo, low);
    scoreFilled(prepared, weights, aggregation, scale.hi, high);
  }
  const root = tree.ids[count - 1] ?? "";
  return {
    units: ids,
    nodes: tree.ids.map((id, k) => ({
      id,
      parent: tree.ids[tree.parent[k] ?? -1] ?? null,
      depth: tree.depth[k] ?? 0,
      isLeaf: (tree.leafOf[k] ?? -1) >= 0,
      effectiveWeight: effective[k] ?? 0,
    })),
    columns: prepared.columns,
    score: scores[root] ?? [],
    rank: ranks[root] ?? [],
    ranked,
    scores,
    ranks,
    present: Array.from(presentWeight(prepared, effective)),
    bounds: ids.map((_, i) => (scale === null ? null : { min: low[i] ?? 0, max: high[i] ?? 0 })),
    contributions,
    prepared,
    weights,
    aggregation,
    minPresent,
  };
}

/**
 * Refuses figures where the aggregation has no meaning: below 0 for powers and
 * the geometric mean, above 100 for its complement. `scoreUnits` does not check.
 * @throws RangeError naming the indicator, the unit and the figure
 */
export function checkDomain(prepared: Prepared, ids: readonly string[], aggregation: Aggregation): void {
  const { tree, y } = prepared;
  const m = tree.leaves.length;
  for (let j = 0; j < m; j += 1) {
    let least = Number.NEGATIVE_INFINITY;
    let most = Number.POSITIVE_INFINITY;
    for (let k = tree.parent[tree.leafNode[j] ?? 0] ?? -1; k >= 0; k = tree.parent[k] ?? -1) {
      const { kind } = tree.aggregations[k] ?? aggregation;
      if (kind === "complement-geometric") most = 100;
      else if (kind !== "arithmetic") least = 0;
    }
    for (let i = 0; i < ids.length; i += 1) {
      const figure = y[i * m + j] ?? Number.NaN;
      if (figure < least || figure > most) {
        throw new RangeError(
          `normalised figure of "${tree.leaves[j]}" for unit "${ids[i]}" is ${figure}: the aggregation takes ${figure < least ? "none below 0" : "none above 100"}`,
        );
      }
    }
  }
}

function normaliseNamed(id: string, values: Column, direction: Direction, normalisation: Normalisation): (number | null)[] {
  try {
    return normalise(values, direction, normalisation);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new RangeError(`indicator "${id}": ${cause.message}`, { cause });
  }
}

function isNormalisation(value: PrepareInput["normalisation"]): value is Normalisation {
  return typeof value.kind === "string";
}

function commonScale(scales: readonly (Scale | null)[]): Scale | null {
  const [first = null] = scales;
  return first !== null && scales.every((scale) => scale?.lo === first.lo && scale.hi === first.hi) ? first : null;
}

function own<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}

/** Sets an own property even where the id is "__proto__". */
function define(record: Record<string, Column>, id: string, column: Column): void {
  Object.defineProperty(record, id, { value: column, enumerable: true, writable: true, configurable: true });
}

function orNull(x: number): number | null {
  return Number.isNaN(x) ? null : x;
}

