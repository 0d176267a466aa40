import { colunasDosIndicadores } from "./prioridades-colunas.ts";
import { defineQuery, list, numero } from "./query.ts";

/**
 * What was the newest figure of each municipality for each of some indicators, as
 * they stood at the end of a year? One row each, of the shape of the newest of all,
 * for `toColunas`.
 */
export const colunasAteOAno = defineQuery({
  name: "colunas-ate-o-ano",
  sql: `
    SELECT indicador, codigo, periodo, valor, numerador, denominador, fonte, carga
    FROM indicador_valor
    WHERE list_contains(string_split($1, '|'), indicador) AND left(periodo, 4) <= $2
    QUALIFY row_number() OVER (PARTITION BY indicador, codigo ORDER BY periodo DESC) = 1
    ORDER BY indicador, codigo`,
  params: (p: { readonly indicadores: readonly string[]; readonly ate: number }) => [list(p.indicadores), String(p.ate).padStart(4, "0")],
  row: colunasDosIndicadores.row,
});

/** Of which years are there figures of some indicators in the territory? One row a year, oldest first. */
export const anosDosIndicadores = defineQuery({
  name: "anos-dos-indicadores",
  sql: `
    SELECT CAST(left(periodo, 4) AS INTEGER) AS ano, count(*) AS figuras
    FROM indicador_valor
    WHERE list_contains(string_split($1, '|'), indicador) AND codigo IN (SELECT codigo FROM municipio)
    GROUP BY ano
    ORDER BY ano`,
  params: (p: { readonly indicadores: readonly string[] }) => [list(p.indicadores)],
  row: { ano: numero, figuras: numero },
});
