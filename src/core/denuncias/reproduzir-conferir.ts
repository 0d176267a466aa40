import type { CasosEmColunas } from "./colunas.ts";
import { codigoDoPasso, DESFECHOS, PASSOS, SEM_CODIGO, SEM_DIA } from "./passos.ts";
import { type Desenlace, NUNCA } from "./reproduzir-desenlace.ts";
import type { Ficha } from "./reproduzir-ficha.ts";
import { codigoDaInconsistencia, type Lista } from "./reproduzir-lista.ts";
import { bitsDe, EXIGENCIAS, PASSOS_QUE_REPETEM, PRECEDENCIAS } from "./sequencia.ts";

const P = PASSOS.length;
const REGISTRO = codigoDoPasso("registro");
const DESFECHO = codigoDoPasso("desfecho");
const CONTROLE = codigoDoPasso("encaminhamento-controle");
const ARQUIVAMENTO = codigoDoPasso("arquivamento");
const INDICIO = DESFECHOS.indexOf("indicio-de-irregularidade");

const DIA_IMPOSSIVEL = codigoDaInconsistencia("dia-impossivel");
const DIA_NO_FUTURO = codigoDaInconsistencia("dia-no-futuro");
const ANTES_DO_REGISTRO = codigoDaInconsistencia("antes-do-registro");
const FORA_DE_ORDEM = codigoDaInconsistencia("fora-de-ordem");
const FALTA_PASSO = codigoDaInconsistencia("falta-passo");
const DEPOIS_DO_FIM = codigoDaInconsistencia("depois-do-fim");
const REPETIDO = codigoDaInconsistencia("passo-repetido");
const SEM_DATA = codigoDaInconsistencia("sem-data");
const DATAS_DIVERGENTES = codigoDaInconsistencia("datas-divergentes");
const REGISTROS_DIVERGENTES = codigoDaInconsistencia("registros-divergentes");
const SEM_TIPO = codigoDaInconsistencia("desfecho-sem-tipo");
const SEM_MOTIVO = codigoDaInconsistencia("arquivamento-sem-motivo");

const ANTERIORES: readonly (readonly number[])[] = PASSOS.map((passo) =>
  PRECEDENCIAS.filter((p) => p.passo === passo).flatMap((p) => p.depoisDe.map(codigoDoPasso)),
);

const QUE_REPETEM = bitsDe(PASSOS_QUE_REPETEM);

/** Steps that the end of the apuração does not forbid: the answer is another track, and a case may be sent to more bodies. */
const LIVRES_DO_FIM = bitsDe([
  "registro",
  "encaminhamento-outro-orgao",
  "encaminhamento-municipio",
  "encaminhamento-controle",
  "resposta",
  "arquivamento",
]);

/** Steps that may still come after the archiving: the notice to who complained (art. 12, sole §). */
const LIVRES_DO_ARQUIVAMENTO = bitsDe(["registro", "resposta", "arquivamento"]);

const exigencias = EXIGENCIAS.map(({ falta, quando, junto, soComAndamentos }) => ({
  falta: codigoDoPasso(falta),
  quando: bitsDe(quando),
  junto: bitsDe(junto),
  soComAndamentos,
}));

/** Latest first day of the steps that come before each one; one of these is written over for each case. */
const limites = new Int32Array(P);

/**
 * Tells what is wrong with each event of a case, and answers the bits of the steps
 * whose day cannot be relied on. Of a day that is not possible, or not the one that
 * counts, nothing else is told.
 * @param de first possible day
 */
