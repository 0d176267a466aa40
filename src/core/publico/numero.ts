import { celula, type Celula } from "../absence.ts";

/** A figure of the public edition: null = the source has none; "oculto" = hidden to protect persons. */
export type NumeroPublico = number | null | "oculto";

/** The figure as any cell of the app, with the look of its absence. */
export function celulaPublica(numero: NumeroPublico): Celula {
  return numero === "oculto" ? { ausencia: "oculto" } : celula(numero);
}

/** True for a figure that can be read and reckoned with. */
export function isLegivel(numero: NumeroPublico): numero is number {
  return typeof numero === "number";
}
