import { anulavel, defineQuery, numero, texto } from "./query.ts";

/**
 * How many rows does each extract hold, and what span does it cover? One row an
 * extract; `inicio` and `fim` are the first and last date or period, null where
 * the extract has none.
 */
export const resumoDosExtratos = defineQuery({
  name: "resumo-dos-extratos",
  sql: `
    SELECT 'municipios' AS extrato, count(*) AS linhas,
      CAST(NULL AS VARCHAR) AS inicio, CAST(NULL AS VARCHAR) AS fim FROM municipio
    UNION ALL
    SELECT 'indicadores', count(*), min(periodo), max(periodo) FROM indicador_valor
    UNION ALL
    SELECT 'denuncias', count(*), CAST(min(data_registro) AS VARCHAR), CAST(max(data_registro) AS VARCHAR)
    FROM denuncia
    UNION ALL
    SELECT 'andamentos', count(*), CAST(min(data) AS VARCHAR), CAST(max(data) AS VARCHAR) FROM andamento
    UNION ALL
    SELECT 'apoios', count(*), CAST(min(data) AS VARCHAR), CAST(max(data) AS VARCHAR) FROM apoio`,
  params: () => [],
  row: { extrato: texto, linhas: numero, inicio: anulavel(texto), fim: anulavel(texto) },
});
