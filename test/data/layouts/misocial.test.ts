import { describe, expect, it } from "vitest";
import { sharedPath } from "../../shared.ts";
import { problemsOf } from "./converting.ts";
import { expectFigures, nearest, placesOf, readOne, recognised } from "./official.ts";

const FAMILIAS = sharedPath("dados-oficiais/samples/mds_misocial/cadun_familias_cadastradas_2023_amostra20.csv");
const TAC = sharedPath("dados-oficiais/samples/mds_misocial/cadun_familias_atualizadas_tac_2023_amostra20.csv");
const PAB = sharedPath("dados-oficiais/samples/mds_misocial/auxilio_brasil_qtd_beneficios_2021-2023_amostra.csv");
const JSON_TURVO = sharedPath("dados-oficiais/samples/mds_misocial/misocial_solr_json_turvo-pr_202608-202609.json");

const csv = (texto: string, arquivo = "misocial.csv"): { texto: string; arquivo: string } => ({ texto, arquivo });

describe("the published samples", () => {
  it.skipIf(FAMILIAS === null)("families registered: one of twenty municipalities is of the territory", async () => {
    const { layout, conversao, figuras } = await readOne(FAMILIAS ?? "");
    expect(layout.id).toBe("misocial");
    expect(conversao.contagem).toMatchObject({ carregadas: 1, fora: 19, separadas: 0, cabecalho: 1 });
    expectFigures(figuras, { "5103304 cadunico-familias 2023-02": 3315 });
    expect(conversao.ignoradas).toEqual(["codigo_ibge_wiki_id"]);
  });

  it.skipIf(TAC === null)("families with an up-to-date record, and the rate as published", async () => {
    const { conversao, figuras } = await readOne(TAC ?? "");
    expect(conversao.contagem).toMatchObject({ carregadas: 1, fora: 19 });
    expectFigures(figuras, {
      "5106752 cadunico-atualizadas 2023-03": 5972,
      "5106752 cadunico-atualizadas-pobreza 2023-03": 1899,
      "5106752 cadunico-atualizadas-baixa-renda 2023-03": 2304,
      "5106752 cadunico-atualizadas-meio-salario 2023-03": 4203,
      "5106752 cadunico-atualizadas-acima-meio-salario 2023-03": 1769,
      "5106752 cadunico-atualizadas-renda-zero 2023-03": 318,
      "5106752 cadunico-tac 2023-03": 70.03,
      "5106752 cadunico-tac-meio-salario 2023-03": 72.06,
    });
    expect(figuras).toHaveLength(8);
  });

  it.skipIf(PAB === null)("benefits of Auxílio Brasil: 217.0 is 217, and a zero beside its sisters is a zero", async () => {
    const { conversao, figuras } = await readOne(PAB ?? "", { lugares: placesOf(35, "SP") });
    expect(conversao.contagem).toMatchObject({ carregadas: 2, fora: 6 });
    expectFigures(figuras, {
      "3504404 pab-primeira-infancia 2023-02": 217,
      "3504404 pab-crianca 2023-02": 1203,
      "3504404 pab-transitorio 2023-02": 189,
      "3513850 pab-gestante 2022-06": 0,
      "3513850 pab-jovem 2022-06": 5,
    });
  });

  it.skipIf(JSON_TURVO === null)("Solr's JSON: the BPC of a month not yet published is no zero, and the ratios are of one month", async () => {
    const { conversao, figuras, totais } = await readOne(JSON_TURVO ?? "", { lugares: placesOf(41, "PR") });
    expect(conversao.contagem).toMatchObject({ lidas: 2, carregadas: 2 });
    expectFigures(figuras, {
      "4127965 bpc-beneficiarios 2026-08": 324,
      "4127965 bpc-idoso 2026-08": 128,
      "4127965 bpc-pcd 2026-08": 196,
      "4127965 bpc-valor 2026-08": 526828.46,
      "4127965 bpc-beneficiarios 2026-09": undefined,
      "4127965 bpc-valor 2026-09": undefined,
      "4127965 cadunico-familias 2026-09": 2995,
      "4127965 cadunico-pessoas 2026-08": 7616,
      "4127965 cadunico-tac 2026-09": 94.02,
      "4127965 pbf-familias 2026-08": 1016,
      "4127965 pbf-beneficio-medio 2026-08": 642.55,
      "4127965 pbf-valor 2026-08": 652184,
      "4127965 cadsuas-cras 2026-08": 1,
      // 872 ÷ 2961 × 100, 1016 ÷ 872 × 100 and 2961 ÷ 1
      "4127965 cadunico-pobreza-percentual 2026-08": 29.4495,
      "4127965 pbf-cobertura 2026-08": 116.5138,
      "4127965 familias-por-cras 2026-08": 2961,
    });
    expect(problemsOf(totais, "nao-publicado")).toBe(2);
    expect(figuras.find(({ indicador }) => indicador === "familias-por-cras")).toMatchObject({ numerador: 2961, denominador: 1 });
  });
});

