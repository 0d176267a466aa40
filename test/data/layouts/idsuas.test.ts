import { describe, expect, it } from "vitest";
import { sharedPath } from "../../shared.ts";
import { bundled, byKey } from "./bundled-figures.ts";
import { problemsOf } from "./converting.ts";
import { expectFigures, nearest, placesOf, readOfficial, readOne, recognised, type Source } from "./official.ts";

const WORKBOOK_2016 = sharedPath("dados-oficiais/samples/idcras_idcreas/IDCRAS_2016_FINAL_(01062017).xlsx");
const MEDIO_2021 = sharedPath("dados-oficiais/samples/idcras_idcreas/IDCRAS_2021_MEDIO_MUNICIPAL__MT_aba_exportada.csv");
const UNITS_2021 = sharedPath("dados-oficiais/samples/idcras_idcreas/IDCRAS_2021_unidades__MT_aba_exportada.csv");

const csv = (texto: string, arquivo = "tabela.csv"): Source => ({ texto, arquivo });

/** The figures of IDCRAS bundled for some years, which come from the whole published series. */
const series = (anos: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...bundled((id) => id === "idcras" || id.startsWith("idcras-"))].filter(([key]) => anos.includes(key.split(" ")[1] ?? "")));

const withoutRespondents = (figuras: Parameters<typeof byKey>[0]): Parameters<typeof byKey>[0] => figuras.filter(({ indicador }) => !indicador.endsWith("-respondentes"));

describe("the IDCRAS 2016 workbook", () => {
  it.skipIf(WORKBOOK_2016 === null)("has two sheets of units and three that are not tables of the index", async () => {
    const matches = await recognised(WORKBOOK_2016 ?? "");
    expect(matches.map((match) => (match === null ? null : [match.tabela.nome, match.layout.id]))).toEqual([["IDCRAS2016", "idcras"], null, null, null, ["IDCRAS 2016", "idcras"]]);
  });

  it.skipIf(WORKBOOK_2016 === null)("averages the units of each municipality into the very figures of the series, from either sheet", async () => {
    const sheets = await readOfficial(WORKBOOK_2016 ?? "");
    for (const { conversao, figuras, totais } of sheets) {
      expect(byKey(withoutRespondents(figuras))).toEqual(series(["2016"]));
      expect(conversao.contagem).toMatchObject({ carregadas: 176, fora: 8064, separadas: 0 });
      expectFigures(figuras, { "5100250 idcras 2016": 3.5, "5100250 idcras-estrutura 2016": 4.5, "5103403 cras-respondentes 2016": 14 });
      expect(totais).toEqual([]);
    }
    expect(sheets.map(({ conversao }) => conversao.contagem.preambulo)).toEqual([0, 2]);
  });
});

describe("the IDCRAS 2021 exports", () => {
  it.skipIf(MEDIO_2021 === null)("four years side by side: the label over the columns wins over a repeated title, and it is said", async () => {
    const { conversao, figuras, problemas } = await readOne(MEDIO_2021 ?? "");
    expect(byKey(withoutRespondents(figuras))).toEqual(series(["2018", "2019", "2020", "2021"]));
    expect(conversao.contagem).toMatchObject({ carregadas: 141, preambulo: 3, cabecalho: 3, separadas: 0 });
    expectFigures(figuras, {
      "5100102 idcras 2018": 4,
      "5100102 idcras-servicos 2019": 3,
      "5100102 idcras 2020": 2.67,
      "5100102 idcras-equipe 2021": 2,
      "5100250 idcras 2018": 3.33,
      "5100250 idcras 2021": 3.17,
      "5100250 cras-respondentes 2021": 2,
    });
    expect(problemas.map(({ mensagem }) => mensagem)).toEqual([
      "Um grupo de colunas traz o rótulo 2020, mas pela sequência dos anos da tabela é 2021: foi lido como 2021.",
    ]);
  });

  it.skipIf(UNITS_2021 === null)("units without a year in the table: the file's name gives it, and the means are those of the municipal sheet", async () => {
    const { conversao, figuras, totais } = await readOne(UNITS_2021 ?? "");
    expect(byKey(withoutRespondents(figuras))).toEqual(series(["2021"]));
    expect(conversao.contagem).toMatchObject({ carregadas: 178, fora: 0 });
    expect(problemsOf(totais, "ano-pelo-nome")).toBe(1);
    expect(bundled((id) => id === "cras-respondentes")).toEqual(byKey(figuras.filter(({ indicador }) => indicador === "cras-respondentes")));
  });

  it.skipIf(UNITS_2021 === null)("the same table under a name without a year asks for it, and reads it with the answer", async () => {
    const { readFileSync } = await import("node:fs");
    const source: Source = { bytes: new Uint8Array(readFileSync(UNITS_2021 ?? "")), arquivo: "unidades.csv" };
    const asked = await readOne(source);
    expect(asked.figuras).toEqual([]);
    expect(asked.conversao.perguntas.map(({ id }) => id)).toEqual(["ano"]);
    const answered = await readOne(source, { respostas: { ano: "2021" } });
    expectFigures(answered.figuras, { "5100250 idcras 2021": 3.17 });
    expect(answered.conversao.perguntas).toEqual([]);
  });
});

