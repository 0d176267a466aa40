/**
 * How a row of the complaint extract counts. Repeated complaints on one fact are
 * apensadas, the older one first (Res. CIB/MT 012/2025 art. 5 §4), so a case is
 * counted once, at its main protocol.
 */
export type ClasseDenuncia =
  /** A case with a registration date that can be placed in a month. */
  | "caso"
  /** A case without a registration date. */
  | "sem-data"
  /** A case registered after the reference date or before SUAS existed. */
  | "data-impossivel"
  /** Joined to another complaint, which counts for it. */
  | "apensada"
  /** Another row of a protocol already counted. */
  | "repetida"
  /** Joined in a circle (A to B, B to A): no main protocol can be found. */
  | "circular";

/** Classes that the charts leave out, in the order the page lists them. */
export const CLASSES_A_PARTE = ["sem-data", "data-impossivel", "apensada", "repetida", "circular"] as const;

export type ClasseAParte = (typeof CLASSES_A_PARTE)[number];

/**
 * No complaint of SUAS is older than the policy that created it (PNAS, Res. CNAS
 * 145/2004, of 15 October 2004): an earlier date is a typing error.
 */
export const PRIMEIRO_DIA_POSSIVEL = "2004-10-15";

/**
 * Cases per 10,000 inhabitants. `null` when the population is unknown or zero:
 * a rate without a denominator is no rate.
 */
export function taxaPor10Mil(casos: number, populacao: number | null): number | null {
  return populacao === null || populacao <= 0 ? null : (casos * 10_000) / populacao;
}
