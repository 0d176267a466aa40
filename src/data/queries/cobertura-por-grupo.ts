import { NO_RECORTE, recorteParams, type Recorte } from "./cobertura-recorte.ts";
import { anulavel, data, defineQuery, numero, texto } from "./query.ts";

const CONTAGENS = `
      count(DISTINCT apoio) AS eventos,
      count(DISTINCT codigo_ibge) AS municipios,
      count(*) AS alcances,
      CAST(sum(participantes) AS DOUBLE) AS participantes,
      CAST(max(data) AS VARCHAR) AS ultima`;

const contagens = {
  /** Distinct events. */
  eventos: numero,
  /** Distinct municipalities reached. */
  municipios: numero,
  /** Event × municipality: an event that reaches ten municipalities counts ten. */
  alcances: numero,
  /** Sum over the rows that recorded it; null when none did. */
  participantes: anulavel(numero),
  ultima: data,
} as const;

/**
 * How many municipalities did each strategy reach in the period? Strategies with
 * nothing held have no row. The filter of strategy is left out, so that the
 * chart that sets it keeps its other bars. Source of the strategies: Res. CIB/MT
 * 02/2022 arts. 4 and 6.
 */
export const municipiosPorEstrategia = defineQuery({
  name: "municipios-por-estrategia",
  sql: `SELECT estrategia, ${CONTAGENS}
    FROM apoio WHERE ${NO_RECORTE}
    GROUP BY estrategia ORDER BY estrategia`,
  params: (recorte: Recorte) => recorteParams({ ...recorte, estrategias: [] }),
  row: { estrategia: texto, ...contagens },
});

/**
 * How many municipalities did each eixo reach in the period? The filter of eixo
 * is left out. Source of the eixos: Res. CIB/MT 02/2022 art. 7.
 */
export const municipiosPorEixo = defineQuery({
  name: "municipios-por-eixo",
  sql: `SELECT eixo, ${CONTAGENS}
    FROM apoio WHERE ${NO_RECORTE}
    GROUP BY eixo ORDER BY eixo`,
  params: (recorte: Recorte) => recorteParams({ ...recorte, eixos: [] }),
  row: { eixo: texto, ...contagens },
});
