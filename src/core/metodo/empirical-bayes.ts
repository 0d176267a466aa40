import { prepareCounts } from "./counts.ts";
import type { Counts } from "./counts.ts";
import { claytonKaldorPrior, joinGamma, marshallPrior, momentPrior } from "./gamma-prior.ts";
import type { GammaPrior } from "./gamma-prior.ts";
import { joinAll, sampleSums, shrinkByGroups } from "./shrinkage.ts";
import type { Sample, Shrinkage, ShrinkageInput } from "./shrinkage.ts";

export type { GammaFallback, GammaPrior } from "./gamma-prior.ts";

export interface EmpiricalBayesInput extends ShrinkageInput {
  /** How the gamma prior is estimated. Default "clayton-kaldor", with Marshall as its fall-back; with `neighbours` only "marshall" exists and is the default. */
  readonly method?: "marshall" | "clayton-kaldor";
  /** Neighbours of each unit by position (from 0, the unit itself left out): each unit gets the prior of its own neighbourhood, itself included. Not together with `groups`. */
  readonly neighbours?: readonly (readonly number[])[];
  /** With `neighbours`, from what the raw rates around a unit deviate: the mean of that unit's neighbourhood (true, as GeoDa does), or each rate's own neighbourhood mean (false, the default of spdep's EBlocal). */
  readonly geoda?: boolean;
  /** Clayton–Kaldor: relative change at which the iteration stops; default 1e-5, DCluster's, which leaves estimates within some 0.3 % of where the iteration is heading. */
  readonly tolerance?: number;
  /** Clayton–Kaldor: updates after which it has not converged; default 200. */
  readonly maxIterations?: number;
}

/**
 * Shrinks rates towards what units like them have in common: Poisson events with
 * gamma rates. The fewer people are exposed, the more a rate is pulled.
 *
 * Priors by Clayton & Kaldor (Biometrics 43(3), 1987) or Marshall (Applied
 * Statistics 40(2), 1991), see `claytonKaldorPrior` and `marshallPrior`; the local
 * form is Marshall's over each unit's neighbourhood. Marshall's estimator
 * `m + a/(a + m/n)·(p − m)` is the posterior mean under a gamma prior of mean m and
 * variance a, so that every method has a posterior to draw from.
 *
 * Figures are in events per unit of exposure. A missing count or an exposure of 0
 * gives null, never the prior mean.
 * @throws RangeError for wrong counts (see `countProblem`), columns of different
 * lengths, neighbour lists that do not fit, or options that exclude each other
 */
export function empiricalBayes(input: EmpiricalBayesInput): Shrinkage<GammaPrior> {
  const method = input.method ?? (input.neighbours === undefined ? "clayton-kaldor" : "marshall");
  const tolerance = input.tolerance ?? 1e-5;
  const maxIterations = input.maxIterations ?? 200;
  if (!(Number.isFinite(tolerance) && tolerance > 0)) throw new RangeError(`tolerance must be a number > 0, got ${tolerance}`);
  if (!(Number.isInteger(maxIterations) && maxIterations >= 1)) throw new RangeError(`maxIterations must be an integer ≥ 1, got ${maxIterations}`);
  if (input.neighbours !== undefined) {
    if (method !== "marshall") throw new RangeError(`neighbourhood priors exist for the method "marshall" only, got "${method}"`);
    if (input.groups !== undefined) throw new RangeError("a unit's prior comes from its group or from its neighbours, not from both");
    return localMarshall(prepareCounts(input, "rate"), input.neighbours, input.geoda ?? false);
  }
  if (input.geoda !== undefined) throw new RangeError("the option geoda needs neighbours");
  return shrinkByGroups(input, {
    kind: "rate",
    fit: (sample) => (method === "marshall" ? marshallPrior(sample) : claytonKaldorPrior(sample, tolerance, maxIterations)),
    join: joinGamma,
    isEstimable: () => true,
  });
}

function localMarshall(counts: Counts, neighbours: readonly (readonly number[])[], geoda: boolean): Shrinkage<GammaPrior> {
  const n = counts.events.length;
  if (neighbours.length !== n) throw new RangeError(`${neighbours.length} neighbour lists for ${n} units`);
  neighbours.forEach((list, i) => checkNeighbours(list, i, n));
  const samples = counts.present.map(
    (unit): Sample => ({
      counts,
      members: [unit, ...(neighbours[unit] ?? []).filter((j) => counts.absence[j] === null)],
      scope: { kind: "neighbourhood", unit },
    }),
  );
  const sums = samples.map((sample) => sampleSums(sample));
  const ownSquares = new Float64Array(n).fill(Number.NaN);
  counts.present.forEach((unit, k) => {
    const exposure = counts.exposure[unit] ?? Number.NaN;
    const deviation = (counts.events[unit] ?? Number.NaN) / exposure - (sums[k]?.overall ?? Number.NaN);
    ownSquares[unit] = exposure * deviation * deviation;
  });

  const priorOf = new Array<number | null>(n).fill(null);
  const priors = samples.map((sample, k) => {
    const { overall, meanExposure, spread, units } = sums[k] ?? sampleSums(sample);
    const exposure = meanExposure * units;
    const around = geoda ? spread : sample.members.reduce((sum, j) => sum + (ownSquares[j] ?? Number.NaN), 0) / exposure;
    priorOf[counts.present[k] ?? -1] = k;
    return momentPrior(sample, overall, around - overall / meanExposure, units === 1 ? ["no-neighbours"] : []);
  });
  return joinAll(counts, priors, priorOf, { join: joinGamma });
}

function checkNeighbours(list: readonly number[], unit: number, n: number): void {
  const seen = new Set<number>();
  for (const j of list) {
    if (!(Number.isInteger(j) && j >= 0 && j < n)) throw new RangeError(`neighbour ${j} of unit ${unit} is not a position from 0 to ${n - 1}`);
    if (j === unit) throw new RangeError(`unit ${unit} is listed as its own neighbour`);
    if (seen.has(j)) throw new RangeError(`neighbour ${j} is listed twice for unit ${unit}`);
    seen.add(j);
  }
}
