import { DESFECHOS, MOTIVOS_DE_ARQUIVAMENTO, PASSOS, SEM_CODIGO, SUPERINTENDENCIAS } from "../../core/denuncias/passos.ts";
import { CANAL_ROTULO, ORIGEM_RECURSO_ROTULO, SITUACAO_ROTULO, TEMA_DENUNCIA_ROTULO } from "../contracts/denuncias.ts";
import { codigo, dia } from "./column-sql.ts";
import { defineQuery, numero, texto } from "./query.ts";

/** Every row of the complaints with its position, from 0, and each protocol with the position of its first row. */
const PROTOCOLOS = `
  numerada AS (SELECT CAST(row_number() OVER () - 1 AS INTEGER) AS linha, * FROM denuncia),
  protocolos AS MATERIALIZED (SELECT protocolo, min(linha) AS linha FROM numerada GROUP BY protocolo)`;

/** Dated columns of a complaint, and the answer's column each comes in. */
const DATAS = {
  registro: "data_registro",
  encaminhamento: "data_encaminhamento",
  notificacao: "data_notificacao",
  manifestacao: "data_manifestacao",
  visita: "data_visita",
  relatorio: "data_relatorio",
  manifestacao_tecnica: "data_manifestacao_tecnica",
  resposta: "data_resposta",
  arquivamento: "data_arquivamento",
} as const;

/**
 * What does the extract of complaints say, row by row, as columns for the clock?
 * `linha` is the position in the extract, from 0; `primeira` that of the first row of
 * the same protocol (its own unless the protocol is repeated); `principal` that of the
 * main protocol: -1 where there is none, -2 where the extract does not have it.
 */
export const denunciasParaORelogio = defineQuery({
  name: "denuncias-para-o-relogio",
  sql: `
    WITH ${PROTOCOLOS}
    SELECT numerada.linha AS linha, primeira.linha AS primeira, numerada.protocolo AS protocolo,
      CASE WHEN coalesce(protocolo_principal, numerada.protocolo) = numerada.protocolo THEN -1
        ELSE coalesce(principal.linha, -2) END AS principal,
      codigo_ibge AS municipio,
      ${codigo(Object.keys(CANAL_ROTULO), "canal")} AS canal,
      ${codigo(Object.keys(TEMA_DENUNCIA_ROTULO), "tema")} AS tema,
      ${codigo(Object.keys(SITUACAO_ROTULO), "situacao")} AS situacao,
      CAST(CASE anonima WHEN TRUE THEN 1 WHEN FALSE THEN 0 ELSE ${SEM_CODIGO} END AS UTINYINT) AS anonima,
      ${codigo(Object.keys(ORIGEM_RECURSO_ROTULO), "origem_recurso")} AS origem,
      ${codigo(MOTIVOS_DE_ARQUIVAMENTO, "motivo_arquivamento")} AS motivo,
      ${Object.entries(DATAS).map(([nome, coluna]) => `${dia(coluna)} AS ${nome}`).join(",\n      ")}
    FROM numerada JOIN protocolos primeira ON primeira.protocolo = numerada.protocolo
      LEFT JOIN protocolos principal ON principal.protocolo = numerada.protocolo_principal`,
  params: () => [],
  row: {
    linha: numero,
    primeira: numero,
    protocolo: texto,
    principal: numero,
    municipio: numero,
    canal: numero,
    tema: numero,
    situacao: numero,
    anonima: numero,
    origem: numero,
    motivo: numero,
    registro: numero,
    encaminhamento: numero,
    notificacao: numero,
    manifestacao: numero,
    visita: numero,
    relatorio: numero,
    manifestacao_tecnica: numero,
    resposta: numero,
    arquivamento: numero,
  },
});

/**
 * What does the extract of events say, row by row, as columns for the clock? `ordem`
 * is the position in it, from 0; `denuncia` that of the first row of the protocol among
 * the complaints, -1 where none has it.
 */
export const andamentosParaORelogio = defineQuery({
  name: "andamentos-para-o-relogio",
  sql: `
    WITH ${PROTOCOLOS},
    ordenado AS (SELECT CAST(row_number() OVER () - 1 AS INTEGER) AS ordem, * FROM andamento)
    SELECT ordem, coalesce(protocolos.linha, -1) AS denuncia,
      ${codigo(PASSOS, "passo")} AS passo,
      ${dia("data")} AS dia,
      CASE passo
        WHEN 'desfecho' THEN ${codigo(DESFECHOS, "desfecho")}
        WHEN 'arquivamento' THEN ${codigo(MOTIVOS_DE_ARQUIVAMENTO, "motivo_arquivamento")}
        WHEN 'distribuicao' THEN ${codigo(SUPERINTENDENCIAS, "superintendencia")}
        ELSE CAST(${SEM_CODIGO} AS UTINYINT) END AS detalhe
    FROM ordenado LEFT JOIN protocolos ON protocolos.protocolo = ordenado.protocolo`,
  params: () => [],
  row: { ordem: numero, denuncia: numero, passo: numero, dia: numero, detalhe: numero },
});

/** Which protocols have events and no complaint? The first of them, as text. */
export const protocolosSemDenuncia = defineQuery({
  name: "protocolos-sem-denuncia",
  sql: `
    SELECT protocolo
    FROM andamento
    WHERE protocolo NOT IN (SELECT protocolo FROM denuncia)
    GROUP BY protocolo
    ORDER BY protocolo
    LIMIT 20`,
  params: () => [],
  row: { protocolo: texto },
});
