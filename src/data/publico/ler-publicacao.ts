import * as v from "valibot";
import { PORTES } from "../../core/municipio.ts";
import { DIMENSOES_PUBLICAS, type Publicacao } from "../../core/publico/publicacao.ts";
import { parseCivilDate } from "../../core/civil-date.ts";
import { parseShape, ShapeError } from "../snapshot/parse.ts";

const text = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const assunto = v.picklist(["denuncias", "servicos"]);
const dimensao = v.picklist(DIMENSOES_PUBLICAS);
const porDimensao = v.record(dimensao, text);
const porAssunto = <const S extends v.GenericSchema>(schema: S) => v.object({ denuncias: schema, servicos: schema });

const TabelaSchema = v.object({
  id: text,
  titulo: text,
  assunto,
  demonstracao: v.boolean(),
  niveis: porDimensao,
  pedida: porDimensao,
  linhas: v.array(v.object({ membros: porDimensao, valor: v.union([v.null(), v.literal("oculto"), count]) })),
  resumo: v.object({ celulas: count, ocultas: count, parteOculta: share }),
});

const NaoPublicadaSchema = v.object({ id: text, titulo: text, pedida: porDimensao, porque: text });

const ProtecaoSchema = v.object({
  k: porAssunto(count),
  marca: text,
  arredondamento: v.object({ regra: v.literal("nenhum"), porque: text }),
  anonimas: v.picklist(["uma-por-protocolo", "uma-so-pessoa"]),
  ocultoAte: share,
  encarregado: v.object({ cargo: v.nullable(text), contato: v.nullable(text) }),
  responsavel: v.object({ nome: v.nullable(text), contato: v.nullable(text) }),
  licenca: v.object({ nome: text, titulo: text, url: v.nullable(text) }),
  periodicidade: text,
  quem: porAssunto(text),
});

const ProvaSchema = v.object({
  assunto,
  k: count,
  celulas: count,
  ocultas: count,
  menorLargura: v.nullable(v.number()),
  descobertas: count,
  anteriores: count,
});

const PublicacaoSchema = v.object({
  formato: v.literal(1),
  territorio: v.object({ uf: text, nome: text }),
  dataReferencia: text,
  politica: text,
  hash: text,
  protecao: ProtecaoSchema,
  extratos: v.array(v.object({ id: text, demonstracao: v.boolean(), inicio: v.nullable(text), fim: v.nullable(text) })),
  municipios: v.array(
    v.object({
      codigo: count,
      nome: text,
      regiao: v.nullable(text),
      regiaoCodigo: v.nullable(count),
      intermediaria: v.nullable(text),
      intermediariaCodigo: v.nullable(count),
      porte: v.nullable(v.picklist(PORTES)),
      populacao: v.nullable(count),
    }),
  ),
  rotulos: v.record(dimensao, v.record(v.string(), v.string())),
  tabelas: v.array(TabelaSchema),
  naoPublicadas: v.array(NaoPublicadaSchema),
  provas: v.array(ProvaSchema),
});

/**
 * Reads `publico/publicacao.json`. Fields that this version does not know are left out.
 * @throws ShapeError with a sentence naming the first place that does not fit
 */
export function parsePublicacao(value: unknown): Publicacao {
  const lida = parseShape(PublicacaoSchema, value, "A publicação");
  const dia = parseCivilDate(lida.dataReferencia);
  if (dia === null) throw new ShapeError(`A publicação: dataReferencia é ${lida.dataReferencia}, que não é uma data.`);
  return { ...lida, dataReferencia: dia };
}
