import { PRIMEIRO_DIA_POSSIVEL, type ClasseDenuncia } from "../../core/denuncia.ts";
import type { CivilDate, CivilMonth } from "../../core/civil-date.ts";
import { list, type SqlValue } from "./query.ts";

/**
 * Protocols that do not simply count as their own case, found once for each load
 * by `comoContarDenuncias` and bound to every other question: looking for them
 * among a million rows at every click would cost more than the click's answer.
 * Each is text joined by the unit separator (U+001F), empty when there are none.
 */
export interface Excecoes {
  /** Protocols on more than one row. */
  readonly repetidos: string;
  /** Apensadas that count for a main protocol missing from the extract. */
  readonly representantes: string;
  /** Apensadas joined in a circle. */
  readonly circulares: string;
}

/** What part of the complaints a question looks at; empty lists and nulls mean "no filter". */
export interface RecorteDenuncias {
  readonly excecoes: Excecoes;
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

/** Binds a `RecorteDenuncias` as $1 to $11, in the order the tables below read them. */
export function recorteDenunciasParams(r: RecorteDenuncias): SqlValue[] {
  return [
    r.excecoes.repetidos,
    r.excecoes.representantes,
    r.excecoes.circulares,
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

const PASSOS = [
  "data_encaminhamento",
  "data_notificacao",
  "data_manifestacao",
  "data_visita",
  "data_relatorio",
  "data_manifestacao_tecnica",
  "data_resposta",
  "data_arquivamento",
] as const;

/**
 * Which row of a repeated protocol counts: the oldest registration (Res. CIB/MT
 * 012/2025 art. 5 §4), then the one with the latest step, then any fixed order.
 */
export const ORDEM_DA_REPETICAO = `data_registro NULLS LAST,
      greatest(${PASSOS.join(", ")}) DESC NULLS LAST,
      situacao, canal, tema, codigo_ibge, protocolo_principal NULLS FIRST`;

const COLUNAS = `protocolo, data_registro, codigo_ibge, canal, tema, situacao, protocolo_principal,
      data_notificacao, data_manifestacao, data_resposta, data_arquivamento,
      coalesce(${PASSOS.map((passo) => `${passo} < data_registro`).join(" OR ")}, FALSE) AS passo_antes`;

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

const PAPEL = `CASE
        WHEN protocolo_principal IS NULL OR protocolo_principal = protocolo THEN ${CLASSE_CODIGO.caso}
        WHEN protocolo IN (FROM representante) THEN ${CLASSE_CODIGO.caso}
        WHEN protocolo IN (FROM circular) THEN ${CLASSE_CODIGO.circular}
        ELSE ${CLASSE_CODIGO.apensada} END`;

const DIA_POSSIVEL = `data_registro BETWEEN DATE '${PRIMEIRO_DIA_POSSIVEL}' AND CAST($4 AS DATE)`;

/**
 * Tables to put after `WITH`: `marcada` holds every row of the extract, once,
 * with its `classe` (`CLASSE_CODIGO`), the number of its month (year × 12 + month
 * − 1) and one 0/1 column for each filter it fails. Rows whose registration date
 * is missing or impossible have no month and fail no period.
 */
export const DENUNCIAS_MARCADAS = `
  repetido AS (SELECT unnest(string_split($1, chr(31))) AS protocolo),
  representante AS (SELECT unnest(string_split($2, chr(31))) AS protocolo),
  circular AS (SELECT unnest(string_split($3, chr(31))) AS protocolo),
  fonte AS (
    SELECT ${COLUNAS}, ${PAPEL} AS papel
    FROM denuncia WHERE protocolo NOT IN (FROM repetido)
    UNION ALL
    SELECT ${COLUNAS}, CASE
      WHEN row_number() OVER (PARTITION BY protocolo ORDER BY ${ORDEM_DA_REPETICAO}) > 1 THEN ${CLASSE_CODIGO.repetida}
      ELSE ${PAPEL} END
    FROM denuncia WHERE protocolo IN (FROM repetido)),
  datada AS (
    SELECT *,
      CAST(CASE WHEN ${DIA_POSSIVEL} THEN year(data_registro) * 12 + month(data_registro) - 1 END AS INTEGER) AS mes,
      CAST(CASE
        WHEN papel > 0 THEN papel
        WHEN data_registro IS NULL THEN ${CLASSE_CODIGO["sem-data"]}
        WHEN ${DIA_POSSIVEL} THEN ${CLASSE_CODIGO.caso}
        ELSE ${CLASSE_CODIGO["data-impossivel"]} END AS UTINYINT) AS classe
    FROM fonte),
  marcada AS (
    SELECT *,
      ${fails("coalesce(mes >= coalesce(CAST($5 AS INTEGER), mes) AND mes <= coalesce(CAST($6 AS INTEGER), mes), TRUE)")} AS fora_mes,
      ${fails(chosen("$7", "canal"))} AS fora_canal,
      ${fails(chosen("$8", "tema"))} AS fora_tema,
      ${fails(chosen("$9", "situacao"))} AS fora_situacao,
      ${fails(`$10 = '' OR codigo_ibge IN (
        SELECT codigo FROM municipio WHERE ${chosen("$10", "CAST(regiao_imediata_codigo AS VARCHAR)")})`)} AS fora_regiao,
      ${fails("codigo_ibge = coalesce(CAST($11 AS INTEGER), codigo_ibge)")} AS fora_municipio
    FROM datada)`;

/** How many of the six filters a row of `marcada` fails. */
export const FALHAS = "(fora_mes + fora_canal + fora_tema + fora_situacao + fora_regiao + fora_municipio)";
