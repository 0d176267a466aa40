import { addDays } from "../../../core/civil-date.ts";
import type { Prazo, RegraDaCasa, Unidade } from "../../../core/denuncias/prazos.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { capitalize, count, formatDate, formatNumber } from "../../../core/format.ts";
import { DEMONSTRATION_MARK } from "../../export/csv.ts";
import { escreverEventos, sequenciaDoInstante, type EventoIcs } from "../../export/ics.ts";
import { sha256OfText } from "../../sha256.ts";
import type { ItemDaAgenda } from "../perguntas.ts";

export interface OpcoesDaAgenda {
  readonly prazos: readonly Prazo[];
  readonly regra: RegraDaCasa;
  /** Name of the unit that has to do it. */
  readonly unidade: (item: ItemDaAgenda) => string;
  /** Short name of a norm by its id. */
  readonly norma: (id: string) => string;
  /** Its filters (house rule, today and calendar among them) and the demonstration mark go into every event. */
  readonly cabecalho: ExportHeader;
  /** Instant of writing, UTC: "2026-11-22T13:17:51Z". */
  readonly agora: string;
}

/** More events than any calendar shows to good purpose; each takes the page a millisecond. */
export const MAXIMO_DE_EVENTOS = 5000;

/** Too many dues for a calendar; the message says what to do. */
export class AgendaGrande extends RangeError {}

const PRODUTO = "-//mirante-suas//prazos das denuncias//PT-BR";
const TAMANHO_DO_UID = 32;

/**
 * What falls due as a calendar (RFC 5545): one all-day event a term, on the day in
 * force, with the other date in its text where the norm does not say how to count. The
 * same term of the same protocol keeps its UID, so that a later file moves it. It says
 * protocol, step, unit and article, nothing of who complained, and is marked confidential.
 * @throws AgendaGrande past `MAXIMO_DE_EVENTOS`
 * @throws RangeError for an instant that is not UTC in ISO 8601, or an item of a term that is not in `prazos`
 */
export async function escreverAgenda(itens: readonly ItemDaAgenda[], opcoes: OpcoesDaAgenda): Promise<string> {
  if (itens.length > MAXIMO_DE_EVENTOS) {
    throw new AgendaGrande(
      `a agenda tem ${formatNumber(itens.length)} prazos e um calendário leva até ${formatNumber(MAXIMO_DE_EVENTOS)}: escolha uma unidade nos filtros ou baixe o CSV`,
    );
  }
  const sequencia = sequenciaDoInstante(opcoes.agora);
  const eventos = itens.map((item) => evento(item, sequencia, opcoes));
  return escreverEventos(eventos, { produto: PRODUTO, nome: opcoes.cabecalho.titulo, agora: opcoes.agora });
}

function evento(item: ItemDaAgenda, sequencia: number, opcoes: OpcoesDaAgenda): EventoIcs {
  const prazo = opcoes.prazos.find(({ id }) => id === item.prazo);
  if (prazo === undefined) throw new RangeError(`the term "${item.prazo}" is not among those given`);
  const { demonstracao } = opcoes.cabecalho;
  return {
    uid: `prazo-${sha256OfText(`${item.protocolo}\u0000${item.prazo}`).slice(0, TAMANHO_DO_UID)}@mirante-suas`,
    sequencia,
    titulo: `${demonstracao ? `${DEMONSTRATION_MARK}: ` : ""}vence ${prazo.nome}, ${item.protocolo}`,
    texto: texto(item, prazo, opcoes),
    lugar: null,
    inicio: item.vence,
    depois: addDays(item.vence, 1),
    cancelado: false,
    interno: true,
    ocupa: false,
    lembrete: true,
  };
}

function texto(item: ItemDaAgenda, prazo: Prazo, { unidade, norma, regra, cabecalho }: OpcoesDaAgenda): string {
  return [
    ...(cabecalho.demonstracao ? [`${DEMONSTRATION_MARK}: registros fictícios, não use para decidir`] : []),
    `Protocolo: ${item.protocolo}`,
    `Passo esperado: ${prazo.nome}`,
    `Com quem está: ${unidade(item)}`,
    `Prazo: ${DIAS[prazo.unidade](prazo.n)} (${norma(prazo.norma)}, ${prazo.artigo})`,
    `Vence: ${vencimento(item, prazo, regra)}`,
    ...cabecalho.filtros.map(capitalize),
    "Uso interno.",
  ].join("\n");
}

const DIAS: Readonly<Record<Unidade, (n: number) => string>> = {
  corridos: (n) => count(n, "dia corrido", "dias corridos"),
  uteis: (n) => count(n, "dia útil", "dias úteis"),
  silente: (n) => `${count(n, "dia", "dias")}, sem a norma dizer se corridos ou úteis`,
};

function vencimento({ vence, venceCorridos, venceUteis }: ItemDaAgenda, { unidade }: Prazo, regra: RegraDaCasa): string {
  if (unidade !== "silente" || venceCorridos === venceUteis) return formatDate(vence);
  const datas = `${formatDate(venceCorridos)} em dias corridos, ${formatDate(venceUteis)} em dias úteis`;
  return regra === null ? `${datas}; o evento está na primeira, porque nenhuma regra da casa foi escolhida` : `${formatDate(vence)}, pela regra da casa (${datas})`;
}
