import { count, formatPeriod } from "../../core/format.ts";
import type { PontoDaSerie } from "../../data/queries/prioridades-serie.ts";
import type { ChartOptions } from "../../ui/chart/props.ts";
import { comUnidade, type Medida } from "./medida.ts";

/** One period of an indicator's series: the municipality's figure and the territory's median. */
export interface PontoSerie {
  readonly periodo: string;
  /** Position on the time axis, in years. */
  readonly ano: number;
  readonly valor: number | null;
  /** Median and middle half of the territory; null where nobody has a figure. */
  readonly mediana: number | null;
  readonly p25: number | null;
  readonly p75: number | null;
}

/** Points of the chart from the engine's rows. */
export function pontosDe(linhas: readonly PontoDaSerie[]): PontoSerie[] {
  return comLacunas(linhas.map(({ periodo, valor, mediana, p25, p75 }) => ({ periodo, ano: anoDe(periodo), valor, mediana, p25, p75 })));
}

/** Position of a period in years: "2023" → 2023, "2026-06" → 2026 5/12, "2023-T2" → 2023.25. */
export function anoDe(periodo: string): number {
  const ano = Number(periodo.slice(0, 4));
  const mes = /^\d{4}-(\d{2})/.exec(periodo)?.[1];
  const trimestre = /^\d{4}-T([1-4])$/.exec(periodo)?.[1];
  if (mes !== undefined) return ano + (Number(mes) - 1) / 12;
  return trimestre === undefined ? ano : ano + (Number(trimestre) - 1) / 4;
}

/**
 * Fills the years between the first and the last that the source did not publish
 * with empty points, so that the line breaks where the data break.
 */
export function comLacunas(pontos: readonly PontoSerie[]): PontoSerie[] {
  const ordenados = pontos.toSorted((a, b) => a.ano - b.ano);
  if (!ordenados.every(({ periodo }) => /^\d{4}$/.test(periodo))) return ordenados;
  return ordenados.flatMap((ponto, i) => {
    const anterior = ordenados[i - 1];
    const vazios: PontoSerie[] = [];
    for (let ano = (anterior?.ano ?? ponto.ano) + 1; ano < ponto.ano; ano += 1) {
      vazios.push({ periodo: String(ano), ano, valor: null, mediana: null, p25: null, p75: null });
    }
    return [...vazios, ponto];
  });
}

/** The municipality's line over the median's, with gaps where data have gaps and direct labels. */
export function serieOptions(pontos: readonly PontoSerie[], nome: string, medida: Medida): ChartOptions {
  const ultimo = pontos.findLast((p) => p.valor !== null);
  const ultimaMediana = pontos.findLast((p) => p.mediana !== null);
  const sozinhos = pontos.filter((p, i) => p.mediana !== null && !hasMedian(pontos[i - 1]) && !hasMedian(pontos[i + 1]));
  const eixo = medida.escala === null ? { nice: true } : { domain: [medida.escala.min, medida.escala.max] };
  return (_largura, Plot) => ({
    height: 200,
    marginLeft: 44,
    marginRight: 20,
    marginTop: 24,
    x: { label: null, ticks: Math.min(6, pontos.length), tickFormat: (v: number) => (Number.isInteger(v) ? String(v) : "") },
    y: { ...eixo, label: null, grid: true, ticks: 4, tickFormat: (v: number) => medida.format(v) },
    marks: [
      Plot.areaY(pontos, { x: "ano", y1: "p25", y2: "p75", fill: "var(--chart-grid)" }),
      Plot.ruleX(sozinhos, { x: "ano", y1: "p25", y2: "p75", stroke: "var(--chart-grid)", strokeWidth: 10 }),
      Plot.dot(sozinhos, { x: "ano", y: "mediana", fill: "var(--chart-muted)", r: 3 }),
      Plot.lineY(pontos, { x: "ano", y: "mediana", stroke: "var(--chart-muted)", strokeWidth: 2, strokeDasharray: "5 4" }),
      Plot.lineY(pontos, { x: "ano", y: "valor", stroke: "var(--chart-accent)", strokeWidth: 2.5 }),
      Plot.dot(pontos, { x: "ano", y: "valor", fill: "var(--chart-accent)", r: 4 }),
      ...(ultimaMediana === undefined
        ? []
        : [
            Plot.text([ultimaMediana], {
              x: "ano",
              y: "mediana",
              text: () => "mediana",
              textAnchor: "end",
              dy: (ultimo?.valor ?? 0) > (ultimaMediana.mediana ?? 0) ? 12 : -10,
              fill: "var(--text-muted)",
              stroke: "var(--surface)",
              strokeWidth: 3,
            }),
          ]),
      ...(ultimo === undefined
        ? []
        : [
            Plot.text([ultimo], {
              x: "ano",
              y: "valor",
              text: () => nome,
              textAnchor: "end",
              dy: (ultimo.valor ?? 0) >= (ultimo.mediana ?? 0) ? -12 : 14,
              fontWeight: 600,
              fill: "var(--text)",
              stroke: "var(--surface)",
              strokeWidth: 3,
            }),
          ]),
    ],
  });
}

function hasMedian(ponto: PontoSerie | undefined): boolean {
  return ponto !== undefined && ponto.mediana !== null;
}

/** One sentence: first and last figure, last against the median, how many periods have none. */
export function leituraSerie(pontos: readonly PontoSerie[], nome: string, medida: Medida): string {
  const comValor = pontos.filter((p): p is PontoSerie & { valor: number } => p.valor !== null);
  const [primeiro] = comValor;
  const ultimo = comValor.at(-1);
  if (primeiro === undefined || ultimo === undefined) return `${nome} não tem dado em nenhum período.`;
  const vazios = pontos.length - comValor.length;
  const frase =
    primeiro === ultimo
      ? `${nome} tinha ${comUnidade(medida, ultimo.valor)} em ${formatPeriod(ultimo.periodo)}`
      : `${nome} foi de ${comUnidade(medida, primeiro.valor)} em ${formatPeriod(primeiro.periodo)} a ${comUnidade(medida, ultimo.valor)} em ${formatPeriod(ultimo.periodo)}`;
  const contra = ultimo.mediana === null ? "" : `; a mediana do estado era ${comUnidade(medida, ultimo.mediana)}`;
  return `${frase}${contra}${vazios === 0 ? "" : `; ${count(vazios, "período", "períodos")} sem dado`}.`;
}
