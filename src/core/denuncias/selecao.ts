import type { CasosEmColunas } from "./colunas.ts";
import { codigoDoPasso, PASSOS, SEM_CODIGO, SEM_DIA } from "./passos.ts";
import { ESTADOS_DO_PRAZO, type EstadoDoPrazo, type Relogio } from "./prazos.ts";
import { diaEmVigor, isPendente } from "./relogio.ts";
import { ESTADOS, ESTADOS_FINAIS, type Reproducao } from "./reproducao.ts";

/** Everything the questions look at, with what each case is asked for again and again. */
export interface Mesa {
  readonly casos: CasosEmColunas;
  readonly reproducao: Reproducao;
  readonly relogio: Relogio;
  /** Position in `SUPERINTENDENCIAS` of the office that has the case, by its distribution or else its theme; `SEM_CODIGO` = none. */
  readonly superintendencia: Uint8Array;
  /** 1 = it counts by itself and something is still waited for. */
  readonly aberto: Uint8Array;
  /** Term of an open case that is most urgent: the pending one that falls due first or else the first that cannot be counted; `SEM_CODIGO` = none. */
  readonly urgente: Uint8Array;
  /** Cases that count through it. */
  readonly apensadas: Int32Array;
  /** Inconsistencies of case `i` are `problemasEm[i]` to `problemasEm[i + 1] - 1` of the replay's. */
  readonly problemasEm: Int32Array;
}

/** What cases are asked for, as codes. Empty lists and nulls mean "no filter". */
export interface FiltroEmCodigos {
  /** First and last day of registration, both included. */
  readonly de: number | null;
  readonly ate: number | null;
  readonly canais: readonly number[];
  readonly temas: readonly number[];
  readonly municipios: readonly number[] | null;
  readonly superintendencias: readonly number[];
  /** Positions in `ESPERAS`. */
  readonly esperas: readonly number[];
  /** Positions in the clock's terms. */
  readonly prazos: readonly number[];
  /** Positions in `ESTADOS_DO_PRAZO`. */
  readonly estadosDoPrazo: readonly number[];
}

const P = PASSOS.length;
const REGISTRO = codigoDoPasso("registro");
const estadoDoPrazo = (nome: EstadoDoPrazo): number => ESTADOS_DO_PRAZO.indexOf(nome);
const NAO_SE_APLICA = estadoDoPrazo("nao-se-aplica");
const SEM_COMO_CONTAR = estadoDoPrazo("sem-como-contar");

/** States a case is in by its most urgent term; the others are asked of any of its terms. */
const DO_MAIS_URGENTE = [estadoDoPrazo("no-prazo"), estadoDoPrazo("vence-logo"), estadoDoPrazo("vencido"), SEM_COMO_CONTAR];

const IS_FINAL = ESTADOS.map((estado) => ESTADOS_FINAIS.includes(estado));

/**
 * Puts cases, replay and clock together.
 * @param superintendenciaDoTema position in `SUPERINTENDENCIAS` by code of theme; `SEM_CODIGO` = none answers for it
 */
export function montarMesa(casos: CasosEmColunas, reproducao: Reproducao, relogio: Relogio, superintendenciaDoTema: Uint8Array): Mesa {
  const { n } = casos;
  const superintendencia = new Uint8Array(n);
  const aberto = new Uint8Array(n);
  const urgente = new Uint8Array(n).fill(SEM_CODIGO);
  const apensadas = new Int32Array(n);
  const problemasEm = new Int32Array(n + 1);
  const mesa: Mesa = { casos, reproducao, relogio, superintendencia, aberto, urgente, apensadas, problemasEm };
  for (const caso of reproducao.inconsistencias.caso) problemasEm[caso + 1] = (problemasEm[caso + 1] ?? 0) + 1;
  for (let caso = 0; caso < n; caso += 1) {
    problemasEm[caso + 1] = (problemasEm[caso + 1] ?? 0) + (problemasEm[caso] ?? 0);
    const distribuida = reproducao.superintendencia[caso] ?? SEM_CODIGO;
    superintendencia[caso] = distribuida === SEM_CODIGO ? (superintendenciaDoTema[casos.tema[caso] ?? SEM_CODIGO] ?? SEM_CODIGO) : distribuida;
    const contaPor = reproducao.contaPor[caso] ?? -1;
    if (contaPor !== -1) apensadas[contaPor] = (apensadas[contaPor] ?? 0) + 1;
    else if (IS_FINAL[reproducao.estado[caso] ?? 0] === false) {
      aberto[caso] = 1;
      urgente[caso] = prazoMaisUrgente(relogio, caso, []);
    }
  }
  return mesa;
}

