import type { ExportHeader } from "../../core/export-header.ts";
import type { TableColumn } from "../table/props.ts";
import { Legend } from "./Legend.tsx";
import { MunicipalMap } from "./MunicipalMap.tsx";
import type { MunicipalMapProps } from "./props.ts";

/** A map with its legend, its table twin, its CSV and its image. */
export interface MapFigureProps<R> extends MunicipalMapProps {
  readonly cabecalho: ExportHeader;
  /** File name of downloads, without extension. */
  readonly arquivo: string;
  readonly colunas: readonly TableColumn<R>[];
  /** Rows of the table twin, one per municipality. */
  readonly linhas: readonly R[];
  /** Municipal code of a row. */
  readonly chave: (linha: R) => number;
  /** Sentences under the map: method, caveats, norms. */
  readonly notas?: readonly string[];
}

export function MapFigure<R>(props: MapFigureProps<R>) {
  return (
    <figure className="map-figure">
      <MunicipalMap {...props} />
      <Legend layer={props.layer} />
    </figure>
  );
}
