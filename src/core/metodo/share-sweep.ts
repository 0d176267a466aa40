import { newScores, PRESENCE_TOLERANCE, scoreUnits, TIE } from "./kernel.ts";
import type { Prepared } from "./kernel.ts";
import type { Aggregation } from "./tree.ts";

/** A scale on which an aggregation is the weighted arithmetic mean at every node; `back` never turns the order round. */
export interface AggregationScale {
  readonly there: (y: number) => number;
  readonly back: (t: number) => number;
}

/** Stands for an infinite logarithm: with any share above 10⁻⁴ the score is at the end of its scale. */
const ENDLESS = 1e6;

export function aggregationScale(aggregation: Aggregation): AggregationScale {
  switch (aggregation.kind) {
    case "arithmetic":
      return { there: (y) => y, back: (t) => t };
    case "power": {
      const { p } = aggregation;
      return { there: (y) => y ** p, back: (t) => Math.max(0, t) ** (1 / p) };
    }
    case "complement-geometric":
      return { there: (y) => (y >= 100 ? ENDLESS : -Math.log(100 - y)), back: (t) => 100 - Math.exp(-t) };
    case "geometric":
      return { there: (y) => (y <= 0 ? -ENDLESS : Math.log(y)), back: (t) => Math.exp(t) };
  }
}

/** How many units are above one unit as a share goes from 0 to 1. */
export interface SharePlaces {
  /** From 0 to 1, never decreasing; range r lies between `limits[r]` and `limits[r + 1]`. */
  readonly limits: Float64Array;
  /** By range; NaN where the unit itself has no score. */
  readonly above: Float64Array;
}

/** Root score as a function of a share s: `(n0 + n1·s) / (m0 + m1·s)`. */
interface Quotient {
  readonly n0: number;
  readonly n1: number;
  readonly m0: number;
  readonly m1: number;
}

/** Root score while the parent of the moving weight has a score, and while it has not; null = no score. */
interface Course {
  readonly present: Quotient | null;
  readonly absent: Quotient | null;
  /** Where the parent's own presence turns, and whether it is present above or below it. */
  readonly turn: number;
  readonly presentAbove: boolean;
}

/**
 * For a given unit: where it stands as the share of one node among its siblings moves, these keeping
 * their proportions. Every root score is a quotient of linear functions of that share, with a break
 * where the parent gains or loses the least presence, so that two units meet at most twice a piece.
 * @param shares among siblings, from `siblingShares`
 */
export function placesByShare(
  prepared: Prepared,
  shares: Float64Array,
  scale: AggregationScale,
  minPresent: number,
  unit: number,
): (node: number) => SharePlaces {
  const { tree, units } = prepared;
  const count = tree.ids.length;
  const scaled = { tree, units, y: prepared.y.map((y) => (Number.isNaN(y) ? NaN : scale.there(y))) };
  const scores = newScores(scaled, { nodes: true });
  scoreUnits(scaled, shares, { kind: "arithmetic" }, scores, minPresent);
  const nodes = scores.nodes ?? new Float64Array(0);
  const least = minPresent - PRESENCE_TOLERANCE;

  /** Weighted sum and weight of the children of a node that have a score, but one. */
  const others = (i: number, parent: number, but: number): { sum: number; weight: number } => {
    let sum = 0;
    let weight = 0;
    for (let c = tree.childStart[parent] ?? 0; c < (tree.childStart[parent + 1] ?? 0); c += 1) {
      const child = tree.childNodes[c] ?? 0;
      const score = nodes[i * count + child] ?? NaN;
      const share = shares[child] ?? 0;
      if (child === but || share === 0 || Number.isNaN(score)) continue;
      sum += share * score;
      weight += share;
    }
    return { sum, weight };
  };

  /** Root score as `a + b·(score of the node)`; without the node's score, as a alone; null = no score. */
  const rootFrom = (i: number, node: number, has: boolean): { a: number; b: number } | null => {
    let a = 0;
    let b = has ? 1 : 0;
    let present = has;
    for (let child = node, parent = tree.parent[node] ?? -1; parent >= 0; child = parent, parent = tree.parent[parent] ?? -1) {
      const { sum, weight } = others(i, parent, child);
      const share = present ? (shares[child] ?? 0) : 0;
      const total = weight + share;
      if (!(total > 0 && total >= least)) {
        a = 0;
        b = 0;
        present = false;
        continue;
      }
      a = ((share > 0 ? share * a : 0) + sum) / total;
      b = (share * b) / total;
      present = true;
    }
    return present ? { a, b } : null;
  };

  const courseOf = (i: number, k: number, parent: number, rest: number): Course => {
    const x = nodes[i * count + k] ?? NaN;
    const has = !Number.isNaN(x);
    const { sum, weight } = others(i, parent, k);
    const p = sum / rest;
    const q = weight / rest;
    const absent = rootFrom(i, parent, false);
    const root = rootFrom(i, parent, true);
    const numerator = has ? { at: p, slope: x - p } : { at: p, slope: -p };
    const presence = has ? { at: q, slope: 1 - q } : { at: q, slope: -q };
    return {
      present:
        root === null
          ? null
          : {
              n0: root.a * presence.at + root.b * numerator.at,
              n1: root.a * presence.slope + root.b * numerator.slope,
              m0: presence.at,
              m1: presence.slope,
            },
      absent: absent === null ? null : { n0: absent.a, n1: 0, m0: 1, m1: 0 },
      turn: has ? (q >= least ? -1 : (least - q) / (1 - q)) : q > 0 ? 1 - least / q : -1,
      presentAbove: has,
    };
  };

  return (k) => {
    const parent = tree.parent[k] ?? 0;
    const rest = 1 - (shares[k] ?? 0);
    const own = courseOf(unit, k, parent, rest);
    const rises: number[] = [];
    const falls: number[] = [];
    let aboveAtZero = 0;
    for (let i = 0; i < units; i += 1) {
      if (i === unit) continue;
      const other = courseOf(i, k, parent, rest);
      let was = false;
      let start = 0;
      for (const end of meetings(own, other)) {
        if (!(end > start)) continue;
        const middle = (start + end) / 2;
        const is = scale.back(valueAt(other, middle)) - scale.back(valueAt(own, middle)) > TIE;
        if (is !== was) {
          if (start === 0) aboveAtZero += 1;
          else (is ? rises : falls).push(start);
        }
        was = is;
        start = end;
      }
    }
    return sweep(rises, falls, aboveAtZero, own);
  };
}

