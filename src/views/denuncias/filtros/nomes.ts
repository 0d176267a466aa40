import type { Municipio } from "../../../core/municipio.ts";

export function nomeDoMunicipio(codigo: number, municipios: readonly Municipio[]): string {
  return municipios.find((m) => m.codigo === codigo)?.nome ?? `município ${codigo}`;
}
