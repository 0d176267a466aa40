import type { MapAbsence } from "../../core/map-layer.ts";

/** A repeated drawing that stands for a missing number, told apart without colour. */
export interface AbsencePattern {
  /** Side of the square tile, px. */
  readonly size: number;
  /** Strokes within the tile. */
  readonly d: string;
  readonly strokeWidth: number;
  readonly ink: "forte" | "suave";
}

/** One look for each reason; dots are strokes of no length with round ends. */
export const ABSENCE_PATTERNS: Readonly<Record<MapAbsence, AbsencePattern>> = {
  "sem-dado": { size: 7, d: "M-1 1l2-2M0 7l7-7M6 8l2-2", strokeWidth: 1.4, ink: "forte" },
  "nao-publicado": { size: 7, d: "M0 3.5h7", strokeWidth: 1.4, ink: "forte" },
  "dados-insuficientes": { size: 10, d: "M-1 9l2 2M0 0l10 10M9-1l2 2", strokeWidth: 1, ink: "suave" },
  "sem-registro": { size: 9, d: "M0 0l9 9M9 0l-9 9", strokeWidth: 1, ink: "forte" },
  oculto: { size: 7, d: "M1.75 1.75h.01M5.25 5.25h.01", strokeWidth: 2.4, ink: "forte" },
  "nao-carregado": { size: 12, d: "M4 6h4M6 4v4", strokeWidth: 1, ink: "suave" },
  "nao-comparado": { size: 10, d: "M5 2.5a2.5 2.5 0 1 0 .01 0", strokeWidth: 1, ink: "forte" },
};

/**
 * Upright strokes over the colour of a class that is uncertain, in the ink of the
 * borders, which stands out from every class. No absence has upright strokes.
 */
export const UNCERTAIN_HATCH = { size: 7, d: "M3.5 0v7", strokeWidth: 1 } as const;
