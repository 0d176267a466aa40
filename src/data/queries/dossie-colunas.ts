import type { CivilDate } from "../../core/civil-date.ts";
import { REALIZADO } from "./cobertura-recorte.ts";
import { anulavel, data, defineQuery, list, numero, texto } from "./query.ts";

/** Years before the newest figure in which the one it is set against is looked for. */
const ANOS_ATRAS = 5;

/**
 * What was the oldest figure of up to five years before the newest one, for each municipality
 * and each of these indicators? One row each; those with no other period have none.
 */
export const figurasAnteriores = defineQuery({
  name: "figuras-anteriores",
  sql: `
    WITH escolhida AS (
        SELECT indicador, codigo, periodo, valor FROM indicador_valor WHERE list_contains(string_split($1, '|'), indicador)),
      nova AS (SELECT indicador, codigo, max(periodo) AS ate FROM escolhida GROUP BY indicador, codigo)
    SELECT e.indicador, e.codigo, min(e.periodo) AS periodo, arg_min(e.valor, e.periodo) AS valor
    FROM escolhida e JOIN nova n ON n.indicador = e.indicador AND n.codigo = e.codigo
    WHERE e.periodo < n.ate
      AND CAST(substr(e.periodo, 1, 4) AS INTEGER) >= CAST(substr(n.ate, 1, 4) AS INTEGER) - ${ANOS_ATRAS}
    GROUP BY e.indicador, e.codigo
    ORDER BY e.indicador, e.codigo`,
  params: ({ indicadores }: { readonly indicadores: readonly string[] }) => [list(indicadores)],
  row: { indicador: texto, codigo: numero, periodo: texto, valor: numero },
});

/**
 * What support of each strategy did each municipality have, held up to a day, and how much of it
 * after another? Counts are of distinct events; the theme is the one written for the last.
 */
export const apoioPorEstrategia = defineQuery({
  name: "apoio-por-estrategia",
  sql: `
    SELECT codigo_ibge AS codigo, estrategia,
      count(DISTINCT apoio) FILTER (WHERE data > CAST($1 AS DATE)) AS "noPeriodo",
      count(DISTINCT apoio) AS todos,
      CAST(max(data) AS VARCHAR) AS ultimo,
      CAST(max(data) FILTER (WHERE modalidade = 'presencial') AS VARCHAR) AS "ultimoPresencial",
      arg_max(tema, CAST(data AS VARCHAR) || apoio) FILTER (WHERE trim(tema) <> '') AS tema
    FROM apoio
    WHERE ${REALIZADO} AND data <= CAST($2 AS DATE)
    GROUP BY codigo_ibge, estrategia
    ORDER BY codigo_ibge, estrategia`,
  params: (p: { readonly apos: CivilDate; readonly em: CivilDate }) => [p.apos, p.em],
  row: {
    codigo: numero,
    estrategia: texto,
    noPeriodo: numero,
    todos: numero,
    ultimo: data,
    ultimoPresencial: anulavel(data),
    tema: anulavel(texto),
  },
});
