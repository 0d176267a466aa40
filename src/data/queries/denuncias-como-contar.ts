import { PRIMEIRO_DIA_POSSIVEL } from "../../core/denuncia.ts";
import { PASSOS } from "./denuncias-recorte.ts";
import { anulavel, data, defineQuery, logico, numero, texto } from "./query.ts";

/**
 * Which rows may not count as a case of their own? Those whose protocol is on
 * several rows and those apensadas to another; `resolveCasos` decides on them.
 * `linha` is the position in the extract, from 1.
 */
export const linhasEspeciais = defineQuery({
  name: "linhas-de-denuncias-especiais",
  sql: `
    WITH numerada AS (
      SELECT row_number() OVER () AS linha, protocolo, protocolo_principal AS principal, data_registro,
        greatest(${PASSOS.join(", ")}) AS ultimo_passo
      FROM denuncia),
    especial AS MATERIALIZED (
      SELECT * FROM numerada
      WHERE principal <> protocolo
        OR protocolo IN (SELECT protocolo FROM denuncia GROUP BY protocolo HAVING count(*) > 1))
    SELECT linha, protocolo, principal,
      coalesce(principal IN (SELECT protocolo FROM denuncia), FALSE) AS tem_principal,
      CAST(data_registro AS VARCHAR) AS registro,
      CAST(ultimo_passo AS VARCHAR) AS ultimo_passo
    FROM especial
    ORDER BY linha`,
  params: () => [],
  row: {
    linha: numero,
    protocolo: texto,
    principal: anulavel(texto),
    tem_principal: logico,
    registro: anulavel(data),
    ultimo_passo: anulavel(data),
  },
});

/** What does the extract cover? One row, with no filter but the reference date. */
export const comoContarDenuncias = defineQuery({
  name: "como-contar-denuncias",
  sql: `
    SELECT CAST(sum(linhas) AS DOUBLE) AS linhas,
      CAST(max(ultima) AS VARCHAR) AS ultima,
      string_agg(mes, '|' ORDER BY mes) AS meses
    FROM (
      SELECT left(CAST(date_trunc('month', data) AS VARCHAR), 7) AS mes, max(data) AS ultima, count(*) AS linhas
      FROM (
        SELECT CASE WHEN data_registro BETWEEN DATE '${PRIMEIRO_DIA_POSSIVEL}' AND CAST($1 AS DATE)
          THEN data_registro END AS data
        FROM denuncia)
      GROUP BY date_trunc('month', data))`,
  params: (p: { readonly referencia: string }) => [p.referencia],
  row: {
    /** Rows of the extract; null when it has none. */
    linhas: anulavel(numero),
    /** Latest registration up to the reference date. */
    ultima: anulavel(data),
    /** Months (`YYYY-MM`) with any row up to the reference date, joined by `|`; a month missing here is a gap, not a zero. */
    meses: anulavel(texto),
  },
});
