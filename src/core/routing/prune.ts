import type { PlanState } from "./plan-state.ts";

/**
 * Takes out of a plan the stops, and whole tours, whose road costs more points than they give; none that
 * a demand needs. Windows may not hold afterwards. Returns whether anything left.
 */
export function prune(state: PlanState, stamp: () => number): boolean {
  let isChanged = false;
  for (let r = 0; r < state.top; r += 1) {
    for (let stop = losing(state, r); stop >= 0; stop = losing(state, r)) {
      state.remove(stop, stamp());
      isChanged = true;
    }
    if ((state.length[r] ?? 0) > 0 && isLosingTour(state, r)) {
      state.drop(r);
      isChanged = true;
    }
  }
  return isChanged;
}

/** The stop of a row that loses most, −1 when none does. */
function losing(state: PlanState, row: number): number {
  const { c } = state;
  const length = state.length[row] ?? 0;
  const at = row * state.width;
  let worst = 0;
  let found = -1;
  for (let k = 0; k < length; k += 1) {
    const stop = state.seq[at + k] ?? 0;
    const left = k === 0 ? 0 : (state.seq[at + k - 1] ?? 0) + 2;
    const right = k === length - 1 ? 1 : (state.seq[at + k + 1] ?? 0) + 2;
    const own = (stop + 2) * c.places;
    const km = (c.km[own + left] ?? 0) + (c.km[own + right] ?? 0) - (c.km[left * c.places + right] ?? 0);
    const points = (c.gain[(c.slotPeriod[state.slot[row] ?? 0] ?? 0) * c.n + stop] ?? 0) - c.problem.kmCost * km;
    if (points >= worst || !isSpare(state, stop)) continue;
    worst = points;
    found = stop;
  }
  return found;
}

function isLosingTour(state: PlanState, row: number): boolean {
  const { c } = state;
  const length = state.length[row] ?? 0;
  let points = -c.problem.kmCost * (state.km[row] ?? 0);
  for (let k = 0; k < length; k += 1) {
    const stop = state.seq[row * state.width + k] ?? 0;
    if (!isSpare(state, stop)) return false;
    points += c.gain[(c.slotPeriod[state.slot[row] ?? 0] ?? 0) * c.n + stop] ?? 0;
  }
  return points < 0;
}

/** Whether no demand needs this stop. */
function isSpare(state: PlanState, stop: number): boolean {
  const { c } = state;
  if (c.isRequired[stop] === 1) return false;
  const quotas = c.quotasOf[stop];
  if (quotas === undefined) return true;
  for (const q of quotas) if ((state.quotaNeeds[q] ?? 0) >= 0) return false;
  return true;
}
