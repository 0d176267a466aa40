import { addDays, type CivilDate } from "../../src/core/civil-date.ts";
import type { Desfecho, Passo, Superintendencia } from "../../src/core/denuncias/passos.ts";
import type { MotivoArquivamento, Situacao, TemaDenuncia } from "../../src/data/contracts/denuncias.ts";
import { addEventDefects } from "./andamentos-defeitos.ts";
import type { CasoDemo } from "./denuncias-caso.ts";
import { FIM } from "./places.ts";
import type { Random } from "./random.ts";

/** One row of the demonstration events; the columns of the contract. */
export interface AndamentoDemo {
  readonly protocolo: string;
  passo: Passo;
  data: CivilDate | null;
  desfecho: Desfecho | null;
  motivo_arquivamento: MotivoArquivamento | null;
  readonly superintendencia: Superintendencia | null;
}

/** Days before the last one in which things are still under way; older cases were seen to by somebody. */
const RECENTE = 75;
/** Days in which an indício may still wait to be sent to the bodies of control. */
const INDICIO_RECENTE = 30;

const SUPERINTENDENCIA: Readonly<Record<TemaDenuncia, Superintendencia | null>> = {
  "recursos-fmas": "gestao-suas",
  "controle-social": "gestao-suas",
  "trabalhadores-suas": "gestao-suas",
  "atendimento-cras": "servicos",
  "atendimento-creas": "servicos",
  acolhimento: "servicos",
  "cadastro-unico": "beneficios",
  "bolsa-familia": "beneficios",
  bpc: "beneficios",
  "beneficios-eventuais": "beneficios",
  outro: null,
};

const ENCAMINHAMENTO: Readonly<Partial<Record<Situacao, Passo>>> = {
  "encaminhada-outro-orgao": "encaminhamento-outro-orgao",
  "encaminhada-controle": "encaminhamento-controle",
};

/**
 * The events of the invented complaints, one protocol after the other, each in the
 * order of its steps. Dates are those of the complaint before the defects of its
 * row were put in, so that where the row was mistyped the two differ.
 * @param casos the complaints as they happened, one a protocol
 * @param linhas the rows of the extract of complaints
 */
export function inventEvents(casos: readonly CasoDemo[], linhas: readonly CasoDemo[], random: Random): AndamentoDemo[] {
  const semRegistro = new Set(linhas.flatMap(({ protocolo, data_registro: registro }) => (registro === null ? [protocolo] : [])));
  const eventos = casos.map((caso) => {
    const todos = eventsOf(caso, random);
    // A day that nobody wrote down in the row is as often missing among the events.
    return semRegistro.has(caso.protocolo) && random.chance(0.5) ? todos.filter(({ passo }) => passo !== "registro") : todos;
  });
  return addEventDefects(casos, eventos, random).flat();
}

function eventsOf(caso: CasoDemo, random: Random): AndamentoDemo[] {
  const { protocolo, data_registro: registro, situacao } = caso;
  const eventos: AndamentoDemo[] = [];
  const add = (passo: Passo, data: CivilDate | null, mais: Partial<AndamentoDemo> = {}): void => {
    if (data !== null) eventos.push({ protocolo, passo, data, desfecho: null, motivo_arquivamento: null, superintendencia: null, ...mais });
  };
  if (registro === null) return eventos;
  add("registro", registro);
  const seguinte = earliest([caso.data_encaminhamento, caso.data_notificacao]);
  if (situacao !== "registrada") add("analise-preliminar", between(registro, addDays(registro, 4), seguinte, random));
  if (caso.data_notificacao === null) add(ENCAMINHAMENTO[situacao] ?? "encaminhamento-municipio", caso.data_encaminhamento);
  add("notificacao", caso.data_notificacao);
  if (caso.data_notificacao !== null) investigation(caso, add, random);
  add("resposta", caso.data_resposta ?? lateAnswer(caso, random));
  add("arquivamento", caso.data_arquivamento, { motivo_arquivamento: caso.motivo_arquivamento });
  return eventos;
}

