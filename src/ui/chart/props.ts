import type { PlotOptions } from "@observablehq/plot";
import type { ExportHeader } from "../../core/export-header.ts";
import type { TableColumn } from "../table/props.ts";

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
  /** Pure: width in px and theme colours in, Plot options out. */
  readonly options: (largura: number) => PlotOptions;
  readonly cabecalho: ExportHeader;
  /** File name of downloads, without extension. */
  readonly arquivo: string;
  /** Called with the row behind a clicked or keyboard-activated mark. */
  readonly onMarca?: (linha: R) => void;
  readonly vazio: string;
}
