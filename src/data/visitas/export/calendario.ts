import { addDays, type CivilDate } from "../../../core/civil-date.ts";
import { formatDate, formatNumber } from "../../../core/format.ts";
import type { NomeDe } from "../../../core/visitas/motivos.ts";
import type { PlanoDeVisitas, Viagem } from "../../../core/visitas/plano.ts";
import { DEMONSTRATION_MARK } from "../../export/csv.ts";
import { sequenciaDoInstante, type EventoIcs } from "../../export/ics.ts";
import { sha256OfText } from "../../sha256.ts";
import type { EstadoDoCalendario, EventoExportado } from "./calendario-estado.ts";
import { casarViagens } from "./casar-viagens.ts";
import { diasDe, diasUteis } from "./palavras.ts";

/** What a calendar says besides the plan. */
export interface OpcoesDoCalendario {
  /** First day of the plan's first quarter (`Ajustes.inicio`). */
  readonly inicio: CivilDate;
  /** The day counted as today: a tour begun before it is history, neither moved nor cancelled. */
  readonly hoje: CivilDate;
  /** Teams whose calendars are written; null for all, those no longer in the plan included. */
  readonly equipes: readonly string[] | null;
  readonly nome: NomeDe;
  /** Name of a team by its id: "Equipe 1". */
  readonly equipe: (id: string) => string;
  /** Instant of writing, UTC: "2026-11-22T13:17:51Z". */
  readonly agora: string;
  /** Rule of the per diems, cited; null where the territory names none. */
  readonly regraDasDiarias: string | null;
  /** Says which visits are required, and marks the calendar as of internal use. */
  readonly interno: boolean;
  readonly demonstracao: boolean;
}

/** An event of a team: a tour, or the last day to ask for its per diems. */
export interface EventoDeCalendario extends Omit<EventoIcs, "ocupa" | "lembrete"> {
  readonly equipe: string;
  readonly tipo: "viagem" | "diarias";
}

export interface CalendarioAtualizado {
  /** Of the teams asked for. */
  readonly eventos: readonly EventoDeCalendario[];
  /** To be handed in at the next writing. */
  readonly estado: EstadoDoCalendario;
}

/**
 * The calendars of a plan, each tour an event and the last day to ask for its per
 * diems another. A tour keeps the event of the earlier calendar it has most
 * municipalities in common with, so that a second import updates it: the UID is
 * the same, and SEQUENCE rises if anything in it changed (RFC 5546, §2.1.4). Tours
 * that are no more are cancelled. A pure function: same arguments, same events.
 *
 * @param anterior what the last call returned; null, or of another period, for the first
 * @throws RangeError for an instant that is not UTC in ISO 8601
 */
export function atualizarCalendario(
  anterior: EstadoDoCalendario | null,
  plano: Pick<PlanoDeVisitas, "viagens">,
  opcoes: OpcoesDoCalendario,
): CalendarioAtualizado {
  const agora = sequenciaDoInstante(opcoes.agora);
  const antes = anterior?.inicio === opcoes.inicio ? anterior.eventos : [];
  const equipes = opcoes.equipes ?? [...antes, ...plano.viagens].map(({ equipe }) => equipe);
  const pedidas = [...new Set(equipes)].sort();
  const exportados = pedidas.flatMap((equipe) => daEquipe(equipe, antes, plano.viagens, agora, opcoes));
  const outros = antes.filter(({ equipe }) => !pedidas.includes(equipe));
  return {
    eventos: exportados
      .filter(({ evento, viagem }) => viagem !== null || evento.cancelado)
      .flatMap(({ evento, viagem }) => [eventoDaViagem(evento, viagem, opcoes), eventoDasDiarias(evento, viagem, opcoes)]),
    estado: { versao: 1, inicio: opcoes.inicio, eventos: [...outros, ...exportados.map(({ evento }) => evento)] },
  };
}

interface Exportado {
  readonly evento: EventoExportado;
  /** Null for a tour that is no more, or is history. */
  readonly viagem: Viagem | null;
}

function daEquipe(
  equipe: string,
  todos: readonly EventoExportado[],
  viagens: readonly Viagem[],
  agora: number,
  opcoes: OpcoesDoCalendario,
): Exportado[] {
  const antes = todos.filter((evento) => evento.equipe === equipe);
  const depois = viagens.filter((viagem) => viagem.equipe === equipe);
  const pares = casarViagens(antes, depois, opcoes.hoje);
  const casados = new Set(pares.filter((par) => par !== null));
  let proximo = antes.reduce((maior, { numero }) => Math.max(maior, numero), 0);
  const vivos = depois.map((viagem, i): Exportado => {
    const par = pares[i] ?? null;
    const velho = par === null ? undefined : antes[par];
    return { viagem, evento: novoEvento(viagem, velho?.numero ?? ++proximo, velho ?? null, agora, opcoes) };
  });
  const mortos = antes.flatMap((evento, i): Exportado[] =>
    casados.has(i) ? [] : [{ viagem: null, evento: evento.inicio < opcoes.hoje ? evento : cancelar(evento, agora) }],
  );
  return [...vivos, ...mortos].sort((a, b) => a.evento.numero - b.evento.numero);
}

