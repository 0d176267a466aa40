import * as v from "valibot";
import { PORTES } from "../../core/municipio.ts";
import type { Polaridade } from "../../core/indicador.ts";
import { EXTRACTS } from "../contracts/contract.ts";
import { DimensaoSchema, MetodoSchema } from "../metodo/schema.ts";

const POLARIDADES: readonly Polaridade[] = ["maior-mais-necessidade", "maior-menos-necessidade", "contexto"];

const number = v.pipe(v.number(), v.finite());
const integer = v.pipe(v.number(), v.integer());
const count = v.pipe(integer, v.minValue(0));
const text = v.pipe(v.string(), v.nonEmpty());
const codigo = v.pipe(integer, v.minValue(1_000_000), v.maxValue(9_999_999));

export const FonteSchema = v.strictObject({
  id: text,
  nome: text,
  orgao: text,
  url: v.nullable(v.pipe(v.string(), v.url(), v.regex(/^https?:/))),
  licenca: text,
  referencia: text,
  nota: v.string(),
});

export const IndicadorSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  nome: text,
  nomeCurto: v.pipe(text, v.maxLength(22)),
  pergunta: text,
  dimensao: text,
  unidade: text,
  casas: count,
  polaridade: v.picklist(POLARIDADES),
  formula: text,
  fonte: text,
  cadencia: text,
  ressalva: v.string(),
  limites: v.exactOptional(v.strictObject({ min: number, max: number })),
  niveis: v.exactOptional(v.record(v.string(), v.string())),
});

export const TerritorioSchema = v.strictObject({
  uf: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  codigoUf: v.pipe(integer, v.minValue(11), v.maxValue(53)),
  nome: text,
  nomeCom: text,
  orgao: text,
  base: codigo,
  totalMunicipios: count,
  nomeRegiao: text,
  malha: v.strictObject({
    nota: text,
    lon: v.strictTuple([number, number]),
    lat: v.strictTuple([number, number]),
  }),
  indice: v.strictObject({
    nome: text,
    fundamento: v.nullable(v.strictObject({ norma: text, artigo: text })),
    capacidade: v.nullable(text),
    dimensoes: v.array(
      v.strictObject({
        id: text,
        nome: text,
        pergunta: text,
      }),
    ),
    opcionais: v.optional(v.array(DimensaoSchema), []),
  }),
  apoio: v.nullable(v.strictObject({ norma: text })),
  normas: v.array(
    v.strictObject({
      id: text,
      nomeCurto: text,
      titulo: text,
      data: v.pipe(v.string(), v.isoDate()),
      artigos: v.array(v.strictObject({ ref: text, resumo: text })),
    }),
  ),
});

const RegiaoSchema = v.strictObject({ codigo: count, nome: text });

export const MunicipioSchema = v.strictObject({
  codigo,
  nome: text,
  regiaoImediata: v.nullable(RegiaoSchema),
  regiaoIntermediaria: v.nullable(RegiaoSchema),
  sede: v.nullable(v.strictObject({ lat: number, lon: number })),
  areaKm2: v.nullable(number),
  populacao: v.nullable(count),
  anoCenso: v.nullable(integer),
  porte: v.nullable(v.picklist(PORTES)),
});

const ColunaSchema = v.strictObject({
  indicador: text,
  periodo: text,
  valores: v.array(v.nullable(number)),
  periodos: v.nullable(v.array(v.nullable(text))),
  fonte: text,
  numeradores: v.exactOptional(v.array(v.nullable(number))),
  denominadores: v.exactOptional(v.array(v.nullable(number))),
});

const MeshSchema = v.strictObject({
  width: number,
  height: number,
  paths: v.array(v.string()),
  sedes: v.array(v.nullable(v.strictObject({ x: number, y: number }))),
  regioes: v.string(),
  vizinhos: v.array(v.array(count)),
  nota: text,
});

const ExtratoSchema = v.strictObject({
  id: v.picklist(EXTRACTS),
  linhas: count,
  inicio: v.nullable(text),
  fim: v.nullable(text),
  demonstracao: v.boolean(),
  origem: text,
});

export const SnapshotSchema = v.strictObject({
  hash: text,
  dataReferencia: v.pipe(v.string(), v.isoDate()),
  territorio: TerritorioSchema,
  fontes: v.array(FonteSchema),
  catalogo: v.array(IndicadorSchema),
  metodo: MetodoSchema,
  municipios: v.array(MunicipioSchema),
  colunas: v.array(ColunaSchema),
  mesh: MeshSchema,
  extratos: v.array(ExtratoSchema),
});
