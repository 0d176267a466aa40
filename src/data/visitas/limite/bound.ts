import type { Highs } from "highs";
import type { RoutePlan, RouteProblem } from "../../../core/routing/problem.ts";
import { Generation } from "./generation.ts";
import type { Demands, Prices } from "./master.ts";
import { boundModel, daysOf, kmOf, timeOf, type BoundModel } from "./model.ts";
import { Pricer, type PricedTour } from "./pricing.ts";

/** How far a plan can be from the best one. */
export interface Limite {
  /** No plan that meets the demands this one meets has a higher objective; null before the first round. */
  readonly limite: number | null;
  /** (limite − objetivo) ÷ limite, ≥ 0; null without a bound, or where it is not above 0. */
  readonly distancia: number | null;
  /** The generation came to its end: this relaxation gives no lower bound worth waiting for. */
  readonly provado: boolean;
  /** Tours looked at. */
  readonly colunas: number;
  readonly rodadas: number;
  /** Why it stopped before its end; null when it did not. The bound holds all the same. */
  readonly motivo: "rodadas" | "interrompido" | "programa" | null;
}

export interface BoundOptions {
  /** Rounds at most; whole number ≥ 1. A count, not a time, so that every machine gives the same bound. */
  readonly rounds?: number;
  readonly tolerance?: number;
  /** Labels of one search at most: above them the bound is looser. */
  readonly labels?: number;
}

export const BOUND_DEFAULTS = { rounds: 80, tolerance: 0.0003, labels: 300_000 } as const;

/** A bound being worked out, round by round. */
export interface Bound {
  /** One round; false when there is nothing more to do. */
  step(): boolean;
  state(): Limite;
  /** Frees what HiGHS holds. */
  dispose(): void;
}

/** Rounding of sums of points, added to a bound so that it stays one. */
const ROUNDING = 1e-9;
/** Shares of a plan's mean points a day that are tried as the price of a day. */
const DAY_PRICES = [0.6, 0.4, 0.25, 0.15];

/**
 * An upper bound of what any plan of the problem can reach, by column generation (Boussier, Feillet &
 * Gendreau, 4OR 5, 2007, for team orienteering) over a relaxation: days of like slots are summed, tours
 * may come back to a far stop, windows count only by slot. Only the demands that `plan` meets are asked
 * for, so that plan and bound speak of the same thing.
 * @throws RangeError for a problem without whole days.
 */
export function createBound(highs: Highs, problem: RouteProblem, plan: RoutePlan, options: BoundOptions = {}): Bound {
  const { rounds, tolerance, labels } = { ...BOUND_DEFAULTS, ...options };
  const model = boundModel(problem);
  const demands = demandsOf(problem, model, plan);
  const generation = new Generation(highs, model, new Pricer(model, labels), demands, { rounds, tolerance, mayFall: false, isTimed: false });
  const tours = seeds(model, plan);
  for (const [at, own] of tours.entries()) generation.seed(at, own);
  for (const [at, group] of model.classes.entries()) generation.seed(at, singles(problem, group.stops, group.maxDays));
  let guesses = tours.every((own) => own.length === 0) ? [] : DAY_PRICES.map((share) => guess(model, tours, demands, share));
  let isCut = true;
  return {
    step() {
      const first = guesses[0];
      if (first) {
        guesses = guesses.slice(1);
        generation.guess(first);
        return true;
      }
      isCut = generation.step();
      return isCut;
    },
    state() {
      const limite = Number.isFinite(generation.best) ? generation.best + ROUNDING * Math.max(1, Math.abs(generation.best)) + model.frozenPoints : null;
      const { end } = generation;
      return {
        limite,
        distancia: limite === null || limite <= 0 ? null : Math.max(0, (limite - plan.objective) / limite),
        provado: end === "convergiu",
        colunas: generation.columns,
        rodadas: generation.rounds,
        motivo: end === "convergiu" ? null : (end ?? "interrompido"),
      };
    },
    dispose() {
      generation.dispose();
    },
  };
}

/** The demands of a problem that a plan meets, frozen stops apart. */
function demandsOf(problem: RouteProblem, { isFrozen }: BoundModel, plan: RoutePlan): Demands {
  const missing = new Set(plan.missing);
  const quotas = problem.quotas.map((quota, at) => {
    const lacks = plan.short.find((short) => short.quota === at)?.by ?? 0;
    const free = quota.stops.filter((stop) => isFrozen[stop] === 0);
    return { stops: free, least: quota.least - lacks - (quota.stops.length - free.length) };
  });
  return { required: problem.required.filter((stop) => isFrozen[stop] === 0 && !missing.has(stop)), quotas: quotas.filter((quota) => quota.least > 0) };
}

/** The plan's own tours by class. */
function seeds(model: BoundModel, plan: RoutePlan): readonly (readonly PricedTour[])[] {
  return model.classes.map((group) => {
    const slots = new Set(group.slots.map((room) => room.slot));
    const own = plan.tours.filter((tour) => !tour.frozen && tour.stops.length > 0 && slots.has(tour.slot));
    return own.map(({ stops, days, km }) => ({ stops, days, km }));
  });
}

/** Each stop in a tour of its own. */
export function singles(problem: RouteProblem, stops: readonly number[], maxDays: number): readonly PricedTour[] {
  return stops.map((stop) => ({ stops: [stop], days: daysOf(problem, timeOf(problem, [stop])), km: kmOf(problem, [stop]) })).filter((tour) => tour.days <= maxDays);
}

/** Prices guessed from a plan: a day is worth a share of what it brings there, a visit what it brings above its days. */
function guess(model: BoundModel, tours: readonly (readonly PricedTour[])[], demands: Demands, share: number): Prices {
  const { problem, classes } = model;
  const days = new Float64Array(classes.length);
  const stops = new Float64Array(problem.stops);
  for (const [at, { period }] of classes.entries()) {
    const gainOf = (stop: number): number => problem.gain[period * problem.stops + stop] ?? 0;
    const own = tours[at] ?? [];
    const all = own.reduce((sum, tour) => sum + tour.days, 0);
    const points = own.reduce((sum, tour) => sum + tour.stops.reduce((gain, stop) => gain + gainOf(stop), 0) - problem.kmCost * tour.km, 0);
    const perDay = all === 0 ? 0 : Math.max(0, (share * points) / all);
    days[at] = perDay;
    for (const tour of own) {
      const time = timeOf(problem, tour.stops);
      for (const stop of tour.stops) {
        const won = (time - timeOf(problem, tour.stops.filter((other) => other !== stop))) / problem.day;
        stops[stop] = Math.max(0, gainOf(stop) - perDay * won);
      }
    }
  }
  return { stops, days, tours: new Float64Array(classes.length), quotas: new Float64Array(demands.quotas.length), cover: new Float64Array(0) };
}
