import { formatDate, formatNumber, joinPt } from "../../../core/format.ts";
import { type Municipio, PORTE_ROTULO } from "../../../core/municipio.ts";
import type { FiltrosComuns } from "../estado.ts";
import type { PeriodoDaPagina } from "../parte.ts";

/** "01/11/2025 a 31/10/2026". */
export function periodoEmPalavras({ de, ate }: Pick<PeriodoDaPagina, "de" | "ate">): string {
  return `${formatDate(de)} a ${formatDate(ate)}`;
}

/** The filters of place in words, for the head of exports; none when there is none. */
export function lugaresEmPalavras({ regioes, portes }: Pick<FiltrosComuns, "regioes" | "portes">, nomesRegioes: ReadonlyMap<number, string>): string[] {
  return [
    ...(regioes.length === 0 ? [] : [`região: ${joinPt(nomesDe(regioes, nomesRegioes))}`]),
    ...(portes.length === 0 ? [] : [`porte: ${joinPt(portes.map((porte) => PORTE_ROTULO[porte]))}`]),
  ];
}

/** " da região de Sinop de porte Médio ou Grande"; empty without filters of place. */
export function lugarNaFrase({ regioes, portes }: Pick<FiltrosComuns, "regioes" | "portes">, nomesRegioes: ReadonlyMap<number, string>): string {
  const onde = regioes.length === 0 ? "" : ` ${regioes.length === 1 ? "da região" : "das regiões"} de ${joinPt(nomesDe(regioes, nomesRegioes))}`;
  return portes.length === 0 ? onde : `${onde} de porte ${joinOu(portes.map((porte) => PORTE_ROTULO[porte]))}`;
}

/** "a, b ou c": the choices of one filter widen it. */
export function joinOu(itens: readonly string[]): string {
  return itens.length < 2 ? itens.join("") : `${itens.slice(0, -1).join(", ")} ou ${itens.at(-1)}`;
}

function nomesDe(regioes: readonly number[], nomesRegioes: ReadonlyMap<number, string>): string[] {
  return regioes.map((codigo) => nomesRegioes.get(codigo) ?? `região ${codigo}`);
}

/** "região de Sinop · porte Médio · 41.236 habitantes": what a panel says of its municipality. */
export function lugarEmPalavras({ regiaoImediata, porte, populacao }: Municipio): string {
  return [
    regiaoImediata === null ? "região: sem dado" : `região de ${regiaoImediata.nome}`,
    porte === null ? "porte: sem dado" : `porte ${PORTE_ROTULO[porte]}`,
    populacao === null ? "população: sem dado" : `${formatNumber(populacao)} habitantes`,
  ].join(" · ");
}
