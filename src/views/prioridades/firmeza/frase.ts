import { count, formatNumber, formatPercent, joinPt } from "../../../core/format.ts";
import type { DrawSummary } from "../../../core/metodo/draws.ts";
import { firmezaOf, type RankSpread } from "../../../core/metodo/rank-spread.ts";

/** How many municipalities have each word, and how far a place moves. */
export interface Contagem {
  readonly firme: number;
  readonly provavel: number;
  readonly possivel: number;
  /** Median over the municipalities with a score of `ate − de`, the places between 5 % and 95 % of the draws; null without any. */
  readonly largura: number | null;
}

export function contagemDe(spread: RankSpread): Contagem {
  const total = { firme: 0, provavel: 0, possivel: 0 };
  const larguras: number[] = [];
  spread.scored.forEach((scored, i) => {
    if (scored === 0) return;
    larguras.push((spread.high[i] ?? 0) - (spread.low[i] ?? 0));
    const firmeza = firmezaOf(spread.top[i] ?? 0);
    if (firmeza !== null) total[firmeza] += 1;
  });
  larguras.sort((a, b) => a - b);
  return { ...total, largura: larguras[Math.ceil(larguras.length / 2) - 1] ?? null };
}

/** The sentence of the part: how much of the list would stay if what is not known, or could have been chosen otherwise, were different. */
export function fraseDaFirmeza(resumo: DrawSummary | null, k: number, total: number): string {
  if (resumo === null) return `Sorteando ${formatNumber(total)} vezes o que não se sabe e o que poderia ser escolhido de outro modo…`;
  const { drawn, draws, all } = resumo;
  const { firme, provavel, possivel } = contagemDe(all);
  const base = drawn < draws ? `Com ${formatNumber(drawn)} de ${count(draws, "sorteio feito", "sorteios feitos")}` : `Em ${count(draws, "sorteio", "sorteios")}`;
  const lugares = k === 1 ? "o lugar da lista" : `os ${formatNumber(k)} lugares da lista`;
  if (firme + provavel + possivel === 0) return `${base}, a escolha de ninguém chega a possível para ${lugares}.`;
  const firmes = `${count(firme, "município tem", "municípios têm")} escolha firme para ${lugares}`;
  const outros = [
    ...(provavel === 0 ? [] : [`${formatNumber(provavel)} provável`]),
    ...(possivel === 0 ? [] : [`${formatNumber(possivel)} possível`]),
  ];
  return `${base}, ${firmes}${outros.length === 0 ? "" : `, ${joinPt(outros)}`}.`;
}

/** Which of the two kinds of doubt weighs more, in words; null until both are known. */
export function fraseDasPartes({ statistical, method }: Pick<DrawSummary, "statistical" | "method">): string | null {
  if (statistical === null || method === null) return null;
  const numeros = contagemDe(statistical).largura;
  const escolha = contagemDe(method).largura;
  if (numeros === null || escolha === null) return null;
  const lugares = (n: number): string => count(n, "lugar", "lugares");
  const medidas = `o município do meio da lista varia ${lugares(numeros)} só pelo ruído dos números e ${lugares(escolha)} só pela escolha do método`;
  const qual = numeros === escolha ? "Os dois pesam o mesmo" : numeros > escolha ? "O ruído dos números pesa mais" : "A escolha do método pesa mais";
  return `${qual}: ${medidas}.`;
}

/** The words of the choice, with their limits; the same everywhere. */
export const EXPLICA_PALAVRAS = `Firme: entre os escolhidos em ${formatPercent(80, 0)} ou mais dos sorteios. Provável: em ${formatPercent(50, 0)} a menos de ${formatPercent(80, 0)}. Possível: em ${formatPercent(20, 0)} a menos de ${formatPercent(50, 0)}.`;
