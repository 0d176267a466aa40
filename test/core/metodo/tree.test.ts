import { describe, expect, it } from "vitest";
import { checkTreeWeights, effectiveWeights, flattenTree, treeWeights, type TreeNode } from "../../../src/core/metodo/tree.ts";

const leaf = (id: string, weight = 1): TreeNode => ({ id, weight });
const TREE: TreeNode = {
  id: "nota",
  weight: 1,
  children: [
    { id: "rede", weight: 3, children: [leaf("a", 1), leaf("b", 3)] },
    leaf("c", 1),
  ],
};

describe("a tree laid flat", () => {
  it("has children before their parent, leaves in the order of the tree and one range of leaves a node", () => {
    const tree = flattenTree(TREE);
    expect(tree.ids).toEqual(["a", "b", "rede", "c", "nota"]);
    expect(tree.leaves).toEqual(["a", "b", "c"]);
    expect(Array.from(tree.parent)).toEqual([2, 2, 4, 4, -1]);
    expect(Array.from(tree.depth)).toEqual([2, 2, 1, 1, 0]);
    expect(Array.from(tree.leafOf)).toEqual([0, 1, -1, 2, -1]);
    expect(Array.from(tree.leafNode)).toEqual([0, 1, 3]);
    expect(Array.from(tree.childNodes.subarray(tree.childStart[4], tree.childStart[5]))).toEqual([2, 3]);
    expect(tree.ids.map((_, k) => [tree.leafFirst[k], tree.leafLast[k]])).toEqual([[0, 1], [1, 2], [0, 2], [2, 3], [0, 3]]);
  });

  it("an effective weight is the product of the shares: 3/4 · 1/4, 3/4 · 3/4, 3/4, 1/4, 1", () => {
    const tree = flattenTree(TREE);
    expect(Array.from(effectiveWeights(tree, tree.weights))).toEqual([3 / 16, 9 / 16, 3 / 4, 1 / 4, 1]);
  });

  it("the scale of the weights of one group changes nothing", () => {
    const tree = flattenTree(TREE);
    const scaled = treeWeights(tree, { a: 7, b: 21, rede: 0.3, c: 0.1, nota: 99 });
    Array.from(effectiveWeights(tree, scaled)).forEach((w, k) => {
      expect(w).toBeCloseTo(effectiveWeights(tree, tree.weights)[k] ?? Number.NaN, 14);
    });
  });

  it("a group whose weights are all zero weighs nothing, and its siblings take its part", () => {
    const tree = flattenTree(TREE);
    expect(Array.from(effectiveWeights(tree, treeWeights(tree, { a: 0, b: 0 })))).toEqual([0, 0, 0, 1, 1]);
  });

  it("other weights keep what they leave out", () => {
    const tree = flattenTree(TREE);
    expect(Array.from(treeWeights(tree, { c: 5 }))).toEqual([1, 3, 3, 5, 1]);
    expect(Array.from(tree.weights)).toEqual([1, 3, 3, 1, 1]);
  });
});

describe("a tree that cannot be used is refused with the node and the figure", () => {
  it.each<[string, TreeNode, string]>([
    ["a negative weight", { id: "r", weight: 1, children: [leaf("a", -1), leaf("b")] }, 'weight of "a" must be a number ≥ 0, got -1'],
    ["a weight that is not a number", { id: "r", weight: 1, children: [leaf("a", Number.NaN)] }, 'weight of "a" must be a number ≥ 0, got NaN'],
    ["an infinite weight", { id: "r", weight: 1, children: [leaf("a", Number.POSITIVE_INFINITY)] }, 'weight of "a" must be a number ≥ 0, got Infinity'],
    ["one id twice", { id: "r", weight: 1, children: [leaf("a"), leaf("a")] }, 'the tree has two nodes "a"'],
    ["an empty branch", { id: "r", weight: 1, children: [{ id: "d", weight: 1, children: [] }] }, 'node "d" has an empty list of children'],
    ["a power of zero", { id: "r", weight: 1, aggregation: { kind: "power", p: 0 }, children: [leaf("a")] }, 'the power of "r" must be finite and not 0, got 0'],
    ["a floor of the whole scale", { id: "r", weight: 1, aggregation: { kind: "complement-geometric", floor: 100 }, children: [leaf("a")] }, 'the floor of "r" must be at least 0 and below 100, got 100'],
  ])("%s", (_, tree, sentence) => {
    expect(() => flattenTree(tree)).toThrow(new RangeError(sentence));
  });

  it("weights all zero below a node with weight; but not below one that has none", () => {
    const tree = flattenTree(TREE);
    expect(() => { checkTreeWeights(tree, treeWeights(tree, { a: 0, b: 0 })); }).toThrow(new RangeError('every weight below "rede" is zero'));
    expect(() => { checkTreeWeights(tree, treeWeights(tree, { rede: 0, c: 0 })); }).toThrow(new RangeError('every weight below "nota" is zero'));
    expect(() => { checkTreeWeights(tree, treeWeights(tree, { a: 0, b: 0, rede: 0 })); }).not.toThrow();
  });

  it("weights that add up to infinity, of another length, or for a node it does not have", () => {
    const tree = flattenTree(TREE);
    expect(() => { checkTreeWeights(tree, treeWeights(tree, { a: 1e308, b: 1e308 })); }).toThrow('the weights below "rede" add up to Infinity');
    expect(() => { checkTreeWeights(tree, new Float64Array(2)); }).toThrow("2 weights for a tree of 5 nodes");
    expect(() => treeWeights(tree, { z: 1 })).toThrow('no node "z" in the tree of weights');
    expect(() => treeWeights(tree, { a: -0.5 })).toThrow('weight of "a" must be a number ≥ 0, got -0.5');
  });
});