const CREAS_UNITS = `IDCREAS 2022;;;;;;;;;
Indicador de Desenvolvimento das unidades CREAS, segundo o Censo SUAS 2022;;;;;;;;;
;;;;;;;;;
Nº IDENTIFICADOR do CREAS;Código IBGE;Região;UF;Município;Porte;Serviços\u00a0;Estrutura\u00a0Física;Recursos\u00a0Humanos;
51003099328;510030;5;MT;Alto Araguaia;Pequeno I;4;4;3;3,67
51034000001;510340;5;MT;Cuiabá;Metrópole;5;2;2;3
51034000002;510340;5;MT;Cuiabá;Metrópole;4;4;5;4,33
51034000002;510340;5;MT;Cuiabá;Metrópole;4;4;5;4,33
51079000003;510790;5;MT;Sinop;Grande;0;0;0;0
11000698810;110006;1;RO;Colorado do Oeste;Pequeno I;3;4;3;3,33
`;

describe("IDCREAS units", () => {
  it("with NBSP in the titles, the dimensions in another order and the index under no title", async () => {
    const { layout, fit, conversao, figuras, totais } = await readOne(csv(CREAS_UNITS));
    expect(layout.id).toBe("idcreas");
    expect(fit.confianca).toBeGreaterThanOrEqual(0.9);
    expectFigures(figuras, {
      "5100300 idcreas 2022": 3.67,
      "5100300 idcreas-servicos 2022": 4,
      "5103403 idcreas 2022": 3.67,
      "5103403 idcreas-estrutura 2022": 3,
      "5103403 idcreas-equipe 2022": 3.5,
      "5103403 creas-respondentes 2022": 2,
      "5107909 idcreas 2022": undefined,
    });
    expect(conversao.contagem).toMatchObject({ carregadas: 3, separadas: 2, fora: 1 });
    expect(problemsOf(totais, "unidade-repetida")).toBe(1);
    expect(problemsOf(totais, "fora-da-escala")).toBe(4);
  });

  it("the year of the index's own title stands among others the text cites, and the normalised column is not the index", async () => {
    const texto = "Cálculo de 2015, sobre o Censo SUAS 2014\n\nIBGE;Município;Estrutura Física;Recursos Humanos;Serviços;IDCREAS 2014 normatizado;IDCREAS 2014 sintético\n510340;Cuiabá;4;4;1;0,5;3\n";
    const { figuras, conversao } = await readOne(csv(texto));
    expectFigures(figuras, { "5103403 idcreas 2014": 3, "5103403 idcreas-servicos 2014": 1 });
    expect(conversao.ignoradas).toEqual(["IDCREAS 2014 normatizado"]);
  });

  it("is not taken for IDCRAS, whose dimensions are the same; without any name neither is loaded", async () => {
    const bare = CREAS_UNITS.replace(/^IDCREAS 2022.*\n.*\n.*\n/, "").replace(" do CREAS", "");
    expect(await recognised(csv(bare))).toEqual([null]);
    const best = await nearest(csv(bare));
    expect(best?.fit.motivo).toContain("nada diz se é IDCRAS ou IDCREAS");
    expect((await recognised(csv(bare, "ID_CREAS_2015_divulgacao_site.csv")))[0]?.layout.id).toBe("idcreas");
  });

  it("a title of one year over columns of another is asked, never guessed", async () => {
    const doubtful = CREAS_UNITS.replace("IDCREAS 2022;", "IDCREAS 2021;");
    const asked = await readOne(csv(doubtful));
    expect(asked.figuras).toEqual([]);
    expect(asked.conversao.perguntas[0]?.pergunta).toBe("A tabela cita mais de um ano: 2021 e 2022. De que ano são os números?");
    expect(asked.conversao.perguntas[0]?.opcoes.slice(0, 2).map(({ valor }) => valor)).toEqual(["2022", "2021"]);
    const answered = await readOne(csv(doubtful), { respostas: { ano: "2022" } });
    expectFigures(answered.figuras, { "5103403 idcreas 2022": 3.67 });
  });
});

