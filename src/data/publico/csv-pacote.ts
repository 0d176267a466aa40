import * as v from "valibot";
import { parseShape, ShapeError } from "../snapshot/parse.ts";

const text = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const licenca = v.object({ name: v.optional(v.string()), title: text, path: v.optional(v.string()) });
const fonte = v.object({ title: text, path: v.optional(v.string()), licenca: v.optional(v.string()) });
/** Names of files of a release: they become addresses, and lead nowhere else. */
const arquivo = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*\.csv$/));
const hash = v.pipe(
  v.string(),
  v.regex(/^sha256:[0-9a-f]{64}$/),
  v.transform((value) => value.slice("sha256:".length)),
);

const CampoSchema = v.object({ name: text, title: v.string(), description: v.string(), type: text, unit: v.optional(v.string()) });

const RecursoSchema = v.object({
  name: text,
  path: arquivo,
  title: text,
  description: v.string(),
  bytes: count,
  hash,
  rows: count,
  demonstracao: v.boolean(),
  schema: v.object({ fields: v.array(CampoSchema), missingValues: v.array(v.string()), primaryKey: v.array(v.string()) }),
  sources: v.array(fonte),
  inda: v.object({
    orgaoResponsavel: text,
    responsavel: text,
    contato: text,
    tema: text,
    periodicidade: text,
    coberturaGeografica: text,
    unidadeGeografica: text,
    coberturaTemporal: v.object({ inicio: v.nullable(v.string()), fim: v.nullable(v.string()) }),
    dataDePublicacao: text,
    dataDeAtualizacao: text,
    formato: text,
  }),
});

const PacoteSchema = v.object({
  title: text,
  version: text,
  licenses: v.pipe(v.array(licenca), v.minLength(1)),
  demonstracao: v.boolean(),
  hashDosDados: hash,
  resources: v.array(RecursoSchema),
});

/** A table of the open data as its descriptor tells it; `hash` is the SHA-256 of the file in hexadecimal. */
export type TabelaDoPacote = v.InferOutput<typeof RecursoSchema>;
export type PacoteAberto = v.InferOutput<typeof PacoteSchema>;

/**
 * Reads `dados/datapackage.json`.
 * @throws ShapeError with a sentence naming the first place that does not fit
 */
export function parsePacote(value: unknown): PacoteAberto {
  const pacote = parseShape(PacoteSchema, value, "A descrição dos dados abertos");
  if (pacote.resources.length === 0) throw new ShapeError("A descrição dos dados abertos: não há nenhuma tabela.");
  return pacote;
}
