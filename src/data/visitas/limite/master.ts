import type { Highs, Model } from "highs";
import type { BoundModel } from "./model.ts";
import type { PricedTour } from "./pricing.ts";

/** The demands a relaxation is asked to meet, frozen stops apart. */
export interface Demands {
  readonly required: readonly number[];
  readonly quotas: readonly { readonly stops: readonly number[]; readonly least: number }[];
}

/** What a unit of each thing is worth: at an optimum of the tours at hand, or any guess of it. */
export interface Prices {
  /** Of visiting each stop; below 0 where a demand forces it. */
  readonly stops: Float64Array;
  /** Of a day in the field of each class, and of a tour of it. */
  readonly days: Float64Array;
  readonly tours: Float64Array;
  /** Of each quota, ≤ 0. */
  readonly quotas: Float64Array;
  /** Of each day of the timeline of each class, where tours have a first day; else empty. */
  readonly cover: Float64Array;
}

export interface MasterSolution {
  /** Objective of the tours at hand. */
  readonly value: number;
  readonly prices: Prices;
}

export interface MasterOptions {
  /** Whether a demand may fall short, at the cost of one point a unit. */
  readonly mayFall: boolean;
  /** Whether tours have a first day, and each day its crews. */
  readonly isTimed: boolean;
}

/** Where the rows of each kind begin. */
interface Rows {
  readonly days: number;
  readonly tours: number;
  readonly quotas: number;
  readonly cover: number;
  /** By class, the row of the first day of its timeline. */
  readonly coverOf: readonly number[];
  readonly count: number;
}

/** Tours chosen in fractions: the linear programme HiGHS keeps in memory while tours are added. To be disposed of. */
export class Master {
  readonly #bound: BoundModel;
  readonly #model: Model;
  readonly #rows: Rows;
  readonly #quotasOf: readonly (readonly number[])[];
  readonly #seen = new Set<string>();
  readonly #optimal: number;
  readonly #infinity: number;

  constructor(highs: Highs, bound: BoundModel, demands: Demands, options: MasterOptions) {
    this.#bound = bound;
    this.#optimal = highs.constants.modelStatus.optimal;
    this.#infinity = highs.infinity;
    const { stops } = bound.problem;
    const quotasOf: number[][] = Array.from({ length: stops }, () => []);
    for (const [at, quota] of demands.quotas.entries()) for (const stop of quota.stops) quotasOf[stop]?.push(at);
    this.#quotasOf = quotasOf;
    const required = new Set(demands.required);
    const lower: number[] = [];
    const upper: number[] = [];
    const row = (least: number, most: number): void => {
      lower.push(least);
      upper.push(Number.isFinite(most) ? most : highs.infinity);
    };
    for (let stop = 0; stop < stops; stop += 1) row(required.has(stop) ? 1 : -highs.infinity, 1);
    const days = lower.length;
    for (const group of bound.classes) row(-highs.infinity, group.days);
    const tours = lower.length;
    for (const group of bound.classes) row(-highs.infinity, group.tours);
    const quotas = lower.length;
    for (const quota of demands.quotas) row(quota.least, Infinity);
    const cover = lower.length;
    const coverOf: number[] = [];
    for (const group of options.isTimed ? bound.classes : []) {
      coverOf.push(lower.length);
      for (let at = group.from; at < group.to; at += 1) {
        row(-highs.infinity, group.slots.filter((room) => at >= room.from && at < room.to && !room.taken.includes(at)).length);
      }
    }
    this.#rows = { days, tours, quotas, cover, coverOf, count: lower.length };
    this.#model = highs.createModel({
      numCols: 0,
      numRows: lower.length,
      sense: highs.constants.objectiveSense.minimize,
      colCost: [],
      colLower: [],
      colUpper: [],
      rowLower: lower,
      rowUpper: upper,
      matrix: { format: "csc", numRows: lower.length, numCols: 0, starts: [0], indices: [], values: [] },
    });
    this.#model.options.set({ output_flag: false, solver: "simplex", presolve: "off" });
    const fallible = options.mayFall ? [...demands.required, ...demands.quotas.map((_, at) => quotas + at)] : [];
    this.#addColumns(
      fallible.map(() => 1),
      fallible.map((at) => new Map([[at, 1]])),
    );
  }

  /** Tours in the programme. */
  get columns(): number {
    return this.#seen.size;
  }

  /** Adds tours of a class that are not there yet, with their first day where days count; how many were new. */
  add(group: number, tours: readonly PricedTour[], start: number | null): number {
    const { problem, classes } = this.#bound;
    const { period, from } = classes[group] ?? { period: 0, from: 0 };
    const costs: number[] = [];
    const entries: Map<number, number>[] = [];
    for (const tour of tours) {
      const key = `${group} ${start ?? ""} ${tour.stops.join(" ")}`;
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      const rows = new Map([
        [this.#rows.days + group, tour.days],
        [this.#rows.tours + group, 1],
      ]);
      const count = (row: number): void => void rows.set(row, (rows.get(row) ?? 0) + 1);
      let gain = 0;
      for (const stop of tour.stops) {
        gain += problem.gain[period * problem.stops + stop] ?? 0;
        count(stop);
        for (const quota of this.#quotasOf[stop] ?? []) count(this.#rows.quotas + quota);
      }
      if (start !== null) for (let d = 0; d < tour.days; d += 1) count((this.#rows.coverOf[group] ?? 0) + start - from + d);
      costs.push(problem.kmCost * tour.km - gain);
      entries.push(rows);
    }
    this.#addColumns(costs, entries);
    return costs.length;
  }

  /** Null when the tours at hand cannot meet the demands, or HiGHS gives up. */
  solve(): MasterSolution | null {
    if (this.#model.run().modelStatus !== this.#optimal) return null;
    const { rowDual } = this.#model.getSolution();
    const { days, tours, quotas, cover, count } = this.#rows;
    const price = (from: number, to: number, least: number, most: number): Float64Array =>
      rowDual.slice(from, to).map((dual) => Math.min(most, Math.max(least, -dual)));
    return {
      value: -this.#model.getObjectiveValue(),
      prices: {
        stops: price(0, days, -Infinity, Infinity),
        days: price(days, tours, 0, Infinity),
        tours: price(tours, quotas, 0, Infinity),
        quotas: price(quotas, cover, -Infinity, 0),
        cover: price(cover, count, 0, Infinity),
      },
    };
  }

  dispose(): void {
    this.#model.dispose();
  }

  #addColumns(cost: readonly number[], entries: readonly ReadonlyMap<number, number>[]): void {
    if (cost.length === 0) return;
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const rows of entries) {
      for (const [row, value] of [...rows].sort((a, b) => a[0] - b[0])) {
        indices.push(row);
        values.push(value);
      }
      starts.push(indices.length);
    }
    this.#model.addCols({
      cost: Float64Array.from(cost),
      lower: new Float64Array(cost.length),
      upper: new Float64Array(cost.length).fill(this.#infinity),
      matrix: {
        format: "csc",
        numRows: this.#rows.count,
        numCols: cost.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    });
  }
}
