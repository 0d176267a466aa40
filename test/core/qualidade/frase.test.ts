import { describe, expect, it } from "vitest";
import type { Achado } from "../../../src/core/qualidade/achado.ts";
import {
  esperadoEmPalavras,
  fraseDaSerie,
  fraseDoAchado,
  lacunasDesconhecidas,
  medidaEmPalavras,
  nomesDe,
  oQueFazer,
} from "../../../src/core/qualidade/frase.ts";
import type { LivroDeRegras, Regra } from "../../../src/core/qualidade/regra.ts";
import { BASE, indicador, MUNICIPIOS } from "./amostra.ts";

const NB = "\u00a0";

const REGRAS: readonly Regra[] = [
  { ...BASE, id: "faixa", tipo: "faixa", indicadores: { todos: true }, limites: { min: 0 } },
  { ...BASE, id: "formula", tipo: "formula", total: "ivs", partes: ["x"], operacao: "media", tolerancia: 0.001, frase: "{dado}: {valor}, e a conta dá {esperado}." },
  { ...BASE, id: "par", tipo: "comparacao", a: "reais", b: "resposta", relacao: "igual", tolerancia: 0, periodos: "mesmo", frase: "{valor} contra {comparadoIndicador} ({comparadoPeriodo}: {comparado}).", fraseSemPar: "{valor} e nada em {comparadoIndicador}." },
  { ...BASE, id: "salto", tipo: "salto", indicadores: { todos: true }, medida: "relativa", limite: 0.3, mesesEntre: 12, frase: "Mudou {medidaPercentual}." },
  { ...BASE, id: "quebra", tipo: "quebra", novo: 9900005, desde: "2025-01-01", origens: [9900001], indicadores: [], frase: "{municipio} ainda conta {novo}, de {desde}." },
  { ...BASE, id: "atrasada", tipo: "fonte-atrasada", cadencias: [], frase: "{indicador}: há {meses}, limite {mesesPermitidos}; {fonte}." },
  { ...BASE, id: "lacuna", tipo: "lacuna", indicadores: {}, frase: "Faltam {faltam}." },
];

const LIVRO: LivroDeRegras = {
  regras: REGRAS,
  familias: [],
  correcoes: [
    { fonte: "censo", onde: "no Censo SUAS", municipioCorrige: true },
    { fonte: "censo", indicadores: ["ivs"], onde: "no Atlas", municipioCorrige: false },
  ],
  carta: { abertura: "a", fecho: "f", normas: [] },
};

const CATALOGO = [
  indicador("reais", { nome: "Recursos em 2022", unidade: "R$", casas: 2 }),
  indicador("ivs", { nome: "IVS", unidade: "de 0 a 1", casas: 3, limites: { min: 0, max: 1 } }),
  indicador("resposta", { nome: "Resposta", unidade: "resposta", niveis: { "0": "Não aloca", "1": "Aloca" } }),
];
const FONTES = [{ id: "censo", nome: "Censo SUAS 2023", orgao: "MDS", url: null, licenca: "", referencia: "2023", nota: "" }];
const nomes = nomesDe(LIVRO, CATALOGO, FONTES, MUNICIPIOS, "2026-10-31");

const achado = (mudanca: Partial<Achado>): Achado => ({
  regra: "faixa",
  indicador: "reais",
  periodo: "2022",
  codigo: 9900001,
  gravidade: "a-conferir",
  fonte: "censo",
  valor: 0.01,
  min: 1000,
  max: null,
  esperado: null,
  comparado: null,
  medida: null,
  ...mudanca,
});

