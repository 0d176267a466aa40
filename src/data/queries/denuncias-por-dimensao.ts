import { CLASSE_CODIGO, DENUNCIAS_MARCADAS, FALHAS, recorteDenunciasParams } from "./denuncias-recorte.ts";
import { anulavel, defineQuery, numero, texto } from "./query.ts";

/**
 * What `grupo` says of the rows counted: 0 passes every filter; 1 to 6 is a case
 * that fails only the filter of that dimension, and `GRUPO_LUGAR` one that fails
 * only those of region and municipality; a code above 20 is a class that the
 * charts leave out (`CLASSE_CODIGO`).
 */
export const GRUPO_DIMENSAO = { mes: 1, canal: 2, tema: 3, situacao: 4, regiao: 5, municipio: 6 } as const;

const G = GRUPO_DIMENSAO;

export const GRUPO_LUGAR = G.regiao + G.municipio;

/**
 * How many cases by month, channel, theme, state and municipality? All of them in
 * one answer: a row counts one value of one of those columns, the others being
 * null, in one `grupo`. The count of a chart that leaves out its own filter is
 * the sum of the groups 0 and its own (`lerContagens` of the page does it); a
 * region is the sum of its municipalities. Values with no case have no row.
 *
 * Naming and summing here would double the time of the answer: at this size the
 * engine spends it on the plan, not on the rows.
 */
export const denunciasPorDimensao = defineQuery({
  name: "denuncias-por-dimensao",
  sql: `
    WITH ${DENUNCIAS_MARCADAS},
    util AS (
      SELECT CAST(mes AS SMALLINT) AS mes, canal, tema, situacao, codigo_ibge, passo_antes,
        CAST(classe + ${G.mes} * fora_mes + ${G.canal} * fora_canal + ${G.tema} * fora_tema + ${G.situacao} * fora_situacao
          + ${G.regiao} * fora_regiao + ${G.municipio} * fora_municipio AS UTINYINT) AS grupo
      FROM marcada
      WHERE ${FALHAS} = 0 OR (classe = ${CLASSE_CODIGO.caso} AND (${FALHAS} = 1 OR ${FALHAS} - fora_regiao - fora_municipio = 0)))
    SELECT grupo, mes, canal, tema, situacao, codigo_ibge AS municipio,
      count(*) AS linhas, count(*) FILTER (WHERE passo_antes) AS com_aviso
    FROM util
    GROUP BY GROUPING SETS ((grupo, mes), (grupo, canal), (grupo, tema), (grupo, situacao), (grupo, codigo_ibge))`,
  params: recorteDenunciasParams,
  row: {
    grupo: numero,
    /** Year × 12 + month − 1. */
    mes: anulavel(numero),
    canal: anulavel(texto),
    tema: anulavel(texto),
    situacao: anulavel(texto),
    /** Municipal code. */
    municipio: anulavel(numero),
    /** Rows of the extract: distinct cases in the groups up to 6. */
    linhas: numero,
    /** Of them, those with a step dated before the registration. */
    com_aviso: numero,
  },
});
