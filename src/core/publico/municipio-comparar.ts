import { quantile7 } from "../metodo/base-period.ts";
import type { ComparacaoPublica, DistribuicaoDoGrupo, LugarNoGrupo, PontoDaSerie, Tendencia } from "./municipio.ts";

/** Fewer municipalities than this with the figure are no group to be compared with. */
export const MENOR_GRUPO = 4;

/** A figure between these quantiles of its group is near the middle. */
const PERTO_DE = 0.4;
const PERTO_ATE = 0.6;

/** Changes below this share of the scale (or of the first value, without a scale) are no change to tell. */
const MUDANCA_MINIMA = 0.05;
const MENOS_PONTOS = 3;

/**
 * A figure beside those of a group (this municipality's among them, nulls left out):
 * quantiles by linear interpolation (R's type 7). Near the middle is between the 40th
 * and the 60th percentiles, ends included, or equal to the median.
 * Null where fewer than `MENOR_GRUPO` have the figure.
 */
export function compararComOGrupo(valor: number | null, grupo: readonly (number | null)[], isResposta: boolean): ComparacaoPublica | null {
  const valores = grupo.filter((um): um is number => um !== null).sort((a, b) => a - b);
  if (valores.length < MENOR_GRUPO) return null;
  const quantil = (p: number): number => quantile7(valores, p);
  const distribuicao: DistribuicaoDoGrupo = {
    n: valores.length,
    minimo: quantil(0),
    q1: quantil(0.25),
    mediana: quantil(0.5),
    q3: quantil(0.75),
    maximo: quantil(1),
  };
  return {
    distribuicao,
    lugar: valor === null ? null : lugarEntre(valor, quantil(PERTO_DE), quantil(PERTO_ATE)),
    iguais: isResposta && valor !== null ? valores.filter((um) => um === valor).length : null,
  };
}

function lugarEntre(valor: number, de: number, ate: number): LugarNoGrupo {
  if (valor < de) return "menor";
  return valor > ate ? "maior" : "perto";
}

/**
 * Where a series went from its first to its last point: "parecido" when the change is
 * under 5 % of the scale (of the first value, where the figure has no scale).
 * Null with fewer than three points.
 */
export function tendenciaDe(serie: readonly PontoDaSerie[], limites: { readonly min: number; readonly max: number } | null): Tendencia | null {
  const primeiro = serie[0];
  const ultimo = serie.at(-1);
  if (primeiro === undefined || ultimo === undefined || serie.length < MENOS_PONTOS) return null;
  const mudanca = ultimo.valor - primeiro.valor;
  const escala = limites === null ? Math.abs(primeiro.valor) : limites.max - limites.min;
  if (Math.abs(mudanca) < MUDANCA_MINIMA * escala || mudanca === 0) return "parecido";
  return mudanca > 0 ? "subiu" : "desceu";
}