describe("sister files", () => {
  it("the open data portal's aliases, in any order, with seven digits and Brazilian marks", async () => {
    const { figuras, fit } = await readOne(csv('bpc_val;anomes;ibge;bpc_ben;bpc_pcd_ben;nome\n"1.234,50";202501;5103403;10;4;Cuiabá\n"12.234,50";202501;5107909;20;9;Sinop\n'));
    expect(fit.confianca).toBe(1);
    expectFigures(figuras, {
      "5103403 bpc-valor 2025-01": 1234.5,
      "5103403 bpc-beneficiarios 2025-01": 10,
      "5103403 bpc-pcd 2025-01": 4,
      "5107909 bpc-valor 2025-01": 12234.5,
    });
  });

  it("rates written 0 to 1 become percentages, and the index stays 0 to 1", async () => {
    const { figuras, conversao } = await readOne(csv("codigo_ibge,anomes_s,igdm_f,tx_atual_cad_f,tx_acomp_freq_escol_f,igd_pbf_taas_f\n510340,202404,0.87,0.9,0.8512,1\n510790,202404,0.5,0.7,0.6,0.33\n"));
    expectFigures(figuras, {
      "5103403 igdm 2024-04": 0.87,
      "5103403 igdm-tac 2024-04": 90,
      "5103403 igdm-tafe 2024-04": 85.12,
      "5103403 igdm-taas 2024-04": 100,
    });
    expect(conversao.usadas.find(({ titulo }) => titulo === "tx_atual_cad_f")?.uso).toBe("igdm-tac, lida de 0 a 1 e mostrada em %");
  });

  it("a rate that passes 1 anywhere in the file is already a percentage", async () => {
    const { figuras } = await readOne(csv("codigo_ibge,anomes_s,tx_acomp_freq_escol_f\n510340,202404,0.9\n350010,202404,88.1\n"));
    expectFigures(figuras, { "5103403 igdm-tafe 2024-04": 0.9 });
  });

  it("poverty beside extreme poverty is another figure, and is not read", async () => {
    const split = await readOne(csv("codigo_ibge,anomes_s,qtd_fam_ext_pob,qtd_fam_pob,qtd_fam_baixa_renda\n510340,202001,100,20,30\n"));
    expectFigures(split.figuras, { "5103403 cadunico-familias-pobreza 2020-01": undefined, "5103403 cadunico-familias-baixa-renda 2020-01": 30 });
    const whole = await readOne(csv("codigo_ibge,anomes_s,qtd_fam_pob,qtd_fam_baixa_renda\n510340,202401,120,30\n"));
    expectFigures(whole.figuras, { "5103403 cadunico-familias-pobreza 2024-01": 120 });
  });

  it("fields of no indicator are listed, and a count that names persons is not taken for personal data", async () => {
    const { conversao } = await readOne(csv("codigo_ibge,anomes_s,cadun_qtd_familias_cadastradas_i,qtd_pes_pbf_idade_0_e_4_sexo_feminino_i,telefone\n510340,202401,9,3,(65) 99999-1234\n"));
    expect(conversao.ignoradas).toEqual(["qtd_pes_pbf_idade_0_e_4_sexo_feminino_i"]);
    expect(conversao.pessoais).toEqual([{ titulo: "telefone", dado: "telefone ou contato" }]);
  });
});

