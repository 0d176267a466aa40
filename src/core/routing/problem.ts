/**
 * A routing problem: crews leave one base, visit stops in tours and come back, within
 * days. Domain-free and plain, so that a worker can be sent it.
 *
 * Places are numbered: 0 = where tours start, 1 = where they end (the same point for
 * a base), 2 + i = stop i. Times are whole numbers of one unit (the plan of visits
 * uses minutes of a working day), so that sums are exact on every machine.
 */
export interface RouteProblem {
  /** Number of stops, n. */
  readonly stops: number;
  /** Travel time between places, (n + 2)², row-major, symmetric, ≥ 0, finite. */
  readonly time: Float64Array;
  /** Kilometres between places, same shape. */
  readonly km: Float64Array;
  /** Time spent at each stop, ≥ 0. */
  readonly service: Float64Array;
  /** Units of time in a day, > 0. */
  readonly day: number;
  /** True: a tour occupies ceil(time ÷ day) days; false: exactly time ÷ day (published benchmarks). */
  readonly wholeDays: boolean;
  /** Most days of a tour. */
  readonly maxTourDays: number;
  /** A crew in a period. */
  readonly slots: readonly Slot[];
  readonly periods: number;
  /** Days free between two tours of a crew in a slot. */
  readonly gap: number;
  /** Points for visiting stop i in period p at p·n + i, ≥ 0. */
  readonly gain: Float64Array;
  /** Points a kilometre costs. */
  readonly kmCost: number;
  /**
   * For each stop, each day of the timeline: 0 = no part of the visit may fall on it, 1 = the visit
   * may begin on it and last over it, 2 = it may last over it but not begin on it. Null = any day.
   * With windows, `wholeDays` must be true.
   */
  readonly windows: readonly (Uint8Array | null)[];
  /** Number of the week of each day of the timeline, not falling; tours rather lie inside one week. Null = no weeks. */
  readonly weeks: Int32Array | null;
  /** For each stop, the slots it may be in; null = any; empty = never. */
  readonly slotsOf: readonly (readonly number[] | null)[];
  /** Stops that must be in the plan, in ascending order. */
  readonly required: readonly number[];
  /** At least `least` of `stops` must be in the plan. */
  readonly quotas: readonly Quota[];
  /** Tours kept as they are; their stops are in no other tour. */
  readonly frozen: readonly FrozenTour[];
}

/** A crew in a period: the days it may travel, and where they lie in the timeline of working days. */
export interface Slot {
  readonly crew: number;
  readonly period: number;
  /** Most days of all its tours together. */
  readonly days: number;
  /** First and one-past-last position in the timeline. */
  readonly from: number;
  readonly to: number;
  /** Most tours; Infinity for no limit. */
  readonly maxTours: number;
}

export interface Quota {
  readonly id: string;
  readonly stops: readonly number[];
  readonly least: number;
}

export interface FrozenTour {
  readonly slot: number;
  /** In the order of the visits. */
  readonly stops: readonly number[];
  /** Position in the timeline of its first day. */
  readonly start: number;
}

export interface Tour {
  readonly slot: number;
  /** In the order of the visits. */
  readonly stops: readonly number[];
  /** Travel and service, in the problem's unit. */
  readonly time: number;
  readonly km: number;
  /** Days it occupies. */
  readonly days: number;
  /** Position in the timeline of its first day. */
  readonly start: number;
  readonly frozen: boolean;
}

export interface RoutePlan {
  /** By slot, then start. */
  readonly tours: readonly Tour[];
  /** Σ gain − kmCost·Σ km: what is maximised once demands are met. */
  readonly objective: number;
  readonly gain: number;
  readonly km: number;
  /** Required stops without a place in this plan. */
  readonly missing: readonly number[];
  /** Quotas this plan does not reach, and by how many. */
  readonly short: readonly { readonly quota: number; readonly by: number }[];
}
