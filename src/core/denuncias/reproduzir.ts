import { PRIMEIRO_DIA_POSSIVEL } from "../denuncia.ts";
import { resolverApensadas } from "./apensadas.ts";
import type { CasosEmColunas } from "./colunas.ts";
import { diaDe } from "./dia.ts";
import { codigoDoPasso, DESFECHOS, PASSOS, SEM_CODIGO, SEM_DIA } from "./passos.ts";
import { ESPERAS, ESTADOS, type EstadoDoCaso, type Reproducao } from "./reproducao.ts";
import { conferirEventos, conferirFaltas } from "./reproduzir-conferir.ts";
import { decidir, novoDesenlace } from "./reproduzir-desenlace.ts";
import { type Ficha, lerEventos, novaFicha } from "./reproduzir-ficha.ts";
import { codigoDaInconsistencia, novaLista } from "./reproduzir-lista.ts";

const P = PASSOS.length;
const D = DESFECHOS.length;
const REGISTRO = codigoDoPasso("registro");
const RESPOSTA = codigoDoPasso("resposta");
const APENSADA = ESTADOS.indexOf("apensada");
const PELO_PRINCIPAL = ESPERAS.indexOf("principal");
const SEM_REGISTRO = codigoDaInconsistencia("sem-registro");
const SITUACAO_DIFERE = codigoDaInconsistencia("situacao-difere");

/** Declared states in the order of the extract's contract, each with the replayed ones it agrees with. */
export const SITUACOES_DECLARADAS = [
  ["registrada", ["registrada", "em-analise-preliminar"]],
  ["em-analise-preliminar", ["registrada", "em-analise-preliminar"]],
  ["encaminhada-outro-orgao", ["encaminhada-outro-orgao", "aguardando-resposta"]],
  ["encaminhada-municipio", ["encaminhada-municipio", "aguardando-resposta"]],
  ["aguardando-manifestacao", ["aguardando-manifestacao"]],
  ["em-analise-tecnica", ["em-analise-tecnica", "aguardando-desfecho", "aguardando-controle"]],
  ["em-verificacao-in-loco", ["em-verificacao", "em-analise-tecnica"]],
  ["encaminhada-controle", ["aguardando-resposta", "encerrada"]],
  // It agrees with any state of a case that has an answer: the apuração is another track.
  ["respondida", ESTADOS],
  ["arquivada", ["arquivada"]],
] as const satisfies readonly (readonly [situacao: string, estados: readonly EstadoDoCaso[]])[];

const EM_ANALISE = SITUACOES_DECLARADAS.findIndex(([situacao]) => situacao === "em-analise-preliminar");
const RESPONDIDA = SITUACOES_DECLARADAS.findIndex(([situacao]) => situacao === "respondida");
const COMBINAM = SITUACOES_DECLARADAS.map(([, estados]) => estados.reduce((bits, estado) => bits | (1 << ESTADOS.indexOf(estado)), 0));

/**
 * Replays every case: its state, who it waits for and what is wrong with it (Res.
 * CIB/MT 012/2025 arts. 3 to 12). The answer (registro → resposta) and the apuração
 * (análise preliminar → … → desfecho) are separate tracks: an early answer does not
 * end an apuração under way. Nothing is mended: an event in doubt still moves the
 * state, but one after `hoje` does not, for it has not happened yet. The order of the
 * events does not matter, but for two distributions on one day. Linear in the events.
 * @param hoje day counted as today, from 1970-01-01
 * @throws RangeError when `hoje` is not a whole number
 */
export function reproduzir(casos: CasosEmColunas, hoje: number): Reproducao {
  if (!Number.isInteger(hoje)) throw new RangeError(`today must be a whole number of days from 1970-01-01, got ${hoje}`);
  const { n } = casos;
  const de = diaDe(PRIMEIRO_DIA_POSSIVEL);
  const { contaPor, problema } = resolverApensadas(casos, de, hoje);
  const estado = new Uint8Array(n);
  const espera = new Uint8Array(n);
  const diaDoPasso = new Int32Array(n * P);
  const emDuvida = new Uint16Array(n);
  const desfechos = new Uint8Array(n);
  const diaDoDesfecho = new Int32Array(n * D);
  const superintendencia = new Uint8Array(n);
  const encerramento = new Int32Array(n);
  const ficha = novaFicha();
  const desenlace = novoDesenlace();
  const lista = novaLista();
  for (let caso = 0; caso < n; caso += 1) {
    lerEventos(ficha, casos, caso, de, hoje);
    const situacao = casos.situacao[caso] ?? SEM_CODIGO;
    const naLinha = situacao === EM_ANALISE ? "em-analise-preliminar" : situacao === RESPONDIDA ? "respondida" : null;
    decidir(desenlace, ficha, ficha.comAndamento === 0 ? naLinha : null);
    const isApensada = contaPor[caso] !== -1;
    if ((ficha.presentes & (1 << REGISTRO)) === 0) lista.anotar(caso, SEM_REGISTRO, REGISTRO, -1);
    emDuvida[caso] = conferirEventos(lista, casos, caso, ficha, desenlace, de, hoje);
    if (!isApensada) {
      conferirFaltas(lista, caso, ficha, desenlace);
      if (difere(situacao, desenlace.estado, ficha)) lista.anotar(caso, SITUACAO_DIFERE, SEM_CODIGO, -1);
    }
    const doApensamento = problema[caso] ?? SEM_CODIGO;
    if (doApensamento !== SEM_CODIGO) lista.anotar(caso, doApensamento, SEM_CODIGO, -1);
    estado[caso] = isApensada ? APENSADA : desenlace.estado;
    espera[caso] = isApensada ? PELO_PRINCIPAL : desenlace.espera;
    encerramento[caso] = isApensada ? SEM_DIA : desenlace.encerramento;
    desfechos[caso] = ficha.desfechos;
    superintendencia[caso] = ficha.superintendencia;
    for (let passo = 0; passo < P; passo += 1) {
      const dia = ficha.dia[passo] ?? SEM_DIA;
      diaDoPasso[caso * P + passo] = dia === SEM_DIA ? (ficha.diaImpossivel[passo] ?? SEM_DIA) : dia;
    }
    for (let k = 0; k < D; k += 1) {
      const dia = ficha.diaDoDesfecho[k] ?? SEM_DIA;
      diaDoDesfecho[caso * D + k] = dia === SEM_DIA ? (ficha.diaImpossivelDoDesfecho[k] ?? SEM_DIA) : dia;
    }
  }
  return {
    estado,
    espera,
    diaDoPasso,
    emDuvida,
    desfechos,
    diaDoDesfecho,
    superintendencia,
    encerramento,
    contaPor,
    inconsistencias: lista.fechar(),
  };
}

/** Whether the declared state says another thing than the events; not told of a case with a step after today, whose state is of another day. */
function difere(situacao: number, estado: number, ficha: Ficha): boolean {
  if (situacao === SEM_CODIGO || ficha.futuros !== 0) return false;
  if (situacao === RESPONDIDA) return (ficha.aconteceram & (1 << RESPOSTA)) === 0;
  return ((COMBINAM[situacao] ?? 0) & (1 << estado)) === 0;
}
