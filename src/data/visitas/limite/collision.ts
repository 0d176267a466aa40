import type { Highs } from "highs";
import type { RouteProblem } from "../../../core/routing/problem.ts";
import { singles } from "./bound.ts";
import { Generation } from "./generation.ts";
import type { Demands } from "./master.ts";
import { boundModel, type BoundModel } from "./model.ts";
import { Pricer } from "./pricing.ts";

/** A rule without which demands would no longer be shown to collide. */
export type RegraEmColisao =
  /** Days of the teams in each quarter. */
  | "dias"
  /** Days of a tour. */
  | "viagem"
  /** Days on which a stop may be visited: waits, forbidden months, fixed dates. */
  | "janelas"
  /** Teams and quarters a stop is tied to. */
  | "lugares"
  /** Tours kept as they are. */
  | "travadas";

/** Demands of a problem that no plan meets together, each of them needed for that. */
export interface Colisao {
  /** Required stops, ascending. */
  readonly exigidos: readonly number[];
  /** Places in the problem's `quotas`, ascending. */
  readonly cotas: readonly number[];
  /** Rules that take part; none when the demands collide by themselves (a quota above its stops). */
  readonly regras: readonly RegraEmColisao[];
}

export interface CollisionOptions {
  /** Collisions to look for, each of demands that are in none found before. */
  readonly most?: number;
  readonly rounds?: number;
  readonly labels?: number;
}

/** A shortfall under this could be rounding: nothing is said to collide for it. */
const CERTAIN = 1e-5;
const RULES: readonly RegraEmColisao[] = ["dias", "viagem", "janelas", "lugares", "travadas"];
/** Stops with windows above which days are not told apart: it would take too long. */
const MOST_TIMED = 60;

interface Asked {
  readonly required: readonly number[];
  /** Places in `problem.quotas`. */
  readonly quotas: readonly number[];
}

/**
 * Looks for demands that collide: column generation on what falls short proves it, a deletion filter
 * (Chinneck & Dravnieks, ORSA J. Computing 3(2), 1991) leaves the smallest sets. What it does not find may still
 * be impossible: the relaxation is looser than the problem. Yields between pieces of work; returns what it found.
 * @throws RangeError for a problem without whole days.
 */
export function* collisions(highs: Highs, problem: RouteProblem, options: CollisionOptions = {}): Generator<void, readonly Colisao[]> {
  const most = options.most ?? 3;
  const frozen = new Set(problem.frozen.flatMap((tour) => tour.stops));
  let left: Asked = { required: problem.required.filter((stop) => !frozen.has(stop)), quotas: problem.quotas.map((_, at) => at) };
  const found: Colisao[] = [];
  for (const isTimed of [false, true]) {
    const proof = new Proof(highs, problem, isTimed, options);
    while (found.length < most) {
      const asked = isTimed ? { required: left.required.filter((stop) => hasWindow(problem, stop)), quotas: [] } : left;
      if (asked.required.length + asked.quotas.length === 0 || (isTimed && asked.required.length > MOST_TIMED)) break;
      const certificate = yield* proof.certificate(asked);
      if (certificate === null) break;
      const core = yield* filtered(proof, (yield* proof.certificate(certificate)) === null ? asked : certificate);
      found.push({ exigidos: core.required, cotas: core.quotas, regras: yield* rulesOf(highs, problem, core, isTimed, options) });
      left = without(left, core);
    }
  }
  return found;
}

/** Shows that demands cannot be met together, on one relaxation of the problem. */
class Proof {
  readonly #highs: Highs;
  readonly #model: BoundModel;
  readonly #pricer: Pricer;
  readonly #isTimed: boolean;
  readonly #rounds: number;

  constructor(highs: Highs, problem: RouteProblem, isTimed: boolean, options: CollisionOptions) {
    this.#highs = highs;
    this.#model = boundModel({ ...problem, kmCost: 0, gain: new Float64Array(problem.gain.length) });
    this.#pricer = new Pricer(this.#model, options.labels ?? 100_000);
    this.#isTimed = isTimed;
    this.#rounds = options.rounds ?? 60;
  }

