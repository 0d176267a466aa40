import { compareNames } from "../../../core/format.ts";
import { PORTE_ROTULO, PORTES, type Municipio } from "../../../core/municipio.ts";
import { maisNecessitados } from "../../../core/pacto/index.ts";
import type { Agrupamento } from "../../../data/apoio/perguntas.ts";

export type TipoDeGrupo = "necessidade" | "porte" | "regiao";

/** A way of setting the municipalities in groups. */
export interface Grupos {
  readonly tipo: TipoDeGrupo;
  /** Group of each municipality, by position; -1 = in none. */
  readonly de: readonly number[];
  readonly nomes: readonly string[];
}

export const TERCOS = ["Terço com mais necessidade", "Terço do meio", "Terço com menos necessidade"] as const;

/**
 * Thirds by score: the first is the page's most-in-need third (`maisNecessitados`), the
 * last the same rule from the other end, the middle what is left.
 * @param notas by position, higher = more need; null = none, in no third
 */
export function tercosDe(notas: readonly (number | null)[]): Grupos {
  const mais = maisNecessitados(notas);
  const menos = maisNecessitados(notas.map((nota) => (nota === null ? null : -nota)));
  return {
    tipo: "necessidade",
    de: notas.map((nota, i) => (nota === null ? -1 : mais[i] === 1 ? 0 : menos[i] === 1 ? 2 : 1)),
    nomes: TERCOS,
  };
}

/** By size class of PNAS 2004; one without a class is in none. */
export function portesDe(municipios: readonly Pick<Municipio, "porte">[]): Grupos {
  const presentes = PORTES.filter((porte) => municipios.some((m) => m.porte === porte));
  return {
    tipo: "porte",
    de: municipios.map(({ porte }) => (porte === null ? -1 : presentes.indexOf(porte))),
    nomes: presentes.map((porte) => PORTE_ROTULO[porte]),
  };
}

/** By IBGE região imediata, in the order of names; one without a region is in none. */
export function regioesDe(municipios: readonly Pick<Municipio, "regiaoImediata">[]): Grupos {
  const nomes = new Map(municipios.flatMap(({ regiaoImediata }) => (regiaoImediata === null ? [] : [[regiaoImediata.codigo, regiaoImediata.nome] as const])));
  const codigos = [...nomes.keys()].sort((a, b) => compareNames(nomes.get(a) ?? "", nomes.get(b) ?? "") || a - b);
  const posicao = new Map(codigos.map((codigo, i) => [codigo, i]));
  return {
    tipo: "regiao",
    de: municipios.map(({ regiaoImediata }) => (regiaoImediata === null ? -1 : (posicao.get(regiaoImediata.codigo) ?? -1))),
    nomes: codigos.map((codigo) => nomes.get(codigo) ?? ""),
  };
}

/** Every way there is to group; thirds only where an index gives scores to more than one level. */
export function gruposDaPagina(municipios: readonly Municipio[], notas: readonly (number | null)[] | null): Grupos[] {
  const comNota = new Set((notas ?? []).filter((nota) => nota !== null));
  return [...(notas === null || comNota.size < 2 ? [] : [tercosDe(notas)]), portesDe(municipios), regioesDe(municipios)];
}

/** The groups as the question takes them. */
export function agrupamentoDe({ de, nomes }: Grupos, porHabitante: boolean): Agrupamento {
  return { grupos: de, quantos: nomes.length, chances: porHabitante ? "populacao" : "iguais" };
}
