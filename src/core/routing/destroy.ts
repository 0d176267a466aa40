import type { RandomStream } from "../metodo/random-stream.ts";
import type { Compiled } from "./compiled.ts";
import type { PlanState } from "./plan-state.ts";

/** Ways to take stops out of a plan. */
export const DESTROY_WAYS = ["random", "related", "worst", "tours", "slot", "run", "around"] as const;
export type DestroyWay = (typeof DESTROY_WAYS)[number];

/** Takes stops out of plans of one problem. */
export class Destroy {
  readonly #c: Compiled;
  readonly #list: Int32Array;
  readonly #value: Float64Array;
  /** For each stop asked about, the others from the nearest. */
  readonly #near: (Int32Array | null)[];
  readonly #stamp: () => number;

  constructor(compiled: Compiled, stamp: () => number) {
    this.#c = compiled;
    this.#list = new Int32Array(compiled.n);
    this.#value = new Float64Array(compiled.n);
    this.#near = Array.from({ length: compiled.n }, () => null);
    this.#stamp = stamp;
  }

  /** Takes about `count` stops out; whole tours and slots may be more. */
  apply(state: PlanState, way: DestroyWay, count: number, stream: RandomStream): void {
    if (state.planned === 0) return;
    switch (way) {
      case "random":
        for (let k = 0; k < count && state.planned > 0; k += 1) this.#take(state, this.#anyPlanned(state, stream));
        return;
      case "related":
        this.#related(state, this.#anyPlanned(state, stream), count, stream);
        return;
      case "around":
        this.#related(state, this.#anyWaiting(state, stream), count, stream);
        return;
      case "worst":
        this.#worst(state, count, stream);
        return;
      case "run":
        this.#run(state, count, stream);
        return;
      case "tours":
        for (let taken = 0; taken < count && state.planned > 0; ) taken += this.#dropRow(state, state.rowOf[this.#anyPlanned(state, stream)] ?? 0);
        return;
      case "slot": {
        const slot = state.slot[state.rowOf[this.#anyPlanned(state, stream)] ?? 0] ?? 0;
        for (let r = 0; r < state.top; r += 1) if (state.slot[r] === slot) this.#dropRow(state, r);
        return;
      }
    }
  }

  #take(state: PlanState, stop: number): void {
    state.remove(stop, this.#stamp());
  }

  #dropRow(state: PlanState, row: number): number {
    const length = state.length[row] ?? 0;
    if (length > 0) state.drop(row);
    return length;
  }

  #anyPlanned(state: PlanState, stream: RandomStream): number {
    let count = 0;
    for (let u = 0; u < this.#c.n; u += 1) {
      if ((state.rowOf[u] ?? -1) < 0) continue;
      this.#list[count] = u;
      count += 1;
    }
    return this.#list[Math.floor(stream.uniform() * count)] ?? 0;
  }

  /** A stop without a place, rather a demanded one; a planned one when all have places. */
  #anyWaiting(state: PlanState, stream: RandomStream): number {
    const { n, isFrozen, isRequired, quotasOf } = this.#c;
    let count = 0;
    let isDemandedOnly = false;
    for (let u = 0; u < n; u += 1) {
      if ((state.rowOf[u] ?? -1) >= 0 || isFrozen[u] === 1) continue;
      const isDemanded = isRequired[u] === 1 || (quotasOf[u]?.some((q) => (state.quotaNeeds[q] ?? 0) > 0) ?? false);
      if (isDemandedOnly && !isDemanded) continue;
      if (isDemanded && !isDemandedOnly) {
        isDemandedOnly = true;
        count = 0;
      }
      this.#list[count] = u;
      count += 1;
    }
    return count === 0 ? this.#anyPlanned(state, stream) : (this.#list[Math.floor(stream.uniform() * count)] ?? 0);
  }

  #related(state: PlanState, seed: number, count: number, stream: RandomStream): void {
    const near = this.#nearest(seed);
    let taken = 0;
    if ((state.rowOf[seed] ?? -1) >= 0) {
      this.#take(state, seed);
      taken = 1;
    }
    for (let k = 0; k < near.length && taken < count; k += 1) {
      const stop = near[k] ?? 0;
      if ((state.rowOf[stop] ?? -1) < 0 || stream.uniform() < 0.25) continue;
      this.#take(state, stop);
      taken += 1;
    }
  }

  #nearest(stop: number): Int32Array {
    const known = this.#near[stop] ?? null;
    if (known !== null) return known;
    const { n, time, places } = this.#c;
    const row = (stop + 2) * places + 2;
    const others = Array.from({ length: n }, (_, u) => u).filter((u) => u !== stop);
    const near = Int32Array.from(others.sort((a, b) => (time[row + a] ?? 0) - (time[row + b] ?? 0) || a - b));
    this.#near[stop] = near;
    return near;
  }

  /** Least points for the time they take, with some chance. */
  #worst(state: PlanState, count: number, stream: RandomStream): void {
    const { c } = state;
    for (let r = 0; r < state.top; r += 1) {
      const length = state.length[r] ?? 0;
      const at = r * state.width;
      const period = (c.slotPeriod[state.slot[r] ?? 0] ?? 0) * c.n;
      for (let k = 0; k < length; k += 1) {
        const stop = state.seq[at + k] ?? 0;
        const left = k === 0 ? 0 : (state.seq[at + k - 1] ?? 0) + 2;
        const right = k === length - 1 ? 1 : (state.seq[at + k + 1] ?? 0) + 2;
        const own = (stop + 2) * c.places;
        const saved = (c.time[own + left] ?? 0) + (c.time[own + right] ?? 0) - (c.time[left * c.places + right] ?? 0) + (c.service[stop] ?? 0);
        this.#value[stop] = ((c.gain[period + stop] ?? 0) / (Math.max(0, saved) + 0.01 * c.problem.day)) * (0.6 + 0.8 * stream.uniform());
      }
    }
    for (let taken = 0; taken < count && state.planned > 0; taken += 1) {
      let worst = -1;
      for (let u = 0; u < c.n; u += 1) {
        if ((state.rowOf[u] ?? -1) >= 0 && (worst < 0 || (this.#value[u] ?? 0) < (this.#value[worst] ?? 0))) worst = u;
      }
      this.#take(state, worst);
    }
  }

  /** Stops in a row of one tour, then of another, until there are enough. */
  #run(state: PlanState, count: number, stream: RandomStream): void {
    let left = count;
    while (left > 0 && state.planned > 0) {
      const row = state.rowOf[this.#anyPlanned(state, stream)] ?? 0;
      const length = state.length[row] ?? 0;
      const size = Math.min(left, length, 1 + Math.floor(stream.uniform() * Math.min(left, length)));
      const first = Math.floor(stream.uniform() * (length - size + 1));
      for (let k = 0; k < size; k += 1) this.#take(state, state.seq[row * state.width + first] ?? 0);
      left -= size;
    }
  }
}
