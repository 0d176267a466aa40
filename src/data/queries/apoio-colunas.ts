import { SITUACOES_DO_APOIO } from "../../core/pacto/colunas.ts";
import { EIXO_ROTULO, ESTRATEGIA_ROTULO, MODALIDADE_ROTULO, ORIGEM_APOIO_ROTULO } from "../contracts/apoios.ts";
import { codigo, dia } from "./column-sql.ts";
import { defineQuery, numero, texto } from "./query.ts";

/**
 * What does the record of support say, row by row and in its order, as columns for the coverage
 * questions? `evento` and `tema` are numbers from 0 (`tema` -1 = none written), and
 * `texto_do_tema` is written on the first row of each theme only: a small dictionary
 * without a second answer. Strategies and eixos are positions in the contract's lists.
 */
export const apoioParaAsPerguntas = defineQuery({
  name: "apoio-para-as-perguntas",
  sql: `
    WITH numerada AS MATERIALIZED (SELECT CAST(row_number() OVER () - 1 AS INTEGER) AS linha, * FROM apoio),
      eventos AS MATERIALIZED (SELECT apoio, CAST(row_number() OVER (ORDER BY min(linha)) - 1 AS INTEGER) AS numero FROM numerada GROUP BY apoio),
      temas AS MATERIALIZED (
        SELECT tema, min(linha) AS primeira, CAST(row_number() OVER (ORDER BY min(linha)) - 1 AS INTEGER) AS numero
        FROM numerada WHERE trim(tema) <> '' GROUP BY tema)
    SELECT eventos.numero AS evento, codigo_ibge AS municipio,
      ${dia("data")} AS dia,
      ${codigo(Object.keys(ESTRATEGIA_ROTULO), "estrategia")} AS estrategia,
      ${codigo(Object.keys(EIXO_ROTULO), "eixo")} AS eixo,
      coalesce(temas.numero, -1) AS tema,
      CASE WHEN linha = temas.primeira THEN temas.tema ELSE '' END AS texto_do_tema,
      ${codigo(Object.keys(MODALIDADE_ROTULO), "modalidade")} AS modalidade,
      ${codigo(Object.keys(ORIGEM_APOIO_ROTULO), "origem")} AS origem,
      ${dia("data_solicitacao")} AS solicitacao,
      CAST(coalesce(participantes, -1) AS INTEGER) AS participantes,
      ${codigo(SITUACOES_DO_APOIO, "situacao")} AS situacao
    FROM numerada JOIN eventos ON eventos.apoio = numerada.apoio LEFT JOIN temas ON temas.tema = numerada.tema
    ORDER BY linha`,
  params: () => [],
  row: {
    evento: numero,
    municipio: numero,
    dia: numero,
    estrategia: numero,
    eixo: numero,
    tema: numero,
    texto_do_tema: texto,
    modalidade: numero,
    origem: numero,
    solicitacao: numero,
    participantes: numero,
    situacao: numero,
  },
});
