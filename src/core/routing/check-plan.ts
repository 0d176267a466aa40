import type { RoutePlan, RouteProblem, Tour } from "./problem.ts";

/** A rule that a plan breaks. Unmet demands are no violations when the plan names them. */
export interface Violation {
  readonly rule:
    | "stop-twice"
    | "stop-in-frozen"
    | "tour-days"
    | "slot-days"
    | "slot-tours"
    | "outside-slot"
    | "overlap"
    | "window"
    | "slot-not-allowed"
    | "frozen-changed"
    | "figures"
    | "demand-not-named";
  /** Index in `plan.tours`; null for the whole plan. */
  readonly tour: number | null;
  readonly stop: number | null;
  readonly detail: string;
}

const TIE = 1e-6;

/**
 * Every rule of the problem, one by one and plainly, against a plan: written apart from the search so that each can show the other wrong.
 * Frozen tours are exempt from the days of a tour, from windows, from allowed slots and from ending inside the slot;
 * a slot with nothing but frozen tours is exempt from its days and number of tours.
 * @throws RangeError for a slot or a stop that is not there.
 */
export function checkPlan(problem: RouteProblem, plan: RoutePlan): readonly Violation[] {
  const found: Violation[] = [];
  const say = (rule: Violation["rule"], tour: number | null, stop: number | null, detail: string): void => {
    found.push({ rule, tour, stop, detail });
  };
  for (const [t, tour] of plan.tours.entries()) checkTour(problem, tour, (rule, stop, detail) => say(rule, t, stop, detail));
  checkStops(problem, plan, say);
  for (const s of problem.slots.keys()) checkSlot(problem, plan, s, say);
  checkFrozen(problem, plan, say);
  checkSums(problem, plan, say);
  checkDemands(problem, plan, say);
  return found;
}

type Say = (rule: Violation["rule"], tour: number | null, stop: number | null, detail: string) => void;

function at<T>(list: ArrayLike<T>, index: number, what: string): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`there is no ${what} ${index}`);
  return value;
}

function checkTour(problem: RouteProblem, tour: Tour, say: (rule: Violation["rule"], stop: number | null, detail: string) => void): void {
  const slot = at(problem.slots, tour.slot, "slot");
  const places = problem.stops + 2;
  let time = 0;
  let km = 0;
  let place = 0;
  const visits: { stop: number; from: number; to: number }[] = [];
  for (const stop of tour.stops) {
    const service = at(problem.service, stop, "stop");
    time += at(problem.time, place * places + stop + 2, "time");
    km += at(problem.km, place * places + stop + 2, "distance");
    visits.push({ stop, from: time, to: time + service });
    time += service;
    place = stop + 2;
  }
  time += at(problem.time, place * places + 1, "time");
  km += at(problem.km, place * places + 1, "distance");
  const days = problem.wholeDays ? Math.max(1, Math.ceil(time / problem.day - TIE)) : time / problem.day;
  if (tour.stops.length === 0) say("figures", null, "a tour without a stop");
  if (Math.abs(time - tour.time) > TIE) say("figures", null, `time ${tour.time}, worked out as ${time}`);
  if (Math.abs(km - tour.km) > TIE) say("figures", null, `km ${tour.km}, worked out as ${km}`);
  if (Math.abs(days - tour.days) > TIE) say("figures", null, `days ${tour.days}, worked out as ${days}`);
  if (tour.frozen) return;
  if (days > problem.maxTourDays + TIE) say("tour-days", null, `${days} days, of ${problem.maxTourDays}`);
  if (tour.start < slot.from - TIE || tour.start + days > slot.to + TIE) {
    say("outside-slot", null, `days ${tour.start} to ${tour.start + days}, slot from ${slot.from} to ${slot.to}`);
  }
  for (const { stop, from, to } of visits) {
    const slots = at(problem.slotsOf, stop, "stop");
    if (slots !== null && !slots.includes(tour.slot)) say("slot-not-allowed", stop, `slot ${tour.slot}, allowed ${slots.join(", ")}`);
    const window = at(problem.windows, stop, "stop");
    if (window === null) continue;
    const first = Math.min(days - 1, Math.floor(from / problem.day + TIE));
    const last = Math.max(first, Math.min(days - 1, Math.ceil(to / problem.day - TIE) - 1));
    if (window[tour.start + first] !== 1) say("window", stop, `begins on day ${tour.start + first}`);
    for (let day = first + 1; day <= last; day += 1) {
      if (!((window[tour.start + day] ?? 0) > 0)) say("window", stop, `lasts over day ${tour.start + day}`);
    }
  }
}

