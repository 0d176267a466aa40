import * as v from "valibot";
import { parseCivilDate } from "../../core/civil-date.ts";
import { AjustesSchema } from "./schema.ts";

export const FORMATO_DO_PLANO = "mirante-plano";
/** The only version of the plan's file this program reads and writes. */
export const VERSAO_DO_PLANO = 1;

const data = v.pipe(v.string(), v.check((texto) => /^\d{4}-/.test(texto) && parseCivilDate(texto) !== null));
const texto = v.pipe(v.string(), v.nonEmpty(), v.maxLength(400));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const codigo = v.pipe(v.number(), v.integer(), v.minValue(1_000_000), v.maxValue(9_999_999));
const numero = v.pipe(v.number(), v.finite());
const positivo = v.pipe(numero, v.minValue(0));
const contagem = v.pipe(v.number(), v.integer(), v.minValue(0));
const equipe = v.pipe(v.string(), v.regex(/^\d{7}-[1-9]\d?$/));

const motivoDentro = v.variant("tipo", [
  v.strictObject({ tipo: v.picklist(["exigido", "travado", "reserva", "doze-meses", "planejado"]) }),
  v.strictObject({ tipo: v.literal("data-marcada"), data }),
  v.strictObject({ tipo: v.literal("cota"), cota: contagem }),
  v.strictObject({ tipo: v.literal("prioridade"), posicao: contagem }),
  v.strictObject({ tipo: v.literal("caminho"), diasAMais: positivo }),
]);

const motivoFora = v.variant("tipo", [
  v.strictObject({ tipo: v.picklist(["sem-sede", "travado-fora", "sem-dia", "sem-nota"]) }),
  v.strictObject({ tipo: v.literal("carencia"), ate: data }),
  v.strictObject({ tipo: v.literal("meses-proibidos"), meses: v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))) }),
  v.strictObject({ tipo: v.literal("longe"), dias: positivo }),
  v.strictObject({ tipo: v.literal("nao-compensa"), km: numero }),
  v.strictObject({ tipo: v.literal("nao-cabe"), dias: numero, tiraria: v.array(codigo), saldo: numero }),
]);

const parada = v.strictObject({ codigo, chegada: data, saida: data, dias: positivo, valor: v.nullable(numero), motivo: v.nullable(motivoDentro) });

const viagem = v.strictObject({
  id: texto,
  equipe,
  base: codigo,
  trimestre: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)),
  inicio: data,
  fim: data,
  dias: contagem,
  diasDeTrabalho: positivo,
  km: positivo,
  paradas: v.pipe(v.array(parada), v.minLength(1)),
  comPassagem: v.boolean(),
  pedirDiariasAte: data,
  travada: v.boolean(),
});

/** Shape of a plan's file. */
export const ArquivoSchema = v.strictObject({
  formato: v.literal(FORMATO_DO_PLANO),
  versao: v.literal(VERSAO_DO_PLANO),
  territorio: texto,
  metodo: v.strictObject({ nome: texto, sha256 }),
  dados: v.strictObject({ sha256 }),
  demonstracao: v.boolean(),
  interno: v.boolean(),
  hoje: data,
  ajustes: AjustesSchema,
  matriz: v.nullable(v.string()),
  entrada: sha256,
  plano: v.strictObject({
    viagens: v.array(viagem),
    fora: v.array(v.strictObject({ codigo, motivo: motivoFora })),
    naoAtendidas: v.array(
      v.variant("tipo", [
        v.strictObject({ tipo: v.literal("municipio"), codigo }),
        v.strictObject({ tipo: v.literal("cota"), cota: contagem, faltam: contagem }),
      ]),
    ),
    objetivo: numero,
    valor: numero,
    valorDeTodos: numero,
    km: positivo,
    dias: contagem,
    diasDisponiveis: contagem,
    iteracoes: contagem,
  }),
  calendario: v.unknown(),
});
