import * as v from "valibot";
import { parseCivilDate } from "../../core/civil-date.ts";
import { AGREGACOES, NORMALIZACOES, ORIGENS_BALIZA, TIPOS_INDICADOR } from "../../core/metodo/method.ts";

// Every message is what to do, a sentence of its own: `parse.ts` puts the place and the value found before it.
const texto = (dica: string): v.GenericSchema<string> => v.pipe(v.string(dica), v.nonEmpty(dica), v.maxLength(400, dica));
const numero = (dica: string): v.GenericSchema<number> => v.pipe(v.number(dica), v.finite(dica));
const inteiro = (min: number, max: number, dica: string): v.GenericSchema<number> =>
  v.pipe(v.number(dica), v.integer(dica), v.minValue(min, dica), v.maxValue(max, dica));
const faixa = (min: number, max: number, dica: string): v.GenericSchema<number> =>
  v.pipe(v.number(dica), v.finite(dica), v.minValue(min, dica), v.maxValue(max, dica));
const opcoes = <const T extends readonly string[]>(lista: T): v.GenericSchema<T[number]> =>
  v.picklist(lista, `Escreva um destes: ${lista.join(", ")}.`);

const id = v.pipe(
  v.string("Escreva um identificador em minúsculas, com hifens."),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use só minúsculas sem acento, algarismos e hifens."),
  v.maxLength(60, "Use até 60 letras."),
);
const peso = v.pipe(
  v.number("Escreva um número maior ou igual a zero."),
  v.finite("Escreva um número maior ou igual a zero."),
  v.minValue(0, "Peso não pode ser negativo: escreva zero para não contar o indicador ou a dimensão."),
  v.maxValue(1e9, "Escreva um número menor: só a proporção entre os pesos conta."),
);
const data = v.pipe(
  v.string("Escreva a data como AAAA-MM-DD."),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, "Escreva a data como AAAA-MM-DD."),
  v.check((text) => parseCivilDate(text) !== null, "Escreva uma data que exista no calendário."),
);
const periodo = v.pipe(
  v.string("Escreva o período-base como 2010, 2026-06 ou 2023-T2."),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])|-T[1-4])?$/, "Escreva o período-base como 2010, 2026-06 ou 2023-T2."),
);

const baliza = v.strictObject({
  lo: numero("Escreva em `lo` o menor valor da escala, um número."),
  hi: numero("Escreva em `hi` o maior valor da escala, um número."),
  origem: opcoes(ORIGENS_BALIZA),
  fonte: texto("Diga de onde vem a baliza: a norma com o artigo, a escala ou a tabela, em até 400 letras."),
  periodo: v.nullable(periodo),
});

const indicador = v.strictObject({
  id,
  peso,
  tipo: opcoes(TIPOS_INDICADOR),
  polaridade: opcoes(["maior-mais-necessidade", "maior-menos-necessidade"]),
  baliza,
  validadeMeses: inteiro(1, 1200, "Escreva de 1 a 1.200 meses, sem decimais."),
  multiplicador: v.exactOptional(
    v.pipe(numero("Escreva um número maior que zero."), v.gtValue(0, "Escreva um número maior que zero.")),
  ),
});

/** Shape of one dimension of a method. */
export const DimensaoSchema = v.strictObject({
  id,
  nome: texto("Dê um nome à dimensão, em até 400 letras."),
  peso,
  indicadores: v.pipe(v.array(indicador, "Escreva a lista de indicadores da dimensão."), v.maxLength(200, "Use até 200 indicadores.")),
});

/** Shape of the method's file, without what binds one part to another. */
export const MetodoSchema = v.strictObject({
  versao: v.literal(1),
  id,
  nome: texto("Dê um nome ao método, em até 400 letras."),
  orgao: v.exactOptional(texto("Escreva o nome do órgão, ou tire o campo.")),
  datas: v.strictObject({ versao: data, inicio: data, fim: data }),
  semente: texto("Escreva a semente dos sorteios, um texto não vazio."),
  k: inteiro(1, 10_000, "Escreva quantos municípios a lista escolhe, de 1 a 10.000."),
  sorteios: inteiro(1, 100_000, "Escreva de 1 a 100.000 sorteios."),
  concentracao: v.pipe(
    numero("Escreva um número maior que 0 e menor que 1 (0.3 = 30%)."),
    v.gtValue(0, "Escreva um número maior que 0 e menor que 1 (0.3 = 30%)."),
    v.ltValue(1, "Escreva um número maior que 0 e menor que 1 (0.3 = 30%)."),
  ),
  normalizacao: opcoes(NORMALIZACOES),
  agregacao: opcoes(AGREGACOES),
  presencaMinima: faixa(0, 1, "Escreva uma parte do peso, de 0 a 1."),
  dimensoes: v.pipe(
    v.array(DimensaoSchema, "Escreva a lista de dimensões."),
    v.minLength(1, "Escreva pelo menos uma dimensão."),
    v.maxLength(50, "Use até 50 dimensões."),
  ),
  planejamento: v.strictObject({
    pesoNota: faixa(0, 1, "Escreva uma parte, de 0 a 1."),
    pesoTempo: faixa(0, 1, "Escreva uma parte, de 0 a 1."),
    meses: inteiro(1, 120, "Escreva de 1 a 120 meses."),
    carenciaDias: inteiro(0, 3660, "Escreva de 0 a 3.660 dias."),
    reserva: faixa(0.1, 0.15, "Escreva de 0.1 a 0.15 (10% a 15% das vagas)."),
    sementeReserva: texto("Escreva a semente do sorteio da reserva, um texto não vazio."),
  }),
  mapa: v.nullable(
    v.strictObject({
      quebras: v.pipe(
        v.array(numero("Escreva números."), "Escreva a lista dos inícios das classes."),
        v.minLength(1, "Escreva pelo menos o início de uma classe."),
        v.maxLength(9, "Use até 9 classes."),
      ),
      periodo: texto("Diga com que números as classes foram cortadas."),
    }),
  ),
});
