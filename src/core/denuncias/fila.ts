import { codigoDoPasso, PASSOS, SEM_CODIGO, SEM_DIA } from "./passos.ts";
import { ESTADOS_DO_PRAZO, type EstadoDoPrazo } from "./prazos.ts";
import { diaEmVigor, isPendente } from "./relogio.ts";
import { ESPERAS, type Espera } from "./reproducao.ts";
import { type Mesa, prazoMaisUrgente } from "./selecao.ts";

const P = PASSOS.length;
const REGISTRO = codigoDoPasso("registro");

/** How many cases stand where, under the filter. */
export interface ResumoDaFila {
  /** Cases that count by themselves. */
  readonly casos: number;
  readonly abertos: number;
  readonly encerrados: number;
  readonly apensadas: number;
  /** Cases with anything wrong, apensadas included. */
  readonly comInconsistencia: number;
  /** Open cases by the state of their most urgent term; those without a pending term in `semPrazo`. */
  readonly porEstadoDoPrazo: Readonly<Record<EstadoDoPrazo, number>>;
  readonly semPrazo: number;
  /** Open cases whose most urgent term stands differently under the two counts. */
  readonly divididos: number;
  /** Open cases by who they wait for. */
  readonly porEspera: Readonly<Record<Espera, number>>;
}

/**
 * Sums up the cases of a selection.
 * @param prazos positions of the terms looked at; none = all
 */
export function resumir(mesa: Mesa, selecao: Uint8Array, prazos: readonly number[]): ResumoDaFila {
  const { casos, reproducao, relogio, aberto, problemasEm } = mesa;
  const porEstado = new Int32Array(ESTADOS_DO_PRAZO.length);
  const porEspera = new Int32Array(ESPERAS.length);
  let [contados, abertos, apensadas, comInconsistencia, semPrazo, divididos] = [0, 0, 0, 0, 0, 0];
  for (let caso = 0; caso < casos.n; caso += 1) {
    if (selecao[caso] !== 1) continue;
    if (problemasEm[caso] !== problemasEm[caso + 1]) comInconsistencia += 1;
    if (reproducao.contaPor[caso] !== -1) {
      apensadas += 1;
      continue;
    }
    contados += 1;
    if (aberto[caso] !== 1) continue;
    abertos += 1;
    const espera = reproducao.espera[caso] ?? 0;
    porEspera[espera] = (porEspera[espera] ?? 0) + 1;
    const j = prazoDaLinha(mesa, caso, prazos);
    if (j === SEM_CODIGO) {
      semPrazo += 1;
      continue;
    }
    const celula = caso * relogio.prazos.length + j;
    const estado = relogio.estado[celula] ?? 0;
    porEstado[estado] = (porEstado[estado] ?? 0) + 1;
    divididos += relogio.divide[celula] ?? 0;
  }
  return {
    casos: contados,
    abertos,
    encerrados: contados - abertos,
    apensadas,
    comInconsistencia,
    porEstadoDoPrazo: porNome(ESTADOS_DO_PRAZO, porEstado),
    semPrazo,
    divididos,
    porEspera: porNome(ESPERAS, porEspera),
  };
}

/**
 * The open cases of a selection in order, each once. By urgency: the due day in force
 * of the most urgent term, then those that cannot be counted, then those without a term;
 * among equals the older registration, then the order of the extract.
 * @param ordem "urgencia", "registro" or the rank of each case, smallest first
 * @param prazos positions of the terms looked at; none = all
 */
export function ordenarFila(mesa: Mesa, selecao: Uint8Array, ordem: "urgencia" | "registro" | Int32Array, prazos: readonly number[]): Int32Array {
  const { casos, reproducao, aberto } = mesa;
  const registroDe = (caso: number): number => posto(reproducao.diaDoPasso[caso * P + REGISTRO] ?? SEM_DIA, SEM_DATA);
  const chaveDe = (caso: number): number => {
    if (ordem === "urgencia") return urgenciaDe(mesa, caso, prazos) * POSTOS + registroDe(caso);
    return ordem === "registro" ? registroDe(caso) : (ordem[caso] ?? SEM_DATA);
  };
  const quais = new Int32Array(casos.n);
  const chaves = new Float64Array(casos.n);
  let m = 0;
  for (let caso = 0; caso < casos.n; caso += 1) {
    if (selecao[caso] !== 1 || aberto[caso] !== 1) continue;
    quais[m] = caso;
    chaves[m] = chaveDe(caso);
    m += 1;
  }
  return ordenarPorChave(quais.subarray(0, m), chaves.subarray(0, m));
}

