import { celulaSdc, type CelulaSdc, type RelacaoSdc } from "../../../src/core/sdc/problema.ts";

const LINHAS = ["Alpha", "Beta", "Gamma", "Delta"];
const COLUNAS = ["Low", "Medium", "High", "VeryHigh"];

/** Delinquent children by county and education: table of Statistical Policy Working Paper 22 (FCSM, 2005), ch. 4. */
const CONTAGENS = [
  [15, 1, 3, 1],
  [20, 10, 10, 15],
  [3, 10, 10, 2],
  [12, 14, 7, 2],
];

const soma = (valores: readonly number[]): number => valores.reduce((total, valor) => total + valor, 0);

/** Every count of the table with its totals: what is under 5 is primary. */
export const CELULAS: readonly CelulaSdc[] = [...LINHAS, "Total"].flatMap((linha, i) =>
  [...COLUNAS, "Total"].map((coluna, j) => {
    const linhas = i < LINHAS.length ? [CONTAGENS[i] ?? []] : CONTAGENS;
    const value = soma(linhas.map((valores) => (j < COLUNAS.length ? (valores[j] ?? 0) : soma(valores))));
    return celulaSdc({ id: `${linha}|${coluna}`, value, primary: value < 5 });
  }),
);

export const RELACOES: readonly RelacaoSdc[] = [
  ...[...LINHAS, "Total"].map((linha): RelacaoSdc => [`${linha}|Total`, COLUNAS.map((coluna) => `${linha}|${coluna}`)]),
  ...[...COLUNAS, "Total"].map((coluna): RelacaoSdc => [`Total|${coluna}`, LINHAS.map((linha) => `${linha}|${coluna}`)]),
];

export const onde = (id: string): number => CELULAS.findIndex((celula) => celula.id === id);

/** Positions of the primary cells and of others besides. */
export const ocultar = (...outras: readonly string[]): ReadonlySet<number> => new Set([...CELULAS.flatMap(({ primary }, i) => (primary ? [i] : [])), ...outras.map(onde)]);