/** The term a case stands for: of those allowed (none = all), the pending one that falls due first or else the first that cannot be counted. */
export function prazoMaisUrgente(relogio: Relogio, caso: number, prazos: readonly number[]): number {
  const k = relogio.prazos.length;
  let [achado, dia] = [SEM_CODIGO, SEM_DIA];
  for (let j = 0; j < k; j += 1) {
    if (prazos.length > 0 && !prazos.includes(j)) continue;
    const celula = caso * k + j;
    const estado = relogio.estado[celula];
    if (isPendente(estado)) {
      const vence = diaEmVigor(relogio, celula);
      if (dia === SEM_DIA || vence < dia) [achado, dia] = [j, vence];
    } else if (estado === SEM_COMO_CONTAR && achado === SEM_CODIGO) achado = j;
  }
  return achado;
}

/**
 * The cases a filter asks for, apensadas included where they match: 1 = in. A state of
 * term is asked of the chosen terms, any of them; where none is chosen, of the most
 * urgent one of an open case (as they are summed up), and "cumprido", "cumprido-fora",
 * "encerrado" and "nao-se-aplica" of any term. A term without a state asks for the
 * cases it applies to. Where months are asked for, a case without a day of registration is out.
 */
export function selecionar(mesa: Mesa, filtro: FiltroEmCodigos): Uint8Array {
  const { casos, reproducao, superintendencia } = mesa;
  const canais = crivo(filtro.canais);
  const temas = crivo(filtro.temas);
  const superintendencias = crivo(filtro.superintendencias);
  const esperas = crivo(filtro.esperas);
  const municipios = filtro.municipios === null ? null : new Set(filtro.municipios);
  const temPrazo = filtro.prazos.length > 0 || filtro.estadosDoPrazo.length > 0;
  const passaNoPrazo = peneiraDePrazos(mesa, filtro.prazos, filtro.estadosDoPrazo);
  const dentro = new Uint8Array(casos.n);
  for (let caso = 0; caso < casos.n; caso += 1) {
    if (canais !== null && canais[casos.canal[caso] ?? SEM_CODIGO] !== 1) continue;
    if (temas !== null && temas[casos.tema[caso] ?? SEM_CODIGO] !== 1) continue;
    if (superintendencias !== null && superintendencias[superintendencia[caso] ?? SEM_CODIGO] !== 1) continue;
    if (esperas !== null && esperas[reproducao.espera[caso] ?? SEM_CODIGO] !== 1) continue;
    if (municipios?.has(casos.municipio[caso] ?? -1) === false) continue;
    if (filtro.de !== null || filtro.ate !== null) {
      const registro = reproducao.diaDoPasso[caso * P + REGISTRO] ?? SEM_DIA;
      if (registro === SEM_DIA || registro < (filtro.de ?? registro) || registro > (filtro.ate ?? registro)) continue;
    }
    if (temPrazo && !passaNoPrazo(caso)) continue;
    dentro[caso] = 1;
  }
  return dentro;
}

function peneiraDePrazos({ relogio, urgente }: Mesa, prazos: readonly number[], estados: readonly number[]): (caso: number) => boolean {
  const k = relogio.prazos.length;
  const quais = prazos.length > 0 ? prazos : relogio.prazos.map((_, j) => j);
  const procurados = crivo(estados) ?? new Uint8Array(256).fill(1).fill(0, NAO_SE_APLICA, NAO_SE_APLICA + 1);
  const deQualquer = procurados.slice();
  if (prazos.length === 0) for (const estado of DO_MAIS_URGENTE) deQualquer[estado] = 0;
  return (caso) => {
    const doCaso = urgente[caso] ?? SEM_CODIGO;
    if (prazos.length === 0 && doCaso !== SEM_CODIGO && procurados[relogio.estado[caso * k + doCaso] ?? 0] === 1) return true;
    for (const j of quais) if (deQualquer[relogio.estado[caso * k + j] ?? 0] === 1) return true;
    return false;
  };
}

/** 1 at each code of the list; null = all pass. */
function crivo(codigos: readonly number[]): Uint8Array | null {
  if (codigos.length === 0) return null;
  const passa = new Uint8Array(256);
  for (const codigo of codigos) passa[codigo] = 1;
  return passa;
}
