/**
 * Table, tree of weights and their flat form: the shapes everything in this
 * folder shares. No figure is computed here but the shares of the weights.
 */

/** How the scores of the children of a node become the node's own. Weights `w` are the children's shares, adding up to 1. */
export type Aggregation =
  /** `Σ w·s` */
  | { readonly kind: "arithmetic" }
  /** `(Σ w·s^p)^(1/p)`, p finite and not 0; scores ≥ 0 */
  | { readonly kind: "power"; readonly p: number }
  /**
   * `100 − Π max(100 − s, floor)^w`: the geometric mean of what is in order; scores ≤ 100. With floor 0, unless said,
   * a child at 100 puts its parent at 100 whatever the others are, so that figures cut at their goalposts tie; a
   * floor of 1 keeps them apart, as COINr's scale of 1–100 does for its geometric mean.
   */
  | { readonly kind: "complement-geometric"; readonly floor?: number }
  /** `Π s^w`; scores ≥ 0. Only to reproduce published sets: of need it would let one zero hide everything else. */
  | { readonly kind: "geometric" };

/** A node of the tree of weights. A node without children is a leaf: an indicator, and its id names a column of the table. */
export interface TreeNode {
  readonly id: string;
  /** Any finite number ≥ 0; what counts is its share among its siblings. The root's is not used. */
  readonly weight: number;
  readonly children?: readonly TreeNode[];
  /** How this node joins its children, when not as the call says (the HDI: arithmetic below, geometric at the top). */
  readonly aggregation?: Aggregation;
}

/** Figures by indicator, aligned with `units`. Missing is null; NaN and infinities are refused. */
export interface Table {
  readonly units: readonly string[];
  readonly columns: Readonly<Record<string, readonly (number | null)[]>>;
}

/**
 * A tree laid flat. Nodes are in post-order (children before their parent, the
 * root last), leaves in the order of the tree, so that the leaves of any node
 * are one range.
 */
export interface FlatTree {
  readonly ids: readonly string[];
  /** Raw weight by node, as given. A copy with other figures is what `scoreUnits` takes. */
  readonly weights: Float64Array;
  /** Parent by node; −1 for the root. */
  readonly parent: Int32Array;
  /** Steps from the root by node; 0 for the root. */
  readonly depth: Int32Array;
  /** Column of `y` by node; −1 for a node with children. */
  readonly leafOf: Int32Array;
  /** The children of node `k` are `childNodes[childStart[k] … childStart[k + 1] − 1]`, in the order of the tree. */
  readonly childStart: Int32Array;
  readonly childNodes: Int32Array;
  /** The leaves below node `k` are `leafFirst[k] … leafLast[k] − 1`. */
  readonly leafFirst: Int32Array;
  readonly leafLast: Int32Array;
  /** Ids of the leaves. */
  readonly leaves: readonly string[];
  /** Node by leaf. */
  readonly leafNode: Int32Array;
  /** A node's own aggregation; null follows the call's. */
  readonly aggregations: readonly (Aggregation | null)[];
}

/**
 * Lays a tree flat.
 * @throws RangeError when an id appears twice, a weight is negative or not
 * finite, a node has an empty list of children, or a power is 0 or not finite
 */
export function flattenTree(root: TreeNode): FlatTree {
  const nodes: { node: TreeNode; depth: number; children: number[]; leafFirst: number; leafLast: number }[] = [];
  const position = new Map<string, number>();
  const leafNodes: number[] = [];
  const visit = (node: TreeNode, depth: number): number => {
    checkWeight(node.id, node.weight);
    if (node.aggregation !== undefined) checkAggregation(node.aggregation, node.id);
    if (node.children?.length === 0) throw new RangeError(`node "${node.id}" has an empty list of children`);
    const leafFirst = leafNodes.length;
    const children = (node.children ?? []).map((child) => visit(child, depth + 1));
    const k = nodes.length;
    if (position.has(node.id)) throw new RangeError(`the tree has two nodes "${node.id}"`);
    position.set(node.id, k);
    if (children.length === 0) leafNodes.push(k);
    nodes.push({ node, depth, children, leafFirst, leafLast: leafNodes.length });
    return k;
  };
  visit(root, 0);

  const parent = new Int32Array(nodes.length).fill(-1);
  const leafOf = new Int32Array(nodes.length).fill(-1);
  const childStart = new Int32Array(nodes.length + 1);
  const childNodes: number[] = [];
  nodes.forEach(({ children }, k) => {
    childStart[k] = childNodes.length;
    for (const child of children) {
      parent[child] = k;
      childNodes.push(child);
    }
  });
  childStart[nodes.length] = childNodes.length;
  leafNodes.forEach((k, leaf) => {
    leafOf[k] = leaf;
  });
  return {
    ids: nodes.map(({ node }) => node.id),
    weights: Float64Array.from(nodes, ({ node }) => node.weight),
    parent,
    depth: Int32Array.from(nodes, ({ depth }) => depth),
    leafOf,
    childStart,
    childNodes: Int32Array.from(childNodes),
    leafFirst: Int32Array.from(nodes, ({ leafFirst }) => leafFirst),
    leafLast: Int32Array.from(nodes, ({ leafLast }) => leafLast),
    leaves: leafNodes.map((k) => nodes[k]?.node.id ?? ""),
    leafNode: Int32Array.from(leafNodes),
    aggregations: nodes.map(({ node }) => node.aggregation ?? null),
  };
}

