import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sharedPath } from "../../shared.ts";
import { Refusal } from "../../../src/data/import/whole-file.ts";
import { bundled, byKey } from "./bundled-figures.ts";
import { problemsOf } from "./converting.ts";
import { expectFigures, nearest, placesOf, readOne, recognised, type Source } from "./official.ts";

const FUNDO = sharedPath("dados-oficiais/samples/censo_suas/Censo_SUAS_2023_Fundo_Municipal_Dados_Gerais__MT_do_sav.csv");
const FUNDO_RH = sharedPath("dados-oficiais/samples/censo_suas/Censo_SUAS_2023_Fundo_Municipal_RH__MT.csv");

const csv = (texto: string, arquivo = "arquivo.csv"): Source => ({ texto, arquivo });

/** A published file under another name, with some of its text changed. */
function altered(path: string | null, arquivo: string, change: (texto: string) => string): Source {
  return { bytes: new Uint8Array(Buffer.from(change(readFileSync(path ?? "", "latin1")), "latin1")), arquivo };
}

/** Fund figures that come with the app and are read from the same file. */
const fromFundo = bundled((id) => id.startsWith("fmas-") && id !== "fmas-trabalhadores");

describe("Fundo Municipal, 2023", () => {
  it.skipIf(FUNDO === null)("gives the very figures that come with the app, for all 141 municipalities", async () => {
    const { layout, conversao, figuras, totais } = await readOne(FUNDO ?? "");
    expect(layout.id).toBe("censo-suas-fundo");
    expect(byKey(figuras)).toEqual(fromFundo);
    expect(conversao.contagem).toMatchObject({ carregadas: 141, separadas: 0, fora: 0 });
    expect(totais.map(({ tipo }) => tipo)).toEqual(["ano-pelo-nome"]);
    expect(conversao.perguntas).toEqual([]);
  });

  it.skipIf(FUNDO === null)("read by hand: Acorizal, whose basic protection is paid fund to fund", async () => {
    const { figuras } = await readOne(FUNDO ?? "");
    expectFigures(figuras, {
      "5100102 fmas-unidade-orcamentaria 2023": 1,
      "5100102 fmas-recursos-proprios 2023": 3,
      "5100102 fmas-cofinanciamento-basica 2023": 2,
      "5100102 fmas-cofinanciamento-media 2023": 0,
      "5100102 fmas-beneficios-eventuais-loa 2023": 1,
      "5100102 fmas-igdsuas-conselho 2023": 2,
      "5100102 fmas-recursos-proprios-valor 2022": 843327.94,
      "5100102 fmas-repasse-estadual-valor 2022": 44427.11,
      // 44427.11 ÷ 5014
      "5100102 fmas-repasse-estadual-per-capita 2022": 8.8606,
    });
  });

  it.skipIf(FUNDO === null)("never reads the broken coordinates", async () => {
    const { conversao } = await readOne(FUNDO ?? "");
    expect(conversao.ignoradas).toEqual(expect.arrayContaining(["Latitude", "Longitude", "q12_1_7_velha"]));
  });

  it.skipIf(FUNDO === null)("without a year in the name it asks for the year and reads nothing until told", async () => {
    const source = altered(FUNDO, "fundo.csv", (texto) => texto);
    const asked = await readOne(source);
    expect(asked.figuras).toEqual([]);
    expect(asked.conversao.perguntas[0]).toMatchObject({ id: "ano", pergunta: "De que ano é o Censo SUAS deste arquivo? As colunas não dizem." });
    // Its population is of 2022: no earlier census has it.
    expect(asked.conversao.perguntas[0]?.opcoes[0]?.valor).toBe("2022");
    const answered = await readOne(source, { respostas: { ano: "2023" } });
    expect(byKey(answered.figuras)).toEqual(fromFundo);
  });

  it.skipIf(FUNDO === null)("of another year, numbered anew and in another order: answers and sums tell, and a plain yes or no is confirmed", async () => {
    const renumber = (texto: string): string => {
      const rows = texto.split("\r\n").map((line) => line.split(";"));
      const [header = []] = rows;
      const renamed = header.map((titulo) => titulo.replace(/^q3$/, "q23").replace(/^q6_/, "q8_").replace(/^q12_/, "q14_").replace(/^q11$/, "q13").replace(/^q10$/, "q12").replace(/^q8$/, "q10"));
      return [renamed, ...rows.slice(1)].map((fields) => fields.toReversed().join(";")).join("\r\n");
    };
    const source = altered(FUNDO, "Censo_SUAS_2024_Fundo_Municipal_Dados_Gerais.csv", renumber);
    const asked = await readOne(source);
    expect(asked.conversao.perguntas.map(({ id }) => id)).toEqual(["pergunta:q1"]);
    expectFigures(asked.figuras, {
      "5100102 fmas-unidade-orcamentaria 2024": undefined,
      "5100102 fmas-recursos-proprios 2024": 3,
      "5100102 fmas-cofinanciamento-basica 2024": 2,
      "5100102 fmas-igdsuas-conselho 2024": 2,
      "5100102 fmas-despesa-propria-valor 2023": 843327.94,
      // The population in the file is of 2022, the money of 2023: no quotient.
      "5100102 fmas-despesa-propria-per-capita 2023": undefined,
    });
    const confirmed = await readOne(source, { respostas: { "pergunta:q1": "sim" } });
    expectFigures(confirmed.figuras, { "5100102 fmas-unidade-orcamentaria 2024": 1 });
    const denied = await readOne(source, { respostas: { "pergunta:q1": "nao" } });
    expectFigures(denied.figuras, { "5100102 fmas-unidade-orcamentaria 2024": undefined });
  });

  it.skipIf(FUNDO === null)("an answer the form does not have is announced and not read", async () => {
    const source = altered(FUNDO, "Censo_SUAS_2023_Fundo.csv", (texto) => texto.replace("Sim, a totalidade dos recursos pr\u00f3prios \u00e9 alocada no FMAS", "Talvez"));
    const { conversao, problemas } = await readOne(source);
    expect(conversao.contagem.carregadas).toBe(141);
    expect(problemas.find(({ coluna }) => coluna === "q3")).toMatchObject({ linha: 2, valor: "Talvez", gravidade: "aviso" });
  });
});

