import { codigoDoPasso, DESFECHOS, SEM_DIA } from "./passos.ts";
import { ESPERAS, ESTADOS, type Espera, type EstadoDoCaso } from "./reproducao.ts";
import type { Ficha } from "./reproduzir-ficha.ts";

const ANALISE = codigoDoPasso("analise-preliminar");
const OUTRO_ORGAO = codigoDoPasso("encaminhamento-outro-orgao");
const AO_MUNICIPIO = codigoDoPasso("encaminhamento-municipio");
const NOTIFICACAO = codigoDoPasso("notificacao");
const MANIFESTACAO = codigoDoPasso("manifestacao");
const DISTRIBUICAO = codigoDoPasso("distribuicao");
const VERIFICACAO = codigoDoPasso("verificacao");
const RELATORIO = codigoDoPasso("relatorio");
const MANIFESTACAO_TECNICA = codigoDoPasso("manifestacao-tecnica");
const DESFECHO = codigoDoPasso("desfecho");
const CONTROLE = codigoDoPasso("encaminhamento-controle");
const RESPOSTA = codigoDoPasso("resposta");
const ARQUIVAMENTO = codigoDoPasso("arquivamento");
const INDICIO = DESFECHOS.indexOf("indicio-de-irregularidade");

/** Later than any day. */
export const NUNCA = 2147483647;

/** Where a case came to; one of these is written over for each case. */
export interface Desenlace {
  /** Position in `ESTADOS` and in `ESPERAS`. */
  estado: number;
  espera: number;
  /** Day on which nothing more was waited for; `SEM_DIA` = open, or not known. */
  encerramento: number;
  /** The step that ended the apuração; -1 = it is not over. */
  passoDoFim: number;
  /** Day on which the apuração was over; `NUNCA` = it is not, or the day is not known. */
  fim: number;
  /** Day on which it was both over and answered, whatever the archiving; `NUNCA` = none. */
  concluido: number;
  /** It ended without a recorded finding, by an answer that came after the technical opinion. */
  semDesfecho: boolean;
}

export function novoDesenlace(): Desenlace {
  return { estado: 0, espera: 0, encerramento: SEM_DIA, passoDoFim: -1, fim: NUNCA, concluido: NUNCA, semDesfecho: false };
}

/** What the row of a case without any event of its own says of where it stands: there is nowhere else to read it. */
export type DeclaradaNaLinha = "em-analise-preliminar" | "respondida" | null;

/** The state of a case and whose turn it is, by the steps that happened (Res. CIB/MT 012/2025 arts. 5 to 12). */
export function decidir(d: Desenlace, ficha: Ficha, naLinha: DeclaradaNaLinha): void {
  const houve = (passo: number): boolean => (ficha.aconteceram & (1 << passo)) !== 0;
  const passoDoFim = fimDaApuracao(d, ficha, naLinha === "respondida");
  d.passoDoFim = passoDoFim;
  const isRespondida = houve(RESPOSTA);
  const resposta = ficha.dia[RESPOSTA] ?? SEM_DIA;
  d.concluido = passoDoFim >= 0 && resposta !== SEM_DIA && d.fim !== NUNCA ? Math.max(d.fim, resposta) : NUNCA;
  d.encerramento = d.concluido === NUNCA ? SEM_DIA : d.concluido;
  if (houve(ARQUIVAMENTO)) {
    const dia = ficha.dia[ARQUIVAMENTO] ?? SEM_DIA;
    if (dia !== SEM_DIA && dia < d.concluido) d.encerramento = dia;
    em(d, "arquivada", "ninguem");
  } else if (passoDoFim >= 0 && isRespondida) {
    if (passoDoFim === OUTRO_ORGAO) em(d, "encaminhada-outro-orgao", "ninguem");
    else if (passoDoFim === AO_MUNICIPIO) em(d, "encaminhada-municipio", "ninguem");
    else em(d, "encerrada", "ninguem");
  } else if (passoDoFim >= 0) em(d, "aguardando-resposta", "ouvidoria");
  else if ((ficha.desfechos & (1 << INDICIO)) !== 0) em(d, "aguardando-controle", "estado");
  else if (houve(MANIFESTACAO_TECNICA) || houve(DESFECHO)) em(d, "aguardando-desfecho", "estado");
  else if (houve(VERIFICACAO) && !houve(RELATORIO)) em(d, "em-verificacao", "estado");
  else if (houve(MANIFESTACAO) || houve(DISTRIBUICAO)) em(d, "em-analise-tecnica", "estado");
  else if (houve(NOTIFICACAO)) em(d, "aguardando-manifestacao", "municipio");
  else if (houve(RELATORIO)) em(d, "em-analise-tecnica", "estado");
  else if (houve(ANALISE)) em(d, "em-analise-preliminar", "estado");
  else em(d, naLinha === "em-analise-preliminar" ? "em-analise-preliminar" : "registrada", "ouvidoria");
}

/**
 * The step that ended the apuração, the earliest of those that do; -1 = it is not over.
 * An indício that was not sent to the control bodies keeps it open, whatever else happened (art. 11).
 * A row has no column for the finding: one declared answered, with its answer and its technical opinion, is over at the later of the two.
 */
function fimDaApuracao(d: Desenlace, ficha: Ficha, declaradaRespondida: boolean): number {
  const { dia, aconteceram, desfechos } = ficha;
  d.fim = NUNCA;
  d.semDesfecho = false;
  const houve = (passo: number): boolean => (aconteceram & (1 << passo)) !== 0;
  if ((desfechos & (1 << INDICIO)) !== 0 && !houve(CONTROLE)) return -1;
  let passoDoFim = -1;
  const propor = (passo: number, quando: number): void => {
    if (passoDoFim >= 0 && (quando === SEM_DIA || quando >= d.fim)) return;
    passoDoFim = passo;
    if (quando !== SEM_DIA) d.fim = quando;
  };
  if (houve(OUTRO_ORGAO)) propor(OUTRO_ORGAO, dia[OUTRO_ORGAO] ?? SEM_DIA);
  if (houve(AO_MUNICIPIO)) propor(AO_MUNICIPIO, dia[AO_MUNICIPIO] ?? SEM_DIA);
  if (houve(CONTROLE)) propor(CONTROLE, dia[CONTROLE] ?? SEM_DIA);
  else if (desfechos !== 0) propor(DESFECHO, ultimoDesfecho(ficha));
  if (passoDoFim >= 0 || houve(DESFECHO) || houve(ARQUIVAMENTO)) return passoDoFim;
  const [tecnica, resposta] = [dia[MANIFESTACAO_TECNICA] ?? SEM_DIA, dia[RESPOSTA] ?? SEM_DIA];
  if (tecnica === SEM_DIA || resposta === SEM_DIA || (resposta < tecnica && !declaradaRespondida)) return -1;
  d.semDesfecho = true;
  d.fim = Math.max(tecnica, resposta);
  return RESPOSTA;
}

/** Day of the last kind of finding to be found. */
function ultimoDesfecho({ diaDoDesfecho, desfechos }: Ficha): number {
  let ultimo = SEM_DIA;
  for (let k = 0; k < DESFECHOS.length; k += 1) {
    const dia = diaDoDesfecho[k] ?? SEM_DIA;
    if ((desfechos & (1 << k)) !== 0 && dia > ultimo) ultimo = dia;
  }
  return ultimo;
}

function em(d: Desenlace, estado: EstadoDoCaso, espera: Espera): void {
  d.estado = ESTADOS.indexOf(estado);
  d.espera = ESPERAS.indexOf(espera);
}