function checkStops(problem: RouteProblem, plan: RoutePlan, say: Say): void {
  const frozen = new Set(problem.frozen.flatMap((tour) => tour.stops));
  const seen = new Set<number>();
  for (const [t, tour] of plan.tours.entries()) {
    for (const stop of tour.stops) {
      if (seen.has(stop)) say("stop-twice", t, stop, "visited before");
      seen.add(stop);
      if (!tour.frozen && frozen.has(stop)) say("stop-in-frozen", t, stop, "belongs to a frozen tour");
    }
  }
}

function checkSlot(problem: RouteProblem, plan: RoutePlan, s: number, say: Say): void {
  const slot = at(problem.slots, s, "slot");
  const tours = [...plan.tours.entries()].filter(([, tour]) => tour.slot === s).sort(([, a], [, b]) => a.start - b.start);
  if (tours.every(([, tour]) => tour.frozen)) return;
  const days = tours.reduce((sum, [, tour]) => sum + tour.days, 0);
  if (days > slot.days + TIE) say("slot-days", null, null, `slot ${s}: ${days} days, of ${slot.days}`);
  if (tours.length > slot.maxTours) say("slot-tours", null, null, `slot ${s}: ${tours.length} tours, of ${slot.maxTours}`);
  for (const [k, [t, tour]] of tours.entries()) {
    const before = tours[k - 1]?.[1];
    if (before === undefined || (before.frozen && tour.frozen)) continue;
    if (tour.start < before.start + before.days + problem.gap - TIE) say("overlap", t, null, `begins on day ${tour.start}, the one before ends at ${before.start + before.days}`);
  }
}

function checkFrozen(problem: RouteProblem, plan: RoutePlan, say: Say): void {
  const key = (tour: { slot: number; start: number; stops: readonly number[] }): string => `${tour.slot} ${tour.start} ${tour.stops.join(",")}`;
  const asked = problem.frozen.map(key).sort();
  const kept = plan.tours.filter((tour) => tour.frozen).map(key).sort();
  if (asked.join(";") !== kept.join(";")) say("frozen-changed", null, null, `asked ${asked.join("; ")}, kept ${kept.join("; ")}`);
}

function checkSums(problem: RouteProblem, plan: RoutePlan, say: Say): void {
  let gain = 0;
  let km = 0;
  for (const tour of plan.tours) {
    const period = at(problem.slots, tour.slot, "slot").period;
    for (const stop of tour.stops) gain += at(problem.gain, period * problem.stops + stop, "gain");
    km += tour.km;
  }
  const objective = gain - problem.kmCost * km;
  if (Math.abs(gain - plan.gain) > TIE) say("figures", null, null, `gain ${plan.gain}, worked out as ${gain}`);
  if (Math.abs(km - plan.km) > TIE) say("figures", null, null, `km ${plan.km}, worked out as ${km}`);
  if (Math.abs(objective - plan.objective) > TIE) say("figures", null, null, `objective ${plan.objective}, worked out as ${objective}`);
}

function checkDemands(problem: RouteProblem, plan: RoutePlan, say: Say): void {
  const planned = new Set(plan.tours.flatMap((tour) => tour.stops));
  const missing = problem.required.filter((stop) => !planned.has(stop));
  if (missing.join() !== plan.missing.join()) say("demand-not-named", null, null, `missing ${missing.join()}, named ${plan.missing.join()}`);
  const short = [...problem.quotas.entries()]
    .map(([quota, { stops, least }]) => ({ quota, by: least - stops.filter((stop) => planned.has(stop)).length }))
    .filter(({ by }) => by > 0);
  const text = (list: RoutePlan["short"]): string => list.map(({ quota, by }) => `${quota}:${by}`).join();
  if (text(short) !== text(plan.short)) say("demand-not-named", null, null, `short ${text(short)}, named ${text(plan.short)}`);
}
