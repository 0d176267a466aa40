import { prepareCounts } from "./counts.ts";
import type { CountsInput } from "./counts.ts";
import { sampleSums } from "./shrinkage.ts";

/** Rates as deviations that have about the same variance whatever the exposure. */
export interface EbStandardised {
  /** `z_i = (p_i − b) / √v_i` by unit, no unit of measure; null where a count is missing, nobody is exposed, or there is no event anywhere. */
  readonly z: readonly (number | null)[];
  /** All events over all exposure; null when no unit has a rate. */
  readonly b: number | null;
  /** Variance between units beyond chance, `s² − b / x̄`; may be below 0; null when there is no event. */
  readonly a: number | null;
}

/**
 * Standardises rates before a Moran's I, so that the chance of small exposures does not
 * pass for a pattern (Assunção & Reis, Statistics in Medicine 18, 1999): `p = events / exposure`,
 * `b = Σ events / Σ exposure`, `s² = Σ x_i (p_i − b)² / Σ x_i`, `a = s² − b / x̄`,
 * `v_i = a + b / x_i`, and `v_i = b / x_i` where that is not above 0, as spdep's `EBImoran.mc`.
 * @throws RangeError for wrong counts or columns of different lengths
 */
export function ebStandardise(input: CountsInput): EbStandardised {
  const counts = prepareCounts(input, "rate");
  const none = (): null[] => Array.from(counts.events, () => null);
  if (counts.present.length === 0) return { z: none(), b: null, a: null };
  const { overall: b, meanExposure, spread } = sampleSums({ counts, members: counts.present });
  if (b === 0) return { z: none(), b, a: null };
  const a = spread - b / meanExposure;
  const z: (number | null)[] = none();
  for (const i of counts.present) {
    const exposure = counts.exposure[i] ?? NaN;
    const chance = b / exposure;
    const v = a + chance;
    z[i] = ((counts.events[i] ?? NaN) / exposure - b) / Math.sqrt(v > 0 ? v : chance);
  }
  return { z, b, a };
}
