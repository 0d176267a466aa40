import { PRIMEIRO_DIA_POSSIVEL } from "../../core/denuncia.ts";
import { ORDEM_DA_REPETICAO } from "./denuncias-recorte.ts";
import { anulavel, defineQuery, numero, texto } from "./query.ts";

const DIA_POSSIVEL = `data_registro BETWEEN DATE '${PRIMEIRO_DIA_POSSIVEL}' AND CAST($1 AS DATE)`;

/**
 * Which complaints count as a case of their own? One row about the whole
 * extract, with no filter. Complaints on one fact are apensadas and count once
 * (Res. CIB/MT 012/2025 art. 5 §4):
 * - of a protocol on several rows, one row counts (`ORDEM_DA_REPETICAO`);
 * - an apensada counts through its main protocol, however long the chain;
 * - when the main protocol is not in the extract, the oldest apensada stands for it;
 * - apensadas joined in a circle have no main protocol: none of them counts.
 */
export const comoContarDenuncias = defineQuery({
  name: "como-contar-denuncias",
  sql: `
    WITH RECURSIVE
    repetido AS MATERIALIZED (SELECT protocolo FROM denuncia GROUP BY protocolo HAVING count(*) > 1),
    unica AS (
      SELECT protocolo, protocolo_principal AS principal, data_registro
      FROM denuncia WHERE protocolo_principal <> protocolo AND protocolo NOT IN (FROM repetido)
      UNION ALL
      SELECT protocolo, protocolo_principal, data_registro FROM denuncia WHERE protocolo IN (FROM repetido)
      QUALIFY row_number() OVER (PARTITION BY protocolo ORDER BY ${ORDEM_DA_REPETICAO}) = 1),
    apensada AS MATERIALIZED (SELECT * FROM unica WHERE principal <> protocolo),
    presente AS MATERIALIZED (SELECT DISTINCT protocolo FROM denuncia WHERE protocolo IN (SELECT principal FROM apensada)),
    orfa AS MATERIALIZED (
      SELECT protocolo, row_number() OVER (PARTITION BY principal ORDER BY data_registro NULLS LAST, protocolo) AS posicao
      FROM apensada WHERE principal NOT IN (FROM presente)),
    alcancada AS (
      SELECT protocolo FROM apensada WHERE principal NOT IN (SELECT protocolo FROM apensada)
      UNION
      SELECT a.protocolo FROM apensada a JOIN alcancada b ON a.principal = b.protocolo),
    circular AS MATERIALIZED (SELECT protocolo FROM apensada WHERE protocolo NOT IN (FROM alcancada))
    SELECT
      (SELECT count(*) FROM denuncia) AS linhas,
      (SELECT count(*) FROM apensada) AS apensadas,
      (SELECT count(*) FROM orfa) AS sem_principal,
      coalesce((SELECT string_agg(protocolo, chr(31) ORDER BY protocolo) FROM repetido), '') AS repetidos,
      coalesce((SELECT string_agg(protocolo, chr(31) ORDER BY protocolo) FROM orfa WHERE posicao = 1), '') AS representantes,
      coalesce((SELECT string_agg(protocolo, chr(31) ORDER BY protocolo) FROM circular), '') AS circulares,
      (SELECT string_agg(mes, '|' ORDER BY mes) FROM (
        SELECT DISTINCT left(CAST(data_registro AS VARCHAR), 7) AS mes FROM denuncia WHERE ${DIA_POSSIVEL}
      )) AS meses,
      (SELECT CAST(max(data_registro) AS VARCHAR) FROM denuncia WHERE ${DIA_POSSIVEL}) AS ultima`,
  params: (p: { readonly referencia: string }) => [p.referencia],
  row: {
    linhas: numero,
    /** Apensadas with a protocol of their own, circular ones included. */
    apensadas: numero,
    /** Apensadas whose main protocol is not in the extract. */
    sem_principal: numero,
    repetidos: texto,
    representantes: texto,
    circulares: texto,
    /** Months (`YYYY-MM`) with any row up to the reference date, joined by `|`; a month missing here is a gap, not a zero. */
    meses: anulavel(texto),
    /** Latest registration up to the reference date. */
    ultima: anulavel(texto),
  },
});
