import { assemblePlan, type TourDraft } from "../../../src/core/routing/assemble.ts";
import { checkPlan } from "../../../src/core/routing/check-plan.ts";
import type { RoutePlan, RouteProblem } from "../../../src/core/routing/problem.ts";

interface Ordered {
  readonly slot: number;
  readonly stops: readonly number[];
}

/** The best plan of a few stops, by trying everything: who goes, in which tour, in which order, on which days. Without frozen tours. */
export function bestPlan(problem: RouteProblem): RoutePlan {
  let best = assemblePlan(problem, []);
  const visit = (stop: number, tours: readonly Ordered[]): void => {
    if (stop === problem.stops) {
      const plan = isBetter(assemblePlan(problem, tours.map((tour) => ({ ...tour, start: problem.slots[tour.slot]?.from ?? 0, frozen: true }))), best)
        ? feasible(problem, tours)
        : null;
      if (plan !== null) best = plan;
      return;
    }
    visit(stop + 1, tours);
    for (const [k, tour] of tours.entries()) {
      for (let at = 0; at <= tour.stops.length; at += 1) visit(stop + 1, tours.with(k, { ...tour, stops: tour.stops.toSpliced(at, 0, stop) }));
    }
    for (const slot of problem.slots.keys()) visit(stop + 1, [...tours, { slot, stops: [stop] }]);
  };
  visit(0, []);
  return best;
}

export function unmet(plan: RoutePlan): number {
  return plan.missing.length + plan.short.reduce((sum, { by }) => sum + by, 0);
}

function isBetter(plan: RoutePlan, than: RoutePlan): boolean {
  return unmet(plan) < unmet(than) || (unmet(plan) === unmet(than) && plan.objective > than.objective + 1e-9);
}

/** These tours on days that break no rule, or null: in every order, each tour as early as it may. */
function feasible(problem: RouteProblem, tours: readonly Ordered[]): RoutePlan | null {
  const placed: TourDraft[] = [];
  for (const slot of problem.slots.keys()) {
    const own = tours.filter((tour) => tour.slot === slot);
    const found = own.length === 0 ? [] : orders(own).map((order) => inOrder(problem, order)).find((drafts) => drafts !== null);
    if (found === undefined || found === null) return null;
    placed.push(...found);
  }
  const plan = assemblePlan(problem, placed);
  return checkPlan(problem, plan).length === 0 ? plan : null;
}

function inOrder(problem: RouteProblem, tours: readonly Ordered[]): TourDraft[] | null {
  const drafts: TourDraft[] = [];
  let from = problem.slots[tours[0]?.slot ?? 0]?.from ?? 0;
  for (const tour of tours) {
    const to = problem.slots[tour.slot]?.to ?? 0;
    let start = from;
    const alone = (): RoutePlan => assemblePlan(problem, [{ ...tour, start, frozen: false }]);
    while (start < to && checkPlan(problem, alone()).length > 0) start += 1;
    if (start >= to) return null;
    drafts.push({ ...tour, start, frozen: false });
    from = start + (alone().tours[0]?.days ?? 0) + problem.gap;
  }
  return drafts;
}

function orders<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first, k) => orders(items.toSpliced(k, 1)).map((rest) => [first, ...rest]));
}