const MEDIO_CREAS = (titles: readonly [string, string], labels: readonly [string, string]): string => `IDCREAS;;;;;;;;;;;;;;
Indicador de Desenvolvimento das unidades CREAS, segundo o Censo SUAS 2023;;;;;;;;;;;;;;
;;;;;;;;;;;;;;
;;;;;${labels[0]};;;;;${labels[1]};;;;
IBGE;IBGE7;UF;Região;Município;Número de CREAS que respondeu ao Censo SUAS ${titles[0]};Estrutura Física;Recursos Humanos;Serviços;IDCREAS médio do município;Número de CREAS que respondeu ao Censo SUAS ${titles[1]};Estrutura Física;Recursos Humanos;Serviços;IDCREAS médio do município
5103403;510340;51;5;Cuiabá;3;4,5;3;2;3,165;4;5;5;5;5
5107909;510790;51;5;Sinop;-;-;-;-;-;1;1;2;3;2
3550308;355030;35;3;São Paulo;1;1;1;1;1;1;1;1;1;1
`;

describe("blocks wide by year", () => {
  it("two years, swapped code headers and dashes for no unit", async () => {
    const { conversao, figuras } = await readOne(csv(MEDIO_CREAS(["2022", "2023"], ["2022", "2023"])));
    expectFigures(figuras, {
      "5103403 idcreas 2022": 3.17,
      "5103403 idcreas-estrutura 2022": 4.5,
      "5103403 creas-respondentes 2022": 3,
      "5103403 idcreas 2023": 5,
      "5107909 idcreas 2022": undefined,
      "5107909 creas-respondentes 2022": undefined,
      "5107909 idcreas-servicos 2023": 3,
    });
    expect(conversao.contagem).toMatchObject({ carregadas: 2, fora: 1, preambulo: 2, cabecalho: 2 });
  });

  it("a last block labelled twice as the year before is of the year in the title", async () => {
    const { figuras, problemas } = await readOne(csv(MEDIO_CREAS(["2022", "2022"], ["", ""])));
    expectFigures(figuras, { "5103403 idcreas 2022": 3.17, "5103403 idcreas 2023": 5 });
    expect(problemas.map(({ mensagem }) => mensagem)[0]).toContain("foi lido como 2023");
  });

  it("labels and titles that both rise and disagree are a question with both readings", async () => {
    const doubtful = csv(MEDIO_CREAS(["2022", "2023"], ["2021", "2022"]));
    const asked = await readOne(doubtful);
    expect(asked.figuras).toEqual([]);
    expect(asked.conversao.perguntas[0]).toMatchObject({ id: "ano:blocos", opcoes: [{ valor: "2021,2022" }, { valor: "2022,2023" }] });
    const answered = await readOne(doubtful, { respostas: { "ano:blocos": "2022,2023" } });
    expectFigures(answered.figuras, { "5103403 idcreas 2023": 5 });
  });

  it("without any year each block is asked", async () => {
    const bare = MEDIO_CREAS(["", ""], ["", ""]).replace(" 2023;", ";");
    const { conversao } = await readOne(csv(bare));
    expect(conversao.perguntas.map(({ id }) => id)).toEqual(["ano:bloco-1", "ano:bloco-2"]);
  });
});

const CONSELHO = `IDConselho;;;;;;;;;;
Indicador de Desenvolvimento dos Conselhos Municipais de Assistência Social, segundo o Censo SUAS 2022;;;;;;;;;;
;;;;;;;;;;
IBGE;IBGE7;UF;Região;Município;População;Porte;Estrutura Administrativa;Dinâmica de Funcionamento;Composição do Conselho;IDConselho
110001;1100015;11;1;Alta Floresta D'Oeste;21494;Pequeno Porte II;4;5;3;4
510340;5103403;51;5;Cuiabá;650877;Metrópole;5;2;3;3.33333333333333
510790;5107909;51;5;Sinop;196312;Grande Porte;4;5;3;4
`;

describe("IDConselho", () => {
  it("one row a municipality, the mean with two places as in the series", async () => {
    const { layout, conversao, figuras } = await readOne(csv(CONSELHO));
    expect(layout.id).toBe("idconselho");
    expectFigures(figuras, {
      "5103403 idconselho 2022": 3.33,
      "5103403 idconselho-dinamica 2022": 2,
      "5107909 idconselho-composicao 2022": 3,
    });
    expect(figuras).toHaveLength(8);
    expect(conversao.contagem).toMatchObject({ carregadas: 2, fora: 1, preambulo: 2 });
    expect(conversao.usadas.map(({ uso }) => uso)).toContain("idconselho-estrutura (2022)");
  });

  it("of another state, with the columns in another order and no codes but names", async () => {
    const texto = "IDConselho;Composição do Conselho;Dinâmica de Funcionamento;Estrutura Administrativa;UF;Município\n4;3;5;4;RO;Alta Floresta D'Oeste\n3;3;3;3;MT;Sinop\n";
    const { conversao, figuras } = await readOne(csv(texto, "ID CONSELHO - 2016.csv"), { lugares: placesOf(11, "RO") });
    expectFigures(figuras, { "1100015 idconselho 2016": 4, "1100015 idconselho-dinamica 2016": 5 });
    expect(conversao.contagem).toMatchObject({ carregadas: 1, fora: 1 });
  });
});
