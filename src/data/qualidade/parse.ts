import * as v from "valibot";
import { lacunasDesconhecidas } from "../../core/qualidade/frase.ts";
import { ESPECIES, type LivroDeRegras } from "../../core/qualidade/regra.ts";
import { parseShape } from "../snapshot/parse.ts";

const text = v.pipe(v.string(), v.nonEmpty());
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const number = v.pipe(v.number(), v.finite());
const positive = v.pipe(number, v.gtValue(0));
const share = v.pipe(number, v.minValue(0), v.maxValue(1));
const months = v.pipe(v.number(), v.integer(), v.minValue(1));
const codigo = v.pipe(v.number(), v.integer(), v.minValue(1_000_000), v.maxValue(9_999_999));

const modelo = v.pipe(
  text,
  v.check(
    (frase) => lacunasDesconhecidas(frase).length === 0,
    ({ input }) => `words in braces that no sentence knows: ${lacunasDesconhecidas(input).join(", ")}`,
  ),
);

const selecao = v.strictObject({
  todos: v.exactOptional(v.boolean()),
  ids: v.exactOptional(v.array(id)),
  unidades: v.exactOptional(v.array(text)),
  cadencias: v.exactOptional(v.array(text)),
  exceto: v.exactOptional(v.array(id)),
});

const base = {
  id,
  especie: v.picklist(ESPECIES),
  nome: text,
  gravidade: v.picklist(["erro", "a-conferir", "sem-dado"]),
  frase: modelo,
  oQueFazer: modelo,
  porque: text,
  referencia: text,
  limitacao: v.exactOptional(text),
  carta: v.boolean(),
} as const;

const condicao = v.strictObject({ indicador: id, operador: v.picklist(["=", ">", ">=", "<"]), valor: number });

const regra = v.variant("tipo", [
  v.strictObject({
    ...base,
    tipo: v.literal("faixa"),
    indicadores: selecao,
    limites: v.union([
      v.literal("catalogo"),
      v.strictObject({ min: v.exactOptional(number), max: v.exactOptional(number) }),
    ]),
    inteiro: v.exactOptional(v.boolean()),
    ignoraZero: v.exactOptional(v.boolean()),
  }),
  v.strictObject({
    ...base,
    tipo: v.literal("formula"),
    total: id,
    partes: v.pipe(v.array(id), v.minLength(1)),
    operacao: v.picklist(["soma", "media", "media-geometrica"]),
    tolerancia: v.pipe(number, v.minValue(0)),
  }),
  v.strictObject({
    ...base,
    tipo: v.literal("razao"),
    indicadores: selecao,
    fator: positive,
    tolerancia: v.pipe(number, v.minValue(0)),
  }),
  v.strictObject({
    ...base,
    tipo: v.literal("comparacao"),
    a: id,
    b: id,
    relacao: v.picklist(["no-maximo", "igual", "proximo"]),
    tolerancia: v.pipe(number, v.minValue(0)),
    periodos: v.union([v.literal("mesmo"), v.strictObject({ mesesEntre: months })]),
    fraseSemPar: v.exactOptional(modelo),
  }),
  v.strictObject({ ...base, tipo: v.literal("contradicao"), se: condicao, nao: condicao, mesesEntre: months }),
  v.strictObject({
    ...base,
    tipo: v.literal("atipico"),
    indicadores: selecao,
    limite: positive,
    escala: v.picklist(["linear", "raiz", "log"]),
    grupo: v.picklist(["todos", "porte"]),
    minimo: v.pipe(v.number(), v.integer(), v.minValue(3)),
  }),
  v.strictObject({
    ...base,
    tipo: v.literal("salto"),
    indicadores: selecao,
    medida: v.picklist(["diferenca", "relativa"]),
    limite: positive,
    mesesEntre: months,
  }),
  v.strictObject({
    ...base,
    tipo: v.picklist(["falta", "defasado"]),
    gravidade: v.literal("sem-dado"),
    indicadores: selecao,
    esperado: v.picklist(["todos", "quem-ja-teve"]),
    parteMinima: share,
  }),
  v.strictObject({ ...base, tipo: v.literal("lacuna"), indicadores: selecao }),
  v.strictObject({
    ...base,
    tipo: v.literal("fonte-atrasada"),
    cadencias: v.array(v.strictObject({ cadencia: text, meses: months })),
  }),
  v.strictObject({
    ...base,
    tipo: v.literal("quebra"),
    novo: codigo,
    desde: v.pipe(v.string(), v.isoDate()),
    origens: v.array(codigo),
    indicadores: v.array(id),
  }),
]);

const LivroSchema = v.strictObject({
  regras: v.pipe(
    v.array(regra),
    v.check((regras) => new Set(regras.map((r) => r.id)).size === regras.length, "two rules have the same id"),
  ),
  familias: v.array(v.strictObject({ nome: text, indicadores: v.pipe(v.array(id), v.minLength(1)) })),
  correcoes: v.array(v.strictObject({ fonte: id, indicadores: v.exactOptional(v.array(id)), onde: text, municipioCorrige: v.boolean() })),
  carta: v.strictObject({
    abertura: text,
    fecho: text,
    normas: v.array(v.strictObject({ norma: id, artigo: text })),
  }),
});

/** The rule book of a territory without rules of its own. */
export const LIVRO_VAZIO: LivroDeRegras = {
  regras: [],
  familias: [],
  correcoes: [],
  carta: { abertura: "-", fecho: "-", normas: [] },
};

/** Reads `qualidade/regras.json`. Throws a sentence naming the place of the first thing that does not fit. */
export function parseLivroDeRegras(value: unknown): LivroDeRegras {
  return parseShape(LivroSchema, value, "qualidade/regras.json");
}
