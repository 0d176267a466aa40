import type { RouteProblem } from "../../../../src/core/routing/problem.ts";
import type { RandomStream } from "../../../../src/core/metodo/random-stream.ts";

/**
 * The best objective of a plan that visits exactly the stops of each mask, −Infinity when none does,
 * by trying every tour on every day of every slot: for seven stops at most, without frozen tours.
 */
export function bestByVisited(problem: RouteProblem): Float64Array {
  const all = 1 << problem.stops;
  let best = new Float64Array(all).fill(-Infinity);
  best[0] = 0;
  for (const slot of problem.slots.keys()) {
    const own = bestOfSlot(problem, slot);
    const next = new Float64Array(all).fill(-Infinity);
    for (let mask = 0; mask < all; mask += 1) {
      for (let sub = mask; ; sub = (sub - 1) & mask) {
        next[mask] = Math.max(next[mask] ?? 0, (best[mask & ~sub] ?? 0) + (own[sub] ?? 0));
        if (sub === 0) break;
      }
    }
    best = next;
  }
  return best;
}

/** Best points of one slot that visits exactly the stops of each mask. */
function bestOfSlot(problem: RouteProblem, slotIndex: number): Float64Array {
  const slot = problem.slots[slotIndex];
  if (!slot) throw new RangeError(`no slot ${slotIndex}`);
  const all = 1 << problem.stops;
  // tours[start][mask][days] = least km
  const tours: Map<number, Map<number, number>>[] = [];
  for (let start = 0; start < slot.to; start += 1) {
    const byMask = new Map<number, Map<number, number>>();
    tours.push(byMask);
    if (start < slot.from) continue;
    const walk = (at: number, mask: number, time: number, km: number): void => {
      for (let stop = 0; stop < problem.stops; stop += 1) {
        if ((mask >> stop) & 1 || problem.slotsOf[stop]?.includes(slotIndex) === false) continue;
        const arrival = time + leg(problem, problem.time, at, stop + 2);
        const end = arrival + (problem.service[stop] ?? 0);
        const window = problem.windows[stop];
        const first = start + Math.floor(arrival / problem.day);
        const last = Math.max(first, start + Math.ceil(end / problem.day) - 1);
        if (window && (window[first] !== 1 || window.subarray(first, last + 1).includes(0))) continue;
        const whole = end + leg(problem, problem.time, stop + 2, 1);
        const days = Math.max(1, Math.ceil(whole / problem.day));
        const far = km + leg(problem, problem.km, at, stop + 2);
        const visited = mask | (1 << stop);
        if (days <= problem.maxTourDays && start + days <= slot.to) {
          const byDays = byMask.get(visited) ?? new Map<number, number>();
          byMask.set(visited, byDays);
          byDays.set(days, Math.min(byDays.get(days) ?? Infinity, far + leg(problem, problem.km, stop + 2, 1)));
        }
        walk(stop + 2, visited, end, far);
      }
    };
    walk(0, 0, 0, 0);
  }
  const out = new Float64Array(all).fill(-Infinity);
  const points = (mask: number): number => {
    let sum = 0;
    for (let stop = 0; stop < problem.stops; stop += 1) if ((mask >> stop) & 1) sum += problem.gain[slot.period * problem.stops + stop] ?? 0;
    return sum;
  };
  const seen = new Map<string, number>();
  const go = (at: number, used: number, count: number, mask: number, value: number): void => {
    const key = `${at} ${used} ${count} ${mask}`;
    if ((seen.get(key) ?? -Infinity) >= value) return;
    seen.set(key, value);
    out[mask] = Math.max(out[mask] ?? 0, value);
    if (at >= slot.to || count >= slot.maxTours) return;
    go(at + 1, used, count, mask, value);
    for (const [visited, byDays] of tours[at] ?? []) {
      if (visited & mask) continue;
      for (const [days, km] of byDays) {
        if (used + days <= slot.days) go(at + days + problem.gap, used + days, count + 1, mask | visited, value + points(visited) - problem.kmCost * km);
      }
    }
  };
  go(slot.from, 0, 0, 0, 0);
  return out;
}