function novoEvento(
  viagem: Viagem,
  numero: number,
  velho: EventoExportado | null,
  agora: number,
  opcoes: OpcoesDoCalendario,
): EventoExportado {
  const evento: EventoExportado = {
    numero,
    equipe: viagem.equipe,
    sequencia: agora,
    inicio: viagem.inicio,
    fim: viagem.fim,
    municipios: viagem.paradas.map(({ codigo }) => codigo),
    pedirDiariasAte: viagem.pedirDiariasAte,
    texto: opcoes.interno ? "" : impressaoDigital(viagem, opcoes),
    cancelado: false,
  };
  if (velho === null) return evento;
  const igual = !velho.cancelado && evento.texto !== "" && evento.texto === velho.texto;
  return { ...evento, sequencia: igual ? velho.sequencia : Math.max(velho.sequencia + 1, agora) };
}

function cancelar(evento: EventoExportado, agora: number): EventoExportado {
  return evento.cancelado ? evento : { ...evento, cancelado: true, texto: "", sequencia: Math.max(evento.sequencia + 1, agora) };
}

/** Of all that a reader of the calendar sees of a tour. */
function impressaoDigital(viagem: Viagem, opcoes: OpcoesDoCalendario): string {
  return sha256OfText(
    [viagem.inicio, viagem.fim, viagem.pedirDiariasAte, tituloDaViagem(viagem, opcoes), textoDaViagem(viagem, opcoes)].join("\n"),
  );
}

function eventoDaViagem(evento: EventoExportado, viagem: Viagem | null, opcoes: OpcoesDoCalendario): EventoDeCalendario {
  const { equipe, numero, sequencia, inicio, fim } = evento;
  const comum = { uid: uid("viagem", opcoes.inicio, equipe, numero), equipe, sequencia, tipo: "viagem" as const };
  const dias = { inicio, depois: addDays(fim, 1), interno: opcoes.interno };
  if (viagem === null) {
    const titulo = `${marcas(opcoes)}${opcoes.equipe(equipe)}, viagem cancelada: ${evento.municipios.map(opcoes.nome).join(", ")}`;
    return { ...comum, ...dias, titulo, texto: "Esta viagem saiu do plano.", lugar: null, cancelado: true };
  }
  return {
    ...comum,
    ...dias,
    titulo: tituloDaViagem(viagem, opcoes),
    texto: textoDaViagem(viagem, opcoes),
    lugar: viagem.paradas.map(({ codigo }) => opcoes.nome(codigo)).join(", "),
    cancelado: false,
  };
}

function eventoDasDiarias(evento: EventoExportado, viagem: Viagem | null, opcoes: OpcoesDoCalendario): EventoDeCalendario {
  const { equipe, numero, sequencia, inicio, pedirDiariasAte } = evento;
  const saida = `viagem de ${formatDate(inicio)}, ${opcoes.equipe(equipe)}`;
  return {
    uid: uid("diarias", opcoes.inicio, equipe, numero),
    equipe,
    sequencia,
    tipo: "diarias",
    titulo: `${marcas(opcoes)}${viagem === null ? "Diárias canceladas" : "Último dia para pedir diárias"}: ${saida}`,
    texto: viagem === null ? "A viagem saiu do plano." : linhaDasDiarias(viagem, opcoes),
    lugar: null,
    inicio: pedirDiariasAte,
    depois: addDays(pedirDiariasAte, 1),
    cancelado: viagem === null,
    interno: opcoes.interno,
  };
}

function tituloDaViagem(viagem: Viagem, opcoes: OpcoesDoCalendario): string {
  return `${marcas(opcoes)}${opcoes.equipe(viagem.equipe)}: ${viagem.paradas.map(({ codigo }) => opcoes.nome(codigo)).join(", ")}`;
}

function textoDaViagem(viagem: Viagem, opcoes: OpcoesDoCalendario): string {
  const { nome, interno, demonstracao } = opcoes;
  return [
    ...(interno ? ["USO INTERNO: não repasse."] : []),
    ...(demonstracao ? [`${DEMONSTRATION_MARK}: registros fictícios, não use para decidir.`] : []),
    `${opcoes.equipe(viagem.equipe)}. Saída e volta: ${diasDe(viagem.inicio, viagem.fim)}, ${diasUteis(viagem.dias)}, ${formatNumber(viagem.km)} km.`,
    ...viagem.paradas.map(
      ({ codigo, chegada, saida, motivo }, i) =>
        `${i + 1}. ${nome(codigo)}: ${diasDe(chegada, saida)}${interno && motivo.tipo === "exigido" ? " (visita exigida)" : ""}`,
    ),
    linhaDasDiarias(viagem, opcoes),
  ].join("\n");
}

function linhaDasDiarias({ pedirDiariasAte, comPassagem }: Viagem, { regraDasDiarias }: OpcoesDoCalendario): string {
  const passagem = comPassagem ? ", com passagem aérea" : "";
  return `Pedir diárias até ${formatDate(pedirDiariasAte)}${passagem}${regraDasDiarias === null ? "" : ` (${regraDasDiarias})`}.`;
}

function marcas({ interno, demonstracao }: OpcoesDoCalendario): string {
  return `${interno ? "[uso interno] " : ""}${demonstracao ? "[demonstração] " : ""}`;
}

function uid(tipo: string, inicio: CivilDate, equipe: string, numero: number): string {
  return `${tipo}-${inicio}-${equipe}-${String(numero).padStart(2, "0")}@mirante-suas`;
}

