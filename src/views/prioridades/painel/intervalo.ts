import { formatNumber } from "../../../core/format.ts";
import type { Indicador } from "../../../core/indicador.ts";
import { figureInterval, type FigureInterval } from "../../../core/metodo/figure-interval.ts";
import type { IndicadorPreparado } from "../../../core/metodo/priority.ts";
import { comUnidade, formatoDe } from "../medida.ts";

// Loaded when asked for: the quantiles of the intervals need a library that the page itself does without.

const FORMULA: Readonly<Record<FigureInterval["method"], string>> = {
  wilson: "Wilson",
  byar: "Byar",
  exact: "Poisson exato",
};

/** The interval of a published figure. */
export interface Intervalo {
  readonly de: number;
  readonly ate: number;
  readonly formula: string;
}

/** 95 % interval of a municipality's published figure; null without counts. */
export function intervaloDe({ metodo, figuras }: IndicadorPreparado, unidade: number): Intervalo | null {
  const interval = figureInterval(metodo, figuras, unidade);
  return interval === null ? null : { de: interval.lower, ate: interval.upper, formula: FORMULA[interval.method] };
}

/** "de 8,1 a 14,9 % (Wilson)"; null without counts. */
export function intervaloEmPalavras(preparado: IndicadorPreparado, registro: Indicador, unidade: number): string | null {
  const intervalo = intervaloDe(preparado, unidade);
  if (intervalo === null) return null;
  return `de ${formatNumber(intervalo.de, registro.casas)} a ${comUnidade(formatoDe(registro), intervalo.ate)} (${intervalo.formula})`;
}
