import { REALIZADO } from "./cobertura-recorte.ts";
import { data, defineQuery, numero, type RowOf } from "./query.ts";

/**
 * When was each municipality last visited? One row for each that has a technical
 * visit on record up to a day (Res. CIB/MT 02/2022, art. 6, the visit is a support
 * in person); the others have no row.
 */
export const ultimaVisitaDosMunicipios = defineQuery({
  name: "ultima-visita-dos-municipios",
  sql: `
    SELECT codigo_ibge AS codigo, CAST(max(data) AS VARCHAR) AS ultima
    FROM apoio
    WHERE ${REALIZADO} AND estrategia = 'visita-tecnica' AND modalidade = 'presencial' AND data <= CAST($1 AS DATE)
    GROUP BY codigo_ibge
    ORDER BY codigo_ibge`,
  params: (p: { readonly ate: string }) => [p.ate],
  row: { codigo: numero, ultima: data },
});

export type UltimaVisita = RowOf<(typeof ultimaVisitaDosMunicipios)["row"]>;
