import { count } from "../../src/core/format.ts";
import { MARCA } from "../../src/ui/chart/plot-style.ts";
import type { ChartOptions } from "../../src/ui/chart/props.ts";
import type { GalleryEntry } from "./gallery.ts";

export interface Barra {
  readonly canal: string;
  readonly casos: number;
}

export interface Ponto {
  readonly mes: string;
  /** Null where the source has no figure: the line breaks. */
  readonly casos: number | null;
}

export const BARRAS: readonly Barra[] = [
  { canal: "Ouvidoria 162", casos: 128 },
  { canal: "Presencial", casos: 64 },
  { canal: "Carta", casos: 0 },
];

export const PONTOS: readonly Ponto[] = [
  { mes: "2026-01-01", casos: 12 },
  { mes: "2026-02-01", casos: 18 },
  { mes: "2026-03-01", casos: null },
  { mes: "2026-04-01", casos: 9 },
  { mes: "2026-05-01", casos: 14 },
];

/** Horizontal bars with direct labels; each bar is a mark of its row. */
export const barras =
  (linhas: readonly Barra[]): ChartOptions =>
  (largura, Plot) => ({
    height: 40 + linhas.length * 36,
    marginLeft: 120,
    marginRight: 72,
    x: { axis: null, insetRight: 8 },
    y: { label: null, domain: linhas.map(({ canal }) => canal), tickSize: 0 },
    marks: [
      Plot.barX(linhas, { x: "casos", y: "canal", fill: "var(--chart-accent)", ...MARCA }),
      Plot.text(linhas, {
        x: "casos",
        y: "canal",
        text: ({ casos }: Barra) => (largura < 400 ? String(casos) : count(casos, "caso", "casos")),
        textAnchor: "start",
        dx: 6,
      }),
      Plot.ruleX([0], { stroke: "var(--chart-muted)" }),
    ],
  });

/** A monthly line that breaks where data break, with a labelled reference. */
export const serie =
  (linhas: readonly Ponto[]): ChartOptions =>
  (_largura, Plot) => ({
    height: 240,
    x: { type: "band", label: null, tickFormat: (mes: string) => mes.slice(5, 7) },
    y: { label: null, grid: true, zero: true, ticks: 4 },
    marks: [
      Plot.ruleY([15], { stroke: "var(--chart-reference)", strokeDasharray: "4 3" }),
      Plot.text(["meta do ano"], {
        frameAnchor: "top-right",
        fill: "var(--chart-reference)",
        dy: -4,
      }),
      Plot.line(linhas, { x: "mes", y: "casos", stroke: "var(--chart-accent)", strokeWidth: 2 }),
      Plot.dot(linhas, { x: "mes", y: "casos", fill: "var(--chart-accent)", r: 5, ...MARCA }),
      Plot.ruleY([0], { stroke: "var(--chart-muted)" }),
    ],
  });

export const gallery: readonly GalleryEntry[] = [
  { id: "kit-barras", titulo: "Barras com rótulo direto", options: barras(BARRAS) },
  { id: "kit-serie", titulo: "Série mensal que se interrompe sem dado", options: serie(PONTOS) },
  { id: "kit-barras-360", titulo: "As mesmas barras a 360 px", options: barras(BARRAS), largura: 328 },
];
