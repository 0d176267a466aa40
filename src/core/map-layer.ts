import type { Ausencia } from "./absence.ts";

/** A class of a choropleth: half-open interval [min, max), the last one closed. */
export interface MapClass {
  readonly min: number;
  readonly max: number;
  /** "20 a menos de 40". */
  readonly rotulo: string;
  readonly contagem: number;
}

/** Ramps of ordered classes; `necessidade` is kept for need alone. */
export type SequentialRamp = "necessidade" | "quantidade" | "tempo";

/**
 * Which colours a layer uses. `bivariada` has nine, three by three: class 3·l + c is
 * step l of the first axis and c of the second. `agrupamento` has five kinds of
 * place, in the order of `GRUPOS`.
 */
export type Ramp = SequentialRamp | "bivariada" | "agrupamento";

/** Kinds of place of a cluster map, in the order of its classes: towards more need, towards less, against its neighbours, neither. */
export const GRUPOS = ["mais-entre-mais", "menos-entre-menos", "mais-entre-menos", "menos-entre-mais", "sem-padrao"] as const;
export type Grupo = (typeof GRUPOS)[number];

/** Why a municipality has no class: it has no number, or nothing to be compared with. */
export type MapAbsence = Ausencia | "nao-comparado";

/** One axis of a 3 × 3 legend, from its first step to its last. */
export interface LegendAxis {
  readonly titulo: string;
  readonly passos: readonly [string, string, string];
}

/** What the map draws: a class or an absence for each municipality. */
export interface MapLayer {
  readonly titulo: string;
  readonly unidade: string;
  readonly ramp: Ramp;
  readonly classes: readonly MapClass[];
  /** Class index (0 = lowest) by municipal code. */
  readonly classe: ReadonlyMap<number, number>;
  readonly ausencia: ReadonlyMap<number, MapAbsence>;
  /** Absences present, with their counts, in legend order. */
  readonly ausencias: readonly { readonly ausencia: MapAbsence; readonly contagem: number }[];
  /** Municipalities whose class is uncertain: hatched over its colour. */
  readonly incertas?: ReadonlySet<number>;
  /** How the classes are to be read and where they come from: printed under the legend. */
  readonly nota?: string;
  /** The axes of a 3 × 3 layer: its legend is a square, first axis upwards, second to the right. */
  readonly eixos?: { readonly linhas: LegendAxis; readonly colunas: LegendAxis };
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
  /** Positions of the municipalities that share a border with each; empty without a polygon. */
  readonly vizinhos: readonly (readonly number[])[];
  readonly nota: string;
}
