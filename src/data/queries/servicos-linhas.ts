import type { LinhaDeServico } from "../../core/servicos/registro.ts";
import { anulavel, defineQuery, numero, texto, type RowOf } from "./query.ts";

/** What did each municipality say of each service and year? Every row of the extract, in its order. */
export const servicosLinhas = defineQuery({
  name: "servicos-linhas",
  sql: `
    SELECT codigo_ibge AS codigo, servico, ano, em_andamento, concluidas,
      tempo_medio_dias AS tempo_medio, tempo_mediano_dias AS tempo_mediano,
      satisfacao, satisfacao_min, satisfacao_max, satisfacao_respostas AS respostas
    FROM (SELECT row_number() OVER () AS linha, * FROM servico_ano)
    ORDER BY linha`,
  params: () => [],
  row: {
    codigo: numero,
    servico: texto,
    ano: numero,
    em_andamento: anulavel(numero),
    concluidas: anulavel(numero),
    tempo_medio: anulavel(numero),
    tempo_mediano: anulavel(numero),
    satisfacao: anulavel(numero),
    satisfacao_min: anulavel(numero),
    satisfacao_max: anulavel(numero),
    respostas: anulavel(numero),
  },
});

/** A row as the panel counts it. */
export function linhaDeServico(row: RowOf<typeof servicosLinhas.row>): LinhaDeServico {
  return {
    codigo: row.codigo,
    servico: row.servico,
    ano: row.ano,
    emAndamento: row.em_andamento,
    concluidas: row.concluidas,
    tempoMedio: row.tempo_medio,
    tempoMediano: row.tempo_mediano,
    satisfacao: row.satisfacao,
    satisfacaoMin: row.satisfacao_min,
    satisfacaoMax: row.satisfacao_max,
    respostas: row.respostas,
  };
}
