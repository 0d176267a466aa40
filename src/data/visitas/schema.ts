import * as v from "valibot";
import { parseCivilDate } from "../../core/civil-date.ts";
import { PORTES } from "../../core/municipio.ts";
import { AJUSTES_VERSAO } from "../../core/visitas/ajustes.ts";

// Every message is what to do, a sentence of its own: `parse.ts` puts the place and the value found before it.
const inteiro = (min: number, max: number, dica: string): v.GenericSchema<number> =>
  v.pipe(v.number(dica), v.integer(dica), v.minValue(min, dica), v.maxValue(max, dica));
const faixa = (min: number, max: number, dica: string): v.GenericSchema<number> =>
  v.pipe(v.number(dica), v.finite(dica), v.minValue(min, dica), v.maxValue(max, dica));
const lista = <const S extends v.GenericSchema>(item: S, max: number, dica: string) => v.pipe(v.array(item, dica), v.maxLength(max, dica));

const data = v.pipe(
  v.string("Escreva a data como AAAA-MM-DD."),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, "Escreva a data como AAAA-MM-DD."),
  v.check((texto) => parseCivilDate(texto) !== null, "Escreva uma data que exista no calendário."),
  v.check((texto) => texto >= "1950-01-01" && texto <= "2095-12-31", "Escreva uma data de 1950 a 2095."),
);
const codigo = inteiro(1_000_000, 9_999_999, "Escreva o código do IBGE do município, com 7 algarismos.");
const regiao = inteiro(100_000, 999_999, "Escreva o código da região imediata do IBGE, com 6 algarismos.");
const equipe = v.pipe(
  v.string("Escreva a equipe como código da base, hífen e número da equipe."),
  v.regex(/^\d{7}-[1-9]\d?$/, "Escreva a equipe como código da base, hífen e número da equipe."),
);
const trimestre = inteiro(1, 4, "Escreva o número do trimestre no plano, de 1 a 4.");
const minimo = inteiro(1, 10_000, "Escreva quantos municípios, pelo menos: um número inteiro a partir de 1.");
const fator = faixa(1, 5, "Escreva de 1 a 5: a estrada nunca é mais curta que a linha reta.");
const duracao = v.pipe(
  faixa(0.25, 10, "Escreva os dias da visita, de 0.25 a 10, em quartos de dia."),
  v.check((dias) => Number.isInteger(dias * 4), "Escreva os dias da visita em quartos de dia: 0.25, 0.5, 0.75, 1…"),
);
const meses = v.pipe(
  lista(inteiro(1, 12, "Escreva os meses de 1 a 12."), 12, "Escreva a lista de meses, de 1 a 12."),
  v.minLength(1, "Escreva pelo menos um mês, ou tire a região da lista."),
  v.check((todos) => new Set(todos).size === todos.length, "Escreva cada mês uma vez só."),
);

const DIAS_DA_EQUIPE = "Escreva quantos dias úteis cada equipe fica fora por trimestre, de 1 a 66.";

/** Shape of the settings' file, without what binds one part to another or to the municipalities. */
export const AjustesSchema = v.strictObject({
  versao: v.literal(AJUSTES_VERSAO),
  inicio: data,
  trimestres: inteiro(1, 4, "Escreva de 1 a 4 trimestres."),
  bases: v.pipe(
    lista(
      v.strictObject({ codigo, equipes: inteiro(1, 20, "Escreva de 1 a 20 equipes.") }),
      60,
      "Escreva a lista de bases, até 60.",
    ),
    v.minLength(1, "Escreva pelo menos uma base: as equipes precisam sair de algum lugar."),
  ),
  diasPorEquipe: inteiro(1, 66, DIAS_DA_EQUIPE),
  diasPorViagem: inteiro(1, 10, "Escreva de 1 a 10 dias úteis por viagem."),
  horasPorDia: faixa(1, 24, "Escreva quantas horas de estrada enchem um dia, de 1 a 24."),
  velocidade: faixa(5, 150, "Escreva a velocidade média em km/h, de 5 a 150."),
  intervalo: inteiro(0, 30, "Escreva de 0 a 30 dias úteis na base entre duas viagens."),
  duracao: v.strictObject(Object.fromEntries(PORTES.map((porte) => [porte, duracao])) as Readonly<Record<(typeof PORTES)[number], typeof duracao>>),
  prazoDiarias: v.strictObject({
    uteis: inteiro(0, 60, "Escreva de 0 a 60 dias úteis."),
    comPassagem: inteiro(0, 60, "Escreva de 0 a 60 dias úteis."),
  }),
  comPassagem: lista(codigo, 6000, "Escreva a lista de códigos de municípios a que se vai de avião."),
  semViagem: lista(data, 400, "Escreva a lista de dias sem viagem, até 400."),
  mesesProibidos: lista(v.strictObject({ regiao, meses }), 600, "Escreva a lista de regiões com os meses sem viagem."),
  desvio: v.strictObject({ padrao: fator, regioes: lista(v.strictObject({ regiao, fator }), 600, "Escreva a lista de regiões com o fator de cada uma.") }),
  pesoDoTrimestre: v.pipe(
    lista(faixa(0.01, 100, "Escreva números de 0.01 a 100."), 4, "Escreva um peso por trimestre, até quatro."),
    v.minLength(1, "Escreva pelo menos um peso."),
  ),
  custoKm: faixa(0, 10, "Escreva os pontos que um quilômetro custa, de 0 a 10."),
  penalidadeDozeMeses: faixa(0, 1000, "Escreva de 0 a 1000 pontos."),
  travas: lista(
    v.strictObject({
      codigo,
      tipo: v.picklist(["dentro", "fora"], "Escreva “dentro” ou “fora”."),
      equipe: v.exactOptional(equipe),
      trimestre: v.exactOptional(trimestre),
      data: v.exactOptional(data),
    }),
    6000,
    "Escreva a lista de municípios travados.",
  ),
  viagensTravadas: lista(
    v.strictObject({
      equipe,
      inicio: data,
      municipios: v.pipe(lista(codigo, 100, "Escreva os municípios da viagem, na ordem das visitas."), v.minLength(1, "Escreva pelo menos um município, ou tire a viagem.")),
    }),
    2000,
    "Escreva a lista de viagens travadas.",
  ),
  cotas: lista(
    v.variant(
      "grupo",
      [
        v.strictObject({ grupo: v.literal("regiao"), id: regiao, minimo }),
        v.strictObject({ grupo: v.literal("porte"), id: v.picklist(PORTES, `Escreva um destes: ${PORTES.join(", ")}.`), minimo }),
      ],
      "Escreva o grupo da cota: “regiao” ou “porte”.",
    ),
    600,
    "Escreva a lista de cotas.",
  ),
  reserva: v.nullable(inteiro(0, 10_000, "Escreva quantos municípios são sorteados, ou null para o que o método diz.")),
  iteracoes: inteiro(0, 200_000, "Escreva de 0 a 200.000 passos da busca."),
  semente: v.pipe(v.string("Escreva a semente, um texto."), v.nonEmpty("Escreva a semente, um texto não vazio."), v.maxLength(100, "Use até 100 letras.")),
});
