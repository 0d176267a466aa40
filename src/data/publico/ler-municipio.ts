import * as v from "valibot";
import { PORTES } from "../../core/municipio.ts";
import type { MunicipioPublico } from "../../core/publico/municipio.ts";
import { parseShape } from "../snapshot/parse.ts";

const text = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const numero = v.pipe(v.number(), v.finite());
const periodo = v.pipe(v.string(), v.regex(/^\d{4}(-(\d{2}|T[1-4]))?$/));
const dia = v.pipe(v.string(), v.isoDate());
const mes = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/));
const ponto = v.object({ periodo, valor: numero });

const comparacao = v.object({
  distribuicao: v.object({ n: count, minimo: numero, q1: numero, mediana: numero, q3: numero, maximo: numero }),
  lugar: v.nullable(v.picklist(["menor", "perto", "maior"])),
  iguais: v.nullable(count),
});

const figura = v.object({
  indicador: text,
  grupo: text,
  nome: text,
  frase: text,
  naoDiz: text,
  unidade: v.string(),
  casas: count,
  niveis: v.nullable(v.record(v.string(), v.string())),
  limites: v.nullable(v.object({ min: numero, max: numero })),
  valor: v.nullable(numero),
  periodo: v.union([periodo, v.literal("")]),
  fonte: text,
  porte: v.nullable(comparacao),
  regiao: v.nullable(comparacao),
  serie: v.array(ponto),
  tendencia: v.nullable(v.picklist(["subiu", "desceu", "parecido"])),
});

const MunicipioSchema = v.object({
  formato: v.literal(1),
  codigo: count,
  nome: text,
  regiao: v.nullable(text),
  porte: v.nullable(v.picklist(PORTES)),
  populacao: v.nullable(count),
  anoCenso: v.nullable(count),
  territorio: v.object({ nome: text, nomeCom: text }),
  dataReferencia: dia,
  grupos: v.array(v.object({ id: text, titulo: text })),
  rede: v.object({
    cras: v.nullable(ponto),
    creas: v.nullable(ponto),
    familiasPorCras: v.nullable(count),
    capacidadeDeclarada: v.nullable(ponto),
    familias: v.nullable(ponto),
    pessoas: v.nullable(ponto),
    perto: v.array(v.object({ codigo: count, nome: text, km: count, cras: count })),
    fonte: v.nullable(text),
  }),
  figuras: v.array(figura),
  apoio: v.nullable(
    v.object({
      demonstracao: v.boolean(),
      inicio: mes,
      fim: mes,
      anos: v.array(v.object({ ano: count, presencial: count, aDistancia: count, estrategias: v.array(v.object({ nome: text, vezes: count })) })),
    }),
  ),
  denuncias: v.nullable(
    v.object({
      demonstracao: v.boolean(),
      k: count,
      inicio: v.nullable(mes),
      lugares: v.array(
        v.object({
          tabela: text,
          nivel: text,
          lugar: text,
          doMunicipio: v.boolean(),
          tempo: text,
          linhas: v.array(v.object({ periodo, valor: v.union([v.null(), v.literal("oculto"), count]) })),
        }),
      ),
    }),
  ),
  fontes: v.array(v.object({ id: text, nome: text, orgao: text, url: v.nullable(v.string()) })),
});

/**
 * Reads `publico/municipio/<codigo>.json`. Fields that this version does not know are left out.
 * @throws ShapeError with a sentence naming the first place that does not fit
 */
export function parseMunicipioPublico(value: unknown): MunicipioPublico {
  return parseShape(MunicipioSchema, value, "A página do município");
}
