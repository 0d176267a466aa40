import { describe, expect, it } from "vitest";
import { textRow, xlsxOf } from "../raw/workbook-files.ts";
import { problemsOf } from "./converting.ts";
import { expectFigures, nearest, placesOf, readOfficial, readOne, recognised, type Source } from "./official.ts";

const csv = (texto: string, arquivo = "RMA_2025.csv"): Source => ({ texto, arquivo });

const HEADER = "IBGE,IBGE7,UF_A,ano,mes,NU_IDENTIFICADOR,a1,a2,b1,b2,c1,c2,c5,c6,c7,c8,c9,d1,d2,d8";

/** Two CRAS of Cuiabá over two months, one of Sinop that left its second month blank, one of Belo Horizonte. */
const CRAS = `${HEADER}
510340,5103403,MT,2025,1,51034000001,100,5,1,2,40,1,0,7,1,0,3,20,10,2
510340,5103403,MT,2025,1,51034000002,50,2,1,0,10,0,1,3,0,1,0,5,0,0
510340,5103403,MT,2025,2,51034000001,98,1,0,1,30,1,0,5,0,0,2,20,10,2
510340,5103403,MT,2025,2,51034000002,51,3,1,0,,0,0,2,0,0,0,5,0,0
510790,5107909,MT,2025,1,51079000001,70,4,0,1,22,3,0,6,0,0,1,9,4,1
510790,5107909,MT,2025,2,51079000001,,,,,,,,,,,,,,
310620,3106200,MG,2025,1,31062000001,1,1,1,1,1,1,1,1,1,1,1,1,1,1
`;

describe("RMA of the CRAS", () => {
  it("sums the units within a month, and never the stock over months", async () => {
    const { layout, conversao, figuras } = await readOne(csv(CRAS));
    expect(layout.id).toBe("rma-cras");
    expectFigures(figuras, {
      "5103403 rma-paif-acompanhamento 2025-01": 150,
      "5103403 rma-paif-acompanhamento 2025-02": 149,
      "5103403 rma-paif-novas 2025-01": 7,
      "5103403 rma-cras-visitas 2025-02": 7,
      "5103403 rma-cras-natalidade 2025-02": 0,
      "5103403 rma-cras-unidades 2025-01": 2,
      "5103403 rma-atendimentos-por-cras 2025-01": 25,
      "5107909 rma-paif-acompanhamento 2025-01": 70,
    });
    expect(figuras.find(({ indicador, periodo }) => indicador === "rma-atendimentos-por-cras" && periodo === "2025-01")).toMatchObject({ numerador: 50, denominador: 2 });
    expect(figuras.filter(({ periodo }) => periodo === "2025")).toEqual([]);
    expect(conversao.contagem).toMatchObject({ carregadas: 5, separadas: 1, fora: 1 });
  });

  it("a unit that left an item blank leaves the municipality without that total, and one that left the month blank is told", async () => {
    const { figuras, totais } = await readOne(csv(CRAS));
    expectFigures(figuras, {
      "5103403 rma-cras-atendimentos 2025-02": undefined,
      "5103403 rma-atendimentos-por-cras 2025-02": undefined,
      "5103403 rma-cras-unidades 2025-02": 2,
      "5107909 rma-paif-acompanhamento 2025-02": undefined,
      "5107909 rma-cras-unidades 2025-02": undefined,
    });
    expect(problemsOf(totais, "rma-incompleto")).toBe(1);
    expect(problemsOf(totais, "unidade-sem-registro")).toBe(1);
  });

  it("the same unit twice in a month counts once", async () => {
    const { conversao, figuras } = await readOne(csv(`${HEADER}\n510340,5103403,MT,2025,1,7,10,1,1,1,1,1,1,1,1,1,1,1,1,1\n510340,5103403,MT,2025,1,7,10,1,1,1,1,1,1,1,1,1,1,1,1,1\n`));
    expectFigures(figuras, { "5103403 rma-paif-acompanhamento 2025-01": 10 });
    expect(conversao.contagem).toMatchObject({ carregadas: 1, separadas: 1 });
  });

  it("of another year and state, with capital letters, named months, extra columns and another order", async () => {
    const texto = "NOME_UNIDADE;E-mail;C9;C1;A2;A1;MES;ANO;IBGE;NU_IDENTIFICADOR\nCRAS A;cras@x.gov.br;1;4;2;30;março;2019;310620;1\nCRAS B;cras@y.gov.br;0;6;1;20;março;2019;310620;2\n";
    const { figuras, conversao } = await readOne(csv(texto, "base.csv"), { lugares: placesOf(31, "MG") });
    expectFigures(figuras, {
      "3106200 rma-paif-acompanhamento 2019-03": 50,
      "3106200 rma-cras-outros-eventuais 2019-03": 1,
      "3106200 rma-atendimentos-por-cras 2019-03": 5,
    });
    expect(conversao.pessoais.map(({ titulo }) => titulo)).toEqual(["E-mail"]);
  });
});

