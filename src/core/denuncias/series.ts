import { PRIMEIRO_DIA_POSSIVEL } from "../denuncia.ts";
import { diaDe, mesDoDia } from "./dia.ts";
import { codigoDoPasso, PASSOS, SEM_CODIGO, SEM_DIA } from "./passos.ts";
import type { Mesa } from "./selecao.ts";

/** Cases registered by month, municipality and theme. */
export interface SerieEmCodigos {
  /** First month, counted as `mesDoDia`, and how many there are. */
  readonly primeiroMes: number;
  readonly meses: number;
  /** Municipalities and themes with any case, by code; aligned with each other. */
  readonly municipio: Int32Array;
  readonly tema: Uint8Array;
  /** `grupo * meses + mes`. */
  readonly contagens: Int32Array;
}

const P = PASSOS.length;
const REGISTRO = codigoDoPasso("registro");
const TEMAS = 256;

/**
 * Monthly counts of a selection, from the month of its first case to the one of today,
 * months without cases included. Only cases that count by themselves and were
 * registered on a possible day; where two sources give two days, the one that counts.
 */
export function contarSeries({ casos, reproducao, relogio }: Mesa, selecao: Uint8Array): SerieEmCodigos {
  const de = diaDe(PRIMEIRO_DIA_POSSIVEL);
  const ultimo = mesDoDia(relogio.hoje);
  const mes = new Int32Array(casos.n).fill(-1);
  const grupo = new Int32Array(casos.n);
  const grupoDe = new Map<number, number>();
  let primeiro = ultimo + 1;
  for (let caso = 0; caso < casos.n; caso += 1) {
    const dia = reproducao.diaDoPasso[caso * P + REGISTRO] ?? SEM_DIA;
    if (selecao[caso] !== 1 || reproducao.contaPor[caso] !== -1 || dia < de || dia > relogio.hoje) continue;
    const oMes = mesDoDia(dia);
    const chave = (casos.municipio[caso] ?? 0) * TEMAS + (casos.tema[caso] ?? SEM_CODIGO);
    let oGrupo = grupoDe.get(chave);
    if (oGrupo === undefined) grupoDe.set(chave, (oGrupo = grupoDe.size));
    mes[caso] = oMes;
    grupo[caso] = oGrupo;
    primeiro = Math.min(primeiro, oMes);
  }
  const meses = ultimo + 1 - primeiro;
  const chaves = Float64Array.from(grupoDe.keys()).sort();
  const lugar = new Int32Array(chaves.length);
  for (const [i, chave] of chaves.entries()) lugar[grupoDe.get(chave) ?? 0] = i;
  const contagens = new Int32Array(chaves.length * meses);
  for (let caso = 0; caso < casos.n; caso += 1) {
    const oMes = mes[caso] ?? -1;
    if (oMes < 0) continue;
    const celula = (lugar[grupo[caso] ?? 0] ?? 0) * meses + oMes - primeiro;
    contagens[celula] = (contagens[celula] ?? 0) + 1;
  }
  return {
    primeiroMes: primeiro,
    meses,
    municipio: Int32Array.from(chaves, (chave) => Math.floor(chave / TEMAS)),
    tema: Uint8Array.from(chaves, (chave) => chave % TEMAS),
    contagens,
  };
}
