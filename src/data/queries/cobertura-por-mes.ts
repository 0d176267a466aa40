import { NO_RECORTE, recorteParams } from "./cobertura-recorte.ts";
import { anulavel, defineQuery, numero, texto } from "./query.ts";

/**
 * How much support was on site and how much was not, month by month? Rows with
 * `mes` null are the whole period of a modality, and with both null the whole
 * period: distinct events and municipalities do not add up over months.
 */
export const apoiosPorMes = defineQuery({
  name: "apoios-por-mes",
  sql: `
    SELECT
      mes, modalidade,
      count(DISTINCT apoio) AS eventos,
      count(DISTINCT codigo_ibge) AS municipios,
      count(*) AS alcances
    FROM (SELECT *, left(CAST(data AS VARCHAR), 7) AS mes FROM apoio WHERE ${NO_RECORTE})
    GROUP BY GROUPING SETS ((mes, modalidade), (modalidade), ())
    ORDER BY mes NULLS LAST, modalidade NULLS LAST`,
  params: recorteParams,
  row: {
    mes: anulavel(texto),
    modalidade: anulavel(texto),
    /** Distinct events. */
    eventos: numero,
    /** Distinct municipalities. */
    municipios: numero,
    /** Event × municipality. */
    alcances: numero,
  },
});