  /** The demands the proof rests on; null without one. */
  *certificate(asked: Asked): Generator<void, Asked | null> {
    const { problem, classes, isFrozen } = this.#model;
    const quotas = asked.quotas.flatMap((at) => {
      const quota = problem.quotas[at];
      if (!quota) return [];
      const stops = quota.stops.filter((stop) => isFrozen[stop] === 0);
      const least = quota.least - (quota.stops.length - stops.length);
      return least > 0 ? [{ at, stops, least }] : [];
    });
    const demands: Demands = { required: asked.required, quotas };
    const generation = new Generation(this.#highs, this.#model, this.#pricer, demands, {
      rounds: this.#rounds,
      tolerance: 1e-9,
      mayFall: true,
      isTimed: this.#isTimed,
    });
    try {
      const wanted = new Set([...asked.required, ...quotas.flatMap((quota) => quota.stops)]);
      if (!this.#isTimed) {
        for (const [at, group] of classes.entries()) generation.seed(at, singles(problem, group.stops.filter((stop) => wanted.has(stop)), group.maxDays));
      }
      for (let isOn = true; isOn && generation.best >= -CERTAIN; ) {
        isOn = generation.step() && generation.value < -CERTAIN;
        yield;
      }
      const { prices } = generation;
      if (generation.best >= -CERTAIN || prices === null) return null;
      return {
        required: asked.required.filter((stop) => (prices.stops[stop] ?? 0) < -1e-9),
        quotas: quotas.filter((_, at) => (prices.quotas[at] ?? 0) < -1e-9).map((quota) => quota.at),
      };
    } finally {
      generation.dispose();
    }
  }
}

/** Drops demands one by one while those left are still shown to collide. */
function* filtered(proof: Proof, asked: Asked): Generator<void, Asked> {
  let core = asked;
  const demands = [...asked.quotas.map((quota) => ({ required: [], quotas: [quota] })), ...asked.required.map((stop) => ({ required: [stop], quotas: [] }))];
  for (const one of demands) {
    const rest = without(core, one);
    if (rest.required.length + rest.quotas.length === core.required.length + core.quotas.length) continue;
    if (rest.required.length + rest.quotas.length === 0) break;
    const certificate = yield* proof.certificate(rest);
    if (certificate !== null) core = rest;
  }
  return core;
}

/** Rules without which the proof no longer holds, after dropping those it does not need. */
function* rulesOf(highs: Highs, problem: RouteProblem, core: Asked, isTimed: boolean, options: CollisionOptions): Generator<void, readonly RegraEmColisao[]> {
  let base = problem;
  const needed: RegraEmColisao[] = [];
  for (const rule of RULES) {
    const free = withoutRule(base, rule);
    if (free === null) continue;
    const certificate = yield* new Proof(highs, free, isTimed, options).certificate(core);
    if (certificate === null) needed.push(rule);
    else base = free;
  }
  return needed;
}

/** The problem without a rule; null where it has none of that kind. */
function withoutRule(problem: RouteProblem, rule: RegraEmColisao): RouteProblem | null {
  switch (rule) {
    case "dias":
      return { ...problem, slots: problem.slots.map((slot) => ({ ...slot, days: slot.to - slot.from, maxTours: Infinity })) };
    case "viagem":
      return { ...problem, maxTourDays: Math.max(problem.maxTourDays, ...problem.slots.map((slot) => slot.to - slot.from)) };
    case "janelas":
      return problem.windows.every((window) => window === null) ? null : { ...problem, windows: problem.windows.map(() => null) };
    case "lugares":
      return problem.slotsOf.every((slots) => slots === null) ? null : { ...problem, slotsOf: problem.slotsOf.map(() => null) };
    case "travadas":
      return problem.frozen.length === 0 ? null : { ...problem, frozen: [] };
  }
}

function without(asked: Asked, gone: Asked): Asked {
  return {
    required: asked.required.filter((stop) => !gone.required.includes(stop)),
    quotas: asked.quotas.filter((quota) => !gone.quotas.includes(quota)),
  };
}

function hasWindow(problem: RouteProblem, stop: number): boolean {
  const allowed = problem.slotsOf[stop];
  const window = problem.windows[stop];
  if (!window) return false;
  return problem.slots.some(({ from, to }, slot) => (!allowed || allowed.includes(slot)) && window.subarray(from, to).some((day) => day !== 1));
}
