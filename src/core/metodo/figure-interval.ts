import type { FigurasDoIndicador } from "./figures.ts";
import { rateInterval, wilsonInterval, type Interval } from "./intervals.ts";
import type { IndicadorDoMetodo } from "./method.ts";

/** Interval of a figure and the formula it comes from. */
export interface FigureInterval extends Interval {
  readonly method: "wilson" | "byar" | "exact";
}

/**
 * Interval of one unit's raw figure, 95 %, in the indicator's unit: Wilson for a
 * proportion, Byar or exact Poisson for a rate; null without counts.
 */
export function figureInterval(indicador: IndicadorDoMetodo, figuras: FigurasDoIndicador, unit: number): FigureInterval | null {
  const [o, e] = [figuras.eventos[unit] ?? null, figuras.expostos[unit] ?? null];
  const options = { multiplier: figuras.multiplicador };
  if (indicador.tipo !== "proportion") return rateInterval(o, e, options);
  const interval = wilsonInterval(o, e, options);
  return interval === null ? null : { ...interval, method: "wilson" };
}
