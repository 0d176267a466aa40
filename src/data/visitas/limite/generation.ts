import type { Highs } from "highs";
import { Master, type Demands, type MasterOptions, type Prices } from "./master.ts";
import type { BoundModel, TourClass } from "./model.ts";
import type { PricedTour, Pricer } from "./pricing.ts";
import { classWorth, timedWorth } from "./slot-bound.ts";

export interface GenerationOptions extends MasterOptions {
  /** Rounds of tours at most. */
  readonly rounds: number;
  /** Enough when the bound is within this share of what the tours at hand reach. */
  readonly tolerance: number;
}

/** Why a generation ended: nothing better to be had, rounds used up, or the tours at hand do not meet the demands. */
export type GenerationEnd = "convergiu" | "rodadas" | "programa";

const TOURS_A_ROUND = 40;
/** Share of the best prices so far in those tried next (Wentges, Int. Trans. Oper. Res. 4(2), 1997). */
const SMOOTHING = 0.6;
/** A round of quick tours that adds less than this share calls for an exact one. */
const SLOW = 1e-4;
/** Points under which a tour improves nothing. */
const NOTHING = 1e-6;

/**
 * Column generation under way: quick tours while they help, exact ones to close the bound. The bound
 * holds at every moment: it is the Lagrangian one, whatever the prices it was worked out at.
 */
export class Generation {
  readonly #bound: BoundModel;
  readonly #master: Master;
  readonly #pricer: Pricer;
  readonly #demands: Demands;
  readonly #options: GenerationOptions;
  readonly #isRequired: Uint8Array;
  #best = Infinity;
  #value = -Infinity;
  #centre: Prices | null = null;
  #isSmooth = true;
  #isExact = false;
  #rounds = 0;
  #end: GenerationEnd | null = null;

  constructor(highs: Highs, bound: BoundModel, pricer: Pricer, demands: Demands, options: GenerationOptions) {
    this.#bound = bound;
    this.#pricer = pricer;
    this.#demands = demands;
    this.#options = options;
    this.#master = new Master(highs, bound, demands, options);
    this.#isRequired = new Uint8Array(bound.problem.stops);
    for (const stop of demands.required) this.#isRequired[stop] = 1;
  }

  /** Nothing that meets the demands is worth more, frozen tours apart. */
  get best(): number {
    return this.#best;
  }

  /** Prices of that bound. */
  get prices(): Prices | null {
    return this.#centre;
  }

  /** What fractions of the tours at hand reach. */
  get value(): number {
    return this.#value;
  }

  get rounds(): number {
    return this.#rounds;
  }

  get columns(): number {
    return this.#master.columns;
  }

  get end(): GenerationEnd | null {
    return this.#end;
  }

  /** Tours to begin with. */
  seed(group: number, tours: readonly PricedTour[]): void {
    this.#master.add(group, tours, null);
  }

  /** Bound and tours at guessed prices. */
  guess(prices: Prices): void {
    this.#price(prices, prices, false);
  }

