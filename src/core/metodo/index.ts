/**
 * The method as a library: composite indices, small-number rates, spatial
 * association, map classes and rank uncertainty, for any table, tree of weights
 * and aggregation. Everything is pure: no clock, no network, and random numbers
 * only from a seed. Missing is null, arrays are aligned with the units, scores
 * run 0–100 with higher = more need, shares 0–1.
 */
export { checkDomain, composite, prepareTable, scoreTable } from "./composite.ts";
export type { Composite, CompositeInput, CompositeNode, LeafColumn, PreparedTable, PrepareInput } from "./composite.ts";
export { checkTreeWeights, effectiveWeights, flattenTree, treeWeights } from "./tree.ts";
export type { Aggregation, FlatTree, Table, TreeNode } from "./tree.ts";
export { MIN_PRESENT, newRankScratch, newScores, presentWeight, rankScores, scoreFilled, scoreUnits, TIE } from "./kernel.ts";
export type { Prepared, RankScratch, Scores } from "./kernel.ts";
export { goalpostScore, normalise } from "./normalise.ts";
export type { Column, Direction, Normalisation, Scale } from "./normalise.ts";
export { leafPoints, rowPoints, unitPoints } from "./contributions.ts";
export type { UnitPoints } from "./contributions.ts";
export { roundedContributions, roundedTree } from "./rounded.ts";
export { medianUnit, periodChange, pointDifference } from "./compare.ts";
export type { Period, PeriodChange, PointDifference } from "./compare.ts";
export { leaveOneOut } from "./leave-one-out.ts";
export type { LeaveOneOut, LeaveOneOutOptions, LeftOut } from "./leave-one-out.ts";
export { denominate, imputeGroupMean, sampleShape, screenByAvailability, winsoriseBySkew } from "./stages.ts";
export type { Winsorised, WinsoriseLimits } from "./stages.ts";

export { empiricalBayes } from "./empirical-bayes.ts";
export type { EmpiricalBayesInput, GammaFallback, GammaPrior } from "./empirical-bayes.ts";
export { betaBinomial } from "./beta-binomial.ts";
export type { BetaFallback, BetaPrior } from "./beta-binomial.ts";
export type { Shrinkage, ShrinkageInput } from "./shrinkage.ts";
export type { Posterior } from "./posterior.ts";
export { byarCount, exactCount, rateInterval, wilsonInterval } from "./intervals.ts";
export type { Interval, IntervalOptions, RateInterval } from "./intervals.ts";

export { globalMoran } from "./moran.ts";
export type { GlobalMoran, MoranAbsence, MoranInput } from "./moran.ts";
export { localMoran, significantQuadrant } from "./local-moran.ts";
export type { LocalMoran, LocalMoranInput, LocalMoranMissing, LocalMoranValue, Quadrant } from "./local-moran.ts";
export { ebStandardise } from "./eb-standardise.ts";
export type { EbStandardised } from "./eb-standardise.ts";
export { benjaminiHochberg } from "./false-discovery.ts";
export type { Neighbours, WeightStyle } from "./spatial-weights.ts";
export { ckmeansBreaks, classOfValue } from "./breaks.ts";
export type { BreakClass, BreakConvention, Breaks } from "./breaks.ts";

export { seededSource, splitSeed } from "./seeded-random.ts";
export type { Seed, Source } from "./seeded-random.ts";

export { packDraws } from "./draw-data.ts";
export type { DrawData, DrawInput, LeafPosteriors } from "./draw-data.ts";
export { createDraws, rankDraws } from "./draws.ts";
export type { DrawFactors, DrawOptions, Draws, DrawSummary } from "./draws.ts";
export { firmezaOf, likelyClass } from "./rank-spread.ts";
export type { Firmeza, RankSpread } from "./rank-spread.ts";
export { smallestWeightChange } from "./sensitivity.ts";
export type { Sensitivity } from "./sensitivity.ts";
export { compareImported, topChanges } from "./top-changes.ts";