const CREAS_HEADER = "IBGE,IBGE7,UF_A,ano,mes,NU_IDENTIFICADOR,a1,a2,b7,c1,c2,c3,c4,c5,d1,d2,e1,e2,f1,g1,h1,i1,j1,j4,k1,l1,m1";

describe("RMA of the CREAS", () => {
  it("is told from the CRAS by its items, and c1 is children, not visits", async () => {
    const { layout, figuras } = await readOne(csv(`${CREAS_HEADER}\n510340,5103403,MT,2025,6,9,80,6,1,3,2,0,1,0,1,0,0,0,4,0,0,2,12,1,30,45,200\n`));
    expect(layout.id).toBe("rma-creas");
    expectFigures(figuras, {
      "5103403 rma-paefi-acompanhamento 2025-06": 80,
      "5103403 rma-paefi-novos 2025-06": 6,
      "5103403 rma-creas-criancas-intrafamiliar 2025-06": 3,
      "5103403 rma-creas-mulheres 2025-06": 4,
      "5103403 rma-mse-total 2025-06": 12,
      "5103403 rma-abordagem-total 2025-06": 45,
      "5103403 rma-creas-atendimentos 2025-06": 200,
      "5103403 rma-creas-unidades 2025-06": 1,
    });
  });
});

describe("recognition", () => {
  it("reads the revised sheet of a workbook, says the original is worth less, and skips the notes", async () => {
    const [title = "", ...rows] = CRAS.trim().split("\n").map((line) => line.split(","));
    const sheet = [title, ...rows].map((campos, i) => textRow(i + 1, [...campos])).join("");
    const bytes = xlsxOf({ abas: [{ nome: "Leia-me", linhas: textRow(1, ["RMA 2025"]) }, { nome: "Base Original", linhas: sheet }, { nome: "Base tratada", linhas: sheet }] });
    const matches = await recognised({ bytes, arquivo: "RMA_CRAS_Brasil_2025_v1.xlsx" });
    expect(matches.map((match) => match?.layout.id ?? null)).toEqual([null, "rma-cras", "rma-cras"]);
    expect(matches.map((match) => match?.fit.confianca ?? null)).toEqual([null, 0.9, 1]);
    const [, treated] = await readOfficial({ bytes, arquivo: "RMA_CRAS_Brasil_2025_v1.xlsx" });
    expectFigures(treated?.figuras ?? [], { "5103403 rma-paif-acompanhamento 2025-01": 150 });
  });

  it("the form of the Centro POP, whose codes mean other things, is neither", async () => {
    expect(await recognised(csv(CRAS, "RMA_Centro_POP_2025.csv"))).toEqual([null]);
  });

  it("with only items both forms have, the name decides; without a name nothing is loaded", async () => {
    const bare = "IBGE,ano,mes,NU_IDENTIFICADOR,a1,a2\n510340,2025,1,9,80,6\n";
    expect(await recognised(csv(bare, "base.csv"))).toEqual([null]);
    expect((await nearest(csv(bare, "base.csv")))?.fit.motivo).toContain("nada diz se são do CRAS ou do CREAS");
    expect((await recognised(csv(bare, "RMA_CREAS_2025.csv")))[0]?.layout.id).toBe("rma-creas");
  });
});
