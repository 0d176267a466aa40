import { canonicalHash } from "../metodo/method.ts";
import type { EntradaDoPlano } from "./plano.ts";

const feitos = new WeakMap<EntradaDoPlano, string>();

/** SHA-256 of an input's canonical text: two plans with the same one were made of the same. */
export function hashDaEntrada(entrada: EntradaDoPlano): string {
  let hash = feitos.get(entrada);
  if (hash === undefined) {
    hash = canonicalHash(entrada);
    feitos.set(entrada, hash);
  }
  return hash;
}

/** The same input with nobody required: what a file for others may be sealed with, since the seal of the full one would let a guess be checked. */
export function semExigidos(entrada: EntradaDoPlano): EntradaDoPlano {
  return { ...entrada, municipios: entrada.municipios.map((municipio) => (municipio.exigido ? { ...municipio, exigido: false } : municipio)) };
}
