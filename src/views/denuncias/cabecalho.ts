import type { ExportHeader } from "../../core/export-header.ts";
import { count, formatDate } from "../../core/format.ts";
import type { Norma } from "../../core/territorio.ts";
import type { AjustesDoRelogio } from "../../data/denuncias/perguntas.ts";
import type { ExtractSummary } from "../../data/snapshot/snapshot.ts";
import { regraEmPalavras } from "./rotulos.ts";

export interface CabecalhoEntrada {
  readonly titulo: string;
  readonly extratos: readonly ExtractSummary[];
  /** Extract of events is left aside. */
  readonly semAndamentos: boolean;
  readonly filtros: readonly string[];
  readonly ajustes: AjustesDoRelogio;
  readonly norma: Norma | null;
  readonly uf: string;
  /** Name of the user's calendar and its days; null when none is in use. */
  readonly calendario: { readonly arquivo: string; readonly dias: readonly unknown[] } | null;
  readonly demonstracao: boolean;
}

/** First lines of the exports of the clock: sources, filters, today, house rule and calendar. */
export function cabecalhoDosPrazos({ titulo, extratos, semAndamentos, filtros, ajustes, norma, uf, calendario, demonstracao }: CabecalhoEntrada): ExportHeader {
  const fonte = (id: ExtractSummary["id"], nome: string): string[] => {
    const extrato = extratos.find((e) => e.id === id);
    if (extrato === undefined) return [];
    return [`${nome} (${extrato.origem}), ${count(extrato.linhas, "linha", "linhas", "f")}`];
  };
  return {
    titulo,
    fontes: [
      ...fonte("denuncias", "denúncias"),
      ...(semAndamentos ? [] : fonte("andamentos", "andamentos das denúncias")),
      ...(norma === null ? [] : [`prazos: ${norma.nomeCurto}`]),
    ],
    filtros: [...filtros, ...regrasEmPalavras({ ajustes, uf, calendario })],
    dataReferencia: ajustes.hoje,
    demonstracao,
  };
}

/** How terms are counted, one clause each. */
export function regrasEmPalavras({ ajustes, uf, calendario }: Pick<CabecalhoEntrada, "ajustes" | "uf" | "calendario">): string[] {
  return [
    `hoje: ${formatDate(ajustes.hoje)}`,
    `contagem: ${regraEmPalavras(ajustes.regra)}`,
    `calendário: feriados nacionais e de ${uf}; pontos facultativos ${ajustes.facultativosParados ? "não contam" : "contam"} como dia útil${
      calendario === null ? "" : `; ${count(calendario.dias.length, "dia ou período", "dias ou períodos")} do arquivo ${calendario.arquivo}`
    }`,
  ];
}
