import { PRIMEIRO_DIA_POSSIVEL } from "../../core/denuncia.ts";
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

const escolhido = (parametro: string, coluna: string): string =>
  `coalesce(${parametro} = '' OR list_contains(string_split(${parametro}, '|'), ${coluna}), FALSE)`;

const fora = (condicao: string): string => `CAST(NOT (${condicao}) AS INTEGER)`;

/**
 * Tables to put after `WITH`: `marcada` holds every row of the extract, once,
 * with its `classe` (`ClasseDenuncia`) and one 0/1 column for each filter it
 * fails. Rows whose registration date is missing or impossible fail no period.
 */
export const DENUNCIAS_MARCADAS = `
  repetido AS (SELECT unnest(string_split($1, chr(31))) AS protocolo),
  representante AS (SELECT unnest(string_split($2, chr(31))) AS protocolo),
  circular AS (SELECT unnest(string_split($3, chr(31))) AS protocolo),
  propria AS (
    SELECT ${COLUNAS}, 1 AS posicao FROM denuncia WHERE protocolo NOT IN (FROM repetido)
    UNION ALL
    SELECT ${COLUNAS}, row_number() OVER (PARTITION BY protocolo ORDER BY ${ORDEM_DA_REPETICAO}) AS posicao
    FROM denuncia WHERE protocolo IN (FROM repetido)),
  fonte AS (
    SELECT *, CASE WHEN posicao > 1 THEN 'repetida' ELSE 'propria' END AS papel
    FROM propria WHERE posicao > 1 OR protocolo_principal IS NULL OR protocolo_principal = protocolo
    UNION ALL
    SELECT *, CASE
      WHEN protocolo IN (FROM representante) THEN 'propria'
      WHEN protocolo IN (FROM circular) THEN 'circular'
      ELSE 'apensada' END
    FROM propria WHERE posicao = 1 AND protocolo_principal <> protocolo),
  classificada AS (
    SELECT *, CASE
      WHEN papel <> 'propria' THEN papel
      WHEN data_registro IS NULL THEN 'sem-data'
      WHEN data_registro > CAST($4 AS DATE) OR data_registro < DATE '${PRIMEIRO_DIA_POSSIVEL}' THEN 'data-impossivel'
      ELSE 'caso' END AS classe,
      CASE WHEN data_registro BETWEEN DATE '${PRIMEIRO_DIA_POSSIVEL}' AND CAST($4 AS DATE)
        THEN CAST(year(data_registro) * 12 + month(data_registro) - 1 AS INTEGER) END AS mes
    FROM fonte),
  marcada AS (
    SELECT *,
      ${fora("mes IS NULL OR (mes >= coalesce(CAST($5 AS INTEGER), mes) AND mes <= coalesce(CAST($6 AS INTEGER), mes))")} AS fora_mes,
      ${fora(escolhido("$7", "canal"))} AS fora_canal,
      ${fora(escolhido("$8", "tema"))} AS fora_tema,
      ${fora(escolhido("$9", "situacao"))} AS fora_situacao,
      ${fora(`$10 = '' OR coalesce(codigo_ibge IN (
        SELECT codigo FROM municipio WHERE ${escolhido("$10", "CAST(regiao_imediata_codigo AS VARCHAR)")}), FALSE)`)} AS fora_regiao,
      ${fora("coalesce(codigo_ibge = coalesce(CAST($11 AS INTEGER), codigo_ibge), FALSE)")} AS fora_municipio
    FROM classificada)`;

/** How many of the six filters a row of `marcada` fails. */
export const FALHAS = "(fora_mes + fora_canal + fora_tema + fora_situacao + fora_regiao + fora_municipio)";
