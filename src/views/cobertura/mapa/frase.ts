import { addDays, addMonths, monthOf } from "../../../core/civil-date.ts";
import { count, decapitalize, formatDate, formatNumber, joinPt } from "../../../core/format.ts";
import { EIXO_ROTULO, ESTRATEGIA_ROTULO } from "../../../data/contracts/apoios.ts";
import type { Recorte } from "../../../data/queries/cobertura-recorte.ts";
import type { ExtractSummary } from "../../../data/snapshot/snapshot.ts";
import { avisosDoPeriodo } from "../filtros/avisos.ts";
import { joinOu, lugaresEmPalavras, lugarNaFrase } from "../filtros/palavras.ts";
import { cobreMes } from "./meses.ts";
import { type LinhaMunicipio, MESES_MONITORAMENTO, teveApoioPresencial } from "./model.ts";

/** First and last day of a `Recorte`. */
export function periodoEmPalavras({ apos, em }: Pick<Recorte, "apos" | "em">): string {
  return `${formatDate(addDays(apos, 1))} a ${formatDate(em)}`;
}

/**
 * The page's answer in one sentence: "97 de 142 municípios tiveram apoio
 * presencial nos 12 meses até 31/10/2026."
 * @param linhas municipalities inside the filters of region and porte.
 */
export function fraseCobertura(
  linhas: readonly LinhaMunicipio[],
  recorte: Recorte,
  nomesRegioes: ReadonlyMap<number, string>,
): string {
  const total = linhas.length;
  if (total === 0) return "Nenhum município corresponde aos filtros de região e porte.";
  const n = linhas.filter(teveApoioPresencial).length;
  const oque = `apoio presencial${detalhe(recorte)} nos ${recorte.meses} meses até ${formatDate(recorte.em)}.`;
  const lugar = lugarNaFrase(recorte, nomesRegioes);
  if (total === 1) return `O único município${lugar} ${n === 1 ? "teve" : "não teve"} ${oque}`;
  if (n === 0) return `Nenhum dos ${formatNumber(total)} municípios${lugar} teve ${oque}`;
  if (n === total) return `Todos os ${formatNumber(total)} municípios${lugar} tiveram ${oque}`;
  return `${formatNumber(n)} de ${formatNumber(total)} municípios${lugar} ${n === 1 ? "teve" : "tiveram"} ${oque}`;
}

/** "45 municípios estão há mais de 12 meses sem monitoramento, 3 deles sem nenhum registro." */
export function fraseMonitoramento(semMonitoramento: readonly LinhaMunicipio[], total: number): string {
  const n = semMonitoramento.length;
  if (total === 0) return "Nenhum município corresponde aos filtros de região e porte.";
  if (n === 0) return "Todos os municípios tiveram monitoramento nos últimos 12 meses.";
  const nunca = semMonitoramento.filter(({ ultimoMonitoramento }) => ultimoMonitoramento === null).length;
  const deles = nunca === 0 ? "" : `, ${nunca === n ? "sem nenhum registro" : `${formatNumber(nunca)} sem nenhum registro`}`;
  return `${count(n, "município está", "municípios estão")} há mais de 12 meses sem monitoramento${deles}.`;
}

/** The filters in words, for the head of exports. */
export function filtrosEmPalavras(recorte: Recorte, nomesRegioes: ReadonlyMap<number, string>): string[] {
  const filtros = [`período: ${periodoEmPalavras(recorte)}`, ...lugaresEmPalavras(recorte, nomesRegioes)];
  const add = (nome: string, itens: readonly string[]): void => {
    if (itens.length > 0) filtros.push(`${nome}: ${joinPt(itens)}`);
  };
  add("estratégia", recorte.estrategias.map((e) => ESTRATEGIA_ROTULO[e]));
  add("eixo", recorte.eixos.map((e) => EIXO_ROTULO[e]));
  return filtros;
}

/**
 * What the loaded record cannot answer about the period asked for.
 */
export function avisosDoRegistro(
  { apos, em }: Pick<Recorte, "apos" | "em">,
  extrato: Pick<ExtractSummary, "inicio" | "fim">,
  foraDaLista: readonly number[],
): string[] {
  const avisos = avisosDoPeriodo({ de: addDays(apos, 1), ate: em }, extrato);
  const umAnoAntes = monthOf(addDays(addMonths(em, -MESES_MONITORAMENTO), 1));
  if (extrato.inicio !== null && !cobreMes({ inicio: extrato.inicio, fim: null }, umAnoAntes)) {
    avisos.push(
      `Com menos de ${MESES_MONITORAMENTO} meses de registro até ${formatDate(em)}, a lista de municípios sem monitoramento não permite concluir que faltou monitoramento.`,
    );
  }
  if (foraDaLista.length > 0) {
    avisos.push(
      `${count(foraDaLista.length, "código de município do registro não está", "códigos de município do registro não estão")} na tabela de municípios e ${foraDaLista.length === 1 ? "não entra" : "não entram"} nas contas: ${foraDaLista.join(", ")}.`,
    );
  }
  return avisos;
}

function detalhe({ estrategias, eixos }: Recorte): string {
  const partes: string[] = [];
  if (estrategias.length > 0) partes.push(joinOu(estrategias.map((e) => decapitalize(ESTRATEGIA_ROTULO[e]))));
  if (eixos.length > 0) {
    partes.push(`${eixos.length === 1 ? "eixo" : "eixos"} ${joinOu(eixos.map((e) => EIXO_ROTULO[e]))}`);
  }
  return partes.length === 0 ? "" : ` (${partes.join("; ")})`;
}
