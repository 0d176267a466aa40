import type { Municipio } from "../../../core/municipio.ts";

export function nomeDoMunicipio(codigo: number, municipios: readonly Municipio[]): string {
  return municipios.find((m) => m.codigo === codigo)?.nome ?? `município ${codigo}`;
}

/** Names of the regions present among the municipalities, by code. */
export function nomesDasRegioes(municipios: readonly Municipio[]): ReadonlyMap<number, string> {
  return new Map(
    municipios.flatMap(({ regiaoImediata: r }) => (r === null ? [] : [[r.codigo, r.nome] as const])),
  );
}