describe("the sentence of a finding", () => {
  it("names the figure with its period, once when the name already says it", () => {
    expect(fraseDoAchado(achado({}), nomes)).toBe(
      `“Recursos em 2022” está com R$${NB}0,01; o possível é R$${NB}1.000,00 ou mais.`,
    );
    expect(fraseDoAchado(achado({ indicador: "ivs", periodo: "2010", valor: 1.2, min: 0, max: 1 }), nomes)).toBe(
      "“IVS” em 2010 está com 1,200; o possível é de 0,000 a 1,000.",
    );
  });

  it("shows as many decimal places as it takes to tell the figure from the one expected", () => {
    const texto = fraseDoAchado(achado({ regra: "formula", indicador: "ivs", periodo: "2010", valor: 0.346, esperado: 0.34633, min: 0.3453, max: 0.3473 }), nomes);
    expect(texto).toBe("“IVS” em 2010: 0,3460, e a conta dá 0,3463.");
  });

  it("says a coded answer in its own words, and the second sentence where there is nothing to compare with", () => {
    const par = achado({ regra: "par", valor: 5, comparado: { indicador: "resposta", periodo: "2023", valor: 0 } });
    expect(fraseDoAchado(par, nomes)).toBe(`R$${NB}5,00 contra Resposta (2023: “Não aloca”).`);
    expect(fraseDoAchado({ ...par, comparado: null, semPar: true }, nomes)).toBe(`R$${NB}5,00 e nada em Resposta.`);
  });

  it("says a share in per cent, without sign", () => {
    expect(fraseDoAchado(achado({ regra: "salto", medida: -0.412 }), nomes)).toBe(`Mudou 41${NB}%.`);
  });

  it("names the municipality that was carved out and the day", () => {
    expect(fraseDoAchado(achado({ regra: "quebra" }), nomes)).toBe("Alfa ainda conta Épsilon, de 01/01/2025.");
  });
});

describe("what was expected", () => {
  it("never lies outside the indicator's own scale", () => {
    expect(esperadoEmPalavras(achado({ indicador: "ivs", valor: 0.9, min: -0.2, max: 0.4 }), nomes)).toBe("de 0,000 a 0,400");
  });

  it("is a value where there is none, and a smaller change where there was a jump", () => {
    expect(esperadoEmPalavras(achado({ gravidade: "sem-dado", valor: null, min: null }), nomes)).toBe("um valor");
    expect(esperadoEmPalavras(achado({ regra: "salto" }), nomes)).toBe(`menos de 30${NB}% de diferença`);
  });
});

it("what to do says where: the indicator's own place before its source's", () => {
  expect(oQueFazer(achado({}), nomes)).toBe("Conferir no Censo SUAS.");
  expect(oQueFazer(achado({ indicador: "ivs" }), nomes)).toBe("Conferir no Atlas.");
  expect(oQueFazer(achado({ fonte: null }), nomes)).toBe("Conferir no sistema de onde o dado veio.");
});

it("a series tells its age, its limit, its source and the years it lacks", () => {
  const serie = { indicador: "ivs", periodo: "2010", fonte: "censo", meses: 190, mesesPermitidos: 1, faltam: ["2015", "2017"] };
  expect(fraseDaSerie({ ...serie, regra: "atrasada" }, nomes)).toBe("IVS: há 190 meses, limite 1 mês; Censo SUAS 2023.");
  expect(fraseDaSerie({ ...serie, regra: "lacuna" }, nomes)).toBe("Faltam 2015 e 2017.");
});

it("figures leave out units that are only a scale", () => {
  expect(medidaEmPalavras(3.5, indicador("id", { unidade: "de 1 a 5", casas: 2 }))).toBe("3,50");
  expect(medidaEmPalavras(2, indicador("u", { unidade: "unidades" }))).toBe("2");
  expect(medidaEmPalavras(1200, indicador("h", { unidade: "hab." }))).toBe(`1.200${NB}hab.`);
});

it("a template with a word nobody knows is found out", () => {
  expect(lacunasDesconhecidas("{valor} de {munícipio} e {outro}")).toEqual(["outro"]);
  expect(lacunasDesconhecidas("{valor} de {municipio}")).toEqual([]);
});