describe("Fundo Municipal, workers", () => {
  it.skipIf(FUNDO_RH === null)("counts the rows of each municipality as the app's own figures do, and drops what is of the workers", async () => {
    const { layout, conversao, figuras } = await readOne(FUNDO_RH ?? "");
    expect(layout.id).toBe("censo-suas-fundo-rh");
    expect(conversao.contagem).toMatchObject({ carregadas: 215, fora: 3 });
    expect(byKey(figuras.filter(({ indicador }) => indicador === "fmas-trabalhadores"))).toEqual(bundled((id) => id === "fmas-trabalhadores"));
    expect(conversao.pessoais).toEqual(expect.arrayContaining([{ titulo: "q13_3", dado: "sexo do trabalhador" }, { titulo: "Faixas_etarias", dado: "característica do trabalhador" }]));
    expect(conversao.usadas.map(({ titulo }) => titulo)).toEqual(["IBGE", "q13_10", "IBGE7", "Municipio", "UF_nome"]);
  });

  it.skipIf(FUNDO_RH === null)("the share of permanent posts is of those with a bond told: Cuiabá has none of 7, Sinop 1 of 2", async () => {
    const { figuras } = await readOne(FUNDO_RH ?? "");
    const rows = readFileSync(FUNDO_RH ?? "", "latin1").split("\r\n").map((line) => line.split(";"));
    const of = (codigo: string): string[] => rows.filter(([ibge]) => ibge === codigo).map((fields) => (fields[4] ?? "").trim());
    for (const [codigo, ibge] of [[5103403, "510340"], [5107909, "510790"]] as const) {
      const bonds = of(ibge);
      const permanent = bonds.filter((bond) => bond.startsWith("Servidor/Estatut")).length;
      expect(figuras.find((figura) => figura.codigo === codigo && figura.indicador === "fmas-vinculo-efetivo")).toMatchObject({
        periodo: "2023",
        numerador: permanent,
        denominador: bonds.length,
      });
    }
  });
});

const UNIT_TAIL = "IBGE7;UF;Regiao;Município;areaKm2;UF_nome;Pop_total_2022;Porte_pop2022;Q_incompleto";
const tail = (codigo: string, municipio: string, uf = "MT"): string => `${codigo};Estado;Região;${municipio};1,5;${uf};1000;Grande; `;