  /** One round: solve, price, add. False when there is nothing more to do. */
  step(): boolean {
    if (this.#end !== null) return false;
    if (this.#rounds >= this.#options.rounds) return this.#close("rodadas");
    const solution = this.#master.solve();
    if (solution === null) return this.#close("programa");
    this.#rounds += 1;
    const gained = solution.value - this.#value;
    this.#value = solution.value;
    const own = solution.prices;
    const tried = this.#centre === null || !this.#isSmooth ? own : mixed(this.#centre, own);
    const isExact = this.#isExact;
    const isNew = this.#price(tried, own, isExact);
    if (this.#best - this.#value <= this.#options.tolerance * Math.abs(this.#best)) return this.#close("convergiu");
    if (!isExact && gained < SLOW * Math.abs(this.#value)) {
      this.#isExact = true;
      this.#isSmooth = true;
    } else if (isNew) {
      this.#isExact = false;
      this.#isSmooth = true;
    } else if (tried !== own) this.#isSmooth = false;
    else if (isExact) return this.#close("convergiu");
    else {
      this.#isExact = true;
      this.#isSmooth = true;
    }
    return true;
  }

  dispose(): void {
    this.#master.dispose();
  }

  #close(end: GenerationEnd): false {
    this.#end = end;
    return false;
  }

  /** The bound at some prices, and new tours; true when one improves on the programme's own prices. */
  #price(prices: Prices, own: Prices, isExact: boolean): boolean {
    const { problem, classes } = this.#bound;
    const { mayFall } = this.#options;
    let sum = 0;
    const dear = prices.stops.map((price, stop) => {
      const held = this.#isRequired[stop] === 1 ? Math.max(mayFall ? -1 : -Infinity, price) : Math.max(0, price);
      sum += held;
      return held;
    });
    for (const [at, quota] of this.#demands.quotas.entries()) {
      const price = Math.max(mayFall ? -1 : -Infinity, prices.quotas[at] ?? 0);
      sum += price * quota.least;
      for (const stop of quota.stops) dear[stop] = (dear[stop] ?? 0) + price;
    }
    let isNew = false;
    const prize = new Float64Array(problem.stops);
    for (const [at, group] of classes.entries()) {
      for (const stop of group.stops) prize[stop] = (problem.gain[group.period * problem.stops + stop] ?? 0) - (dear[stop] ?? 0);
      const take = (tours: readonly PricedTour[], start: number | null): void => {
        const improves = tours.some((tour) => this.#worth(at, tour, own, start) > NOTHING);
        if (this.#master.add(at, tours, start) > 0 && improves) isNew = true;
      };
      if (this.#options.isTimed) sum += this.#timed(group, prize, take);
      else {
        const priced = this.#pricer.price({ group, prize, perDay: prices.days[at] ?? 0, tours: TOURS_A_ROUND, start: null, isExact });
        sum += classWorth(group, problem.gap, priced.best);
        take(priced.tours, null);
      }
    }
    if (sum < this.#best) {
      this.#best = sum;
      this.#centre = prices;
    }
    return isNew;
  }

  #timed(group: TourClass, prize: Float64Array, take: (tours: readonly PricedTour[], start: number) => void): number {
    const best: Float64Array[] = [];
    for (let start = group.from; start < group.to; start += 1) {
      const maxDays = Math.min(group.maxDays, group.to - start);
      const priced = this.#pricer.price({ group: { ...group, maxDays }, prize, perDay: 0, tours: TOURS_A_ROUND, start, isExact: true });
      best.push(priced.best);
      take(priced.tours, start);
    }
    return timedWorth(group, this.#bound.problem.gap, best);
  }

  /** What a tour is worth above its price in the programme. */
  #worth(at: number, tour: PricedTour, own: Prices, start: number | null): number {
    const { problem, classes } = this.#bound;
    const { period, from } = classes[at] ?? { period: 0, from: 0 };
    let worth = -problem.kmCost * tour.km - tour.days * (own.days[at] ?? 0) - (own.tours[at] ?? 0);
    for (const stop of tour.stops) worth += (problem.gain[period * problem.stops + stop] ?? 0) - (own.stops[stop] ?? 0);
    for (const [quota, { stops }] of this.#demands.quotas.entries()) {
      for (const stop of tour.stops) if (stops.includes(stop)) worth -= own.quotas[quota] ?? 0;
    }
    if (start === null) return worth;
    let cover = classes.slice(0, at).reduce((sum, group) => sum + group.to - group.from, 0) + start - from;
    for (let d = 0; d < tour.days; d += 1, cover += 1) worth -= own.cover[cover] ?? 0;
    return worth;
  }
}

function mixed(centre: Prices, own: Prices): Prices {
  const mix = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, at) => SMOOTHING * value + (1 - SMOOTHING) * (b[at] ?? 0));
  return { stops: mix(centre.stops, own.stops), days: mix(centre.days, own.days), tours: mix(centre.tours, own.tours), quotas: mix(centre.quotas, own.quotas), cover: mix(centre.cover, own.cover) };
}
