import { anulavel, defineQuery, numero, texto, type RowOf } from "./query.ts";

/**
 * How did an indicator move in one municipality, beside the territory? One row a
 * period with any figure, oldest first; periods without data have no row.
 */
export const serieDoIndicador = defineQuery({
  name: "serie-do-indicador",
  sql: `
    SELECT periodo,
      max(valor) FILTER (WHERE codigo = CAST($2 AS INTEGER)) AS valor,
      quantile_cont(valor, 0.25) AS p25,
      median(valor) AS mediana,
      quantile_cont(valor, 0.75) AS p75,
      count(*) AS municipios
    FROM indicador_valor
    WHERE indicador = $1 AND codigo IN (SELECT codigo FROM municipio)
    GROUP BY periodo
    ORDER BY periodo`,
  params: (p: { readonly indicador: string; readonly codigo: number }) => [p.indicador, p.codigo],
  row: {
    periodo: texto,
    /** The municipality's figure; null when the source has none for the period. */
    valor: anulavel(numero),
    p25: numero,
    mediana: numero,
    p75: numero,
    /** How many municipalities have a figure in the period. */
    municipios: numero,
  },
});

export type PontoDaSerie = RowOf<(typeof serieDoIndicador)["row"]>;