const CRAS_UNITS = `IBGE;NU_IDENTIFICADOR;q01;q02;q03;q011;q012;latitude;longitude;q1;q2_1;${UNIT_TAIL}
510340;51034000001; CRAS Dom Aquino;Rua;A;cras@cuiaba.gov.br;(65) 3616-0000;-15.596.121.322.485.700;-56; Até 5.000 famílias;5;${tail("5103403", "Cuiabá")}
510340;51034000002;Centro de Referência de Assistência Social Osmar;Rua;B; ; ; ; ; Até 2.500 famílias;5;${tail("5103403", "Cuiabá")}
510340;51034000002;Centro de Referência de Assistência Social Osmar;Rua;B; ; ; ; ; Até 2.500 famílias;5;${tail("5103403", "Cuiabá")}
510790;51079000003;CRAS Sebastião de Matos;Rua;C; ; ; ; ; ;5;${tail("5107909", "Sinop")}
310620;31062000004;CRAS Barreiro;Rua;D; ; ; ; ; Até 5.000 famílias;5;${tail("3106200", "Belo Horizonte", "MG")}
`;

describe("units of the Censo SUAS", () => {
  it("CRAS: one row a unit, counted once; contacts are said to be dropped and coordinates never read", async () => {
    const { layout, conversao, figuras, totais } = await readOne(csv(CRAS_UNITS, "Censo_SUAS_2023_CRAS_Dados_Gerais.csv"));
    expect(layout.id).toBe("censo-suas-cras");
    expectFigures(figuras, {
      "5103403 cras-unidades 2023": 2,
      "5103403 cras-capacidade 2023": 7500,
      "5107909 cras-unidades 2023": 1,
      "5107909 cras-capacidade 2023": undefined,
    });
    expect(conversao.contagem).toMatchObject({ carregadas: 3, separadas: 1, fora: 1 });
    expect(problemsOf(totais, "unidade-repetida")).toBe(1);
    expect(conversao.pessoais.map(({ titulo }) => titulo)).toEqual(["q011", "q012"]);
    expect(conversao.ignoradas).toContain("latitude");
  });

  it("CREAS of another year and state, told by the units' names, the year by the columns", async () => {
    const texto = CRAS_UNITS.replaceAll("CRAS ", "CREAS ")
      .replaceAll("Centro de Referência de", "Centro de Referência Especializado de")
      .replaceAll("Q_incompleto", "Q_incompleto;DataCenso_2025")
      .replaceAll(/(510340|510790|310620)(.*)$/gm, "$1$2;30/09/2025");
    const { layout, figuras } = await readOne(csv(texto), { lugares: placesOf(31, "MG") });
    expect(layout.id).toBe("censo-suas-creas");
    expectFigures(figuras, { "3106200 creas-unidades 2025": 1 });
  });

  it("of a kind nothing tells is not loaded", async () => {
    const bare = CRAS_UNITS.replaceAll("CRAS ", "Casa ").replaceAll("Centro de Referência de Assistência Social", "Casa");
    expect(await recognised(csv(bare, "unidades_2023.csv"))).toEqual([null]);
    expect((await nearest(csv(bare, "unidades_2023.csv")))?.fit.motivo).toContain("nem os nomes das unidades nem o do arquivo dizem");
  });
});

const CRAS_STAFF = `IBGE;NU_IDENTIFICADOR;q70_3;q70_9;q70_10;q70_11;q70_12;${UNIT_TAIL};DataCenso;DataCenso_2023;Faixas_etarias;d70_15_1bin_PAIF;nu_trabalhador
510340;1; Feminino; Ensino Superior Completo; Assistente Social; Servidor/Estatutário (a); Coordenador(a);${tail("5103403", "Cuiabá")};31.08.2023;8/31/2023;30 a 40 anos;PAIF;2
510340;1; Masculino; Ensino Médio Completo; Sem formação profissional; Comissionado (a); Apoio;${tail("5103403", "Cuiabá")};31.08.2023;8/31/2023;30 a 40 anos; ;2
510340;2; Feminino; Ensino Superior Completo; Psicólogo (a); Servidor/Estatutário (a); Técnico(a);${tail("5103403", "Cuiabá")};31.08.2023;8/31/2023;30 a 40 anos;PAIF;1
510790;3; Feminino; Ensino Superior Completo; Psicólogo (a); ; Técnico(a);${tail("5107909", "Sinop")};31.08.2023;8/31/2023;30 a 40 anos;PAIF;1
`;

