import type { RouteProblem } from "./problem.ts";
import { TIME_TIE, tourDays, tourKm, tourTime } from "./tour-figures.ts";

/** A stop may not be in a slot; may be on any of its days; may be on some of them. */
export const NEVER = 0;
export const ANY_DAY = 1;
export const SOME_DAYS = 2;

/** A problem with what the search asks of it again and again, worked out once. */
export interface Compiled {
  readonly problem: RouteProblem;
  readonly n: number;
  readonly places: number;
  readonly slots: number;
  /** Days of the timeline. */
  readonly horizon: number;
  readonly time: Float64Array;
  readonly km: Float64Array;
  readonly service: Float64Array;
  readonly gain: Float64Array;
  readonly slotPeriod: Int32Array;
  readonly slotFrom: Int32Array;
  readonly slotLength: Int32Array;
  readonly slotDays: Float64Array;
  readonly slotTours: Float64Array;
  /** NEVER, ANY_DAY or SOME_DAYS for stop i in slot s at i·slots + s. */
  readonly may: Uint8Array;
  /** Days in a row, from day d, over which a visit that begins on it may last; by stop, null = any. */
  readonly runs: readonly (Uint16Array | null)[];
  /** For each slot its frozen days with the gaps around them: 1 = no other tour there; null = none. */
  readonly blocked: readonly (Uint8Array | null)[];
  /** What frozen tours use of each slot. */
  readonly frozenDays: Float64Array;
  readonly frozenTours: Int32Array;
  /** 1 for stops of frozen tours. */
  readonly isFrozen: Uint8Array;
  readonly isRequired: Uint8Array;
  /** Quotas of each stop. */
  readonly quotasOf: readonly (readonly number[])[];
  /** Stops each quota still lacks with the frozen tours alone. */
  readonly quotaNeeds: Int32Array;
  /** Required stops outside frozen tours. */
  readonly requiredNeeds: number;
  /** Points and kilometres of frozen tours. */
  readonly frozenGain: number;
  readonly frozenKm: number;
  /** Time and km of a tour to one stop alone. */
  readonly soloTime: Float64Array;
  readonly soloKm: Float64Array;
  /** Whether a tour takes the same backwards. */
  readonly isReversible: boolean;
}

/** The problem must have passed `checkProblem`. */
export function compile(problem: RouteProblem): Compiled {
  const { stops: n, time, km, service } = problem;
  const places = n + 2;
  const slots = problem.slots.length;
  const horizon = problem.slots.reduce((most, slot) => Math.max(most, slot.to), 0);
  const isFrozen = new Uint8Array(n);
  const frozenDays = new Float64Array(slots);
  const frozenTours = new Int32Array(slots);
  const blocked: (Uint8Array | null)[] = problem.slots.map(() => null);
  let frozenGain = 0;
  let frozenKm = 0;
  for (const tour of problem.frozen) {
    const slot = problem.slots[tour.slot];
    if (slot === undefined) continue;
    const days = tourDays(problem, tourTime(problem, tour.stops));
    frozenDays[tour.slot] = (frozenDays[tour.slot] ?? 0) + days;
    frozenTours[tour.slot] = (frozenTours[tour.slot] ?? 0) + 1;
    frozenKm += tourKm(problem, tour.stops);
    for (const stop of tour.stops) {
      isFrozen[stop] = 1;
      frozenGain += problem.gain[slot.period * n + stop] ?? 0;
    }
    const days01 = blocked[tour.slot] ?? new Uint8Array(slot.to - slot.from);
    blocked[tour.slot] = days01;
    days01.fill(1, Math.max(0, tour.start - slot.from - problem.gap), Math.max(0, tour.start - slot.from + days + problem.gap));
  }
  const runs = problem.windows.map((window) => (window === null ? null : runsOf(window, horizon)));
  const soloTime = new Float64Array(n);
  const soloKm = new Float64Array(n);
  let isReversible = true;
  for (let i = 0; i < n; i += 1) {
    soloTime[i] = (time[i + 2] ?? 0) + (service[i] ?? 0) + (time[places + i + 2] ?? 0);
    soloKm[i] = (km[i + 2] ?? 0) + (km[places + i + 2] ?? 0);
    if (time[i + 2] !== time[places + i + 2]) isReversible = false;
  }
  const quotasOf: number[][] = Array.from({ length: n }, () => []);
  const quotaNeeds = new Int32Array(problem.quotas.length);
  for (const [q, quota] of problem.quotas.entries()) {
    quotaNeeds[q] = quota.least;
    for (const stop of quota.stops) {
      quotasOf[stop]?.push(q);
      if (isFrozen[stop] === 1) quotaNeeds[q] = (quotaNeeds[q] ?? 0) - 1;
    }
  }
  const isRequired = new Uint8Array(n);
  for (const stop of problem.required) isRequired[stop] = 1;
  const compiled: Compiled = {
    problem,
    n,
    places,
    slots,
    horizon,
    time,
    km,
    service,
    gain: problem.gain,
    slotPeriod: Int32Array.from(problem.slots, (slot) => slot.period),
    slotFrom: Int32Array.from(problem.slots, (slot) => slot.from),
    slotLength: Int32Array.from(problem.slots, (slot) => slot.to - slot.from),
    slotDays: Float64Array.from(problem.slots, (slot) => slot.days),
    slotTours: Float64Array.from(problem.slots, (slot) => slot.maxTours),
    may: new Uint8Array(n * slots),
    runs,
    blocked,
    frozenDays,
    frozenTours,
    isFrozen,
    isRequired,
    quotasOf,
    quotaNeeds,
    requiredNeeds: problem.required.filter((stop) => isFrozen[stop] !== 1).length,
    frozenGain,
    frozenKm,
    soloTime,
    soloKm,
    isReversible,
  };
  fillMay(compiled);
  return compiled;
}

/** Length of the run of days from each day over which a visit that begins there may last. */
function runsOf(window: Uint8Array, horizon: number): Uint16Array {
  const runs = new Uint16Array(horizon);
  let row = 0;
  for (let d = horizon - 1; d >= 0; d -= 1) {
    row = (window[d] ?? 0) > 0 ? Math.min(65_535, row + 1) : 0;
    runs[d] = window[d] === 1 ? row : 0;
  }
  return runs;
}

function fillMay(c: Compiled): void {
  const { problem } = c;
  for (let i = 0; i < c.n; i += 1) {
    if (c.isFrozen[i] === 1) continue;
    const days = tourDays(problem, c.soloTime[i] ?? 0);
    if (days > problem.maxTourDays + TIME_TIE) continue;
    const allowed = problem.slotsOf[i] ?? null;
    const window = problem.windows[i] ?? null;
    for (let s = 0; s < c.slots; s += 1) {
      const slot = problem.slots[s];
      if (slot === undefined || slot.maxTours < 1) continue;
      if (allowed !== null && !allowed.includes(s)) continue;
      if (days > Math.min(slot.days, slot.to - slot.from) + TIME_TIE) continue;
      let open = 0;
      if (window !== null) for (let d = slot.from; d < slot.to; d += 1) open += window[d] === 1 ? 1 : 0;
      if (window !== null && open === 0) continue;
      c.may[i * c.slots + s] = window === null || open === slot.to - slot.from ? ANY_DAY : SOME_DAYS;
    }
  }
}
