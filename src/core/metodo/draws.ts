import { checkLowerLimits } from "./breaks.ts";
import { packDraws } from "./draw-data.ts";
import type { DrawData, DrawInput } from "./draw-data.ts";
import { figureDraws } from "./figure-draws.ts";
import type { FigureDraws } from "./figure-draws.ts";
import { MIN_PRESENT, newRankScratch, newScores, rankScores, scoreUnits } from "./kernel.ts";
import type { Prepared } from "./kernel.ts";
import { methodDraws, VARIANTS } from "./method-draws.ts";
import type { MethodFactors } from "./method-draws.ts";
import { rankLog } from "./rank-spread.ts";
import type { RankLog, RankSpread } from "./rank-spread.ts";
import type { Seed } from "./seeded-random.ts";
import { checkAggregation, checkTreeWeights } from "./tree.ts";
import type { Aggregation } from "./tree.ts";

/** What is drawn; all of it unless switched off. Posteriors and missing are statistical noise, the others choice of method. */
export interface DrawFactors extends MethodFactors {
  readonly posteriors: boolean;
  readonly missing: boolean;
}

export interface DrawOptions {
  readonly seed: Seed;
  /** Places on the list, ≥ 1. */
  readonly topK: number;
  /** 2,000 unless said. */
  readonly draws?: number;
  /** One a node; the tree's own unless said. */
  readonly weights?: Float64Array;
  /** Of the ranking itself; arithmetic unless said. */
  readonly aggregation?: Aggregation;
  /** Drawn among, each as likely; arithmetic, power 2 and complement-geometric unless said. */
  readonly variants?: readonly Aggregation[];
  readonly minPresent?: number;
  /** Coefficient of variation c of the weights; 0.3 unless said. */
  readonly concentration?: number;
  readonly factors?: Partial<DrawFactors>;
  /** Also rank each draw with statistical noise alone and with choice of method alone; true unless said. */
  readonly apart?: boolean;
  /** Lower limits of the map's classes, to know how sure each unit's class is. */
  readonly lowerLimits?: readonly number[];
}

export interface DrawSummary {
  /** Draws made so far, and wanted. */
  readonly drawn: number;
  readonly draws: number;
  readonly topK: number;
  /** All factors together. */
  readonly all: RankSpread;
  /** Posteriors and missing figures alone, under the weights, aggregation and indicators chosen; null when not asked for. */
  readonly statistical: RankSpread | null;
  /** Weights, aggregation and leave-out alone, on the figures as they are; null when not asked for. */
  readonly method: RankSpread | null;
}

/** Draws under way. Stop calling `step` to cancel. */
export interface Draws {
  readonly draws: number;
  readonly drawn: number;
  readonly done: boolean;
  /** Makes up to `n` more draws. The result does not depend on how the steps are cut. */
  readonly step: (n: number) => void;
  /** Of the draws made so far; O(units × draws). */
  readonly summary: () => DrawSummary;
}

/**
 * How solid a ranking is: the units are ranked again in each of many seeded draws over what is not
 * known or could have been chosen otherwise (Saisana, Saltelli & Tarantola, JRSS A 168(2), 2005).
 * Who has enough present to be heard is judged once, by the weights chosen: a unit without a score in
 * the ranking itself has none in any draw, and one with a score lacks it only in draws that leave
 * out all it has. Each factor has its own stream of random numbers, so that switching one off, or
 * moving a weight, leaves the draws of the others alone.
 * @throws RangeError for weights, limits or counts that cannot be (the sentence names which), a
 * variation of the weights that is too large (see `methodDraws`), or figures outside 0–100 where
 * a variant needs them inside
 */