/**
 * The same tree with other weights.
 * @param weights node id → weight; a node left out keeps its own
 * @returns one weight a node, in the order of `tree.ids`
 * @throws RangeError for an id that is not in the tree, or a weight that is negative or not finite
 */
export function treeWeights(tree: FlatTree, weights: Readonly<Record<string, number>>): Float64Array {
  const out = Float64Array.from(tree.weights);
  const position = new Map(tree.ids.map((id, k) => [id, k]));
  for (const [id, weight] of Object.entries(weights)) {
    const k = position.get(id);
    if (k === undefined) throw new RangeError(`no node "${id}" in the tree of weights`);
    checkWeight(id, weight);
    out[k] = weight;
  }
  return out;
}

/**
 * Refuses weights that cannot rank: negative, not finite, or all zero among the
 * children of a node that has weight itself.
 * @throws RangeError naming the node and the weight
 */
export function checkTreeWeights(tree: FlatTree, weights: Float64Array): void {
  if (weights.length !== tree.ids.length) {
    throw new RangeError(`${weights.length} weights for a tree of ${tree.ids.length} nodes`);
  }
  tree.ids.forEach((id, k) => {
    checkWeight(id, weights[k] ?? Number.NaN);
  });
  for (let k = tree.ids.length - 1; k >= 0; k -= 1) {
    const from = tree.childStart[k] ?? 0;
    const to = tree.childStart[k + 1] ?? 0;
    if (from === to || !isUsed(tree, weights, k)) continue;
    let total = 0;
    for (let c = from; c < to; c += 1) total += weights[tree.childNodes[c] ?? 0] ?? 0;
    if (!(total > 0)) throw new RangeError(`every weight below "${tree.ids[k]}" is zero`);
    if (!Number.isFinite(total)) throw new RangeError(`the weights below "${tree.ids[k]}" add up to ${total}`);
  }
}

/**
 * Share of each node among its siblings, adding up to 1 in each group that has
 * weight. A group whose weights are all zero has no weight itself: its siblings
 * share what would be its part. That is what leaving out the only indicator of
 * a dimension does. The root's share is 1 (0 when nothing below it has weight).
 * @param out one figure a node, written in place
 */
export function siblingShares(tree: FlatTree, weights: Float64Array, out: Float64Array): void {
  const { childStart, childNodes } = tree;
  const last = tree.ids.length - 1;
  for (let k = 0; k <= last; k += 1) {
    out[k] = k === last ? 1 : (weights[k] ?? 0);
    const from = childStart[k] ?? 0;
    const to = childStart[k + 1] ?? 0;
    if (from === to) continue;
    let total = 0;
    for (let c = from; c < to; c += 1) total += out[childNodes[c] ?? 0] ?? 0;
    if (!(total > 0)) {
      out[k] = 0;
      continue;
    }
    for (let c = from; c < to; c += 1) {
      const child = childNodes[c] ?? 0;
      out[child] = (out[child] ?? 0) / total;
    }
  }
}

/**
 * Effective weight of every node: the product of the shares from the root down.
 * Those of the leaves add up to 1.
 * @returns one figure a node, in the order of `tree.ids`
 */
export function effectiveWeights(tree: FlatTree, weights: Float64Array): Float64Array {
  const out = new Float64Array(tree.ids.length);
  siblingShares(tree, weights, out);
  for (let k = tree.ids.length - 2; k >= 0; k -= 1) {
    out[k] = (out[k] ?? 0) * (out[tree.parent[k] ?? 0] ?? 0);
  }
  return out;
}

/** @throws RangeError when a power is 0 or not finite, or a floor is not within 0–100 (100 excluded) */
export function checkAggregation(aggregation: Aggregation, where: string): void {
  if (aggregation.kind === "complement-geometric" && !((aggregation.floor ?? 0) >= 0 && (aggregation.floor ?? 0) < 100)) {
    throw new RangeError(`the floor of "${where}" must be at least 0 and below 100, got ${aggregation.floor}`);
  }
  if (aggregation.kind === "power" && !(Number.isFinite(aggregation.p) && aggregation.p !== 0)) {
    throw new RangeError(`the power of "${where}" must be finite and not 0, got ${aggregation.p}`);
  }
}

function isUsed(tree: FlatTree, weights: Float64Array, k: number): boolean {
  for (let node = k; (tree.parent[node] ?? -1) >= 0; node = tree.parent[node] ?? -1) {
    if (!((weights[node] ?? 0) > 0)) return false;
  }
  return true;
}

function checkWeight(id: string, weight: number): void {
  if (!(Number.isFinite(weight) && weight >= 0)) throw new RangeError(`weight of "${id}" must be a number ≥ 0, got ${weight}`);
}