describe("workers of the Censo SUAS", () => {
  it("CRAS: workers, workers a unit and the share of permanent posts, the year from the columns", async () => {
    const { layout, conversao, figuras } = await readOne(csv(CRAS_STAFF));
    expect(layout.id).toBe("censo-suas-cras-rh");
    expectFigures(figuras, {
      "5103403 cras-trabalhadores 2023": 3,
      "5103403 cras-trabalhadores-por-unidade 2023": 1.5,
      "5103403 cras-vinculo-efetivo 2023": 66.6667,
      "5107909 cras-trabalhadores 2023": 1,
      "5107909 cras-vinculo-efetivo 2023": undefined,
    });
    expect(conversao.pessoais.map(({ titulo }) => titulo)).toEqual(["q70_3", "q70_9", "q70_10", "q70_12", "Faixas_etarias", "d70_15_1bin_PAIF"]);
  });

  it("CREAS and the municipal body have their own indicators", async () => {
    const creas = await readOne(csv(CRAS_STAFF.replaceAll("q70_", "q47_").replaceAll("PAIF", "PAEFI")));
    expectFigures(creas.figuras, { "5103403 creas-trabalhadores 2023": 3 });
    const gestao = await readOne(csv(CRAS_STAFF.replaceAll("q70_", "q81_").replaceAll("bin_PAIF", "bin_Vigilância_Socioassistencial").replaceAll(";PAIF;", ";x;")));
    expectFigures(gestao.figuras, { "5103403 gestao-trabalhadores 2023": 3, "5103403 gestao-vinculo-efetivo 2023": 66.6667 });
  });

  it("the council's members, with their CPF, are refused by the article of the law, and no value of theirs is shown", async () => {
    const council = CRAS_STAFF.replaceAll("q70_", "q69_").replace("nu_trabalhador", "nu_conselheiros").replaceAll("Servidor/Estatutário (a)", "111.222.333-44").replaceAll("Comissionado (a)", "222.333.444-55");
    const refusal = await readOne(csv(council)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ tipo: "so-dados-pessoais" });
    expect(String(refusal)).toContain("Lei 13.709/2018, art. 6º, III");
    expect(String(refusal)).not.toContain("111");
  });
});

const AREAS = Array.from({ length: 11 }, (_, i) => `q1_${String(i + 1)}`).join(";");
const areas = (vigilancia: string): string => ["Sim, na estrutura formal do órgão gestor", vigilancia, ...Array.from({ length: 9 }, () => "Não constituída")].join(";");

const GESTAO = `IBGE;q0_1;${AREAS};q3;q3_1;q73;${UNIT_TAIL.replaceAll("2022", "2010")}
510340;Secretaria;${areas("Sim, na estrutura formal do órgão gestor")};2015; ;Sim;${tail("5103403", "Cuiabá")}
510790;Secretaria;${areas("Sim, de maneira informal")}; ;Sim;Não;${tail("5107909", "Sinop")}
510180;Secretaria;${areas("Não constituída")}; ; ; ;${tail("5101803", "Barra do Garças")}
310620;Secretaria;${areas("Não constituída")};2012; ;Sim;${tail("3106200", "Belo Horizonte", "MG")}
`;

describe("Gestão Municipal", () => {
  it("2021, whose dictionary is known: the area of vigilância, the law and the plan; blank law and blank denial are no answer", async () => {
    const { layout, conversao, figuras } = await readOne(csv(GESTAO, "Censo_SUAS_2021_Gestao_Municipal_Dados_Gerais.csv"));
    expect(layout.id).toBe("censo-suas-gestao");
    expectFigures(figuras, {
      "5103403 gestao-vigilancia 2021": 2,
      "5103403 gestao-lei-suas 2021": 1,
      "5103403 gestao-plano-capacitacao 2021": 1,
      "5107909 gestao-vigilancia 2021": 1,
      "5107909 gestao-lei-suas 2021": 0,
      "5107909 gestao-plano-capacitacao 2021": 0,
      "5101803 gestao-vigilancia 2021": 0,
      "5101803 gestao-lei-suas 2021": undefined,
    });
    expect(conversao.contagem).toMatchObject({ carregadas: 3, fora: 1 });
    expect(conversao.perguntas).toEqual([]);
  });

  it("of another year each question is confirmed before it is read", async () => {
    const source = csv(GESTAO, "Censo_SUAS_2019_Gestao_Municipal_Dados_Gerais.csv");
    const asked = await readOne(source);
    expect(asked.figuras).toEqual([]);
    expect(asked.conversao.perguntas.map(({ id }) => id)).toEqual(["pergunta:q1_2", "pergunta:q3", "pergunta:q73"]);
    const { figuras } = await readOne(source, { respostas: { "pergunta:q1_2": "sim", "pergunta:q3": "nao" } });
    expectFigures(figuras, { "5107909 gestao-vigilancia 2019": 1, "5107909 gestao-lei-suas 2019": undefined });
  });
});
