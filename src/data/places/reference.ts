import type { Place } from "./places.ts";

/** A municipality of the reference table of the whole country. */
export interface MunicipioBrasil extends Place {
  /** Code in the federal government's payment systems (SIAFI, Secretaria do Tesouro Nacional). */
  readonly siafi: number;
}

/** A spelling under which published files have a municipality. */
export interface NameVariant {
  readonly codigo: number;
  readonly variante: string;
}

/** A federative unit as files name it. */
export interface Uf {
  /** First two digits of its municipalities' codes. */
  readonly codigo: number;
  readonly sigla: string;
  readonly nome: string;
}

const UF_FACTOR = 100_000;

/** The federative unit of a municipality: the first two of its code's seven digits. */
export function ufCode(codigo: number): number {
  return Math.floor(codigo / UF_FACTOR);
}
