import type { Municipio, Regiao } from "../../../core/municipio.ts";
import type { Ajustes } from "../../../core/visitas/ajustes.ts";
import type { NotaDoAjuste } from "../../../data/visitas/padrao.ts";

/** What every section of the settings shares. */
export interface ContextoDosCampos {
  readonly ajustes: Ajustes;
  /** The territory's own. */
  readonly padrao: Ajustes;
  /** Puts a change in force; returns why it was refused, whole sentences, or "" — then what was in force stays. */
  readonly mudar: (mudanca: Partial<Ajustes>) => string;
  /** Where the default of a member comes from; null where nothing is said. */
  readonly nota: (campo: string) => NotaDoAjuste | null;
  readonly nome: (codigo: number) => string;
  readonly municipios: readonly Municipio[];
  /** By name. */
  readonly regioes: readonly Regiao[];
}

/** Regions the municipalities have, by name. */
export function regioesDe(municipios: readonly Pick<Municipio, "regiaoImediata">[], compare: (a: string, b: string) => number): Regiao[] {
  const porCodigo = new Map(municipios.flatMap(({ regiaoImediata: r }) => (r === null ? [] : [[r.codigo, r] as const])));
  return [...porCodigo.values()].sort((a, b) => compare(a.nome, b.nome));
}
