import { REALIZADO } from "./cobertura-recorte.ts";
import { data, defineQuery, numero, type RowOf } from "./query.ts";

/**
 * Which technical visits were held in a period? One row for each municipality and
 * day with a visit on record (Res. CIB/MT 02/2022, art. 6: the visit is a support
 * in person), both ends of the period included, by day and code.
 */
export const visitasRealizadas = defineQuery({
  name: "visitas-realizadas",
  sql: `
    SELECT codigo_ibge AS codigo, CAST(data AS VARCHAR) AS dia
    FROM apoio
    WHERE ${REALIZADO} AND estrategia = 'visita-tecnica' AND modalidade = 'presencial'
      AND data >= CAST($1 AS DATE) AND data <= CAST($2 AS DATE)
    GROUP BY codigo_ibge, data
    ORDER BY data, codigo_ibge`,
  params: (p: { readonly de: string; readonly ate: string }) => [p.de, p.ate],
  row: { codigo: numero, dia: data },
});

export type VisitaRealizadaLida = RowOf<(typeof visitasRealizadas)["row"]>;
