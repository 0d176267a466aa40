import type { RouteProblem } from "../../../core/routing/problem.ts";

/**
 * Each stop's nearest ones: a walk of the relaxation may come back to a stop only after leaving
 * its neighbourhood (ng-routes: Baldacci, Mingozzi & Roberti, Operations Research 59(5), 2011).
 */
export interface Neighbourhoods {
  /** Stops of a neighbourhood, itself among them. */
  readonly size: number;
  /** At stop·n + other: the bit of `other` in the stop's memory, 0 when it is not a neighbour. */
  readonly bit: Int32Array;
  /** At (from·n + to)·2^size + memory: the memory after going on from `from` to `to`. */
  readonly next: Uint16Array;
}

const SIZE = 9;
const SIZE_OF_MANY = 4;
const MANY = 160;

export function neighbourhoods(problem: RouteProblem): Neighbourhoods {
  const n = problem.stops;
  const size = Math.min(n, n > MANY ? SIZE_OF_MANY : SIZE);
  const places = n + 2;
  const near: number[][] = [];
  const bit = new Int32Array(n * n);
  for (let stop = 0; stop < n; stop += 1) {
    const row = (stop + 2) * places + 2;
    const others = Array.from({ length: n }, (_, other) => other).filter((other) => other !== stop);
    others.sort((a, b) => (problem.time[row + a] ?? 0) - (problem.time[row + b] ?? 0) || a - b);
    const nearest = [stop, ...others.slice(0, size - 1)];
    near.push(nearest);
    for (const [at, other] of nearest.entries()) bit[stop * n + other] = 1 << at;
  }
  const memories = 1 << size;
  const next = new Uint16Array(n * n * memories);
  const moved = new Int32Array(size);
  for (let from = 0; from < n; from += 1) {
    for (let to = 0; to < n; to += 1) {
      for (let at = 0; at < size; at += 1) moved[at] = bit[to * n + (near[from]?.[at] ?? 0)] ?? 0;
      const base = (from * n + to) * memories;
      const own = bit[to * n + to] ?? 0;
      next[base] = own;
      for (let memory = 1; memory < memories; memory += 1) {
        const low = 31 - Math.clz32(memory & -memory);
        next[base + memory] = (next[base + (memory & (memory - 1))] ?? 0) | (moved[low] ?? 0);
      }
    }
  }
  return { size, bit, next };
}