function pieceAt(course: Course, s: number): Quotient | null {
  return s > course.turn === course.presentAbove ? course.present : course.absent;
}

function valueAt(course: Course, s: number): number {
  const piece = pieceAt(course, s);
  return piece === null ? NaN : (piece.n0 + piece.n1 * s) / (piece.m0 + piece.m1 * s);
}

/** Shares from 0 to 1 at which two courses may change places, in order, 1 the last. */
function meetings(a: Course, b: Course): number[] {
  const turns = [a.turn, b.turn].filter((s) => s > 0 && s < 1).sort((x, y) => x - y);
  const found: number[] = [];
  let start = 0;
  for (const end of [...turns, 1]) {
    const middle = (start + end) / 2;
    const p = pieceAt(a, middle);
    const q = pieceAt(b, middle);
    if (p !== null && q !== null) {
      const roots = quadraticRoots(
        p.n1 * q.m1 - q.n1 * p.m1,
        p.n0 * q.m1 + p.n1 * q.m0 - q.n0 * p.m1 - q.n1 * p.m0,
        p.n0 * q.m0 - q.n0 * p.m0,
      );
      for (const root of roots) if (root > start && root < end) found.push(root);
    }
    found.push(end);
    start = end;
  }
  return found;
}

/** Real roots of a·s² + b·s + c, rising, without the cancellation of the schoolbook formula. */
function quadraticRoots(a: number, b: number, c: number): number[] {
  if (Math.abs(a) <= 1e-14 * (Math.abs(b) + Math.abs(c))) return b === 0 ? [] : [-c / b];
  const discriminant = b * b - 4 * a * c;
  if (discriminant < 0) return [];
  const q = -(b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2;
  const roots = q === 0 ? [0] : [q / a, c / q];
  return roots.sort((x, y) => x - y);
}

function sweep(rises: number[], falls: number[], aboveAtZero: number, own: Course): SharePlaces {
  const up = Float64Array.from(rises).sort();
  const down = Float64Array.from(falls).sort();
  const turn = own.turn > 0 && own.turn < 1 ? [own.turn] : [];
  const limits = Float64Array.from([0, ...up, ...down, ...turn, 1]).sort();
  const above = new Float64Array(limits.length - 1);
  let count = aboveAtZero;
  let u = 0;
  let d = 0;
  for (let r = 0; r < above.length; r += 1) {
    const start = limits[r] ?? 0;
    for (; u < up.length && (up[u] ?? 1) <= start; u += 1) count += 1;
    for (; d < down.length && (down[d] ?? 1) <= start; d += 1) count -= 1;
    above[r] = pieceAt(own, (start + (limits[r + 1] ?? 1)) / 2) === null ? NaN : count;
  }
  return { limits, above };
}
