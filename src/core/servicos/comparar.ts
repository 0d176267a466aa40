import { quantile7 } from "../metodo/base-period.ts";
import { valorDaMedida, type OpcoesDaMedida, type ValorDaMedida } from "./medidas.ts";
import type { RegistroDeServico } from "./montar.ts";

/** House rule: with fewer municipalities in a group, the middle one says little of the group. */
export const MINIMO_DO_GRUPO = 5;

/** The municipality in the middle of a group of one scale. It is a place among municipalities, not a time of requests. */
export interface Referencia<G> {
  readonly grupo: G;
  readonly escala: string;
  readonly municipios: number;
  /** Quartiles of the municipalities' figures; null under `MINIMO_DO_GRUPO`. */
  readonly p25: number | null;
  readonly mediana: number | null;
  readonly p75: number | null;
}

/** A row beside its group. */
export interface NoGrupo<G> {
  readonly registro: RegistroDeServico;
  readonly grupo: G | null;
  /** Null when there is nothing to compare. */
  readonly valor: ValorDaMedida | null;
  readonly referencia: Referencia<G> | null;
  /** Its figure less the middle of the group's; null where either is missing. */
  readonly diferenca: number | null;
}

export interface ComparacaoEntreMunicipios<G> {
  /** In the order given. */
  readonly linhas: readonly NoGrupo<G>[];
  /** In the order in which the groups first come. */
  readonly referencias: readonly Referencia<G>[];
}

/**
 * Rows of one service and year, one a municipality, each beside the middle of the municipalities like it
 * (itself among them), of the same scale. Quartiles by definition 7 of Hyndman & Fan (1996).
 * @param grupoDe group of a municipality by code; null = not known, and then not compared
 */
export function compararMunicipios<G extends string | number>(
  registros: readonly RegistroDeServico[],
  grupoDe: (codigo: number) => G | null,
  opcoes: OpcoesDaMedida,
): ComparacaoEntreMunicipios<G> {
  const medidos = registros.map((registro) => ({ registro, grupo: grupoDe(registro.codigo), valor: valorDaMedida(registro, opcoes) }));
  const porGrupo = new Map<string, { readonly grupo: G; readonly escala: string; readonly valores: number[] }>();
  for (const { grupo, valor } of medidos) {
    if (grupo === null || valor === null) continue;
    const chave = chaveDoGrupo(grupo, valor);
    const doGrupo = porGrupo.get(chave) ?? { grupo, escala: valor.escala, valores: [] };
    doGrupo.valores.push(valor.valor);
    porGrupo.set(chave, doGrupo);
  }
  const referencias = new Map([...porGrupo].map(([chave, doGrupo]) => [chave, referenciaDe(doGrupo)]));
  return {
    linhas: medidos.map(({ registro, grupo, valor }) => {
      const referencia = grupo === null || valor === null ? null : (referencias.get(chaveDoGrupo(grupo, valor)) ?? null);
      const mediana = referencia?.mediana ?? null;
      return { registro, grupo, valor, referencia, diferenca: valor === null || mediana === null ? null : valor.valor - mediana };
    }),
    referencias: [...referencias.values()],
  };
}

function chaveDoGrupo(grupo: string | number, { escala }: ValorDaMedida): string {
  return `${escala} ${grupo}`;
}

function referenciaDe<G>({ grupo, escala, valores }: { readonly grupo: G; readonly escala: string; readonly valores: readonly number[] }): Referencia<G> {
  const ordenados = Float64Array.from(valores).sort();
  const quartil = (p: number): number | null => (valores.length < MINIMO_DO_GRUPO ? null : quantile7(ordenados, p));
  return { grupo, escala, municipios: valores.length, p25: quartil(0.25), mediana: quartil(0.5), p75: quartil(0.75) };
}
