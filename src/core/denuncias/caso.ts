import { PASSOS, SEM_CODIGO, SEM_DIA, type Passo } from "./passos.ts";
import { INCONSISTENCIAS, type CodigoDeInconsistencia } from "./reproducao.ts";
import type { Mesa } from "./selecao.ts";

/** A case for its panel, as positions. */
export interface CasoEmPosicoes {
  /** Events in `CasosEmColunas`: by day, then the order of the norm, then the file's; those without a day last. */
  readonly eventos: readonly number[];
  /** Terms of the clock that apply or cannot be counted. */
  readonly prazos: readonly number[];
  /** Inconsistencies in the replay's list. */
  readonly problemas: readonly number[];
  /** The case it is apensada to; -1 none, -2 one that the extract does not have. */
  readonly principal: number;
}

/** Everything there is on a case. */
export function casoInteiro({ casos, relogio, problemasEm }: Mesa, caso: number): CasoEmPosicoes {
  const eventos = faixa(casos.inicio[caso] ?? 0, casos.inicio[caso + 1] ?? 0);
  const diaDe = (e: number): number => (casos.dia[e] === SEM_DIA ? Infinity : (casos.dia[e] ?? Infinity));
  const compara = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
  const k = relogio.prazos.length;
  const principal = casos.principal[caso] ?? -1;
  return {
    eventos: eventos.sort((a, b) => compara(diaDe(a), diaDe(b)) || (casos.passo[a] ?? 0) - (casos.passo[b] ?? 0) || a - b),
    // Position 0 of `ESTADOS_DO_PRAZO` is "nao-se-aplica".
    prazos: relogio.prazos.flatMap((_, j) => (relogio.estado[caso * k + j] === 0 ? [] : [j])),
    problemas: faixa(problemasEm[caso] ?? 0, problemasEm[caso + 1] ?? 0),
    principal: principal === caso ? -1 : principal,
  };
}

/** How many cases have one kind of inconsistency at one step (null = at none). */
export interface GrupoDeInconsistencias {
  readonly codigo: CodigoDeInconsistencia;
  readonly passo: Passo | null;
  readonly casos: number;
}

/** Inconsistencies of a selection in groups, in the order of `INCONSISTENCIAS` and of the norm; a case counts once in each. */
export function agruparInconsistencias({ reproducao }: Mesa, selecao: Uint8Array): GrupoDeInconsistencias[] {
  const { caso, codigo, passo } = reproducao.inconsistencias;
  const lugares = PASSOS.length + 1;
  const lugarDe = (i: number): number => (codigo[i] ?? 0) * lugares + Math.min(passo[i] ?? SEM_CODIGO, PASSOS.length);
  const quantos = new Int32Array(INCONSISTENCIAS.length * lugares);
  const ultimo = new Int32Array(quantos.length).fill(-1);
  for (let i = 0; i < caso.length; i += 1) {
    const oCaso = caso[i] ?? 0;
    const lugar = lugarDe(i);
    if (selecao[oCaso] !== 1 || ultimo[lugar] === oCaso) continue;
    ultimo[lugar] = oCaso;
    quantos[lugar] = (quantos[lugar] ?? 0) + 1;
  }
  return INCONSISTENCIAS.flatMap((nome, c) =>
    [...PASSOS, null].flatMap((oPasso, p) => {
      const casos = quantos[c * lugares + p] ?? 0;
      return casos === 0 ? [] : [{ codigo: nome, passo: oPasso, casos }];
    }),
  );
}

/**
 * A page of the inconsistencies of a selection, as positions in the replay's list.
 * @param codigo only this kind; null = all
 * @throws RangeError when `salto` or `limite` is not a whole number from 0 up
 */
export function paginaDeInconsistencias(
  { reproducao }: Mesa,
  selecao: Uint8Array,
  codigo: CodigoDeInconsistencia | null,
  salto: number,
  limite: number,
): { readonly total: number; readonly posicoes: readonly number[] } {
  for (const n of [salto, limite]) if (!Number.isInteger(n) || n < 0) throw new RangeError(`a page needs whole numbers from 0 up, got ${n}`);
  const lista = reproducao.inconsistencias;
  const qual = codigo === null ? -1 : INCONSISTENCIAS.indexOf(codigo);
  const posicoes: number[] = [];
  let total = 0;
  for (let i = 0; i < lista.caso.length; i += 1) {
    if (selecao[lista.caso[i] ?? 0] !== 1 || (qual !== -1 && lista.codigo[i] !== qual)) continue;
    if (total >= salto && posicoes.length < limite) posicoes.push(i);
    total += 1;
  }
  return { total, posicoes };
}

function faixa(de: number, ate: number): number[] {
  return Array.from({ length: ate - de }, (_, i) => de + i);
}
