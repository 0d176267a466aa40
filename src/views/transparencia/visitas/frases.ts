import { count, formatNumber } from "../../../core/format.ts";
import type { AnoDoApoio, ApoioPublicado, VisitasPublicas } from "../../../core/publico/visitas.ts";

/** The newest year that the register spans whole, or the newest there is; null without years. */
export function anoMaisNovo(apoio: ApoioPublicado): AnoDoApoio | null {
  return apoio.anos.findLast(({ completo }) => completo) ?? apoio.anos.at(-1) ?? null;
}

/** The part's answer in one or two sentences. */
export function fraseDasVisitas({ metodo, apoio }: VisitasPublicas, municipios: number): string {
  const indicadores = metodo.dimensoes.reduce((soma, dimensao) => soma + dimensao.indicadores.length, 0);
  const escolha = `O Estado escolhe ${count(metodo.k, "município", "municípios")} com ${count(indicadores, "número público", "números públicos")} e pesos fechados antes.`;
  const ano = apoio === null ? null : anoMaisNovo(apoio);
  return ano === null ? escolha : `${escolha} ${fraseDoAno(ano, municipios)}`;
}

/** "Em 2025, o apoio do Estado chegou a 120 de 142 municípios." */
export function fraseDoAno({ ano, municipios: alcancados, completo }: AnoDoApoio, municipios: number): string {
  const quando = completo ? `Em ${ano}` : `Em ${ano}, na parte do ano que há no registro`;
  return `${quando}, o apoio do Estado chegou a ${formatNumber(alcancados)} de ${formatNumber(municipios)} municípios.`;
}

/** What the chart of the years shows. */
export function leituraDosAnos({ anos }: ApoioPublicado): string {
  return `Municípios que receberam apoio: ${anos.map(({ ano, municipios, completo }) => `${formatNumber(municipios)} em ${ano}${completo ? "" : " (ano incompleto)"}`).join("; ")}.`;
}

/** What the chart of the weights shows. */
export function leituraDosPesos({ metodo: { dimensoes } }: VisitasPublicas): string {
  const maior = [...dimensoes].sort((a, b) => b.parte - a.parte)[0];
  if (maior === undefined) return "O método não tem dimensões.";
  const iguais = dimensoes.filter(({ parte }) => parte === maior.parte);
  const nomes = iguais.map(({ nome }) => nome).join(" e ");
  return `${iguais.length === 1 ? "O maior peso é de" : "Os maiores pesos são de"} ${nomes}: ${formatNumber(maior.parte)} de cada 100 pontos${iguais.length === 1 ? "" : ", cada um"}.`;
}