/** A row of the queue, as codes. */
export interface LinhaEmCodigos {
  readonly caso: number;
  /** Position in the clock's terms; `SEM_CODIGO` = none is pending nor in doubt. */
  readonly prazo: number;
  readonly superintendencia: number;
  /** The office is the one it was distributed to, not the theme's. */
  readonly distribuida: boolean;
  readonly apensadas: number;
  readonly inconsistencias: number;
}

/** What the queue shows of a case, beside its own columns. */
export function linhaDaFila(mesa: Mesa, caso: number, prazos: readonly number[]): LinhaEmCodigos {
  return {
    caso,
    prazo: mesa.aberto[caso] === 1 ? prazoDaLinha(mesa, caso, prazos) : SEM_CODIGO,
    superintendencia: mesa.superintendencia[caso] ?? SEM_CODIGO,
    distribuida: mesa.reproducao.superintendencia[caso] !== SEM_CODIGO,
    apensadas: mesa.apensadas[caso] ?? 0,
    inconsistencias: (mesa.problemasEm[caso + 1] ?? 0) - (mesa.problemasEm[caso] ?? 0),
  };
}

/** Days from today to the day in force of a term; null when it is not pending. */
export function faltamPara({ relogio }: Mesa, caso: number, prazo: number): number | null {
  const celula = caso * relogio.prazos.length + prazo;
  return isPendente(relogio.estado[celula]) ? diaEmVigor(relogio, celula) - relogio.hoje : null;
}

/** Ranks of days; a day of the years 1970 to 2328 fits, an earlier or later one goes to the end it is nearest to. */
const POSTOS = 131_072;
const SEM_DATA = POSTOS - 1;
const SEM_CONTA = SEM_DATA;
const SEM_PRAZO = POSTOS;

function posto(dia: number, semDia: number): number {
  return dia === SEM_DIA ? semDia : Math.min(Math.max(dia, 0), POSTOS - 2);
}

function urgenciaDe(mesa: Mesa, caso: number, prazos: readonly number[]): number {
  const j = prazoDaLinha(mesa, caso, prazos);
  if (j === SEM_CODIGO) return SEM_PRAZO;
  const celula = caso * mesa.relogio.prazos.length + j;
  return isPendente(mesa.relogio.estado[celula]) ? posto(diaEmVigor(mesa.relogio, celula), SEM_CONTA) : SEM_CONTA;
}

function prazoDaLinha(mesa: Mesa, caso: number, prazos: readonly number[]): number {
  return prazos.length === 0 ? (mesa.urgente[caso] ?? SEM_CODIGO) : prazoMaisUrgente(mesa.relogio, caso, prazos);
}

/** Most cases whose place fits in the low digits of an exact key: keys are whole numbers below 2^34 + 2^17. */
const CABEM = 500_000;

/** Cases by key, smallest first; equals keep their order. */
function ordenarPorChave(quais: Int32Array, chaves: Float64Array): Int32Array {
  const m = quais.length;
  if (m > CABEM) {
    const lugares = Int32Array.from(quais.keys()).sort((a, b) => (chaves[a] ?? 0) - (chaves[b] ?? 0) || a - b);
    return lugares.map((lugar) => quais[lugar] ?? 0);
  }
  // The place rides along in the key, so that plain numbers are sorted and no function is called.
  const ordenadas = chaves.map((chave, i) => chave * m + i).sort();
  return Int32Array.from(ordenadas, (chave) => quais[chave % m] ?? 0);
}

function porNome<N extends string>(nomes: readonly N[], contagens: Int32Array): Readonly<Record<N, number>> {
  return Object.fromEntries(nomes.map((nome, i) => [nome, contagens[i] ?? 0])) as Record<N, number>;
}
