import { seededStream, type Seed } from "../metodo/seeded-random.ts";
import type { RandomStream } from "../metodo/random-stream.ts";
import { DESTROY_WAYS, Destroy } from "./destroy.ts";
import { Exchange } from "./exchange.ts";
import { greedyState, isBetter } from "./greedy.ts";
import { Level } from "./level.ts";
import type { PlanState } from "./plan-state.ts";
import type { RoutePlan, RouteProblem } from "./problem.ts";
import { prune } from "./prune.ts";
import type { RepairRule } from "./repair.ts";
import { Wheel } from "./wheel.ts";
import { Workshop } from "./workshop.ts";

export interface SearchOptions {
  readonly seed: Seed;
  /** Steps, whole number ≥ 0. */
  readonly iterations: number;
  /** A plan to begin with, in this problem's numbers; what it has and this problem forbids is dropped. */
  readonly from?: RoutePlan;
}

/** A search under way: the same problem, seed and steps give the same plan however the steps are cut. */
export interface Search {
  /** Makes up to `n` more steps. */
  step(n: number): void;
  /** Steps made. */
  readonly iteration: number;
  /** Steps to make in all. */
  readonly iterations: number;
  readonly done: boolean;
  /** The best plan so far: never below the greedy one, nor below `from` when that is allowed here. */
  best(): RoutePlan;
}

const rule = (dayWeight: number, isSquared: boolean, noise: number, isRegret: boolean): RepairRule => ({ dayWeight, isSquared, noise, isRegret, isBold: false });
/** A plan from nothing, unlike the last one. */
const START = rule(0.5, false, 0.6, false);
const RULES: readonly RepairRule[] = [
  rule(0.5, false, 0.1, false),
  rule(0.1, false, 0.3, false),
  rule(0.9, false, 0.1, false),
  rule(0.5, true, 0.2, false),
  rule(0.1, true, 0.1, false),
  rule(0.3, false, 0.5, false),
  rule(0.5, false, 0.2, true),
  rule(0.1, false, 0.2, true),
];
const BOLD: RepairRule = { ...rule(0.5, false, 0.3, false), isBold: true };
/**
 * How the steps are spent: a share of them on short cycles, each from another beginning, and the rest on a
 * long one from the best plan. `tolerance` = share of a cycle's best objective that a plan may be below it
 * and still be gone on from, at the beginning of a short cycle and of the long one.
 */
interface Course {
  readonly cycles: number;
  readonly share: number;
  readonly tolerance: { readonly short: number; readonly long: number };
}
/** Measured on made-up years of visits, and on published instances of few long tours, where one beginning leads too often to one end. */
const SHORT_TOURS: Course = { cycles: 4, share: 0.3, tolerance: { short: 0.03, long: 0.01 } };
const LONG_TOURS: Course = { cycles: 12, share: 0.6, tolerance: { short: 0.05, long: 0.05 } };
/** Stops of a tour from which on tours are long. */
const LONG = 8;
/** Most stops taken out in one step: share of those planned, and number. */
const SHARE = 0.5;
const MOST = 40;
const LEAST = 4;
/** Share of the steps in which some of the stops taken out stay out until the others have had their turn. */
const BAN = 0.85;
const NEW_RECORD = 33;
const BETTER = 9;
const ACCEPTED = 4;

/**
 * Adaptive large-neighbourhood search (Ropke & Pisinger, Transportation Science 40(4), 2006), with
 * record-to-record acceptance (Dueck, J. Comput. Phys. 104(1), 1993), from several beginnings.
 * @throws RangeError as `checkProblem`, and for steps that are not a whole number ≥ 0.
 */
export function createSearch(problem: RouteProblem, options: SearchOptions): Search {
  const { iterations } = options;
  if (!Number.isInteger(iterations) || iterations < 0) throw new RangeError(`iterations must be a whole number ≥ 0, got ${iterations}`);
  return new Alns(problem, options);
}

class Alns implements Search {
  readonly iterations: number;
  #iteration = 0;
  readonly #workshop: Workshop;
  readonly #stream: RandomStream;
  readonly #destroy: Destroy;
  readonly #exchange: Exchange;
  readonly #ways = new Wheel(DESTROY_WAYS.length);
  readonly #rules: readonly RepairRule[];
  readonly #ruleWheel: Wheel;
  readonly #skip: Uint8Array;
  readonly #course: Course;
  readonly #best: PlanState;
  readonly #now: PlanState;
  readonly #trial: PlanState;
  readonly #bestLevel = new Level();
  readonly #recordLevel = new Level();
  readonly #nowLevel = new Level();
  readonly #trialLevel = new Level();
  #cycle = 0;
  #cycleFrom = 0;
  #cycleTo: number;

