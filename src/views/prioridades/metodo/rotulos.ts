import { formatNumber, formatPercent } from "../../../core/format.ts";
import type { Agregacao, Normalizacao, OrigemBaliza, TipoIndicador } from "../../../core/metodo/method.ts";

/** Words for the choices of a method file, as the page says them. */

export const NORMALIZACAO_ROTULO: Readonly<Record<Normalizacao, string>> = {
  balizas: "balizas fixas",
  "min-max": "menor e maior valor do dia",
  z: "escore z",
  percentil: "posição entre os municípios (percentil)",
  nenhuma: "valores sem normalizar",
};

/** Only fixed goalposts rank; the others depend on who is in the sample of the day. */
export function isParaEstudo(normalizacao: Normalizacao): boolean {
  return normalizacao !== "balizas";
}

export const AGREGACAO_ROTULO: Readonly<Record<Agregacao, string>> = {
  aritmetica: "média ponderada",
  "potencia-2": "média de potência 2",
  "complemento-geometrica": "100 menos a média geométrica do que falta para 100",
};

export const TIPO_ROTULO: Readonly<Record<TipoIndicador, string>> = {
  rate: "taxa",
  proportion: "proporção",
  level: "nível",
  flag: "sim ou não",
  amount: "quantidade",
};

export const ORIGEM_ROTULO: Readonly<Record<OrigemBaliza, string>> = {
  "meta-legal": "meta legal",
  "limite-natural": "limite da escala",
  "periodo-base": "período-base",
};

/** A number with all the decimals it has: goalposts are read as they are written in the file. */
export function numeroExato(x: number): string {
  const [, decimais = ""] = /^-?\d+(?:\.(\d+))?$/.exec(String(x)) ?? [];
  return formatNumber(x, Math.min(12, decimais.length));
}

/** A share 0–1 in per cent, with a decimal only where it has one: "30%", "66,7%". */
export function parteEmPorCento(parte: number): string {
  const porCento = 100 * parte;
  return formatPercent(porCento, Math.abs(porCento - Math.round(porCento)) < 1e-9 ? 0 : 1);
}