export function createDraws(data: DrawData, options: DrawOptions): Draws {
  const { prepared } = data;
  const { units, tree } = prepared;
  const {
    seed, topK, draws = 2_000, weights = tree.weights, aggregation = { kind: "arithmetic" }, variants = VARIANTS,
    minPresent = MIN_PRESENT, concentration = 0.3, apart = true, lowerLimits = null,
  } = options;
  const factors: DrawFactors = { posteriors: true, missing: true, weights: true, aggregation: true, leaveOut: true, ...options.factors };
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`draws must be a whole number ≥ 1, got ${draws}`);
  if (!Number.isInteger(topK) || topK < 1) throw new RangeError(`the places on the list must be a whole number ≥ 1, got ${topK}`);
  if (!(minPresent >= 0 && minPresent <= 1)) throw new RangeError(`the least share present must be within 0–1, got ${minPresent}`);
  if (lowerLimits !== null) checkLowerLimits(lowerLimits);
  checkTreeWeights(tree, weights);
  checkVariants(prepared, factors.aggregation ? variants : [aggregation]);

  const chosen = Float64Array.from(weights);
  const out = newScores(prepared, { nodes: false });
  scoreUnits(prepared, chosen, aggregation, out, minPresent);
  const hasScore = Uint8Array.from(out.total, (score) => (Number.isNaN(score) ? 0 : 1));
  const hearing = { weights: chosen, minPresent, recipients: hasScore };
  const figures = figureDraws(data, seed, hearing, factors);
  const asTheyAre = figureDraws(data, seed, hearing, { posteriors: false, missing: false });
  asTheyAre.next();
  const nextMethod = methodDraws(tree, { weights: chosen, aggregation, variants, concentration }, seed, factors);
  const scratch = newRankScratch(units);
  const ranks = new Uint32Array(units);
  const newLog = (): RankLog => rankLog(units, draws, topK, lowerLimits);
  const logs = { all: newLog(), statistical: apart ? newLog() : null, method: apart ? newLog() : null };
  const rank = (log: RankLog, { y }: FigureDraws, w: Float64Array, how: Aggregation): void => {
    scoreUnits({ tree, units, y }, w, how, out, 0);
    for (let i = 0; i < units; i += 1) if (hasScore[i] === 0) out.total[i] = NaN;
    rankScores(out.total, ranks, scratch);
    // The classes were cut on scores aggregated as chosen: another mean stands on another scale.
    log.add(ranks, how === aggregation || sameAggregation(how, aggregation) ? out.total : null);
  };
  let drawn = 0;
  return {
    draws,
    get drawn() {
      return drawn;
    },
    get done() {
      return drawn >= draws;
    },
    step: (n) => {
      for (const end = Math.min(draws, drawn + n); drawn < end; drawn += 1) {
        figures.next();
        const method = nextMethod();
        rank(logs.all, figures, method.weights, method.aggregation);
        if (logs.statistical !== null) rank(logs.statistical, figures, chosen, aggregation);
        if (logs.method !== null) rank(logs.method, asTheyAre, method.weights, method.aggregation);
      }
    },
    summary: () => ({
      drawn,
      draws,
      topK,
      all: logs.all.spread(),
      statistical: logs.statistical?.spread() ?? null,
      method: logs.method?.spread() ?? null,
    }),
  };
}

/**
 * `createDraws` from start to end in one call.
 * @throws as `packDraws` and `createDraws`
 */
export function rankDraws(input: DrawInput, options: DrawOptions): DrawSummary {
  const draws = createDraws(packDraws(input), options);
  draws.step(draws.draws);
  return draws.summary();
}

function sameAggregation(a: Aggregation, b: Aggregation): boolean {
  if (a.kind === "power" && b.kind === "power") return a.p === b.p;
  if (a.kind === "complement-geometric" && b.kind === "complement-geometric") return (a.floor ?? 0) === (b.floor ?? 0);
  return a.kind === b.kind;
}

function checkVariants(prepared: Prepared, variants: readonly Aggregation[]): void {
  if (variants.length === 0) throw new RangeError("no aggregation to draw among");
  for (const variant of variants) checkAggregation(variant, "a variant");
  const bounded = variants.find(({ kind }) => kind !== "arithmetic");
  if (bounded === undefined) return;
  const outside = prepared.y.findIndex((value) => value < 0 || value > 100);
  if (outside < 0) return;
  const m = prepared.tree.leaves.length;
  throw new RangeError(
    `normalised figure of "${prepared.tree.leaves[outside % m]}" in unit ${Math.floor(outside / m)} is ${prepared.y[outside]}: outside 0–100 only the arithmetic mean can be drawn`,
  );
}
