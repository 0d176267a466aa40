import { anulavel, defineQuery, numero, texto, type RowOf } from "./query.ts";

/**
 * What are all the figures, packed for the rules of data quality? One row for
 * each indicator, period and source; codes and figures are parallel lists joined
 * by `|`, so that a country's figures leave the engine as a few hundred texts and
 * not as a million rows. Figures of municipalities not in the list are left out.
 */
export const qualidadeValores = defineQuery({
  name: "qualidade-valores",
  sql: `
    SELECT indicador, periodo, fonte,
      string_agg(CAST(codigo AS VARCHAR), '|' ORDER BY codigo) AS codigos,
      string_agg(CAST(valor AS VARCHAR), '|' ORDER BY codigo) AS valores,
      CASE WHEN count(numerador) = 0 THEN NULL
        ELSE string_agg(coalesce(CAST(numerador AS VARCHAR), ''), '|' ORDER BY codigo) END AS numeradores,
      CASE WHEN count(denominador) = 0 THEN NULL
        ELSE string_agg(coalesce(CAST(denominador AS VARCHAR), ''), '|' ORDER BY codigo) END AS denominadores,
      count(*) AS municipios
    FROM indicador_valor
    WHERE valor IS NOT NULL AND codigo IN (SELECT codigo FROM municipio)
    GROUP BY indicador, periodo, fonte
    ORDER BY indicador, periodo, fonte`,
  params: () => [],
  row: {
    indicador: texto,
    periodo: texto,
    fonte: anulavel(texto),
    codigos: texto,
    valores: texto,
    numeradores: anulavel(texto),
    denominadores: anulavel(texto),
    municipios: numero,
  },
});

export type LinhaDeValores = RowOf<(typeof qualidadeValores)["row"]>;