function leg(problem: RouteProblem, table: Float64Array, a: number, b: number): number {
  return table[a * (problem.stops + 2) + b] ?? 0;
}

/** A small problem drawn at random: points on a square, two crews, one or two periods; distances that are no metric now and then. */
export function randomProblem(random: RandomStream, { hasDemands, hasWindows }: { readonly hasDemands: boolean; readonly hasWindows: boolean }): RouteProblem {
  const draw = (from: number, to: number): number => from + Math.floor(random.uniform() * (to - from + 1));
  const stops = draw(3, 6);
  const periods = draw(1, 2);
  const length = draw(5, 8);
  const places = stops + 2;
  const xy = Array.from({ length: places }, () => [draw(0, 100), draw(0, 100)] as const);
  const time = new Float64Array(places * places);
  const km = new Float64Array(places * places);
  for (let a = 0; a < places; a += 1) {
    for (let b = a + 1; b < places; b += 1) {
      const [from, to] = [xy[a === 1 ? 0 : a] ?? [0, 0], xy[b === 1 ? 0 : b] ?? [0, 0]];
      const far = Math.sqrt((from[0] - to[0]) ** 2 + (from[1] - to[1]) ** 2) * (random.uniform() < 0.1 ? 2 : 1);
      const isBase = a === 0 && b === 1;
      for (const at of [a * places + b, b * places + a]) {
        km[at] = isBase ? 0 : Math.round(far * 10) / 10;
        time[at] = isBase ? 0 : Math.round(far);
      }
    }
  }
  for (let other = 2; other < places; other += 1) {
    for (const table of [time, km]) {
      table[places + other] = table[other] ?? 0;
      table[other * places + 1] = table[other * places] ?? 0;
    }
  }
  const slots = Array.from({ length: 2 * periods }, (_, at) => {
    const period = at % periods;
    return { crew: Math.floor(at / periods), period, days: draw(2, 4), from: period * length, to: (period + 1) * length, maxTours: random.uniform() < 0.2 ? 1 : Infinity };
  });
  const some = (share: number): number[] => Array.from({ length: stops }, (_, stop) => stop).filter(() => random.uniform() < share);
  const quotaStops = some(0.6);
  return {
    stops,
    time,
    km,
    service: Float64Array.from({ length: stops }, () => draw(1, 6) * 15),
    day: 60,
    wholeDays: true,
    maxTourDays: draw(2, 4),
    slots,
    periods,
    gap: draw(0, 1),
    gain: Float64Array.from({ length: stops * periods }, () => draw(0, 40)),
    kmCost: 0.02,
    windows: Array.from({ length: stops }, () => (hasWindows && random.uniform() < 0.5 ? Uint8Array.from({ length: periods * length }, () => (random.uniform() < 0.6 ? 0 : 1 + draw(0, 1))) : null)),
    weeks: null,
    slotsOf: Array.from({ length: stops }, () => (random.uniform() < 0.2 ? [draw(0, slots.length - 1)] : null)),
    required: hasDemands ? some(0.4) : [],
    quotas: hasDemands && quotaStops.length > 0 ? [{ id: "q", stops: quotaStops, least: draw(1, quotaStops.length) }] : [],
    frozen: [],
  };
}

/** Whether the stops of a mask meet demands. */
export function meets(problem: RouteProblem, mask: number, required: readonly number[], quotas: readonly { readonly quota: number; readonly least: number }[]): boolean {
  const isIn = (stop: number): boolean => ((mask >> stop) & 1) === 1;
  return required.every(isIn) && quotas.every(({ quota, least }) => (problem.quotas[quota]?.stops.filter(isIn).length ?? 0) >= least);
}