export function conferirEventos(lista: Lista, casos: CasosEmColunas, caso: number, ficha: Ficha, d: Desenlace, de: number, hoje: number): number {
  const registro = ficha.dia[REGISTRO] ?? SEM_DIA;
  const arquivamento = ficha.dia[ARQUIVAMENTO] ?? SEM_DIA;
  for (let passo = 0; passo < P; passo += 1) {
    let limite = SEM_DIA;
    for (const anterior of ANTERIORES[passo] ?? []) limite = Math.max(limite, ficha.dia[anterior] ?? SEM_DIA);
    limites[passo] = limite;
  }
  limites[CONTROLE] = Math.max(limites[CONTROLE] ?? SEM_DIA, ficha.diaDoDesfecho[INDICIO] ?? SEM_DIA);
  // Of an end that came too early nothing is late: it is the end that is told.
  const isFimCedo = d.fim < (limites[d.passoDoFim] ?? SEM_DIA);
  const fimDaApuracao = isFimCedo ? NUNCA : d.fim;
  let duvidas = 0;
  let vistos = 0;
  let desfechosVistos = 0;
  for (let e = casos.inicio[caso] ?? 0, fim = casos.inicio[caso + 1] ?? 0; e < fim; e += 1) {
    const passo = casos.passo[e] ?? 0;
    const dia = casos.dia[e] ?? SEM_DIA;
    const detalhe = casos.detalhe[e] ?? SEM_CODIGO;
    const bit = 1 << passo;
    if (passo === DESFECHO && detalhe === SEM_CODIGO) {
      duvidas |= bit;
      lista.anotar(caso, SEM_TIPO, passo, e);
    }
    if (passo === ARQUIVAMENTO && detalhe === SEM_CODIGO) lista.anotar(caso, SEM_MOTIVO, passo, e);
    if (dia === SEM_DIA || dia < de || dia > hoje) {
      duvidas |= bit;
      lista.anotar(caso, dia === SEM_DIA ? SEM_DATA : dia < de ? DIA_IMPOSSIVEL : DIA_NO_FUTURO, passo, e);
      continue;
    }
    if (casos.daLinha[e] === 1 && (ficha.comAndamento & bit) !== 0) {
      if (temAndamentoNoDia(casos, caso, passo, dia)) continue;
      if (dia !== ficha.dia[passo]) {
        duvidas |= bit;
        lista.anotar(caso, passo === REGISTRO ? REGISTROS_DIVERGENTES : DATAS_DIVERGENTES, passo, e);
        continue;
      }
    }
    if ((QUE_REPETEM & bit) === 0) {
      const isDesfecho = passo === DESFECHO && detalhe !== SEM_CODIGO;
      const conta = isDesfecho ? ficha.diaDoDesfecho[detalhe] : ficha.dia[passo];
      const jaVisto = isDesfecho ? (desfechosVistos & (1 << detalhe)) !== 0 : (vistos & bit) !== 0;
      if (dia !== conta) duvidas |= bit;
      if (dia !== conta || jaVisto) {
        lista.anotar(caso, REPETIDO, passo, e);
        continue;
      }
      if (isDesfecho) desfechosVistos |= 1 << detalhe;
      else vistos |= bit;
    }
    if (passo !== REGISTRO && registro !== SEM_DIA && dia < registro) {
      duvidas |= bit;
      lista.anotar(caso, ANTES_DO_REGISTRO, passo, e);
    } else if (dia < (limites[passo] ?? SEM_DIA)) {
      duvidas |= bit;
      lista.anotar(caso, FORA_DE_ORDEM, passo, e);
    }
    if (isDepoisDoFim(bit, dia, fimDaApuracao, arquivamento, d.concluido)) {
      if (passo !== ARQUIVAMENTO) duvidas |= bit;
      lista.anotar(caso, DEPOIS_DO_FIM, passo, e);
    }
  }
  return duvidas;
}

/** Tells the steps that a case must have and has not. */
export function conferirFaltas(lista: Lista, caso: number, ficha: Ficha, d: Desenlace): void {
  const { aconteceram, presentes, comAndamento } = ficha;
  for (const { falta, quando, junto, soComAndamentos } of exigencias) {
    if ((presentes & (1 << falta)) !== 0 || (aconteceram & quando) === 0 || (aconteceram & junto) !== junto) continue;
    if (!soComAndamentos || comAndamento !== 0) lista.anotar(caso, FALTA_PASSO, falta, -1);
  }
  const isControleSemIndicio = (aconteceram & (1 << CONTROLE)) !== 0 && (ficha.desfechos & (1 << INDICIO)) === 0 && !ficha.semTipo;
  if (comAndamento !== 0 && (isControleSemIndicio || d.semDesfecho)) lista.anotar(caso, FALTA_PASSO, DESFECHO, -1);
}

function isDepoisDoFim(bit: number, dia: number, fim: number, arquivamento: number, concluido: number): boolean {
  if ((bit & (1 << ARQUIVAMENTO)) !== 0) return dia > concluido;
  if ((bit & LIVRES_DO_ARQUIVAMENTO) === 0 && arquivamento !== SEM_DIA && dia > arquivamento) return true;
  return (bit & LIVRES_DO_FIM) === 0 && dia > fim;
}

function temAndamentoNoDia(casos: CasosEmColunas, caso: number, passo: number, dia: number): boolean {
  for (let e = casos.inicio[caso] ?? 0, fim = casos.inicio[caso + 1] ?? 0; e < fim; e += 1) {
    if (casos.daLinha[e] === 0 && casos.passo[e] === passo && casos.dia[e] === dia) return true;
  }
  return false;
}
