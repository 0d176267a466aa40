/** A figure with its 95 % interval at evenly spaced points. */
export interface TrendPoint {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export type Trend = "rising" | "falling" | "none" | "cannot-say";

/** Points looked at, and the χ² of one degree of freedom whose upper tail is 0.002. */
export const TREND_POINTS = 5;
const TREND_CHI2 = 9.54953570608324;

/**
 * Whether the last five points rise or fall: the slope weighted by the inverse of
 * the square of (upper − lower)/3.92 has χ² above 9.5495 (p < 0.002) and the same
 * sign with each point left out. Nothing is said of fewer points or of one without
 * an interval that is wider than nothing.
 * Source: DHSC, FingertipsNext, trend analysis (`TrendMarkerCalculator`).
 * @param points oldest first
 */
export function recentTrend(points: readonly TrendPoint[]): Trend {
  if (points.length < TREND_POINTS) return "cannot-say";
  const last = points.slice(-TREND_POINTS);
  const weighted = last.map(({ value, lower, upper }, x) => {
    const se = lower === null || upper === null ? Number.NaN : (upper - lower) / 3.92;
    return { x, value, weight: 1 / (se * se) };
  });
  if (!weighted.every(({ weight }) => Number.isFinite(weight) && weight > 0)) return "cannot-say";
  const { slope, chi2 } = slopeOf(weighted);
  if (!(chi2 > TREND_CHI2)) return "none";
  const holds = weighted.every((_, out) => Math.sign(slopeOf(weighted.filter((__, i) => i !== out)).slope) === Math.sign(slope));
  if (!holds) return "none";
  return slope > 0 ? "rising" : "falling";
}

function slopeOf(points: readonly { readonly x: number; readonly value: number; readonly weight: number }[]): { slope: number; chi2: number } {
  let [w, wxy, wx, wy, wxx] = [0, 0, 0, 0, 0];
  for (const { x, value, weight } of points) {
    w += weight;
    wxy += weight * x * value;
    wx += weight * x;
    wy += weight * value;
    wxx += weight * x * x;
  }
  const determinant = w * wxx - wx * wx;
  const slope = (w * wxy - wx * wy) / determinant;
  return { slope, chi2: (slope * slope * determinant) / w };
}
