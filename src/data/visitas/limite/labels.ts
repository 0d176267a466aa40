import type { RouteProblem } from "../../../core/routing/problem.ts";
import type { BoundModel } from "./model.ts";
import type { Neighbourhoods } from "./neighbours.ts";

/** What a search for tours is given. Stops are local: places in `stops`. */
export interface LabelSearch {
  /** Stops of the problem. */
  readonly stops: Int32Array;
  readonly prize: Float64Array;
  readonly maxDays: number;
  /** Points a day must bring for a tour to be looked for. */
  readonly perDay: number;
  /** First day in the timeline, when windows are to be kept; crews may then wait for them. */
  readonly start: number | null;
  /** False: labels are compared without their memory, so that good tours come soon and the best may be missed. */
  readonly isExact: boolean;
  /** At stop·width + floor(time ÷ step): the most that a label can still win above `perDay` for each day; null = not known. */
  readonly hopes: { readonly step: number; readonly width: number; readonly values: Float64Array } | null;
}

export interface FoundTours {
  /** At d: points of the best tour found of exactly d days; −Infinity when none. */
  readonly best: Float64Array;
  /** Best tours by days and by last stop, stops of the problem in order. */
  readonly tours: readonly (readonly number[])[];
  /** False when labels ran out: there may be better ones. */
  readonly isComplete: boolean;
}

/** Below this a tour's worth is rounding. */
export const LEAST = 1e-9;

/** Labels over (stop, time, memory) forward from the base, with dominance; the arrays are kept from search to search. */
export class Labels {
  readonly #problem: RouteProblem;
  readonly #near: Neighbourhoods;
  readonly #homeward: Float64Array;
  readonly #most: number;
  readonly #stop: Int32Array;
  readonly #time: Float64Array;
  readonly #points: Float64Array;
  readonly #memory: Int32Array;
  readonly #parent: Int32Array;
  readonly #inBucket: Int32Array;
  readonly #atStop: Int32Array;
  readonly #isDead: Uint8Array;

  /** @param most labels of one search */
  constructor({ problem, homeward }: BoundModel, near: Neighbourhoods, most: number) {
    this.#problem = problem;
    this.#homeward = homeward;
    this.#near = near;
    this.#most = most;
    this.#stop = new Int32Array(most);
    this.#time = new Float64Array(most);
    this.#points = new Float64Array(most);
    this.#memory = new Int32Array(most);
    this.#parent = new Int32Array(most);
    this.#inBucket = new Int32Array(most);
    this.#atStop = new Int32Array(most);
    this.#isDead = new Uint8Array(most);
  }

