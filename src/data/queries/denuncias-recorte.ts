import { PRIMEIRO_DIA_POSSIVEL, type ClasseDenuncia } from "../../core/denuncia.ts";
import type { CivilDate, CivilMonth } from "../../core/civil-date.ts";
import { list, type SqlValue } from "./query.ts";

/** What part of the complaints a question looks at; empty lists and nulls mean "no filter". */
export interface RecorteDenuncias {
  /** Rows that do not count as a case of their own, from `packExcecoes`. */
  readonly excecoes: string;
  /** A registration after this day is impossible. */
  readonly referencia: CivilDate;
  readonly de: CivilMonth | null;
  /** Last month, included. */
  readonly ate: CivilMonth | null;
  readonly canais: readonly string[];
  readonly temas: readonly string[];
  readonly situacoes: readonly string[];
  /** Codes of IBGE regiões imediatas. */
  readonly regioes: readonly number[];
  readonly municipio: number | null;
}

/** Binds a `RecorteDenuncias` as $1 to $9, in the order the tables below read them. */
export function recorteDenunciasParams(r: RecorteDenuncias): SqlValue[] {
  return [
    r.excecoes,
    r.referencia,
    monthNumber(r.de),
    monthNumber(r.ate),
    list(r.canais),
    list(r.temas),
    list(r.situacoes),
    list(r.regioes),
    r.municipio,
  ];
}

function monthNumber(month: CivilMonth | null): number | null {
  return month === null ? null : Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** Columns of the dated steps after the registration. */
export const PASSOS = [
  "data_encaminhamento",
  "data_notificacao",
  "data_manifestacao",
  "data_visita",
  "data_relatorio",
  "data_manifestacao_tecnica",
  "data_resposta",
  "data_arquivamento",
] as const;

const chosen = (parametro: string, coluna: string): string =>
  `coalesce(${parametro} = '' OR list_contains(string_split(${parametro}, '|'), ${coluna}), FALSE)`;

const fails = (condicao: string): string => `CAST(NOT (${condicao}) AS UTINYINT)`;

/** Codes of `ClasseDenuncia` in SQL, where numbers group faster than words. */
export const CLASSE_CODIGO: Readonly<Record<ClasseDenuncia, number>> = {
  caso: 0,
  "sem-data": 21,
  "data-impossivel": 22,
  apensada: 23,
  repetida: 24,
  circular: 25,
};

const CODIGO_BASE = 100;

/**
 * Packs the rows that do not count into one bound value, row × 100 + class. They
 * are found once for each load (`linhasEspeciais`, `resolveCasos`) because looking
 * for them among a million rows at every click would cost more than the answer.
 */
export function packExcecoes(classes: ReadonlyMap<number, ClasseDenuncia>): string {
  return list([...classes].map(([linha, classe]) => linha * CODIGO_BASE + CLASSE_CODIGO[classe]));
}

const DIA_POSSIVEL = `data_registro BETWEEN DATE '${PRIMEIRO_DIA_POSSIVEL}' AND CAST($2 AS DATE)`;

/**
 * Tables to put after `WITH`: `marcada` holds every row of the extract, once,
 * with its `classe` (`CLASSE_CODIGO`), the number of its month (year × 12 + month
 * − 1) and one 0/1 column for each filter it fails. Rows whose registration date
 * is missing or impossible have no month and fail no period.
 */
export const DENUNCIAS_MARCADAS = `
  excecao AS (
    SELECT n // ${CODIGO_BASE} AS linha, n % ${CODIGO_BASE} AS excecao
    FROM (SELECT TRY_CAST(unnest(string_split($1, '|')) AS BIGINT) AS n)),
  numerada AS (SELECT row_number() OVER () AS linha, * FROM denuncia),
  datada AS (
    SELECT numerada.*,
      coalesce(${PASSOS.map((passo) => `${passo} < data_registro`).join(" OR ")}, FALSE) AS passo_antes,
      CAST(CASE WHEN ${DIA_POSSIVEL} THEN year(data_registro) * 12 + month(data_registro) - 1 END AS INTEGER) AS mes,
      CAST(CASE
        WHEN excecao IS NOT NULL THEN excecao
        WHEN data_registro IS NULL THEN ${CLASSE_CODIGO["sem-data"]}
        WHEN ${DIA_POSSIVEL} THEN ${CLASSE_CODIGO.caso}
        ELSE ${CLASSE_CODIGO["data-impossivel"]} END AS UTINYINT) AS classe
    FROM numerada LEFT JOIN excecao ON numerada.linha = excecao.linha),
  marcada AS (
    SELECT *,
      ${fails("coalesce(mes >= coalesce(CAST($3 AS INTEGER), mes) AND mes <= coalesce(CAST($4 AS INTEGER), mes), TRUE)")} AS fora_mes,
      ${fails(chosen("$5", "canal"))} AS fora_canal,
      ${fails(chosen("$6", "tema"))} AS fora_tema,
      ${fails(chosen("$7", "situacao"))} AS fora_situacao,
      ${fails(`$8 = '' OR codigo_ibge IN (
        SELECT codigo FROM municipio WHERE ${chosen("$8", "CAST(regiao_imediata_codigo AS VARCHAR)")})`)} AS fora_regiao,
      ${fails("codigo_ibge = coalesce(CAST($9 AS INTEGER), codigo_ibge)")} AS fora_municipio
    FROM datada)`;

/** How many of the six filters a row of `marcada` fails. */
export const FALHAS = "(fora_mes + fora_canal + fora_tema + fora_situacao + fora_regiao + fora_municipio)";
