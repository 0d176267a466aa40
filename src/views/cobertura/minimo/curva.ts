import { formatMonth, formatNumber, formatPercent } from "../../../core/format.ts";
import type { RegraDoMinimo } from "../../../core/pacto/index.ts";
import type { ChartOptions } from "../../../ui/chart/props.ts";
import { rotulados } from "../mapa/graficos.ts";
import type { LinhaDaCurva } from "./linhas.ts";

export const ALTURA_DA_CURVA = 260;

/** Share of the municipalities in time at the end of each month, and today, by one rule. */
export function curvaDoPrazo(linhas: readonly LinhaDaCurva[], regra: RegraDoMinimo): ChartOptions {
  const pontos = linhas.map(({ dia, emDia, municipios }, i) => ({ i, dia, n: emDia[regra], parte: municipios === 0 ? null : (100 * emDia[regra]) / municipios }));
  const ultimo = pontos.slice(-1);
  return (largura, Plot) => {
    const comRotulo = rotulados(pontos.map(({ dia }) => dia), largura);
    return {
      width: largura,
      height: ALTURA_DA_CURVA,
      marginLeft: 56,
      marginRight: 64,
      marginTop: 16,
      marginBottom: 40,
      x: { domain: [0, Math.max(1, pontos.length - 1)], axis: null },
      y: { domain: [0, 100], label: null, grid: true, ticks: 5, tickFormat: (v: number) => formatPercent(v, 0) },
      marks: [
        Plot.ruleY([0], { stroke: "var(--chart-muted)" }),
        Plot.lineY(pontos, { x: "i", y: "parte", stroke: "var(--chart-accent)", strokeWidth: 2.5 }),
        Plot.dot(ultimo, { x: "i", y: "parte", r: 4, fill: "var(--chart-accent)" }),
        Plot.text(ultimo, { x: "i", y: "parte", text: ({ n }: { readonly n: number }) => formatNumber(n), dx: 8, textAnchor: "start", fontWeight: 600, fill: "var(--text)" }),
        Plot.text(
          pontos.filter(({ dia }) => comRotulo.includes(dia)),
          {
            x: "i",
            text: ({ dia }: { readonly dia: string }) => formatMonth(dia.slice(0, 7)).replace(" ", "\n"),
            frameAnchor: "bottom",
            lineAnchor: "top",
            dy: 6,
            fill: "var(--text-muted)",
          },
        ),
      ],
    };
  };
}
