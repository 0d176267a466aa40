import { DENUNCIAS_MARCADAS, FALHAS, recorteDenunciasParams } from "./denuncias-recorte.ts";
import { defineQuery, numero, texto } from "./query.ts";

/**
 * How many cases by month, channel, theme, state, region and municipality? All
 * of them in one answer, each leaving out its own filter, so that a chart shows
 * the bars that can still be chosen. Keys with no case have no row.
 * `grupo` of a row to count: 0 passes every filter, 1 to 6 fails only that one,
 * 11 to 15 is a class that charts leave out.
 */
export const denunciasPorDimensao = defineQuery({
  name: "denuncias-por-dimensao",
  sql: `
    WITH ${DENUNCIAS_MARCADAS},
    util AS (
      SELECT mes, canal, tema, situacao, codigo_ibge,
        passo_antes,
        CASE classe
          WHEN 'caso' THEN fora_mes + 2 * fora_canal + 3 * fora_tema + 4 * fora_situacao + 5 * fora_regiao + 6 * fora_municipio
          WHEN 'sem-data' THEN 11 WHEN 'data-impossivel' THEN 12
          WHEN 'apensada' THEN 13 WHEN 'repetida' THEN 14 ELSE 15 END AS grupo
      FROM marcada
      WHERE ${FALHAS} = 0 OR (classe = 'caso' AND ${FALHAS} = 1)),
    somado AS (
      SELECT grouping_id(mes, canal, tema, situacao, codigo_ibge, passo_antes) AS conjunto,
        grupo, mes, canal, tema, situacao, codigo_ibge, passo_antes, count(*) AS casos
      FROM util
      GROUP BY GROUPING SETS (
        (grupo, mes), (grupo, canal), (grupo, tema), (grupo, situacao), (grupo, codigo_ibge), (grupo, passo_antes))),
    regiao AS (SELECT codigo, any_value(regiao_imediata_codigo) AS regiao FROM municipio GROUP BY codigo),
    nomeado AS (
      SELECT 'mes' AS dimensao,
        CAST(mes // 12 AS VARCHAR) || '-' || lpad(CAST(mes % 12 + 1 AS VARCHAR), 2, '0') AS chave, casos
      FROM somado WHERE conjunto = 31 AND grupo IN (0, 1)
      UNION ALL SELECT 'canal', canal, casos FROM somado WHERE conjunto = 47 AND grupo IN (0, 2)
      UNION ALL SELECT 'tema', tema, casos FROM somado WHERE conjunto = 55 AND grupo IN (0, 3)
      UNION ALL SELECT 'situacao', situacao, casos FROM somado WHERE conjunto = 59 AND grupo IN (0, 4)
      UNION ALL SELECT 'regiao', CAST(regiao AS VARCHAR), casos
      FROM somado LEFT JOIN regiao ON codigo = codigo_ibge WHERE conjunto = 61 AND grupo IN (0, 5)
      UNION ALL SELECT 'municipio', CAST(codigo_ibge AS VARCHAR), casos FROM somado WHERE conjunto = 61 AND grupo IN (0, 6)
      UNION ALL SELECT 'total', '', casos FROM somado WHERE conjunto = 62 AND grupo = 0
      UNION ALL SELECT 'aviso', 'passo-antes-do-registro', casos FROM somado WHERE conjunto = 62 AND grupo = 0 AND passo_antes
      UNION ALL SELECT 'a-parte', CASE grupo WHEN 11 THEN 'sem-data' WHEN 12 THEN 'data-impossivel'
        WHEN 13 THEN 'apensada' WHEN 14 THEN 'repetida' ELSE 'circular' END, casos
      FROM somado WHERE conjunto = 62 AND grupo > 10)
    SELECT dimensao, coalesce(chave, '') AS chave, CAST(sum(casos) AS DOUBLE) AS casos
    FROM nomeado GROUP BY dimensao, coalesce(chave, '') ORDER BY dimensao, chave`,
  params: recorteDenunciasParams,
  row: {
    /** A `DimensaoDenuncia`, or "total", "a-parte" (by `ClasseAParte`), "aviso". */
    dimensao: texto,
    /** Month `YYYY-MM`, category id or code; empty for a place outside the table of municipalities. */
    chave: texto,
    /** Rows; for dimensions and total, distinct cases. */
    casos: numero,
  },
});
