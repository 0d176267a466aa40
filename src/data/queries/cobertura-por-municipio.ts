import { NA_ESTRATEGIA_E_EIXO, NO_PERIODO, REALIZADO, type Recorte } from "./cobertura-recorte.ts";
import { anulavel, data, defineQuery, list, numero } from "./query.ts";

/**
 * What support has each municipality had up to the reference date? One row for
 * each code with any support recorded by then; counts are of distinct events.
 * On-site is what the record says in `modalidade`. Monitoring counts whether
 * done on site or by secondary data (Res. CIB/MT 02/2022 art. 6 III) and, being
 * a yearly duty towards every municipality (art. 4 I c), ignores the filters of
 * strategy and eixo.
 */
export const coberturaPorMunicipio = defineQuery({
  name: "cobertura-por-municipio",
  sql: `
    SELECT
      codigo_ibge AS codigo,
      CAST(max(data) FILTER (WHERE modalidade = 'presencial' AND ${NA_ESTRATEGIA_E_EIXO}) AS VARCHAR)
        AS ultimo_presencial,
      CAST(max(data) FILTER (WHERE estrategia = 'monitoramento') AS VARCHAR) AS ultimo_monitoramento,
      CAST(max(data) FILTER (WHERE estrategia = 'monitoramento' AND modalidade = 'presencial') AS VARCHAR)
        AS ultimo_monitoramento_presencial,
      count(DISTINCT apoio) FILTER (WHERE modalidade = 'presencial' AND ${NO_PERIODO} AND ${NA_ESTRATEGIA_E_EIXO})
        AS eventos_presenciais,
      count(DISTINCT apoio) FILTER (WHERE modalidade <> 'presencial' AND ${NO_PERIODO} AND ${NA_ESTRATEGIA_E_EIXO})
        AS eventos_nao_presenciais
    FROM apoio
    WHERE ${REALIZADO} AND data <= CAST($2 AS DATE)
    GROUP BY codigo_ibge
    ORDER BY codigo_ibge`,
  params: (p: Omit<Recorte, "regioes" | "portes">) => [
    p.apos,
    p.em,
    list(p.estrategias),
    list(p.eixos),
  ],
  row: {
    codigo: numero,
    ultimo_presencial: anulavel(data),
    ultimo_monitoramento: anulavel(data),
    ultimo_monitoramento_presencial: anulavel(data),
    eventos_presenciais: numero,
    eventos_nao_presenciais: numero,
  },
});
