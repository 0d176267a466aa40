import type { Ausencia } from "./absence.ts";

/** A class of a choropleth: half-open interval [min, max), the last one closed. */
export interface MapClass {
  readonly min: number;
  readonly max: number;
  /** "20 a menos de 40". */
  readonly rotulo: string;
  readonly contagem: number;
}

/** Which colour ramp a layer uses; `necessidade` is kept for need alone. */
export type Ramp = "necessidade" | "quantidade" | "tempo";

/** What the map draws: a class or an absence for each municipality. */
export interface MapLayer {
  readonly titulo: string;
  readonly unidade: string;
  readonly ramp: Ramp;
  readonly classes: readonly MapClass[];
  /** Class index (0 = lowest) by municipal code. */
  readonly classe: ReadonlyMap<number, number>;
  readonly ausencia: ReadonlyMap<number, Ausencia>;
  /** Absences present, with their counts, in legend order. */
  readonly ausencias: readonly { readonly ausencia: Ausencia; readonly contagem: number }[];
}

/** Geometry for the SVG map, aligned with the list of municipalities. */
export interface SvgMesh {
  readonly width: number;
  readonly height: number;
  /** SVG path data by municipality; empty when the mesh has no polygon for it. */
  readonly paths: readonly string[];
  /** Seat of each municipality in drawing units; null when unknown. */
  readonly sedes: readonly ({ readonly x: number; readonly y: number } | null)[];
  /** Path of the borders between regions. */
  readonly regioes: string;
  readonly nota: string;
}
