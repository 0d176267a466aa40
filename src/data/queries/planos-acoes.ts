import { anulavel, data, defineQuery, numero, texto } from "./query.ts";

export interface FatiaDosPlanos {
  readonly limite: number;
  /** Rows to skip. */
  readonly salto: number;
}

/** What does the extract of plans say, action by action? A slice of it, in the order of its key. */
export const acoesDosPlanos = defineQuery({
  name: "planos-acoes",
  sql: `
    SELECT plano, codigo_ibge AS codigo, especie, dificuldade, origem,
      CAST(inicio AS VARCHAR) AS inicio,
      CAST(aprovacao_cmas AS VARCHAR) AS "aprovacaoCmas",
      CAST(pactuacao_cib AS VARCHAR) AS "pactuacaoCib",
      acao, descricao, orgao,
      CAST(prazo AS VARCHAR) AS prazo,
      evidencia,
      CAST(conclusao AS VARCHAR) AS conclusao
    FROM plano_acao
    ORDER BY plano, length(acao), acao
    LIMIT CAST($1 AS BIGINT) OFFSET CAST($2 AS BIGINT)`,
  params: ({ limite, salto }: FatiaDosPlanos) => [limite, salto],
  row: {
    plano: texto,
    codigo: numero,
    especie: texto,
    dificuldade: texto,
    origem: texto,
    inicio: anulavel(data),
    aprovacaoCmas: anulavel(data),
    pactuacaoCib: anulavel(data),
    acao: texto,
    descricao: texto,
    orgao: anulavel(texto),
    prazo: anulavel(data),
    evidencia: anulavel(texto),
    conclusao: anulavel(data),
  },
});
