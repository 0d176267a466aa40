import type { CivilMonth } from "../civil-date.ts";
import { mesDoDia, textoDoMes } from "./dia.ts";
import { SEM_DIA } from "./passos.ts";
import { ESTADOS_DO_PRAZO, PORQUES, type Porque, type Relogio } from "./prazos.ts";

/** How many terms that started in a month were kept. Those in no other count ended before their day, not waited for any more. */
export interface CumprimentoDoMes {
  readonly prazo: string;
  readonly mes: CivilMonth;
  readonly iniciados: number;
  /** Under each count; equal when the norm says which. */
  readonly noPrazoCorridos: number;
  readonly noPrazoUteis: number;
  /** Past their day, answered or not. */
  readonly foraCorridos: number;
  readonly foraUteis: number;
  /** Still waited for, and not past the later of the two dates. */
  readonly emCurso: number;
  /** Not waited for any more, unfulfilled, and not past the later of the two dates when that came. */
  readonly encerrados: number;
  readonly semComoContar: number;
}

/** Terms that started on a day unknown, in doubt or outside the calendar: in no month. */
export interface PrazosSemMes {
  readonly prazo: string;
  readonly casos: number;
}

const NAO_SE_APLICA = ESTADOS_DO_PRAZO.indexOf("nao-se-aplica");
const SEM_COMO_CONTAR = ESTADOS_DO_PRAZO.indexOf("sem-como-contar");
const SEM_MES: ReadonlySet<Porque> = new Set<Porque>(["inicio-em-duvida", "inicio-sem-data", "fora-do-calendario"]);
const isSemMes = Uint8Array.from(PORQUES, (porque) => (SEM_MES.has(porque) ? 1 : 0));

/** The counts of a month, as positions of a row. */
const INICIADOS = 0;
const NO_PRAZO_CORRIDOS = 1;
const NO_PRAZO_UTEIS = 2;
const FORA_CORRIDOS = 3;
const FORA_UTEIS = 4;
const EM_CURSO = 5;
const ENCERRADOS = 6;
const SEM_CONTAR = 7;
const CONTAGENS = 8;

/**
 * How a term was kept, by the month it started in. Under the longer count, what was
 * kept, missed, still runs, ended and cannot be counted add to what was started.
 * @param proprios cases, by position
 * @param j position of the term in `relogio.prazos`
 */
export function cumprimentoDoPrazo(
  proprios: Int32Array,
  relogio: Relogio,
  j: number,
): { readonly meses: readonly CumprimentoDoMes[]; readonly semMes: PrazosSemMes } {
  const prazo = relogio.prazos[j]?.id ?? "";
  const celulas = new Int32Array(proprios.length);
  const k = relogio.prazos.length;
  let [n, semMes, primeiro, ultimo] = [0, 0, 0, 0];
  for (let i = 0; i < proprios.length; i += 1) {
    const celula = (proprios[i] ?? 0) * k + j;
    if (relogio.estado[celula] === NAO_SE_APLICA) continue;
    if (isSemMes[relogio.porque[celula] ?? 0] === 1) {
      semMes += 1;
      continue;
    }
    const inicio = relogio.inicio[celula] ?? 0;
    if (n === 0 || inicio < primeiro) primeiro = inicio;
    if (n === 0 || inicio > ultimo) ultimo = inicio;
    celulas[n] = celula;
    n += 1;
  }
  const meses = n === 0 ? [] : porMes(celulas.subarray(0, n), relogio, prazo, primeiro, ultimo);
  return { meses, semMes: { prazo, casos: semMes } };
}

function porMes(celulas: Int32Array, relogio: Relogio, prazo: string, primeiro: number, ultimo: number): CumprimentoDoMes[] {
  const { estado, inicio, cumprimento, fim, venceCorridos, venceUteis, hoje } = relogio;
  const mesZero = mesDoDia(primeiro);
  const linhaDoDia = Int32Array.from({ length: ultimo - primeiro + 1 }, (_, i) => (mesDoDia(primeiro + i) - mesZero) * CONTAGENS);
  const linhas = new Int32Array((linhaDoDia[ultimo - primeiro] ?? 0) + CONTAGENS);
  for (let i = 0; i < celulas.length; i += 1) {
    const celula = celulas[i] ?? 0;
    const linha = linhaDoDia[(inicio[celula] ?? 0) - primeiro] ?? 0;
    somar(linhas, linha + INICIADOS);
    if (estado[celula] === SEM_COMO_CONTAR) {
      somar(linhas, linha + SEM_CONTAR);
      continue;
    }
    const corridos = venceCorridos[celula] ?? 0;
    const uteis = venceUteis[celula] ?? 0;
    const isCumprido = cumprimento[celula] !== SEM_DIA;
    const isEncerrado = !isCumprido && fim[celula] !== SEM_DIA;
    const ate = (isCumprido ? cumprimento[celula] : isEncerrado ? fim[celula] : hoje) ?? hoje;
    if (ate > corridos) somar(linhas, linha + FORA_CORRIDOS);
    else if (isCumprido) somar(linhas, linha + NO_PRAZO_CORRIDOS);
    if (ate > uteis) somar(linhas, linha + FORA_UTEIS);
    else if (isCumprido) somar(linhas, linha + NO_PRAZO_UTEIS);
    if (!isCumprido && ate <= Math.max(corridos, uteis)) somar(linhas, linha + (isEncerrado ? ENCERRADOS : EM_CURSO));
  }
  return emMeses(linhas, prazo, mesZero);
}

function somar(linhas: Int32Array, posicao: number): void {
  linhas[posicao] = (linhas[posicao] ?? 0) + 1;
}

function emMeses(linhas: Int32Array, prazo: string, mesZero: number): CumprimentoDoMes[] {
  const meses: CumprimentoDoMes[] = [];
  for (let linha = 0; linha < linhas.length; linha += CONTAGENS) {
    const conta = (contagem: number): number => linhas[linha + contagem] ?? 0;
    if (conta(INICIADOS) === 0) continue;
    meses.push({
      prazo,
      mes: textoDoMes(mesZero + linha / CONTAGENS),
      iniciados: conta(INICIADOS),
      noPrazoCorridos: conta(NO_PRAZO_CORRIDOS),
      noPrazoUteis: conta(NO_PRAZO_UTEIS),
      foraCorridos: conta(FORA_CORRIDOS),
      foraUteis: conta(FORA_UTEIS),
      emCurso: conta(EM_CURSO),
      encerrados: conta(ENCERRADOS),
      semComoContar: conta(SEM_CONTAR),
    });
  }
  return meses;
}
