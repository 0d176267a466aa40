import { completion, hopesOf, stepFor } from "./completion.ts";
import { Labels } from "./labels.ts";
import { daysOf, kmOf, timeOf, type BoundModel, type TourClass } from "./model.ts";
import { neighbourhoods } from "./neighbours.ts";

/** A tour of the relaxation: a walk that may come back to a stop. */
export interface PricedTour {
  /** In order; a stop may be there more than once. */
  readonly stops: readonly number[];
  readonly days: number;
  readonly km: number;
}

export interface Priced {
  /** At d: at least the points of every tour of d days or fewer; at 0, 0. */
  readonly best: Float64Array;
  /** Tours worth more than `perDay` for each of their days, best first. */
  readonly tours: readonly PricedTour[];
}

export interface PricingRequest {
  readonly group: TourClass;
  /** Of each stop of the problem. */
  readonly prize: Float64Array;
  /** Points a day must bring: tours below it are not looked for. */
  readonly perDay: number;
  /** Most tours to hand back. */
  readonly tours: number;
  /** First day of the tour in the timeline, when windows are to be kept (crews may then wait for them); null = windows not looked at. */
  readonly start: number | null;
  /** False: good tours soon, and a looser bound. */
  readonly isExact: boolean;
}

/** Steps of time in a day for the completion bounds: few for tours soon, many for an exact search. */
const COARSE = 16;
const FINE = 96;

/** Finds the best tours of a class for given prizes. */
export class Pricer {
  readonly #model: BoundModel;
  readonly #labels: Labels;

  /** @param most labels of one search; above them the bound comes from the completion alone */
  constructor(model: BoundModel, most: number) {
    this.#model = model;
    this.#labels = new Labels(model, neighbourhoods(model.problem), most);
  }

  price(request: PricingRequest): Priced {
    const { group, prize, perDay, isExact, start } = request;
    const { problem, detourWin } = this.#model;
    const { maxDays } = group;
    const best = Float64Array.from({ length: maxDays + 1 }, (_, d) => perDay * d);
    const stops = Int32Array.from(group.stops.filter((stop) => (prize[stop] ?? 0) + (detourWin[stop] ?? 0) > 0));
    if (stops.length === 0) return { best, tours: [] };
    const prizes = Float64Array.from(stops, (stop) => prize[stop] ?? 0);
    const step = stepFor(problem, stops, maxDays, isExact ? FINE : COARSE);
    const rest = step === null ? null : completion(problem, stops, prizes, maxDays, step);
    const hopes = rest === null ? null : hopesOf(problem, stops.length, maxDays, rest, perDay);
    const found = this.#labels.search({ stops, prize: prizes, maxDays, perDay, start, isExact, hopes });
    const all = prizes.reduce((sum, value) => sum + Math.max(0, value), 0);
    for (let d = 1; d <= maxDays; d += 1) {
      const most = isExact && found.isComplete ? (found.best[d] ?? 0) : Math.min(all, rest?.fromBase[d] ?? Infinity);
      best[d] = Math.max(best[d] ?? 0, most, best[d - 1] ?? 0);
    }
    const worth = (tour: PricedTour): number => {
      const points = tour.stops.reduce((sum, stop) => sum + (prize[stop] ?? 0), 0);
      return points - problem.kmCost * tour.km - perDay * tour.days;
    };
    const tours = found.tours
      .map((order) => ({ stops: order, days: daysOf(problem, timeOf(problem, order)), km: kmOf(problem, order) }))
      .map((tour) => ({ tour, worth: worth(tour) }))
      .filter((priced) => priced.worth > 0)
      .sort((a, b) => b.worth - a.worth)
      .slice(0, request.tours);
    return { best, tours: tours.map((priced) => priced.tour) };
  }
}
