import * as v from "valibot";
import { TIPOS_DE_MUDANCA, type EdicaoDeMudancas } from "../../core/publico/mudancas.ts";
import { parseShape } from "../snapshot/parse.ts";

const texto = v.nullable(v.string());

const MudancasSchema = v.array(
  v.object({
    data: v.string(),
    hash: v.string(),
    anterior: texto,
    motivos: v.record(v.string(), v.string()),
    mudancas: v.array(v.object({ tabela: v.string(), tipo: v.picklist(TIPOS_DE_MUDANCA), chave: texto, coluna: texto, de: texto, para: texto })),
  }),
);

/**
 * Reads `dados/mudancas.json`, newest release first.
 * @throws ShapeError with a sentence naming the first place that does not fit
 */
export function parseMudancas(value: unknown, nome = "O histórico dos números"): readonly EdicaoDeMudancas[] {
  return parseShape(MudancasSchema, value, nome);
}
