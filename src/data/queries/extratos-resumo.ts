import { REALIZADO } from "./cobertura-recorte.ts";
import { anulavel, defineQuery, numero, texto } from "./query.ts";

/**
 * How many rows does each extract hold, and what span does it cover? One row an
 * extract; `inicio` and `fim` are the first and last date or period, null where
 * the extract has none; of support, the days of what was held.
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
    SELECT 'apoios', count(*), CAST(min(data) FILTER (WHERE ${REALIZADO}) AS VARCHAR),
      CAST(max(data) FILTER (WHERE ${REALIZADO}) AS VARCHAR) FROM apoio
    UNION ALL
    SELECT 'planos', count(*), CAST(min(inicio) AS VARCHAR), CAST(max(inicio) AS VARCHAR) FROM plano_acao
    UNION ALL
    SELECT 'servicos', count(*), CAST(min(ano) AS VARCHAR), CAST(max(ano) AS VARCHAR) FROM servico_ano`,
  params: () => [],
  row: { extrato: texto, linhas: numero, inicio: anulavel(texto), fim: anulavel(texto) },
});
