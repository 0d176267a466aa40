import * as v from "valibot";
import type { RelatorioPublico } from "../../core/publico/relatorio.ts";
import { parseShape } from "../snapshot/parse.ts";

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const contagem = { valor: v.union([v.null(), v.literal("oculto"), count]), minimo: count, ocultas: count, visiveis: count };
const partes = v.array(v.object({ membro: text, ...contagem }));

const RelatorioSchema = v.object({
  formato: v.literal(1),
  demonstracao: v.boolean(),
  inicio: v.nullable(text),
  fim: v.nullable(text),
  anos: v.array(
    v.object({
      ano: count,
      completo: v.boolean(),
      numero: v.object(contagem),
      periodos: partes,
      motivos: partes,
      recorrentes: v.array(v.object({ tema: text, vezes: count, periodos: count })),
      prazos: partes,
      desfechos: partes,
      apoio: v.nullable(v.object({ eventosDeApoio: count, municipiosApoiados: count })),
    }),
  ),
});

/**
 * Reads `publico/relatorio.json`.
 * @throws ShapeError with a sentence naming the first place that does not fit
 */
export function parseRelatorioPublico(value: unknown): RelatorioPublico {
  return parseShape(RelatorioSchema, value, "O relatório anual");
}
