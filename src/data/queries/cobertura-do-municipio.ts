import type { CivilDate } from "../../core/civil-date.ts";
import { REALIZADO } from "./cobertura-recorte.ts";
import { anulavel, data, defineQuery, numero, texto } from "./query.ts";

/**
 * Which support events held reached this municipality up to the reference date?
 * Newest first, without the filters of strategy, eixo and period: the panel
 * shows the whole record of the place.
 */
export const apoiosDoMunicipio = defineQuery({
  name: "apoios-do-municipio",
  sql: `
    SELECT
      a.apoio,
      CAST(a.data AS VARCHAR) AS data,
      a.estrategia, a.eixo, a.tema, a.modalidade, a.origem,
      a.participantes,
      e.municipios
    FROM apoio a
    JOIN (SELECT apoio, count(DISTINCT codigo_ibge) AS municipios FROM apoio WHERE ${REALIZADO} GROUP BY apoio) e ON e.apoio = a.apoio
    WHERE a.codigo_ibge = $1 AND ${REALIZADO} AND a.data <= CAST($2 AS DATE)
    ORDER BY a.data DESC, a.apoio`,
  params: (p: { readonly codigo: number; readonly em: CivilDate }) => [p.codigo, p.em],
  row: {
    apoio: texto,
    data,
    estrategia: texto,
    eixo: texto,
    tema: anulavel(texto),
    modalidade: texto,
    origem: texto,
    participantes: anulavel(numero),
    /** Municipalities the same event reached, this one included. */
    municipios: numero,
  },
});
