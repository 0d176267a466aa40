import { Level } from "./level.ts";
import type { PlanState } from "./plan-state.ts";
import type { RoutePlan, RouteProblem } from "./problem.ts";
import type { RepairRule } from "./repair.ts";
import { Workshop } from "./workshop.ts";

/** Points per day begun, points per time, and between: none is best everywhere. */
const RULES: readonly RepairRule[] = [0.5, 0.1, 0.9].map((dayWeight) => ({ dayWeight, isSquared: false, noise: 0, isRegret: false, isBold: false }));

/**
 * A plan built at once: demanded stops first, then always the stop that gives most points per day
 * it adds, at its cheapest place; the best of three ways to count a day begun. Frozen tours are kept.
 * @throws RangeError as `checkProblem`.
 */
export function greedyPlan(problem: RouteProblem): RoutePlan {
  const workshop = new Workshop(problem);
  return workshop.plan(greedyState(workshop));
}

/** The same, to go on from. */
export function greedyState(workshop: Workshop): PlanState {
  let best = build(workshop, RULES[0]);
  for (const rule of RULES.slice(1)) {
    const other = build(workshop, rule);
    if (isBetter(other, best)) best = other;
  }
  return best;
}

/** Fewer unmet demands, then more points. */
export function isBetter(state: PlanState, than: PlanState): boolean {
  const level = new Level();
  const other = new Level();
  level.of(state);
  other.of(than);
  return level.isAbove(other);
}

function build(workshop: Workshop, rule: RepairRule | undefined): PlanState {
  const state = workshop.empty();
  if (rule === undefined) return state;
  workshop.repair.fill(state, rule, null, null);
  while (workshop.settle(state, true)) workshop.repair.fill(state, rule, null, null);
  return state;
}

/**
 * The plan of someone who walks a list: each stop of `order` goes to the cheapest place where it
 * fits (fewest days more, then least time more, then the lower slot); those that fit nowhere are
 * passed over. Stops outside the list stay out, frozen ones apart.
 * @throws RangeError as `checkProblem`, and for a stop that is not there or is listed twice.
 */
export function rankOrderPlan(problem: RouteProblem, order: readonly number[]): RoutePlan {
  const workshop = new Workshop(problem);
  const state = workshop.empty();
  const seen = new Set<number>();
  for (const stop of order) {
    if (!Number.isInteger(stop) || stop < 0 || stop >= problem.stops) throw new RangeError(`stop ${stop} is not in 0 … ${problem.stops - 1}`);
    if (seen.has(stop)) throw new RangeError(`stop ${stop} is listed twice`);
    seen.add(stop);
    if (workshop.c.isFrozen[stop] === 1) continue;
    if (workshop.repair.placeCheapest(state, stop)) workshop.settle(state, true);
  }
  return workshop.plan(state);
}
