import type { ClasseDenuncia } from "../../core/denuncia.ts";
import {
  CLASSE_CODIGO,
  DENUNCIAS_MARCADAS,
  FALHAS,
  recorteDenunciasParams,
  type RecorteDenuncias,
} from "./denuncias-recorte.ts";
import { anulavel, data, defineQuery, numero, texto } from "./query.ts";

/** Columns that the rows may be sorted by, with their SQL. */
const ORDENS = {
  protocolo: "protocolo",
  registro: "data_registro",
  municipio: "strip_accents(lower(nome))",
  resposta: "data_resposta",
  arquivamento: "data_arquivamento",
} as const;

export type OrdemDenuncias = keyof typeof ORDENS;

export const ORDENS_DENUNCIAS = Object.keys(ORDENS) as readonly OrdemDenuncias[];

export type Sentido = "asc" | "desc";

/** Rows to list: a class, or the cases whose first step is older than the registration. */
export type GrupoDenuncias = ClasseDenuncia | "passo-antes-do-registro";

export interface LinhasParams extends RecorteDenuncias {
  readonly grupo: GrupoDenuncias;
  readonly limite: number;
  /** Rows to skip. */
  readonly salto: number;
}

function linhasQuery(ordem: OrdemDenuncias, sentido: Sentido) {
  return defineQuery({
    name: `denuncias-linhas-${ordem}-${sentido}`,
    sql: `
      WITH ${DENUNCIAS_MARCADAS},
      nome AS (SELECT codigo, any_value(nome) AS nome FROM municipio GROUP BY codigo)
      SELECT linha, protocolo, codigo_ibge AS codigo, nome AS municipio, canal, tema, situacao, protocolo_principal,
        CAST(data_registro AS VARCHAR) AS registro,
        CAST(data_notificacao AS VARCHAR) AS notificacao,
        CAST(data_manifestacao AS VARCHAR) AS manifestacao,
        CAST(data_resposta AS VARCHAR) AS resposta,
        CAST(data_arquivamento AS VARCHAR) AS arquivamento
      FROM marcada LEFT JOIN nome ON codigo = codigo_ibge
      WHERE ${FALHAS} = 0
        AND classe = CAST($10 AS INTEGER) AND (passo_antes OR NOT CAST($11 AS BOOLEAN))
      ORDER BY ${ORDENS[ordem]} ${sentido} NULLS LAST, linha
      LIMIT CAST($12 AS BIGINT) OFFSET CAST($13 AS BIGINT)`,
    params: (p: LinhasParams) => [
      ...recorteDenunciasParams(p),
      p.grupo === "passo-antes-do-registro" ? CLASSE_CODIGO.caso : CLASSE_CODIGO[p.grupo],
      p.grupo === "passo-antes-do-registro",
      p.limite,
      p.salto,
    ],
    row: {
      /** Position in the extract, from 1. */
      linha: numero,
      protocolo: texto,
      codigo: numero,
      /** Null when the code is not in the table of municipalities. */
      municipio: anulavel(texto),
      canal: texto,
      tema: texto,
      situacao: texto,
      protocolo_principal: anulavel(texto),
      registro: anulavel(data),
      notificacao: anulavel(data),
      manifestacao: anulavel(data),
      resposta: anulavel(data),
      arquivamento: anulavel(data),
    },
  });
}

export type LinhasQuery = ReturnType<typeof linhasQuery>;

/** Which complaints are behind a number? A page of rows, in each order a table may ask for. */
export const denunciasLinhas: Readonly<Record<`${OrdemDenuncias}-${Sentido}`, LinhasQuery>> = {
  "protocolo-asc": linhasQuery("protocolo", "asc"),
  "protocolo-desc": linhasQuery("protocolo", "desc"),
  "registro-asc": linhasQuery("registro", "asc"),
  "registro-desc": linhasQuery("registro", "desc"),
  "municipio-asc": linhasQuery("municipio", "asc"),
  "municipio-desc": linhasQuery("municipio", "desc"),
  "resposta-asc": linhasQuery("resposta", "asc"),
  "resposta-desc": linhasQuery("resposta", "desc"),
  "arquivamento-asc": linhasQuery("arquivamento", "asc"),
  "arquivamento-desc": linhasQuery("arquivamento", "desc"),
};
