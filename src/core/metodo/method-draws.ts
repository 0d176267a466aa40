import { COMPLEMENT_GEOMETRIC } from "./method.ts";
import { dirichletSampler, seededSource, splitSeed } from "./seeded-random.ts";
import type { Seed } from "./seeded-random.ts";
import { effectiveWeights } from "./tree.ts";
import type { Aggregation, FlatTree } from "./tree.ts";

/** The three ways to aggregate need that the draws take in turn, each as likely. */
export const VARIANTS: readonly Aggregation[] = [{ kind: "arithmetic" }, { kind: "power", p: 2 }, COMPLEMENT_GEOMETRIC];

/** What a manager could have chosen otherwise. */
export interface MethodFactors {
  readonly weights: boolean;
  readonly aggregation: boolean;
  readonly leaveOut: boolean;
}

export interface MethodChoice {
  /** Weights before the draws, one a node. */
  readonly weights: Float64Array;
  readonly aggregation: Aggregation;
  readonly variants: readonly Aggregation[];
  /** c: standard deviation of a share over its mean, for a share of the mean size of its siblings. */
  readonly concentration: number;
}

/** One draw of the method. `weights` is written anew by each call. */
export interface MethodDraw {
  readonly weights: Float64Array;
  readonly aggregation: Aggregation;
  /** Node left out; −1 for none. */
  readonly leftOut: number;
}

/**
 * Draws of the method: weights by Dirichlet in each group of siblings, an aggregation among
 * the variants, and one leaf left out or none, each as likely. A factor that is off keeps what
 * was chosen and uses no random number of another factor.
 * @throws as `weightDraws`
 */
export function methodDraws(tree: FlatTree, choice: MethodChoice, seed: Seed, factors: MethodFactors): () => MethodDraw {
  const weights = Float64Array.from(choice.weights);
  const drawWeights = factors.weights ? weightDraws(tree, choice.weights, choice.concentration, seed, weights) : null;
  const aggregationSource = seededSource(splitSeed(seed, "aggregation"));
  const leaveOutSource = seededSource(splitSeed(seed, "leave-out"));
  const effective = effectiveWeights(tree, choice.weights);
  const leaves = tree.leafNode.filter((k) => (effective[k] ?? 0) > 0);
  // Without its only indicator there would be no index.
  const canLeaveOut = factors.leaveOut && leaves.length > 1;
  return () => {
    weights.set(choice.weights);
    drawWeights?.();
    const aggregation = factors.aggregation
      ? (choice.variants[Math.floor(aggregationSource() * choice.variants.length)] ?? choice.aggregation)
      : choice.aggregation;
    const leftOut = canLeaveOut ? (leaves[Math.floor(leaveOutSource() * (leaves.length + 1))] ?? -1) : -1;
    if (leftOut >= 0) weights[leftOut] = 0;
    return { weights, aggregation, leftOut };
  };
}

/**
 * Weights drawn around the ones chosen: in each group of siblings the shares are Dirichlet(A·w), with
 * `A = (1 − w̄)/(w̄c²) − 1` and w̄ the mean share, so that a share of mean size varies by c of itself.
 * Shares of 0 stay 0 and do not count in w̄; a share without siblings stays whole; c = 0 leaves all as they are.
 * @throws RangeError for a c that is negative, not finite, or so large that A ≤ 0 for some group
 */
function weightDraws(tree: FlatTree, chosen: Float64Array, c: number, seed: Seed, out: Float64Array): () => void {
  if (!(c >= 0 && c < Infinity)) throw new RangeError(`the variation of the weights must be finite and ≥ 0, got ${c}`);
  const dirichlet = dirichletSampler(seededSource(splitSeed(seed, "weights")));
  const groups = tree.ids.flatMap((id, k) => {
    const children = tree.childNodes.slice(tree.childStart[k], tree.childStart[k + 1]);
    const weighted = children.filter((child) => (chosen[child] ?? 0) > 0);
    if (weighted.length < 2 || c === 0) return [];
    const meanShare = 1 / weighted.length;
    const a = (1 - meanShare) / (meanShare * c * c) - 1;
    if (!(a > 0)) {
      throw new RangeError(`a variation of ${c} is too large for the ${weighted.length} weights below "${id}": it must be below ${Math.sqrt(weighted.length - 1)}`);
    }
    const total = weighted.reduce((sum, child) => sum + (chosen[child] ?? 0), 0);
    return [{ weighted, parameters: Float64Array.from(weighted, (child) => (a * (chosen[child] ?? 0)) / total), shares: new Float64Array(weighted.length) }];
  });
  return () => {
    for (const { weighted, parameters, shares } of groups) {
      dirichlet(parameters, shares);
      weighted.forEach((child, position) => {
        out[child] = shares[position] ?? 0;
      });
    }
  };
}
