import type { DrawData } from "./draw-data.ts";
import { newScores, scoreUnits } from "./kernel.ts";
import { seededStream, splitSeed } from "./seeded-random.ts";
import type { Seed } from "./seeded-random.ts";

/** Whose score is judged by what, before anything is drawn. */
export interface Hearing {
  /** One a node, as chosen. */
  readonly weights: Float64Array;
  readonly minPresent: number;
  /** Units whose missing figures are filled, 1 or 0 each. */
  readonly recipients: Uint8Array;
}

/** Figures of one draw after another, unit by unit as `prepared.y`; written anew by each call of `next`. */
export interface FigureDraws {
  readonly y: Float64Array;
  readonly next: () => void;
}

/**
 * Draws of the normalised figures. Posteriors: each figure that has one is drawn from it
 * and put on its goalposts. Missing: hot deck (Andridge & Little, International Statistical
 * Review 78(1), 2010), each missing figure of a recipient takes the drawn figure of a unit of
 * its group that has one, each as likely; without such a unit it stays missing.
 *
 * Whether enough of a node is present is judged once, by the weights as chosen and with the filled
 * figures counted in; what falls below has its figures taken out of every draw. Score what comes
 * with a least presence of 0: drawn weights would otherwise silence whoever has just enough.
 */
export function figureDraws(
  data: DrawData,
  seed: Seed,
  hearing: Hearing,
  factors: { readonly posteriors: boolean; readonly missing: boolean },
): FigureDraws {
  const plain = data.prepared.y;
  const y = Float64Array.from(plain);
  const drawPosteriors = factors.posteriors ? posteriorDraws(data, seed, y) : null;
  const filling = factors.missing ? hotDeck(data, seed, hearing.recipients, y) : null;
  const silent = unheardCells(data, hearing, filling?.cells ?? new Int32Array(0));
  return {
    y,
    next: () => {
      for (let c = 0; c < silent.length; c += 1) y[silent[c] ?? 0] = plain[silent[c] ?? 0] ?? NaN;
      drawPosteriors?.();
      filling?.fill();
      for (let c = 0; c < silent.length; c += 1) y[silent[c] ?? 0] = NaN;
    },
  };
}

/** Cells under nodes that have too little weight present for a score. */
function unheardCells({ prepared }: DrawData, { weights, minPresent }: Hearing, filled: Int32Array): Int32Array {
  const { tree, units } = prepared;
  const count = tree.ids.length;
  const m = tree.leaves.length;
  const pattern = Float64Array.from(prepared.y, (value) => (Number.isNaN(value) ? NaN : 0));
  for (const cell of filled) pattern[cell] = 0;
  const judged = { tree, units, y: pattern };
  const scores = newScores(judged, { nodes: true });
  scoreUnits(judged, weights, { kind: "arithmetic" }, scores, minPresent);
  const cells: number[] = [];
  for (let i = 0; i < units; i += 1) {
    for (let k = 0; k < count - 1; k += 1) {
      if ((tree.leafOf[k] ?? -1) >= 0 || !Number.isNaN(scores.nodes?.[i * count + k] ?? NaN)) continue;
      for (let j = tree.leafFirst[k] ?? 0; j < (tree.leafLast[k] ?? 0); j += 1) {
        if (!Number.isNaN(pattern[i * m + j] ?? NaN)) cells.push(i * m + j);
      }
    }
  }
  return Int32Array.from(cells);
}

function posteriorDraws({ prepared, cells, isBeta, first, second, offset, slope }: DrawData, seed: Seed, y: Float64Array): () => void {
  const stream = seededStream(splitSeed(seed, "posteriors"));
  const m = prepared.tree.leaves.length;
  return () => {
    for (let c = 0; c < cells.length; c += 1) {
      const cell = cells[c] ?? 0;
      const leaf = cell % m;
      const p = first[c] ?? NaN;
      const q = second[c] ?? NaN;
      const x = isBeta[c] === 1 ? stream.beta(p, q) : stream.gamma(p) / q;
      const score = (offset[leaf] ?? NaN) + (slope[leaf] ?? NaN) * x;
      y[cell] = score < 0 ? 0 : score > 100 ? 100 : score;
    }
  };
}

function hotDeck({ prepared, groupOf, groups }: DrawData, seed: Seed, recipients: Uint8Array, y: Float64Array): { readonly cells: Int32Array; readonly fill: () => void } {
  const { units, tree } = prepared;
  const m = tree.leaves.length;
  const donors: number[] = [];
  const recipientCells: number[] = [];
  const donorStart: number[] = [];
  const donorCount: number[] = [];
  for (let j = 0; j < m; j += 1) {
    const byGroup = Array.from({ length: groups }, (): number[] => []);
    const lacking: number[] = [];
    for (let i = 0; i < units; i += 1) {
      const cell = i * m + j;
      const group = groupOf[i] ?? -1;
      if (group < 0) continue;
      if (!Number.isNaN(prepared.y[cell] ?? NaN)) byGroup[group]?.push(cell);
      else if (recipients[i] === 1) lacking.push(cell);
    }
    if (lacking.length === 0) continue;
    const starts = byGroup.map((list) => {
      const start = donors.length;
      for (const cell of list) donors.push(cell);
      return start;
    });
    for (const cell of lacking) {
      const group = groupOf[(cell - j) / m] ?? -1;
      const count = byGroup[group]?.length ?? 0;
      if (count === 0) continue;
      recipientCells.push(cell);
      donorStart.push(starts[group] ?? 0);
      donorCount.push(count);
    }
  }
  const stream = seededStream(splitSeed(seed, "missing"));
  const to = Int32Array.from(recipientCells);
  const start = Int32Array.from(donorStart);
  const count = Int32Array.from(donorCount);
  const from = Int32Array.from(donors);
  return {
    cells: to,
    fill: () => {
      for (let c = 0; c < to.length; c += 1) {
        const donor = from[(start[c] ?? 0) + Math.floor(stream.uniform() * (count[c] ?? 0))] ?? 0;
        y[to[c] ?? 0] = y[donor] ?? NaN;
      }
    },
  };
}
