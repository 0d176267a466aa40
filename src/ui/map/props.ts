import type { MapLayer, SvgMesh } from "../../core/map-layer.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { MapTours } from "./tours.ts";

/** What the card over a municipality says: pairs of label and text, in order. */
export interface CardLine {
  readonly rotulo: string;
  readonly texto: string;
}

/** Props of `MunicipalMap` (`ui/map/MunicipalMap.tsx`), the same for its SVG and WebGL drawings. */
export interface MunicipalMapProps {
  readonly mesh: SvgMesh;
  /** Address of the TopoJSON for the WebGL drawing. */
  readonly topologyUrl: string;
  readonly municipios: readonly Municipio[];
  readonly layer: MapLayer;
  readonly selecionado: number | null;
  readonly onSelecionar: (codigo: number | null) => void;
  readonly destacado: number | null;
  readonly onDestacar: (codigo: number | null) => void;
  /** Lines of the card for a municipality: value with unit and date, position, completeness. */
  readonly card: (codigo: number) => readonly CardLine[];
  /** One sentence that says what the map shows; read by screen readers and shown under the map. */
  readonly leitura: string;
  /** Municipalities to label besides the selected and hovered ones. */
  readonly rotulados: readonly number[];
  /** Codes dimmed because a filter leaves them out. */
  readonly foraDoFiltro: ReadonlySet<number>;
  /** Tours drawn over the municipalities. */
  readonly viagens?: MapTours | undefined;
}
