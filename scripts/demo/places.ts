import { daysBetween, type CivilDate } from "../../src/core/civil-date.ts";
import type { Municipio } from "../../src/core/municipio.ts";
import type { Random } from "./random.ts";

/** First and last day of the demonstration: 36 whole months. */
export const INICIO: CivilDate = "2023-11-01";
export const FIM: CivilDate = "2026-10-31";
export const DIAS = daysBetween(INICIO, FIM) + 1;

/** Day from which a municipality that no census has counted yet appears in the set. */
const INSTALADO: CivilDate = "2025-01-01";

/** A municipality with what the demonstration needs to know of it. */
export interface Lugar {
  readonly codigo: number;
  readonly regiao: number | null;
  /** Expected share of the volume, any positive number. */
  readonly volume: number;
  /** Distance from the base in degrees of arc, only to say which places are far. */
  readonly distancia: number;
  readonly desde: CivilDate;
}

/**
 * The real municipalities as places of an invented set. Volume follows the census
 * population with a factor of its own (some places complain twice as much as
 * others of their size); one without a census population gets that of a small one.
 */
export function buildPlaces(municipios: readonly Municipio[], base: number, random: Random): Lugar[] {
  const sede = municipios.find((m) => m.codigo === base)?.sede;
  if (!sede) throw new Error(`the base ${base} has no seat in municipios.csv`);
  return municipios.map((municipio) => {
    const { codigo, populacao, regiaoImediata } = municipio;
    const propensao = Math.max(0.35, 1 + 0.4 * random.normal());
    const habitantes = populacao ?? 5000;
    const lat = (municipio.sede?.lat ?? sede.lat) - sede.lat;
    const lon = (municipio.sede?.lon ?? sede.lon) - sede.lon;
    return {
      codigo,
      regiao: regiaoImediata?.codigo ?? null,
      volume: (habitantes + 3000) * propensao,
      distancia: Math.sqrt(lat * lat + lon * lon),
      desde: populacao === null ? INSTALADO : INICIO,
    };
  });
}