  constructor(problem: RouteProblem, { seed, iterations, from }: SearchOptions) {
    this.iterations = iterations;
    this.#workshop = new Workshop(problem);
    const { c, repair, fitting } = this.#workshop;
    const stamp = (): number => repair.stamp();
    this.#stream = seededStream(seed);
    this.#skip = new Uint8Array(c.n);
    this.#rules = problem.kmCost > 0 ? [...RULES, BOLD] : RULES;
    this.#ruleWheel = new Wheel(this.#rules.length);
    this.#destroy = new Destroy(c, stamp);
    this.#best = this.#beginning(from);
    this.#course = this.#best.planned > LONG * this.#best.stamp.reduce((tours, row) => tours + (row > 0 ? 1 : 0), 0) ? LONG_TOURS : SHORT_TOURS;
    this.#exchange = new Exchange(c, fitting, this.#best.rows, stamp);
    this.#now = this.#workshop.empty();
    this.#trial = this.#workshop.empty();
    this.#now.copyFrom(this.#best);
    for (const level of [this.#bestLevel, this.#nowLevel, this.#recordLevel]) level.of(this.#best);
    this.#cycleTo = this.#endOf(0);
  }

  get iteration(): number {
    return this.#iteration;
  }

  get done(): boolean {
    return this.#iteration >= this.iterations;
  }

  step(n: number): void {
    for (let k = 0; k < n && !this.done; k += 1) {
      while (this.#iteration >= this.#cycleTo) this.#nextCycle();
      this.#try();
      this.#iteration += 1;
    }
  }

  best(): RoutePlan {
    return this.#workshop.plan(this.#best);
  }

  #beginning(from: RoutePlan | undefined): PlanState {
    const greedy = greedyState(this.#workshop);
    if (from === undefined) return greedy;
    const given = this.#workshop.empty();
    this.#workshop.load(given, from);
    return isBetter(greedy, given) ? greedy : given;
  }

  #endOf(cycle: number): number {
    const { cycles, share } = this.#course;
    return cycle >= cycles ? this.iterations : Math.floor((this.iterations * share * (cycle + 1)) / cycles);
  }

  #nextCycle(): void {
    this.#cycle += 1;
    this.#cycleFrom = this.#iteration;
    this.#cycleTo = this.#endOf(this.#cycle);
    if (this.#cycle >= this.#course.cycles) {
      this.#now.copyFrom(this.#best);
    } else {
      this.#now.copyFrom(this.#workshop.empty());
      this.#workshop.repair.fill(this.#now, START, this.#stream, null);
      this.#workshop.settle(this.#now, true);
    }
    this.#nowLevel.of(this.#now);
    this.#recordLevel.copyFrom(this.#nowLevel);
  }

  #try(): void {
    const { repair } = this.#workshop;
    const trial = this.#trial;
    trial.copyFrom(this.#now);
    const way = this.#ways.turn(this.#stream);
    const ruleIndex = this.#ruleWheel.turn(this.#stream);
    const rule = this.#rules[ruleIndex] ?? START;
    const most = Math.min(MOST, Math.max(LEAST, Math.ceil(trial.planned * SHARE)));
    const u = this.#stream.uniform();
    this.#destroy.apply(trial, DESTROY_WAYS[way] ?? "random", 1 + Math.floor(u * u * most), this.#stream);
    this.#workshop.mend(trial, this.#now);
    const isSkipping = this.#stream.uniform() < BAN && this.#ban(trial);
    repair.fill(trial, rule, this.#stream, isSkipping ? this.#skip : null);
    if (this.#workshop.settle(trial, false) || isSkipping) {
      repair.fill(trial, rule, this.#stream, null);
      this.#workshop.settle(trial, false);
    }
    if (rule.isBold && prune(trial, () => repair.stamp())) this.#workshop.mend(trial, this.#now);
    this.#exchange.apply(trial);
    const score = this.#judge();
    this.#ways.reward(way, score);
    this.#ruleWheel.reward(ruleIndex, score);
  }

  /** Marks a share of the stops just taken out, none of them demanded; returns whether there is any. */
  #ban(trial: PlanState): boolean {
    const { c } = this.#workshop;
    const share = this.#stream.uniform();
    let isAny = false;
    for (let u = 0; u < c.n; u += 1) {
      const isOut = (this.#now.rowOf[u] ?? -1) >= 0 && (trial.rowOf[u] ?? -1) < 0;
      const isBanned = isOut && c.isRequired[u] !== 1 && this.#stream.uniform() < share;
      this.#skip[u] = isBanned ? 1 : 0;
      if (isBanned) isAny = true;
    }
    return isAny;
  }

  /** Puts a new best plan's tours in exact order, and fills what that frees. */
  #finish(): void {
    while (this.#workshop.settle(this.#trial, true)) this.#workshop.repair.fill(this.#trial, RULES[0] ?? START, null, null);
    this.#trialLevel.of(this.#trial);
  }

  /** Goes on from the trial or not; returns what the ways that made it have earned. */
  #judge(): number {
    const level = this.#trialLevel;
    level.of(this.#trial);
    if (level.isAbove(this.#bestLevel)) {
      this.#finish();
      this.#best.copyFrom(this.#trial);
      this.#bestLevel.copyFrom(level);
    }
    const isRecord = level.isAbove(this.#recordLevel);
    const isBetter = level.isAbove(this.#nowLevel);
    if (isRecord) this.#recordLevel.copyFrom(level);
    const { cycles, tolerance } = this.#course;
    const left = (this.#cycleTo - this.#iteration) / (this.#cycleTo - this.#cycleFrom);
    if (!isBetter && !level.isWithin((this.#cycle < cycles ? tolerance.short : tolerance.long) * left, this.#recordLevel, this.#nowLevel)) return 0;
    const isSame = !isBetter && !this.#nowLevel.isAbove(level);
    this.#now.copyFrom(this.#trial);
    this.#nowLevel.copyFrom(level);
    if (isRecord) return NEW_RECORD;
    if (isBetter) return BETTER;
    return isSame ? 0 : ACCEPTED;
  }
}
