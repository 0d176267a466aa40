import type { CasosEmColunas } from "./colunas.ts";
import { type CumprimentoDoMes, cumprimentoDoPrazo, type PrazosSemMes } from "./fluxo-cumprimento.ts";
import { type TempoDoPasso, temposDosPassos } from "./fluxo-tempos.ts";
import { codigoDoPasso, PASSOS, SEM_DIA, type Passo } from "./passos.ts";
import type { Relogio } from "./prazos.ts";
import { ESTADOS, type EstadoDoCaso, type Reproducao } from "./reproducao.ts";
import { kaplanMeier, type PontoDeSobrevida } from "./sobrevida.ts";

/** Where cases are, how long steps take and how terms are kept, over the cases that count by themselves (`porEstado`: over all). */
export interface Fluxo {
  readonly porEstado: Readonly<Record<EstadoDoCaso, number>>;
  /** Cases that reached each step, on whatever day. */
  readonly porPasso: Readonly<Record<Passo, number>>;
  readonly tempos: readonly TempoDoPasso[];
  /** By term and month, in that order. */
  readonly cumprimento: readonly CumprimentoDoMes[];
  readonly cumprimentoSemMes: readonly PrazosSemMes[];
  readonly resposta: RespostaNoTempo;
}

/** Days from the registration to the answer, open cases counted while they wait. */
export interface RespostaNoTempo {
  readonly casos: number;
  readonly respondidos: number;
  readonly semComoContar: number;
  readonly pontos: readonly PontoDeSobrevida[];
  /** Days by which half were answered; null when not reached. */
  readonly mediana: number | null;
  readonly medianaInferior: number | null;
  readonly medianaSuperior: number | null;
}

const P = PASSOS.length;
const REGISTRO = codigoDoPasso("registro");
const RESPOSTA = codigoDoPasso("resposta");
const ARQUIVAMENTO = codigoDoPasso("arquivamento");

/**
 * The flow of the cases chosen. Linear in cases; no case is left out: those that
 * cannot be counted have their own counts.
 * @param selecao 1 = the case is in, by case; null = all
 */
export function calcularFluxo(casos: CasosEmColunas, reproducao: Reproducao, relogio: Relogio, selecao: Uint8Array | null): Fluxo {
  const escolhidos = new Int32Array(casos.n);
  const contagem = new Int32Array(ESTADOS.length);
  let n = 0;
  for (let caso = 0; caso < casos.n; caso += 1) {
    if (selecao !== null && selecao[caso] !== 1) continue;
    const estado = reproducao.estado[caso] ?? 0;
    contagem[estado] = (contagem[estado] ?? 0) + 1;
    if (reproducao.contaPor[caso] === -1) escolhidos[n++] = caso;
  }
  const proprios = escolhidos.subarray(0, n);
  const cumprimento = relogio.prazos.map((_, j) => cumprimentoDoPrazo(proprios, relogio, j));
  return {
    porEstado: porNome(ESTADOS, contagem),
    porPasso: porNome(PASSOS, alcancados(proprios, reproducao, relogio.hoje)),
    tempos: temposDosPassos(proprios, reproducao, relogio.hoje),
    cumprimento: cumprimento.flatMap(({ meses }) => meses),
    cumprimentoSemMes: cumprimento.flatMap(({ semMes }) => (semMes.casos > 0 ? [semMes] : [])),
    resposta: tempoAteResposta(proprios, reproducao, relogio.hoje),
  };
}

function alcancados(proprios: Int32Array, { diaDoPasso, emDuvida }: Reproducao, hoje: number): Int32Array {
  const contagem = new Int32Array(P);
  for (let i = 0; i < proprios.length; i += 1) {
    const caso = proprios[i] ?? 0;
    const duvidas = emDuvida[caso] ?? 0;
    for (let passo = 0; passo < P; passo += 1) {
      const dia = diaDoPasso[caso * P + passo] ?? SEM_DIA;
      if (dia <= hoje && (dia !== SEM_DIA || (duvidas & (1 << passo)) !== 0)) contagem[passo] = (contagem[passo] ?? 0) + 1;
    }
  }
  return contagem;
}

/** Open cases wait until today; archived ones without an answer, until they were archived. */
function tempoAteResposta(proprios: Int32Array, { diaDoPasso, emDuvida }: Reproducao, hoje: number): RespostaNoTempo {
  const duracoes = new Int32Array(proprios.length);
  const respostas = new Uint8Array(proprios.length);
  let n = 0;
  for (let i = 0; i < proprios.length; i += 1) {
    const caso = proprios[i] ?? 0;
    const duvidas = emDuvida[caso] ?? 0;
    const registro = diaDoPasso[caso * P + REGISTRO] ?? SEM_DIA;
    const resposta = diaDoPasso[caso * P + RESPOSTA] ?? SEM_DIA;
    const arquivamento = diaDoPasso[caso * P + ARQUIVAMENTO] ?? SEM_DIA;
    const isRespondido = resposta <= hoje && (resposta !== SEM_DIA || (duvidas & (1 << RESPOSTA)) !== 0);
    const isArquivado = arquivamento <= hoje && (arquivamento !== SEM_DIA || (duvidas & (1 << ARQUIVAMENTO)) !== 0);
    const passos = (1 << REGISTRO) | (isRespondido ? 1 << RESPOSTA : isArquivado ? 1 << ARQUIVAMENTO : 0);
    const fim = isRespondido ? resposta : isArquivado ? arquivamento : hoje;
    if ((duvidas & passos) !== 0 || registro === SEM_DIA || fim < registro) continue;
    duracoes[n] = fim - registro;
    respostas[n] = isRespondido ? 1 : 0;
    n += 1;
  }
  const { casos, respondidos, pontos, mediana, medianaInferior, medianaSuperior } = kaplanMeier(duracoes.subarray(0, n), respostas.subarray(0, n));
  return { casos, respondidos, semComoContar: proprios.length - n, pontos, mediana, medianaInferior, medianaSuperior };
}

function porNome<T extends string>(nomes: readonly T[], contagem: Int32Array): Readonly<Record<T, number>> {
  return Object.fromEntries(nomes.map((nome, i) => [nome, contagem[i] ?? 0])) as Record<T, number>;
}