  search(search: LabelSearch): FoundTours {
    const { stops, maxDays, perDay, start, isExact, hopes } = search;
    const { day } = this.#problem;
    const m = stops.length;
    const limit = maxDays * day;
    const { leg, points, isNear, follow, homeTime, homePoints, own } = this.#tables(search);
    const { next } = this.#near;
    const homeward = this.#homeward;
    const labelStop = this.#stop;
    const labelTime = this.#time;
    const labelPoints = this.#points;
    const labelMemory = this.#memory;
    const parent = this.#parent;
    const inBucket = this.#inBucket;
    const atStop = this.#atStop;
    const isDead = this.#isDead;
    const best = new Float64Array(maxDays + 1).fill(-Infinity);
    const dayLabel = new Int32Array(maxDays + 1).fill(-1);
    const stopWorth = new Float64Array(m).fill(LEAST);
    const stopLabel = new Int32Array(m).fill(-1);
    const buckets = new Int32Array(Math.floor(limit) + 1).fill(-1);
    const heads = new Int32Array(m).fill(-1);
    let count = 0;
    let isComplete = true;
    let bucket = 0;
    // The first to go on from is no label but the base, row m of the tables.
    let label = -1;
    while (isComplete) {
      const from = label < 0 ? m : (labelStop[label] ?? 0);
      const time = label < 0 ? 0 : (labelTime[label] ?? 0);
      const value = label < 0 ? 0 : (labelPoints[label] ?? 0);
      const memory = label < 0 ? 0 : (labelMemory[label] ?? 0);
      const row = from * m;
      for (let k = 0; k < m; k += 1) {
        if (((isNear[row + k] ?? 0) & memory) !== 0 || k === from) continue;
        const soon = time + (leg[row + k] ?? 0);
        const then = start === null ? soon : this.#soonest(stops[k] ?? 0, start, soon, limit);
        const whole = then + (homeTime[k] ?? 0);
        if (then + (homeward[stops[k] ?? 0] ?? 0) > limit) continue;
        const worth = value + (points[row + k] ?? 0);
        if (hopes !== null && worth + (hopes.values[k * hopes.width + Math.floor(then / hopes.step)] ?? 0) <= LEAST) continue;
        const held = label < 0 ? (own[k] ?? 0) : (next[(follow[row + k] ?? 0) + memory] ?? 0);
        // By falling points: those before may rule the new one out, those after may be ruled out by it.
        let before = -1;
        let at = heads[k] ?? -1;
        let isRuledOut = false;
        while (at >= 0 && (labelPoints[at] ?? 0) >= worth) {
          const known = labelTime[at] ?? 0;
          if (known <= then && (!isExact || ((labelMemory[at] ?? 0) & held) === labelMemory[at])) {
            isRuledOut = true;
            break;
          }
          before = at;
          at = atStop[at] ?? -1;
        }
        if (isRuledOut) continue;
        if (count >= this.#most) {
          isComplete = false;
          break;
        }
        const made = count;
        count += 1;
        if (before < 0) heads[k] = made;
        else atStop[before] = made;
        atStop[made] = at;
        let last = made;
        while (at >= 0) {
          const known = labelTime[at] ?? 0;
          const after = atStop[at] ?? -1;
          if (known >= then && (!isExact || ((labelMemory[at] ?? 0) & held) === held)) {
            isDead[at] = 1;
            atStop[last] = after;
          } else last = at;
          at = after;
        }
        labelStop[made] = k;
        labelTime[made] = then;
        labelPoints[made] = worth;
        labelMemory[made] = held;
        parent[made] = label;
        isDead[made] = 0;
        const into = Math.floor(then);
        inBucket[made] = buckets[into] ?? -1;
        buckets[into] = made;
        if (whole > limit) continue;
        const days = Math.max(1, Math.ceil(whole / day));
        const home = worth - (homePoints[k] ?? 0);
        if (home > (best[days] ?? 0)) {
          best[days] = home;
          dayLabel[days] = made;
        }
        if (home - perDay * days > (stopWorth[k] ?? 0)) {
          stopWorth[k] = home - perDay * days;
          stopLabel[k] = made;
        }
      }
      // The next label by time that was not ruled out since it was made.
      do {
        while (bucket < buckets.length && (buckets[bucket] ?? -1) < 0) bucket += 1;
        label = buckets[bucket] ?? -1;
        if (label >= 0) buckets[bucket] = inBucket[label] ?? -1;
      } while (label >= 0 && isDead[label] === 1);
      if (label < 0) break;
    }
    const lasts = new Set([...dayLabel, ...stopLabel].filter((last) => last >= 0));
    return { best, tours: [...lasts].map((last) => this.#walk(stops, last)), isComplete };
  }

  #tables(search: LabelSearch): {
    leg: Float64Array;
    points: Float64Array;
    isNear: Int32Array;
    follow: Int32Array;
    homeTime: Float64Array;
    homePoints: Float64Array;
    own: Int32Array;
  } {
    const { stops, prize } = search;
    const { time, km, service, kmCost, stops: n } = this.#problem;
    const { size, bit } = this.#near;
    const places = n + 2;
    const m = stops.length;
    const leg = new Float64Array((m + 1) * m);
    const points = new Float64Array((m + 1) * m);
    const isNear = new Int32Array((m + 1) * m);
    const follow = new Int32Array((m + 1) * m);
    const homeTime = new Float64Array(m);
    const homePoints = new Float64Array(m);
    const own = new Int32Array(m);
    for (let k = 0; k < m; k += 1) {
      const to = stops[k] ?? 0;
      homeTime[k] = time[(to + 2) * places + 1] ?? 0;
      homePoints[k] = kmCost * (km[(to + 2) * places + 1] ?? 0);
      own[k] = bit[to * n + to] ?? 0;
      for (let j = 0; j <= m; j += 1) {
        const from = j === m ? -2 : (stops[j] ?? 0);
        const at = (from + 2) * places + to + 2;
        leg[j * m + k] = (time[at] ?? 0) + (service[to] ?? 0);
        points[j * m + k] = (prize[k] ?? 0) - kmCost * (km[at] ?? 0);
        if (j === m) continue;
        isNear[j * m + k] = bit[from * n + to] ?? 0;
        follow[j * m + k] = (from * n + to) << size;
      }
    }
    return { leg, points, isNear, follow, homeTime, homePoints, own };
  }

  /**
   * When a visit that could end at `end`, after the first day began, ends at the soonest that its windows allow, waiting
   * for the morning of another day if need be; Infinity when they never do. Crews of the problem do not wait; that
   * they may here makes up for visits of no points that would only pass the time.
   */
  #soonest(stop: number, start: number, end: number, limit: number): number {
    const window = this.#problem.windows[stop];
    if (!window) return end;
    const { day } = this.#problem;
    const service = this.#problem.service[stop] ?? 0;
    for (let begin = end - service; begin <= limit; begin = (Math.floor(begin / day) + 1) * day) {
      const first = start + Math.floor(begin / day);
      const last = start + Math.ceil((begin + service) / day) - 1;
      let isOpen = window[first] === 1;
      for (let at = first + 1; at <= last; at += 1) if ((window[at] ?? 0) === 0) isOpen = false;
      if (isOpen) return begin + service;
    }
    return Infinity;
  }

  #walk(stops: Int32Array, last: number): readonly number[] {
    const order: number[] = [];
    for (let at = last; at >= 0; at = this.#parent[at] ?? -1) order.push(stops[this.#stop[at] ?? 0] ?? 0);
    return order.reverse();
  }
}
