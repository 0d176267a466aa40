import type { PlotOptions } from "@observablehq/plot";
import type * as PlotParts from "./plot-parts.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import type { TableColumn } from "../table/props.ts";

/** The parts of Observable Plot in use: charts get them as an argument, so that they stay in their own chunk. */
export type PlotModule = typeof PlotParts;

/**
 * Draws a chart: width in px and the plotting library in, Plot options out. Pure.
 * Import only types from Plot and use the argument:
 * `(largura, Plot) => ({ height: 240, marks: [Plot.barX(linhas, { x: "casos", y: "canal", ...MARCA })] })`.
 * Colours are tokens (`"var(--cat-1)"`, `"var(--chart-accent)"`), so a change of
 * theme needs no redraw. A mark spread with `MARCA` (`ui/chart/plot-style.ts`) can
 * be clicked and reached by keyboard: its data must be the frame's `linhas`, in order.
 */
export type ChartOptions = (largura: number, plot: PlotModule) => PlotOptions;

/**
 * Props of `ChartFrame` (`ui/chart/ChartFrame.tsx`): a chart with its table twin,
 * CSV, image and one-sentence reading.
 */
export interface ChartFrameProps<R> {
  /** The finding or the question. */
  readonly titulo: string;
  /** Unit, place and period. */
  readonly subtitulo: string;
  /** One sentence that says what the chart shows. */
  readonly leitura: string;
  readonly linhas: readonly R[];
  readonly colunas: readonly TableColumn<R>[];
  readonly chave: (linha: R) => string | number;
  readonly options: ChartOptions;
  readonly cabecalho: ExportHeader;
  /** File name of downloads, without extension. */
  readonly arquivo: string;
  /** Called with the row behind a clicked or keyboard-activated mark. */
  readonly onMarca?: (linha: R) => void;
  /** Key of the row shown as chosen, when a mark's row is a filter. */
  readonly selecionada?: string | number | null;
  /** What a mark's button says to a screen reader; default: the row's cells in order. */
  readonly rotuloMarca?: (linha: R) => string;
  /** Direct legend of categories, drawn above the chart. */
  readonly legenda?: readonly LegendItem[];
  /** Height in px kept while the chart loads; default 280. */
  readonly altura?: number;
  /** Shown instead of the chart when there are no rows: why, and the next step. */
  readonly vazio: string;
}

export interface LegendItem {
  readonly rotulo: string;
  /** A token: "var(--cat-1)". */
  readonly cor: string;
}
