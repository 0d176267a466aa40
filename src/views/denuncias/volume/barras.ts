import type { Celula } from "../../../core/absence.ts";
import { compareNames, formatNumber, formatPercent, joinPt } from "../../../core/format.ts";
import { rotulo } from "./frase.ts";

/** One bar: a value of a category or a region. */
export interface LinhaBarra {
  readonly chave: string;
  readonly nome: string;
  readonly casos: number;
  /** Share of the chart's cases, in per cent; absent when there are none. */
  readonly parte: Celula;
}

/** Key of the cases whose municipality has no region. */
export const SEM_REGIAO = "sem-regiao";

/** One row for each known category, zeros included, and one for each unknown found. */
export function linhasPorCategoria(
  casos: ReadonlyMap<string, number>,
  rotulos: Readonly<Record<string, string>>,
  ordem: "por-casos" | "do-fluxo",
): LinhaBarra[] {
  const ids = [...new Set([...Object.keys(rotulos), ...casos.keys()])];
  const linhas = comPartes(ids.map((id) => ({ chave: id, nome: rotulo(rotulos, id), casos: casos.get(id) ?? 0 })));
  return ordem === "do-fluxo" ? linhas : porCasos(linhas);
}

/** One row for each region of the territory, and one for what has no region. */
export function linhasPorRegiao(
  casos: ReadonlyMap<number | null, number>,
  nomes: ReadonlyMap<number, string>,
): LinhaBarra[] {
  const semRegiao = [...casos].reduce((n, [codigo, c]) => (codigo === null || !nomes.has(codigo) ? n + c : n), 0);
  const linhas = [...nomes].map(([codigo, nome]) => ({ chave: String(codigo), nome, casos: casos.get(codigo) ?? 0 }));
  if (semRegiao > 0) linhas.push({ chave: SEM_REGIAO, nome: "Sem região na tabela de municípios", casos: semRegiao });
  return porCasos(comPartes(linhas));
}

/** "Mais frequente: Presencial, 908 de 5.666 (16,0 %); depois, Carta (290)." */
export function leituraBarras(linhas: readonly LinhaBarra[]): string {
  const total = linhas.reduce((n, { casos }) => n + casos, 0);
  if (total === 0) return "Nenhuma denúncia com os filtros escolhidos.";
  const [primeira, ...outras] = porCasos(linhas).filter(({ casos }) => casos > 0);
  if (primeira === undefined) return "";
  const seguintes = outras.slice(0, 2).map(({ nome, casos }) => `${nome} (${formatNumber(casos)})`);
  const resto = seguintes.length === 0 ? "" : `; depois, ${joinPt(seguintes)}`;
  return `Mais frequente: ${primeira.nome}, ${formatNumber(primeira.casos)} de ${formatNumber(total)} (${formatPercent((100 * primeira.casos) / total)})${resto}.`;
}

function porCasos(linhas: readonly LinhaBarra[]): LinhaBarra[] {
  return [...linhas].sort((a, b) => b.casos - a.casos || compareNames(a.nome, b.nome));
}

function comPartes(linhas: readonly Omit<LinhaBarra, "parte">[]): LinhaBarra[] {
  const total = linhas.reduce((n, { casos }) => n + casos, 0);
  return linhas.map((linha) => ({
    ...linha,
    parte: total === 0 ? { ausencia: "dados-insuficientes" } : { valor: (100 * linha.casos) / total },
  }));
}
