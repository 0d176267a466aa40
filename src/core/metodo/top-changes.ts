import { rankScores } from "./kernel.ts";

/** Who crosses the line between two rankings of the same units, by position among the units, in the order given. */
export interface TopChanges {
  readonly enter: readonly number[];
  readonly leave: readonly number[];
  readonly stay: readonly number[];
}

/**
 * Who enters and who leaves the first K from one ranking to another.
 * @param before position by unit, 0 = no score
 * @param after aligned with `before`
 * @throws RangeError for rankings of different lengths, or a K that is not a whole number ≥ 1
 */
export function topChanges(before: ArrayLike<number>, after: ArrayLike<number>, topK: number): TopChanges {
  checkPlaces(topK);
  if (before.length !== after.length) throw new RangeError(`rankings of ${before.length} and ${after.length} units`);
  const enter: number[] = [];
  const leave: number[] = [];
  const stay: number[] = [];
  for (let i = 0; i < before.length; i += 1) {
    const was = isIn(before[i] ?? 0, topK);
    const is = isIn(after[i] ?? 0, topK);
    if (was && is) stay.push(i);
    else if (is) enter.push(i);
    else if (was) leave.push(i);
  }
  return { enter, leave, stay };
}

/** An index of somebody else's beside our ranking. Lists hold positions among the units, in the order given. */
export interface ImportedComparison {
  /** Position by the imported index, 1 = most need, ties share it; 0 where it has no figure. */
  readonly ranks: Uint32Array;
  /** Against the imported index's own first K: who comes in and who goes out by taking ours. */
  readonly top: TopChanges;
  /** On the needy side of the cut, and the same inside and outside our first K. */
  readonly called: readonly number[];
  readonly calledInTop: readonly number[];
  readonly calledOutsideTop: readonly number[];
  /** In our first K though on the other side of the cut. */
  readonly topNotCalled: readonly number[];
  /** Without a figure in the imported index, or without a score in ours: in none of the lists above but `called`. */
  readonly notCompared: readonly number[];
}

export interface ImportedIndex {
  /** 0–1 by unit, null where it has none. */
  readonly values: readonly (number | null)[];
  /** A unit strictly on the needy side of it is called. */
  readonly cut: number;
  /** True when a low figure means need. */
  readonly lowIsNeed: boolean;
}

/**
 * Compares our ranking with an imported index whose method is not ours to recompute.
 * @param ranks ours by unit, 0 = no score
 * @throws RangeError for a figure or cut outside 0–1, lists of different lengths, or a K that is not a whole number ≥ 1
 */
export function compareImported(ranks: ArrayLike<number>, { values, cut, lowIsNeed }: ImportedIndex, topK: number): ImportedComparison {
  checkPlaces(topK);
  if (values.length !== ranks.length) throw new RangeError(`${values.length} imported figures for ${ranks.length} units`);
  if (!(cut >= 0 && cut <= 1)) throw new RangeError(`the cut must be between 0 and 1, got ${cut}`);
  const need = Float64Array.from(values, (value, i) => {
    if (value === null) return NaN;
    if (!(value >= 0 && value <= 1)) throw new RangeError(`imported figure of unit ${i} must be between 0 and 1, got ${value}`);
    return lowIsNeed ? 1 - value : value;
  });
  const theirs = new Uint32Array(need.length);
  rankScores(need, theirs);
  const notCompared = Array.from(need.keys()).filter((i) => theirs[i] === 0 || (ranks[i] ?? 0) === 0);
  const isAside = new Set(notCompared);
  const both = (list: readonly number[]): number[] => list.filter((i) => !isAside.has(i));
  const changes = topChanges(theirs, ranks, topK);
  const called = values.flatMap((value, i) => (value !== null && (lowIsNeed ? value < cut : value > cut) ? [i] : []));
  const isCalled = new Set(called);
  const ourTop = both([...changes.enter, ...changes.stay]).sort((a, b) => a - b);
  return {
    ranks: theirs,
    top: { enter: both(changes.enter), leave: both(changes.leave), stay: both(changes.stay) },
    called,
    calledInTop: ourTop.filter((i) => isCalled.has(i)),
    calledOutsideTop: both(called).filter((i) => !isIn(ranks[i] ?? 0, topK)),
    topNotCalled: ourTop.filter((i) => !isCalled.has(i)),
    notCompared,
  };
}

function isIn(rank: number, topK: number): boolean {
  return rank >= 1 && rank <= topK;
}

function checkPlaces(topK: number): void {
  if (!Number.isInteger(topK) || topK < 1) throw new RangeError(`the places on the list must be a whole number ≥ 1, got ${topK}`);
}
