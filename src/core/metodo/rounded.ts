import type { FlatTree } from "./tree.ts";

/**
 * Parts as printed, adding up to the printed whole to the last digit: each is cut
 * down to `decimals` places and the units still owed go to the largest
 * remainders (Hamilton's method; equal remainders in the order given). A part
 * moves by less than one unit of the last place; a part of exactly 0 stays 0.
 * @param parts points, null where there is no part
 * @param whole their sum, or the printed whole above it: less than one unit of the last place away from it
 * @param decimals 0–12
 * @returns the parts rounded (null stays null) and the whole, as they are to be printed
 * @throws RangeError when the parts do not add up to the whole, or a figure is not finite
 */
export function roundedContributions(
  parts: readonly (number | null)[],
  whole: number,
  decimals: number,
): { readonly parts: readonly (number | null)[]; readonly whole: number } {
  const scale = powerOfTen(decimals);
  const units = printedUnits(whole, decimals);
  const rounded = apportion(parts, units, scale);
  return { parts: rounded.map((u) => (u === null ? null : u / scale)), whole: units / scale };
}

/**
 * `roundedContributions` down a whole tree: the children of every node add up,
 * as printed, to the node as printed, and the root is the printed score.
 * @param points one a node, as in `UnitPoints`; the root's must be a number
 * @returns one a node, null where `points` is NaN
 */
export function roundedTree(tree: FlatTree, points: Float64Array, decimals: number): readonly (number | null)[] {
  const scale = powerOfTen(decimals);
  const root = tree.ids.length - 1;
  const units: (number | null)[] = tree.ids.map(() => null);
  units[root] = printedUnits(points[root] ?? Number.NaN, decimals);
  for (let k = root; k >= 0; k -= 1) {
    const own = units[k] ?? null;
    const children = tree.childNodes.subarray(tree.childStart[k], tree.childStart[k + 1]);
    if (own === null || children.length === 0) continue;
    const parts = Array.from(children, (child) => {
      const part = points[child] ?? Number.NaN;
      return Number.isNaN(part) ? null : part;
    });
    apportion(parts, own, scale).forEach((u, c) => {
      units[children[c] ?? 0] = u;
    });
  }
  return units.map((u) => (u === null ? null : u / scale));
}

/** A figure rounded as a person reads it, by `Intl`. */
export function printed(x: number, decimals: number): number {
  return printedUnits(x, decimals) / powerOfTen(decimals);
}

const printers = new Map<number, Intl.NumberFormat>();

/** The whole in units of the last place, rounded as `Intl` rounds what a person reads. */
function printedUnits(whole: number, decimals: number): number {
  if (!Number.isFinite(whole)) throw new RangeError(`the whole must be finite, got ${whole}`);
  let printer = printers.get(decimals);
  if (printer === undefined) {
    printer = new Intl.NumberFormat("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: false });
    printers.set(decimals, printer);
  }
  return Number(printer.format(whole).replace(".", "")) + 0;
}

function apportion(parts: readonly (number | null)[], units: number, scale: number): (number | null)[] {
  const floors = parts.map((part, i) => {
    if (part !== null && !Number.isFinite(part)) throw new RangeError(`part ${i} must be finite or null, got ${part}`);
    return part === null ? null : settled(part * scale);
  });
  let owed = units;
  for (const floor of floors) owed -= floor === null ? 0 : Math.floor(floor);
  const takers = floors
    .map((u, i) => ({ i, remainder: u === null ? 0 : u - Math.floor(u) }))
    .filter(({ remainder }) => remainder > 0)
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  if (owed < 0 || owed > takers.length) {
    throw new RangeError(`parts that add up to ${parts.reduce((sum: number, part) => sum + (part ?? 0), 0)} cannot be printed as ${units / scale}`);
  }
  const out = floors.map((u) => (u === null ? null : Math.floor(u) + 0));
  for (const { i } of takers.slice(0, owed)) out[i] = (out[i] ?? 0) + 1;
  return out;
}

/** A figure within the rounding of a sum of a whole number is that number: 2.9999999999999996 owes nothing. */
function settled(x: number): number {
  const whole = Math.round(x);
  return Math.abs(x - whole) <= 1e-9 ? whole : x;
}

function powerOfTen(decimals: number): number {
  if (!(Number.isInteger(decimals) && decimals >= 0 && decimals <= 12)) throw new RangeError(`decimals must be a whole number 0–12, got ${decimals}`);
  return 10 ** decimals;
}
