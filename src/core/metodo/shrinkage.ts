import { prepareCounts } from "./counts.ts";
import type { CountAbsence, Counts, CountsInput } from "./counts.ts";
import type { Posterior } from "./posterior.ts";

/** Counts, and which units share a prior. */
export interface ShrinkageInput extends CountsInput {
  /** Group of each unit (porte); null belongs to no group. */
  readonly groups?: ArrayLike<string | null>;
  /** Units with data that a group needs to have a prior of its own, an integer ≥ 1; default 20. */
  readonly minGroup?: number;
}

/** Whose data a prior comes from. */
export type PriorScope =
  | { readonly kind: "whole" }
  | { readonly kind: "group"; readonly group: string }
  | { readonly kind: "neighbourhood"; readonly unit: number };

/** The part of a prior that does not depend on the distribution. Figures in events per unit of exposure. */
export interface PriorBase {
  readonly scope: PriorScope;
  /** Units with data it was estimated from. */
  readonly units: number;
  /** All events over all exposure of those units. */
  readonly overall: number;
  /** Prior mean, towards which the units are pulled. */
  readonly mean: number;
  /** Prior variance between units; 0 when no difference beyond chance was found. */
  readonly variance: number;
}

/** Shrunk estimates, columns aligned with the input; null where the unit has no figure. Figures in events per unit of exposure. */
export interface Shrinkage<P extends PriorBase> {
  /** events / exposure, as counted. */
  readonly raw: readonly (number | null)[];
  /** Posterior mean: `ownWeight · raw + (1 − ownWeight) · prior mean`. */
  readonly estimate: readonly (number | null)[];
  /** Weight of the unit's own data in its estimate, 0–1. */
  readonly ownWeight: readonly (number | null)[];
  readonly posterior: readonly (Posterior | null)[];
  /** Why a unit has no figure; null when it has one. */
  readonly absence: readonly (CountAbsence | null)[];
  readonly priors: readonly P[];
  /** Position in `priors` of the prior each unit was joined to; null where the unit has no figure. */
  readonly priorOf: readonly (number | null)[];
}

/** One unit joined to its prior. */
export interface Joined {
  readonly ownWeight: number;
  readonly posterior: Posterior;
}

/** Units of some counts that share a prior. */
export interface Sample {
  readonly counts: Counts;
  readonly members: readonly number[];
  readonly scope: PriorScope;
}

/** The parts in which one distribution differs from another. */
export interface ShrinkageModel<P extends PriorBase> {
  readonly kind: "rate" | "proportion";
  fit(sample: Sample): P;
  join(prior: P, events: number, exposure: number): Joined;
  /** False when a group's data cannot tell its variance at all, so that the group takes the prior of the whole. */
  isEstimable(prior: P): boolean;
}

const MIN_GROUP = 20;

/**
 * Estimates one prior for each group that has `minGroup` units with data and one of
 * all units with data for every other unit, and joins each unit to its prior.
 * O(units).
 * @throws RangeError for wrong counts, columns of different lengths, or a `minGroup` that is not an integer ≥ 1
 */
export function shrinkByGroups<P extends PriorBase>(input: ShrinkageInput, model: ShrinkageModel<P>): Shrinkage<P> {
  const counts = prepareCounts(input, model.kind);
  const minGroup = input.minGroup ?? MIN_GROUP;
  if (!(Number.isInteger(minGroup) && minGroup >= 1)) throw new RangeError(`minGroup must be an integer ≥ 1, got ${minGroup}`);
  const groups = input.groups;
  if (groups !== undefined && groups.length !== counts.events.length) {
    throw new RangeError(`${groups.length} groups for ${counts.events.length} units`);
  }
  const priors: P[] = [];
  const priorOf = new Array<number | null>(counts.events.length).fill(null);
  const assign = (prior: P, members: readonly number[]): void => {
    priors.push(prior);
    for (const i of members) priorOf[i] = priors.length - 1;
  };
  const others: number[] = [];
  for (const [group, members] of membersByGroup(counts, groups)) {
    const prior = group === null || members.length < minGroup ? null : model.fit({ counts, members, scope: { kind: "group", group } });
    if (prior !== null && model.isEstimable(prior)) assign(prior, members);
    else others.push(...members);
  }
  if (others.length > 0) assign(model.fit({ counts, members: counts.present, scope: { kind: "whole" } }), others);
  return joinAll(counts, priors, priorOf, model);
}

/** Joins every unit to the prior it was given. */
export function joinAll<P extends PriorBase>(
  counts: Counts,
  priors: readonly P[],
  priorOf: readonly (number | null)[],
  model: Pick<ShrinkageModel<P>, "join">,
): Shrinkage<P> {
  const n = counts.events.length;
  const raw = new Array<number | null>(n).fill(null);
  const estimate = new Array<number | null>(n).fill(null);
  const ownWeight = new Array<number | null>(n).fill(null);
  const posterior = new Array<Posterior | null>(n).fill(null);
  for (const i of counts.present) {
    const prior = priors[priorOf[i] ?? -1];
    if (prior === undefined) throw new RangeError(`unit ${i} has counts and no prior`);
    const events = counts.events[i] ?? Number.NaN;
    const exposure = counts.exposure[i] ?? Number.NaN;
    const joined = model.join(prior, events, exposure);
    const own = events / exposure;
    raw[i] = own;
    ownWeight[i] = joined.ownWeight;
    posterior[i] = joined.posterior;
    estimate[i] = joined.ownWeight * own + (1 - joined.ownWeight) * prior.mean;
  }
  return { raw, estimate, ownWeight, posterior, absence: counts.absence, priors, priorOf };
}

/** Sums that every prior starts from, over the units of a sample (at least one). */
export interface SampleSums {
  readonly units: number;
  /** Σ events / Σ exposure. */
  readonly overall: number;
  readonly meanExposure: number;
  /** Σ n(p − overall)² / Σ n, the variance of the raw figures weighted by exposure. */
  readonly spread: number;
}

export function sampleSums({ counts, members }: Pick<Sample, "counts" | "members">): SampleSums {
  let events = 0;
  let exposure = 0;
  for (const i of members) {
    events += counts.events[i] ?? Number.NaN;
    exposure += counts.exposure[i] ?? Number.NaN;
  }
  const overall = events / exposure;
  let squares = 0;
  for (const i of members) {
    const n = counts.exposure[i] ?? Number.NaN;
    const deviation = (counts.events[i] ?? Number.NaN) / n - overall;
    squares += n * deviation * deviation;
  }
  return { units: members.length, overall, meanExposure: exposure / members.length, spread: squares / exposure };
}

function membersByGroup(counts: Counts, groups: ArrayLike<string | null> | undefined): Map<string | null, number[]> {
  const members = new Map<string | null, number[]>();
  for (const i of counts.present) {
    const group = groups?.[i] ?? null;
    const list = members.get(group);
    if (list === undefined) members.set(group, [i]);
    else list.push(i);
  }
  return members;
}
