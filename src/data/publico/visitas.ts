import * as v from "valibot";
import type { VisitasPublicas } from "../../core/publico/visitas.ts";
import { parseShape } from "../snapshot/parse.ts";

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const MetodoSchema = v.object({
  id: text,
  nome: text,
  orgao: v.nullable(text),
  versao: text,
  inicio: text,
  fim: text,
  k: count,
  reserva: share,
  sementeDaReserva: text,
  carenciaDias: count,
  pesoNota: share,
  pesoTempo: share,
  meses: count,
  presencaMinima: share,
  sha256: hash,
  dados: hash,
  dimensoes: v.array(
    v.object({
      id: text,
      nome: text,
      pergunta: text,
      parte: percent,
      indicadores: v.array(
        v.object({
          id: text,
          nome: text,
          pergunta: text,
          parte: percent,
          polaridade: v.picklist(["maior-mais-necessidade", "maior-menos-necessidade", "contexto"]),
          fonte: text,
        }),
      ),
    }),
  ),
});

const ApoioSchema = v.object({
  demonstracao: v.boolean(),
  inicio: v.nullable(text),
  fim: v.nullable(text),
  anos: v.array(v.object({ ano: count, completo: v.boolean(), eventos: count, municipios: count, presenciais: count })),
  regioes: v.array(v.object({ ano: count, regiao: v.nullable(count), nome: text, municipios: count, alcancados: count, apoios: count })),
  estrategias: v.array(v.object({ ano: count, estrategia: text, nome: text, eventos: count, municipios: count })),
});

const VisitasSchema = v.object({
  formato: v.literal(1),
  fundamento: v.nullable(v.object({ norma: text, artigo: text })),
  metodo: MetodoSchema,
  notas: v.nullable(v.array(v.object({ codigo: count, nota: v.nullable(v.number()), pesoPresente: percent, pontos: v.array(v.nullable(v.number())) }))),
  apoio: v.nullable(ApoioSchema),
});

/**
 * Reads `publico/visitas.json`.
 * @throws ShapeError with a sentence naming the first place that does not fit
 */
export function parseVisitasPublicas(value: unknown): VisitasPublicas {
  return parseShape(VisitasSchema, value, "O arquivo de visitas");
}
