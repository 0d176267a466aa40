import { describe, expect, it } from "vitest";
import type { TablePreview } from "../../../src/data/import/report.ts";
import { colunasDePessoas, comCabecalho, conferir, exemplos, indicadoresPorDimensao, periodoDe, rascunhoDe, rascunhoDoMapeamento, type Rascunho } from "../../../src/views/dados/mapeamento.ts";
import { CATALOGO } from "./readings.ts";

const PREVIA: TablePreview = {
  nome: null,
  titulos: ["Cod", "Cidade", "CPF", "Competência", "IVS", "Sobra"],
  pessoais: [null, null, "CPF", null, null, null],
  linhas: [
    ["510340", "Cuiabá", null, "06/2026", "0,4", "x"],
    ["5107909", "Sinop", null, "06/2026", "0,3", ""],
  ],
};

const draft = (change: Partial<Rascunho> = {}): Rascunho => ({ ...rascunhoDe(PREVIA, 0, "minha", CATALOGO), ...change });

describe("the first draft of a mapping", () => {
  it("proposes what titles and values leave no doubt of, and never a column of persons", () => {
    const { papeis, indicadores } = draft();
    expect(papeis).toEqual(["codigo", "ignorar", "ignorar", "periodo", "valor", "ignorar"]);
    expect(indicadores).toEqual(["", "", "", "", "ivs", ""]);
  });

  it("proposes the name where there is no code", () => {
    const previa = { ...PREVIA, linhas: [["A1", "Cuiabá", null, "06/2026", "0,4", "x"]] };
    expect(rascunhoDe(previa, 0, "m", CATALOGO).papeis.slice(0, 2)).toEqual(["ignorar", "nome"]);
  });

  it("starts anew from another header line, whose personal titles are masked too", () => {
    const previa: TablePreview = {
      nome: null,
      titulos: ["Relatório", "", ""],
      pessoais: [null, null, null],
      linhas: [["Código IBGE", "Telefone", "Ano"], ["510340", "x", "2023"]],
    };
    expect(comCabecalho(previa, 1)).toMatchObject({ titulos: ["Código IBGE", "Telefone", "Ano"], pessoais: [null, "telefone ou contato", null], linhas: [["510340", "x", "2023"]] });
    expect(rascunhoDe(previa, 1, "m", CATALOGO).papeis).toEqual(["codigo", "ignorar", "ano"]);
  });

  it("comes back from the mapping it became", () => {
    const { mapeamento } = conferir(draft(), PREVIA.titulos);
    expect(mapeamento).not.toBeNull();
    if (mapeamento !== null) expect(rascunhoDoMapeamento(PREVIA, mapeamento)).toEqual(draft());
  });
});

describe("the check of a draft", () => {
  it("is a mapping when all is said", () => {
    expect(conferir(draft(), PREVIA.titulos)).toEqual({
      faltas: [],
      mapeamento: {
        tipo: "mapeamento-mirante",
        versao: 1,
        nome: "minha",
        titulos: PREVIA.titulos,
        municipio: { codigo: 0, siafi: null, nome: null, uf: null },
        periodo: { tipo: "coluna", coluna: 3 },
        valores: [{ coluna: 4, indicador: "ivs" }],
      },
    });
  });

  it.each<[string, Partial<Rascunho>, RegExp]>([
    ["the municipality", { papeis: ["ignorar", "ignorar", "ignorar", "periodo", "valor", "ignorar"] }, /qual coluna identifica o município/],
    ["the period", { papeis: ["codigo", "ignorar", "ignorar", "ignorar", "valor", "ignorar"] }, /Diga o período/],
    ["the year of a month", { papeis: ["codigo", "ignorar", "ignorar", "mes", "valor", "ignorar"] }, /qual coluna é o ano/],
    ["a value", { papeis: ["codigo", "ignorar", "ignorar", "periodo", "ignorar", "ignorar"] }, /ao menos uma coluna de valor/],
    ["the indicator of a value", { indicadores: ["", "", "", "", "", ""] }, /Escolha o indicador da coluna “IVS”/],
    ["one column too many for a role", { papeis: ["codigo", "codigo", "ignorar", "periodo", "valor", "ignorar"] }, /Deixe só uma coluna como “município: código do IBGE”/],
    ["one of two columns of the same indicator", { papeis: ["codigo", "ignorar", "ignorar", "periodo", "valor", "valor"], indicadores: ["", "", "", "", "ivs", "ivs"] }, /mesmo indicador/],
    ["one of two periods", { papeis: ["codigo", "ano", "ignorar", "periodo", "valor", "ignorar"] }, /período está em duas colunas/],
    ["a name", { nome: "  " }, /Dê um nome/],
  ])("says in words what is missing: %s", (_, change, words) => {
    const { mapeamento, faltas } = conferir(draft(change), PREVIA.titulos);
    expect(mapeamento).toBeNull();
    expect(faltas).toHaveLength(1);
    expect(faltas[0]).toMatch(words);
  });

  it("takes a period typed once, and says when it is none", () => {
    const papeis = draft({ papeis: ["codigo", "ignorar", "ignorar", "ignorar", "valor", "ignorar"] });
    expect(conferir({ ...papeis, periodoFixo: " 06/2026 " }, PREVIA.titulos).mapeamento?.periodo).toEqual({ tipo: "fixo", valor: "2026-06" });
    expect(conferir({ ...papeis, periodoFixo: "ontem" }, PREVIA.titulos).faltas).toEqual(["“ontem” não é um período: escreva 2023, 06/2026 ou 2023-T2."]);
    expect(["2023", "2023-t2", "jun/2023", "13/2023"].map(periodoDe)).toEqual(["2023", "2023-T2", "2023-06", null]);
  });
});

it("the examples of a column are its first values, each once, without blanks", () => {
  expect(exemplos(PREVIA, 3)).toEqual(["06/2026"]);
  expect(exemplos(PREVIA, 5)).toEqual(["x"]);
});

it("the indicators to choose from are all of the catalogue, by dimension, the unclaimed last", () => {
  const groups = indicadoresPorDimensao(CATALOGO, [{ id: "rede", nome: "Rede e serviços", pergunta: "" }]);
  expect(groups.map(({ dimensao }) => dimensao)).toEqual(["Rede e serviços", "Outros"]);
  expect(groups.flatMap(({ indicadores }) => indicadores)).toHaveLength(CATALOGO.length);
});

describe("what is said of the columns of persons before anything is mapped", () => {
  it("names them and the article, without a word of what they hold", () => {
    expect(colunasDePessoas(PREVIA)).toBe(
      "1 coluna traz dados de pessoas e não é mostrada nem lida: CPF (LGPD, Lei 13.709/2018, art. 6º, III).",
    );
    expect(colunasDePessoas({ ...PREVIA, pessoais: ["nome", null, "CPF", null, null, null] })).toContain(
      "2 colunas trazem dados de pessoas e não são mostradas nem lidas: Cod e CPF",
    );
  });

  it("is nothing where there is none", () => {
    expect(colunasDePessoas({ ...PREVIA, pessoais: PREVIA.titulos.map(() => null) })).toBeNull();
  });
});