type Add = (passo: Passo, data: CivilDate | null, mais?: Partial<AndamentoDemo>) => void;

/** From the municipality's manifestação to what was found (arts. 7 to 11). */
function investigation(caso: CasoDemo, add: Add, random: Random): void {
  const { data_manifestacao: manifestacao, data_manifestacao_tecnica: parecer } = caso;
  add("manifestacao", manifestacao ?? notYetInTheRow(caso, random));
  if (manifestacao === null) return;
  const seguinte = earliest([caso.data_visita, parecer]);
  const dia = between(manifestacao, addDays(manifestacao, 4), seguinte, random);
  if (dia <= FIM) add("distribuicao", dia, { superintendencia: SUPERINTENDENCIA[caso.tema] ?? random.pick(["gestao-suas", "servicos", "beneficios"] as const) });
  add("verificacao", caso.data_visita);
  add("relatorio", caso.data_relatorio);
  add("manifestacao-tecnica", parecer);
  if (parecer !== null) outcome(caso, parecer, add, random);
}

function outcome(caso: CasoDemo, parecer: CivilDate, add: Add, random: Random): void {
  if (caso.situacao === "arquivada") return;
  if (caso.situacao === "encaminhada-controle") {
    const dia = between(parecer, addDays(parecer, 12), caso.data_encaminhamento, random);
    if (random.chance(0.2)) add("desfecho", dia, { desfecho: "dificuldade-na-gestao" });
    add("desfecho", dia, { desfecho: "indicio-de-irregularidade" });
    add("encaminhamento-controle", caso.data_encaminhamento);
    return;
  }
  if (caso.situacao !== "respondida") return;
  const dia = between(parecer, addDays(parecer, 6), caso.data_resposta !== null && caso.data_resposta >= parecer ? caso.data_resposta : null, random);
  // What was found lately may still wait to be sent to the bodies of control (art. 11).
  const desfecho = random.weighted({ "sem-irregularidade": 52, "dificuldade-na-gestao": 40, "indicio-de-irregularidade": isWithin(parecer, INDICIO_RECENTE) ? 60 : 0.5 });
  add("desfecho", dia <= FIM ? dia : FIM, { desfecho });
}

/** An answer that the row of the complaint never got: most of those that are old. */
function lateAnswer(caso: CasoDemo, random: Random): CivilDate | null {
  const ultimo = [caso.data_encaminhamento, caso.data_manifestacao_tecnica].filter((dia) => dia !== null).sort().at(-1) ?? null;
  if (caso.situacao !== "encaminhada-controle" || ultimo === null || isWithin(ultimo, RECENTE) || !random.chance(0.9)) return null;
  return addDays(ultimo, random.integer(1, 20));
}

/** A manifestação that came while the row of the complaint still says that it is waited for. */
function notYetInTheRow({ data_notificacao: notificacao }: CasoDemo, random: Random): CivilDate | null {
  const dia = notificacao === null || !random.chance(0.15) ? null : addDays(notificacao, random.integer(5, 25));
  return dia === null || dia > FIM ? null : dia;
}

function isWithin(dia: CivilDate, dias: number): boolean {
  return dia > addDays(FIM, -dias);
}

/** A day from `de` to `ate`, not after `limite` where there is one. */
function between(de: CivilDate, ate: CivilDate, limite: CivilDate | null, random: Random): CivilDate {
  let dia = de;
  const passos = random.integer(0, 4);
  const ultimo = limite !== null && limite < ate ? limite : ate;
  for (let i = 0; i < passos && addDays(dia, 1) <= ultimo; i += 1) dia = addDays(dia, 1);
  return dia;
}

function earliest(dias: readonly (CivilDate | null)[]): CivilDate | null {
  return dias.filter((dia) => dia !== null).sort()[0] ?? null;
}
