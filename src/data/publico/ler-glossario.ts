import * as v from "valibot";
import { parseShape } from "../snapshot/parse.ts";

const text = v.pipe(v.string(), v.nonEmpty());
const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/));

/** Longest explanation that still fits beside a word. */
export const MAIOR_EXPLICACAO = 240;

const VerbeteSchema = v.object({ id, termo: text, formas: v.pipe(v.array(text), v.minLength(1)), texto: v.pipe(text, v.maxLength(MAIOR_EXPLICACAO)) });

const frase = v.pipe(
  text,
  v.check((texto) => texto.includes("{periodo}") && (texto.includes("{valor}") || texto.includes("{resposta}")), "expected {periodo} and {valor} or {resposta}"),
);

const PalavrasSchema = v.object({
  versao: v.literal(1),
  verbetes: v.array(VerbeteSchema),
  grupos: v.array(v.object({ id, titulo: text, dimensoes: v.pipe(v.array(text), v.minLength(1)) })),
  indicadores: v.array(v.object({ id: text, nome: text, frase, naoDiz: text })),
});

/** A word explained to who reads. */
export type Verbete = v.InferOutput<typeof VerbeteSchema>;

/** `glossario.json` of a territory's folder: words explained, and the figures in plain words. */
export type Palavras = v.InferOutput<typeof PalavrasSchema>;

/** @throws ShapeError with a sentence naming the first place that does not fit */
export function parsePalavras(value: unknown): Palavras {
  return parseShape(PalavrasSchema, value, "glossario.json");
}

/** Reads `publico/glossario.json`: the words alone. @throws ShapeError with a sentence */
export function parseVerbetes(value: unknown): readonly Verbete[] {
  return parseShape(v.array(VerbeteSchema), value, "O glossário");
}
