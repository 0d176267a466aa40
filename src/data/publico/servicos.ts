import * as v from "valibot";
import type { ServicoPublico, ServicosPublicos } from "../../core/publico/servicos.ts";
import { parseShape } from "../snapshot/parse.ts";

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const numero = v.union([v.null(), v.literal("oculto"), v.pipe(v.number(), v.minValue(0))]);

/** One row in the file: thousands of them, and so without names. */
const LinhaSchema = v.tuple([count, count, count, numero, numero, numero, numero, v.nullable(v.number()), v.nullable(v.tuple([v.number(), v.number()])), v.nullable(count)]);

const ServicosSchema = v.object({
  formato: v.literal(1),
  k: count,
  demonstracao: v.boolean(),
  anos: v.array(count),
  servicos: v.array(v.object({ chave: text, nome: text })),
  linhas: v.array(LinhaSchema),
  emAndamentoPorMunicipio: v.boolean(),
  concluidasPorMunicipio: v.boolean(),
  totais: v.array(v.object({ chave: text, ano: count, emAndamento: numero, concluidas: numero })),
});

type NoArquivo = v.InferOutput<typeof ServicosSchema>;

/** What `publico/servicos.json` holds: `parseServicosPublicos` reads it back. */
export function servicosNoArquivo(servicos: ServicosPublicos): NoArquivo {
  const lugar = new Map(servicos.servicos.map(({ chave }, i) => [chave, i]));
  return {
    ...servicos,
    anos: [...servicos.anos],
    servicos: [...servicos.servicos],
    totais: [...servicos.totais],
    linhas: servicos.linhas.map(({ codigo, chave, ano, emAndamento, concluidas, tempoMedio, tempoMediano, satisfacao, escala, respostas }) => [
      codigo,
      lugar.get(chave) ?? 0,
      ano,
      emAndamento,
      concluidas,
      tempoMedio,
      tempoMediano,
      satisfacao,
      escala === null ? null : [escala.min, escala.max],
      respostas,
    ]),
  };
}

/**
 * Reads `publico/servicos.json`.
 * @throws ShapeError with a sentence naming the first place that does not fit
 */
export function parseServicosPublicos(value: unknown): ServicosPublicos {
  const lido = parseShape(ServicosSchema, value, "O arquivo de serviços");
  return {
    ...lido,
    linhas: lido.linhas.map(
      ([codigo, servico, ano, emAndamento, concluidas, tempoMedio, tempoMediano, satisfacao, escala, respostas]): ServicoPublico => ({
        codigo,
        chave: lido.servicos[servico]?.chave ?? "",
        ano,
        emAndamento,
        concluidas,
        tempoMedio,
        tempoMediano,
        satisfacao,
        escala: escala === null ? null : { min: escala[0], max: escala[1] },
        respostas,
      }),
    ),
  };
}
