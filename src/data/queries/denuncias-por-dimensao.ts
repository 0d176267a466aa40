import { CLASSES_A_PARTE } from "../../core/denuncia.ts";
import { CLASSE_CODIGO, DENUNCIAS_MARCADAS, FALHAS, recorteDenunciasParams } from "./denuncias-recorte.ts";
import { defineQuery, numero, texto } from "./query.ts";

const A_PARTE = CLASSES_A_PARTE.map((classe) => `WHEN ${CLASSE_CODIGO[classe]} THEN '${classe}'`).join(" ");

/**
 * How many cases by month, channel, theme, state and municipality? All of them in
 * one answer, each leaving out its own filter, so that a chart keeps the bars that
 * can still be chosen. Keys with no case have no row. Regions are sums of
 * `casos_sem_regiao` over their municipalities.
 *
 * In the SQL, `grupo` is 0 for a case that passes every filter and 1 to 6 for one
 * that fails only that filter; above 10 are the rows that charts leave out.
 * `conjunto` tells grouping sets apart: one bit for each column, set when it is
 * not grouped by.
 */
export const denunciasPorDimensao = defineQuery({
  name: "denuncias-por-dimensao",
  sql: `
    WITH ${DENUNCIAS_MARCADAS},
    util AS (
      SELECT CAST(mes AS SMALLINT) AS mes, canal, tema, situacao, codigo_ibge, passo_antes,
        CAST(classe + fora_mes + 2 * fora_canal + 3 * fora_tema + 4 * fora_situacao + 5 * fora_regiao + 6 * fora_municipio
          AS UTINYINT) AS grupo
      FROM marcada
      WHERE ${FALHAS} = 0 OR (classe = ${CLASSE_CODIGO.caso} AND ${FALHAS} = 1)),
    somado AS (
      SELECT grouping_id(mes, canal, tema, situacao, codigo_ibge, passo_antes) AS conjunto,
        grupo, mes, canal, tema, situacao, codigo_ibge, passo_antes, count(*) AS linhas
      FROM util
      GROUP BY GROUPING SETS (
        (grupo, mes), (grupo, canal), (grupo, tema), (grupo, situacao), (grupo, codigo_ibge), (grupo, passo_antes)))
    SELECT
      CASE conjunto WHEN 31 THEN 'mes' WHEN 47 THEN 'canal' WHEN 55 THEN 'tema' WHEN 59 THEN 'situacao'
        WHEN 61 THEN 'municipio' ELSE 'classe' END AS dimensao,
      CASE conjunto
        WHEN 31 THEN CAST(mes // 12 AS VARCHAR) || '-' || lpad(CAST(mes % 12 + 1 AS VARCHAR), 2, '0')
        WHEN 47 THEN canal WHEN 55 THEN tema WHEN 59 THEN situacao WHEN 61 THEN CAST(codigo_ibge AS VARCHAR)
        ELSE CASE grupo ${A_PARTE} ELSE if(passo_antes, 'passo-antes-do-registro', 'caso') END END AS chave,
      CAST(coalesce(sum(linhas) FILTER (WHERE conjunto <> 61 OR grupo <> 5), 0) AS DOUBLE) AS casos,
      CAST(coalesce(sum(linhas) FILTER (WHERE conjunto = 61 AND grupo <> 6), 0) AS DOUBLE) AS casos_sem_regiao
    FROM somado
    WHERE grupo = 0 OR (conjunto = 31 AND grupo = 1) OR (conjunto = 47 AND grupo = 2) OR (conjunto = 55 AND grupo = 3)
      OR (conjunto = 59 AND grupo = 4) OR (conjunto = 61 AND grupo IN (5, 6)) OR (conjunto = 62 AND grupo > 10)
    GROUP BY 1, 2 ORDER BY 1, 2`,
  params: recorteDenunciasParams,
  row: {
    /** "mes", "canal", "tema", "situacao", "municipio", or "classe". */
    dimensao: texto,
    /**
     * Month `YYYY-MM`, category id or municipal code. Of "classe": "caso",
     * "passo-antes-do-registro" (cases too, with a step dated before the
     * registration) or a `ClasseAParte`, whose rows ignore no filter but the period.
     */
    chave: texto,
    /** Distinct cases; rows of the extract for a `ClasseAParte`. */
    casos: numero,
    /** Only of "municipio": distinct cases leaving out the filter of region instead of the one of municipality. */
    casos_sem_regiao: numero,
  },
});
