import { AUSENCIA_ROTULO } from "../absence.ts";
import { formatMeasure, formatNumber, formatOrdinal, formatPeriod } from "../format.ts";
import type { Indicador } from "../indicador.ts";
import type { EntradaDosDossies } from "./entrada.ts";

/** How the unit of a scale starts ("de 1 a 5"): it says where figures lie and is not printed after them. */
const ESCALA = "de ";

/** A figure with its unit; coded answers in words. */
export function figuraEmTexto({ niveis, casas, unidade }: Indicador, valor: number): string {
  const palavra = niveis?.[String(valor)];
  if (palavra !== undefined) return palavra;
  return unidade.startsWith(ESCALA) || niveis !== undefined ? formatNumber(valor, casas) : formatMeasure(valor, casas, unidade);
}

/** The newest figure of an indicator in one municipality. */
export interface FiguraNova {
  readonly valor: number;
  readonly periodo: string;
}

/** Null without a figure. */
export function figuraNova({ colunaDe }: Pick<EntradaDosDossies, "colunaDe">, indicador: string, i: number): FiguraNova | null {
  const coluna = colunaDe.get(indicador);
  const valor = coluna?.valores[i] ?? null;
  return coluna === undefined || valor === null ? null : { valor, periodo: coluna.periodos?.[i] ?? coluna.periodo };
}

/** "3,25 (2021)", or the word for its absence. */
export function figuraComPeriodo(registro: Indicador, figura: FiguraNova | null): string {
  return figura === null ? AUSENCIA_ROTULO["sem-dado"] : `${figuraEmTexto(registro, figura.valor)} (${formatPeriod(figura.periodo)})`;
}

/** Places a figure takes when those of a group are put by need, 1 = most; equal figures share them. */
export interface Posicao {
  readonly de: number;
  readonly ate: number;
  /** How many of the group have a figure. */
  readonly entre: number;
}

/**
 * Place of a municipality among a group by need.
 * @param membros positions of the group in `valores`, the municipality's own included
 * @returns null without a figure of its own, or for context, which asks for nothing
 */
export function posicaoPorNecessidade(
  valores: readonly (number | null)[],
  i: number,
  membros: readonly number[],
  polaridade: Indicador["polaridade"],
): Posicao | null {
  const proprio = valores[i] ?? null;
  if (proprio === null || polaridade === "contexto") return null;
  let [acima, iguais, entre] = [0, 0, 0];
  for (const membro of membros) {
    const valor = valores[membro] ?? null;
    if (valor === null) continue;
    entre += 1;
    if (valor === proprio) iguais += 1;
    else if (polaridade === "maior-mais-necessidade" ? valor > proprio : valor < proprio) acima += 1;
  }
  return { de: acima + 1, ate: acima + iguais, entre };
}

/** "12ª de 141", "12ª a 15ª de 141"; a dash where there is none. */
export function posicaoEmTexto(posicao: Posicao | null): string {
  if (posicao === null) return "–";
  const { de, ate, entre } = posicao;
  const lugar = de === ate ? formatOrdinal(de, "f") : `${formatOrdinal(de, "f")} a ${formatOrdinal(ate, "f")}`;
  return `${lugar} de ${formatNumber(entre)}`;
}