describe("zeros and blanks", () => {
  it("no municipality has no family registered: the zero is a month not published, and the row is set aside", async () => {
    const { conversao, figuras, problemas } = await readOne(csv("codigo_ibge,anomes_s,cadun_qtd_familias_cadastradas_i\n510340,202612,0\n510790,202612,\n510340,202611,7\n"));
    expect(figuras).toHaveLength(1);
    expect(conversao.contagem).toMatchObject({ carregadas: 1, separadas: 2 });
    expect(problemas.map(({ linha }) => linha)).toEqual([2, 2, 3]);
  });

  it("a municipality without CREAS has zero of them when the month has others", async () => {
    const { figuras } = await readOne(csv("codigo_ibge,anomes_s,cadsuas_qtd_creas_i\n510340,202601,3\n510790,202601,0\n510340,202602,0\n510790,202602,0\n"));
    expectFigures(figuras, {
      "5107909 cadsuas-creas 2026-01": 0,
      "5103403 cadsuas-creas 2026-02": undefined,
      "5107909 cadsuas-creas 2026-02": undefined,
    });
  });

  it("a value that is no number is announced and left out, the rest of the row stays", async () => {
    const { conversao, figuras, problemas } = await readOne(csv("codigo_ibge,anomes_s,cadun_qtd_familias_cadastradas_i,bpc_ben_i\n510340,202601,muitas,5\n"));
    expect(conversao.contagem.carregadas).toBe(1);
    expectFigures(figuras, { "5103403 cadunico-familias 2026-01": undefined, "5103403 bpc-beneficiarios 2026-01": 5 });
    expect(problemas).toMatchObject([{ linha: 2, coluna: "cadun_qtd_familias_cadastradas_i", valor: "muitas", gravidade: "aviso" }]);
  });
});

describe("rows that are not of the territory's months", () => {
  it("states, unknown codes and unreadable months are set aside, each with its reason", async () => {
    const { conversao, totais } = await readOne(
      csv(
        "codigo_ibge,anomes_s,tipo_s,cadun_qtd_familias_cadastradas_i\n510340,202601,mes_mu,5\n51,202601,mes_uf,900\n519999,202601,mes_mu,5\n510340,2026-13,mes_mu,5\n510340,202602,mes_mu,6\n510340,202603,mes_mu,7\n510340,202604,mes_mu,8\n510340,202605,mes_mu,9\n510340,202606,mes_mu,9\n510340,202607,mes_mu,9\n",
      ),
    );
    expect(conversao.contagem).toMatchObject({ carregadas: 7, separadas: 3, cabecalho: 1 });
    expect(totais.map(({ tipo }) => tipo)).toEqual(["linha-de-outro-recorte", "municipio-desconhecido", "periodo-invalido"]);
  });
});

describe("recognition", () => {
  it("without the month it says what is missing and does not load", async () => {
    const best = await nearest(csv("codigo_ibge,cadun_qtd_familias_cadastradas_i\n510340,5\n"));
    expect(best?.layout.id).toBe("misocial");
    expect(best?.fit).toMatchObject({ confianca: 0.5, faltam: ["anomes_s"] });
  });

  it("a table with code and month and other figures is not MI Social", async () => {
    expect(await recognised(csv("ibge,anomes,chuva_mm\n510340,202601,5\n"))).toEqual([null]);
  });
});
