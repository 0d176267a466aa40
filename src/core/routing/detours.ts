import type { Compiled } from "./compiled.ts";
import type { PlanState } from "./plan-state.ts";

/** What one more stop adds to each row of a plan at its cheapest position, remembered until the row changes. */
export class Detours {
  readonly #c: Compiled;
  readonly #rows: number;
  /** Cheapest time and position of stop u in row r at u·rows + r, true for the row's stamp. */
  readonly #cost: Float64Array;
  readonly #position: Int32Array;
  readonly #stamp: Int32Array;

  constructor(compiled: Compiled, rows: number) {
    this.#c = compiled;
    this.#rows = rows;
    this.#cost = new Float64Array(compiled.n * rows);
    this.#position = new Int32Array(compiled.n * rows);
    this.#stamp = new Int32Array(compiled.n * rows);
  }

  /** Time that a stop adds to a row at its cheapest position. */
  time(state: PlanState, u: number, r: number): number {
    const cell = u * this.#rows + r;
    const stamp = state.stamp[r] ?? 0;
    if (this.#stamp[cell] === stamp) return this.#cost[cell] ?? 0;
    const { time, places } = this.#c;
    const { seq } = state;
    const own = (u + 2) * places;
    const at = r * state.width;
    const length = state.length[r] ?? 0;
    let best = Infinity;
    let position = 0;
    let left = 0;
    let there = time[own] ?? 0;
    for (let k = 0; k <= length; k += 1) {
      const right = k === length ? 1 : (seq[at + k] ?? 0) + 2;
      const on = time[own + right] ?? 0;
      const more = there + on - (time[left * places + right] ?? 0);
      if (more < best) {
        best = more;
        position = k;
      }
      left = right;
      there = on;
    }
    best += this.#c.service[u] ?? 0;
    this.#cost[cell] = best;
    this.#position[cell] = position;
    this.#stamp[cell] = stamp;
    return best;
  }

  /** The time last found, without looking whether the row has changed since. */
  known(u: number, r: number): number {
    return this.#cost[u * this.#rows + r] ?? 0;
  }

  /** The position last found. */
  position(u: number, r: number): number {
    return this.#position[u * this.#rows + r] ?? 0;
  }

  /** Kilometres that the stop adds at that position. */
  km(state: PlanState, u: number, r: number): number {
    const { km, places } = this.#c;
    const k = this.position(u, r);
    const at = r * state.width;
    const left = k === 0 ? 0 : (state.seq[at + k - 1] ?? 0) + 2;
    const right = k === (state.length[r] ?? 0) ? 1 : (state.seq[at + k] ?? 0) + 2;
    const own = (u + 2) * places;
    return (km[own + left] ?? 0) + (km[own + right] ?? 0) - (km[left * places + right] ?? 0);
  }
}
