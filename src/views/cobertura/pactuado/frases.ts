import { isValor } from "../../../core/absence.ts";
import type { CivilDate } from "../../../core/civil-date.ts";
import { count, formatDate, formatNumber, formatPercent } from "../../../core/format.ts";
import type { CoberturaDoPacto } from "../../../core/pacto/index.ts";
import type { LinhaDaMatriz } from "./matriz.ts";

/** "nos 12 meses até 22/11/2026". */
export function noPeriodo(meses: number, hoje: CivilDate): string {
  return `nos ${formatNumber(meses)} meses até ${formatDate(hoje)}`;
}

export interface EntradaDaFrase {
  /** Rows of the matrix and the one of everything. */
  readonly linhas: readonly LinhaDaMatriz[];
  readonly tudo: LinhaDaMatriz;
  readonly base: CoberturaDoPacto["base"];
  /** "nos 12 meses até 22/11/2026". */
  readonly quando: string;
  /** A filter of place is in force. */
  readonly isFiltrado: boolean;
}

/** "Das 20 linhas pactuadas, 13 tiveram algo realizado nos 12 meses até 22/11/2026; 7 não tiveram nada. O apoio chegou a 120 dos 142 municípios (84,5 %) e a 40 dos 48 com mais necessidade." */
export function fraseDoPactuado({ linhas, tudo, base, quando, isFiltrado }: EntradaDaFrase): string {
  if (base.municipios === 0) return "Nenhum município corresponde aos filtros de região e porte.";
  const doPlano = linhas.filter(({ linha }) => linha !== null);
  const sem = doPlano.filter(({ situacao }) => situacao === "sem-nada").length;
  const com = doPlano.length - sem;
  const dosMunicipios = `dos ${count(base.municipios, "município", "municípios")}${isFiltrado ? " do filtro" : ""}`;
  const parte = isValor(tudo.parteDosMunicipios) ? ` (${formatPercent(tudo.parteDosMunicipios.valor)})` : "";
  const necessidade = base.necessitados === 0 ? "" : ` e a ${formatNumber(tudo.necessitados)} dos ${formatNumber(base.necessitados)} com mais necessidade`;
  const alcance = tudo.municipios === 0 ? `Nenhum apoio registrado chegou a um ${dosMunicipios}` : `O apoio chegou a ${formatNumber(tudo.municipios)} ${dosMunicipios}${parte}${necessidade}`;
  if (doPlano.length === 0) return `Nenhuma linha pactuada para comparar, ${quando}. ${alcance}.`;
  const plano =
    sem === 0
      ? `As ${formatNumber(doPlano.length)} linhas pactuadas tiveram algo realizado ${quando}.`
      : com === 0
        ? `Nenhuma das ${formatNumber(doPlano.length)} linhas pactuadas teve algo realizado ${quando}.`
        : `Das ${formatNumber(doPlano.length)} linhas pactuadas, ${formatNumber(com)} ${com === 1 ? "teve" : "tiveram"} algo realizado ${quando}; ${formatNumber(sem)} não ${sem === 1 ? "teve" : "tiveram"} nada.`;
  return `${plano} ${alcance}.`;
}

/** What became of a line with nothing held: "2 eventos previstos adiante; 3 no tema por outra estratégia; 1 realizado no período anterior". */
export function porQueNada({ previstos, previstosVencidos, porOutraEstrategia, antes }: LinhaDaMatriz): string {
  const partes = [
    ...(previstos === 0 ? [] : [`${count(previstos, "evento previsto", "eventos previstos")} adiante`]),
    ...(previstosVencidos === 0 ? [] : [`${count(previstosVencidos, "previsto passou", "previstos passaram")} do dia sem se dizer o que houve`]),
    ...(porOutraEstrategia === 0 ? [] : [`${count(porOutraEstrategia, "evento", "eventos")} no tema por outra estratégia`]),
    ...(antes === null || antes.realizados === 0 ? [] : [`${count(antes.realizados, "realizado", "realizados")} no período anterior`]),
  ];
  return partes.length === 0 ? "nada previsto nem realizado" : partes.join("; ");
}

/** What a record of strategies nobody recognises leaves out of every line; null where it leaves nothing. */
export function semEstrategiaEmPalavras(eventos: number, quando: string): string | null {
  if (eventos === 0) return null;
  const um = eventos === 1;
  return `${count(eventos, "evento realizado", "eventos realizados")} ${quando} ${um ? "tem estratégia que não se reconhece e não conta" : "têm estratégia que não se reconhece e não contam"} em nenhuma linha do plano.`;
}

/** "Encontros de apoio técnico: 2; Monitoramento: 9 (não é estratégia da linha)". */
export function estrategiasEmPalavras({ porEstrategia, linha }: Pick<LinhaDaMatriz, "porEstrategia" | "linha">): string {
  return porEstrategia.map(({ id, nome, eventos }) => `${nome}: ${formatNumber(eventos)}${linha === null || linha.estrategias.includes(id) ? "" : " (não é estratégia da linha)"}`).join("; ");
}

/** What stands under the matrix: rows that are in no count, and what the shares are of. */
export function ressalvas({ base, deFora, noFuturo, cancelados, previstosSemDia }: CoberturaDoPacto, isFiltrado: boolean): string[] {
  const linhas = (n: number): string => count(n, "linha do registro", "linhas do registro", "f");
  return [
    ...(base.semPopulacao === 0 ? [] : [`A parte da população é dos municípios de população conhecida: ${count(base.semPopulacao, "município fica", "municípios ficam")} de fora.`]),
    ...(noFuturo === 0 ? [] : [`${linhas(noFuturo)} ${noFuturo === 1 ? "diz realizado um evento" : "dizem realizados eventos"} de dia que ainda não chegou: não ${noFuturo === 1 ? "conta" : "contam"}; confira a data.`]),
    ...(cancelados === 0 ? [] : [`${linhas(cancelados)} de eventos cancelados no período, que não contam.`]),
    ...(previstosSemDia === 0 ? [] : [`${linhas(previstosSemDia)} de eventos previstos sem dia marcado, que não entram em nenhum período.`]),
    ...(deFora === 0 ? [] : [`${linhas(deFora)} de municípios ${isFiltrado ? "fora do filtro ou " : ""}que não estão na lista.`]),
  ];
}

/** Where the most-in-need third comes from. */
export function deOndeVemOTerco(noTerco: number | null, comNota: number, indice: string): string {
  if (noTerco === null) return "A parte dos municípios com mais necessidade não pode ser contada: nenhum índice em uso dá nota aos municípios.";
  return `“Terço com mais necessidade”: os ${formatNumber(noTerco)} municípios de nota mais alta no ${indice}, pelo método do território, entre os ${formatNumber(comNota)} que têm nota; é o terço de todo o território, com filtro ou sem ele.`;
}

/** "+3", "−2", "0". */
export function comSinal(valor: number): string {
  return `${valor > 0 ? "+" : ""}${formatNumber(valor)}`;
}
