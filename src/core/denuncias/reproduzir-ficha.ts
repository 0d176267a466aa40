import type { CasosEmColunas } from "./colunas.ts";
import { codigoDoPasso, DESFECHOS, PASSOS, SEM_CODIGO, SEM_DIA } from "./passos.ts";

const P = PASSOS.length;
const D = DESFECHOS.length;
const DESFECHO = codigoDoPasso("desfecho");
const DISTRIBUICAO = codigoDoPasso("distribuicao");
const REGISTRO = codigoDoPasso("registro");

/** What the events of one case come to; one of these is written over for each case. */
export interface Ficha {
  /** First possible day of each step; `SEM_DIA` = none. */
  readonly dia: Int32Array;
  /** First day of each step that is not possible, for want of a better one. */
  readonly diaImpossivel: Int32Array;
  readonly diaDoDesfecho: Int32Array;
  readonly diaImpossivelDoDesfecho: Int32Array;
  /** Bits of the steps with any event. */
  presentes: number;
  /** Those that happened up to today, on whatever day. */
  aconteceram: number;
  /** Those with a row of their own in the extract of events. */
  comAndamento: number;
  /** Those with an event after today. */
  futuros: number;
  desfechos: number;
  /** A finding without its kind. */
  semTipo: boolean;
  superintendencia: number;
}

export function novaFicha(): Ficha {
  return {
    dia: new Int32Array(P),
    diaImpossivel: new Int32Array(P),
    diaDoDesfecho: new Int32Array(D),
    diaImpossivelDoDesfecho: new Int32Array(D),
    presentes: 0,
    aconteceram: 0,
    comAndamento: 0,
    futuros: 0,
    desfechos: 0,
    semTipo: false,
    superintendencia: SEM_CODIGO,
  };
}

/**
 * Reads the events of a case into the sheet: the first possible day of each step, in
 * whatever order they stand. A day of the complaint's own row counts only where the
 * extract of events has none for the step.
 * @param de first possible day
 * @param hoje last possible day
 */
export function lerEventos(ficha: Ficha, casos: CasosEmColunas, caso: number, de: number, hoje: number): void {
  limpar(ficha);
  const [inicio, fim] = [casos.inicio[caso] ?? 0, casos.inicio[caso + 1] ?? 0];
  let ultimaDistribuicao = SEM_DIA;
  let temDaLinha = false;
  let ditos = 0;
  for (let e = inicio; e < fim; e += 1) {
    if (casos.daLinha[e] === 1) {
      temDaLinha = true;
      continue;
    }
    const passo = casos.passo[e] ?? 0;
    ficha.comAndamento |= 1 << passo;
    const detalhe = casos.detalhe[e] ?? SEM_CODIGO;
    const dia = anotar(ficha, passo, casos.dia[e] ?? SEM_DIA, detalhe, de, hoje);
    if (dia !== null && dia !== SEM_DIA) ditos |= 1 << passo;
    if (passo === DISTRIBUICAO && detalhe !== SEM_CODIGO && dia !== null && dia >= ultimaDistribuicao) {
      ultimaDistribuicao = dia;
      ficha.superintendencia = detalhe;
    }
  }
  for (let e = inicio; temDaLinha && e < fim; e += 1) {
    const passo = casos.passo[e] ?? 0;
    if (casos.daLinha[e] === 0) continue;
    if ((ditos & (1 << passo)) !== 0) continue;
    anotar(ficha, passo, casos.dia[e] ?? SEM_DIA, casos.detalhe[e] ?? SEM_CODIGO, de, hoje);
  }
  const registro = casos.registro[caso] ?? SEM_DIA;
  if (ficha.dia[REGISTRO] === SEM_DIA && registro !== SEM_DIA) anotar(ficha, REGISTRO, registro, SEM_CODIGO, de, hoje);
}

/** Writes one event down; answers its day where it is possible, `SEM_DIA` where it is not, null where it is yet to come. */
function anotar(ficha: Ficha, passo: number, dia: number, detalhe: number, de: number, hoje: number): number | null {
  const bit = 1 << passo;
  ficha.presentes |= bit;
  if (dia > hoje) {
    ficha.futuros |= bit;
    menor(ficha.diaImpossivel, passo, dia);
    return null;
  }
  ficha.aconteceram |= bit;
  const isPossivel = dia >= de;
  menor(isPossivel ? ficha.dia : ficha.diaImpossivel, passo, dia);
  if (passo === DESFECHO) {
    if (detalhe === SEM_CODIGO) ficha.semTipo = true;
    else {
      ficha.desfechos |= 1 << detalhe;
      menor(isPossivel ? ficha.diaDoDesfecho : ficha.diaImpossivelDoDesfecho, detalhe, dia);
    }
  }
  return isPossivel ? dia : SEM_DIA;
}

function menor(dias: Int32Array, posicao: number, dia: number): void {
  const atual = dias[posicao] ?? SEM_DIA;
  if (dia !== SEM_DIA && (atual === SEM_DIA || dia < atual)) dias[posicao] = dia;
}

function limpar(ficha: Ficha): void {
  ficha.dia.fill(SEM_DIA);
  ficha.diaImpossivel.fill(SEM_DIA);
  ficha.diaDoDesfecho.fill(SEM_DIA);
  ficha.diaImpossivelDoDesfecho.fill(SEM_DIA);
  ficha.presentes = 0;
  ficha.aconteceram = 0;
  ficha.comAndamento = 0;
  ficha.futuros = 0;
  ficha.desfechos = 0;
  ficha.semTipo = false;
  ficha.superintendencia = SEM_CODIGO;
}
