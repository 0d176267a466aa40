import { describe, expect, it } from "vitest";
import { fold } from "../../../src/core/search.ts";
import { visdataMeasure } from "../../../src/data/layouts/visdata-titles.ts";
import { problemsOf } from "./converting.ts";
import { expectFigures, nearest, placesOf, readOne } from "./official.ts";

/** Rows as published (VIS DATA 3), of Acre and of Mato Grosso. */
const HABILITADAS = `Código,Unidade Territorial,UF,Referência,Total de famílias habilitadas ao Programa Auxílio Brasil,Concessões do Programa Auxílio Brasil,Saldo de famílias habilitadas ao Programa Auxílio Brasil pós-concessão
120001,ACRELÂNDIA,AC,12/2021,279,,279
120001,ACRELÂNDIA,AC,01/2022,295,295,
510340,CUIABÁ,MT,01/2022,1200,900,300
510340,CUIABÁ,MT,02/2022,,,
`;

const vis = (texto: string): { texto: string; arquivo: string } => ({ texto, arquivo: "VIS DATA 3 beta.csv" });

describe("a VIS DATA file", () => {
  it("is read by its titles; a blank brings no figure, and a row of blanks is set aside", async () => {
    const { layout, conversao, figuras, totais } = await readOne(vis(HABILITADAS));
    expect(layout.id).toBe("visdata");
    expect(conversao.contagem).toMatchObject({ carregadas: 1, separadas: 1, fora: 2, cabecalho: 1 });
    expectFigures(figuras, {
      "5103403 pab-habilitadas 2022-01": 1200,
      "5103403 pab-concessoes 2022-01": 900,
      "5103403 pab-habilitadas-saldo 2022-01": 300,
      "5103403 pab-habilitadas 2022-02": undefined,
    });
    expect(problemsOf(totais, "linha-sem-valor")).toBe(1);
  });

  it("gives the blanks of Acrelândia no zero", async () => {
    const { figuras } = await readOne(vis(HABILITADAS), { lugares: placesOf(12, "AC") });
    expectFigures(figuras, {
      "1200013 pab-concessoes 2021-12": undefined,
      "1200013 pab-habilitadas-saldo 2021-12": 279,
      "1200013 pab-concessoes 2022-01": 295,
    });
  });

  it("is found by the name and UF where the code is missing, and knows Mato Grosso of Paraíba", async () => {
    const { conversao, figuras } = await readOne(
      vis("Código,Unidade Territorial,UF,Referência,Quantidade total de famílias inscritas no Cadastro Único\n510340,CUIABÁ,MT,06/2026,9\n,SINOP,MT,06/2026,5\n,MATO GROSSO,PB,06/2026,3\n"),
    );
    expect(conversao.contagem).toMatchObject({ carregadas: 2, fora: 1 });
    expectFigures(figuras, { "5107909 cadunico-familias 2026-06": 5 });
  });

  it("reads yearly references, reordered columns and titles split at the programme's dates", async () => {
    const { figuras } = await readOne(
      vis(
        'Referência;UF;Famílias PBF (até Out/2021);Famílias PBF (a partir de Mar/2023);Valor do Benefício médio (a partir de Mar/2023);Código;Unidade Territorial;Famílias indígenas inscritas no Cadastro Único\n10/2021;MT;100;0;0;5103403;CUIABÁ;4\n03/2023;MT;;120;"680,55";5103403;CUIABÁ;4\n2019;MT;90;;;5103403;CUIABÁ;4\n',
      ),
    );
    expectFigures(figuras, {
      "5103403 pbf-familias 2021-10": 100,
      "5103403 pbf-familias 2023-03": 120,
      "5103403 pbf-beneficio-medio 2023-03": 680.55,
      "5103403 pbf-beneficio-medio 2021-10": undefined,
      "5103403 pbf-familias 2019": 90,
    });
  });

  it("of states, not municipalities, is not loaded, and says why", async () => {
    const best = await nearest(vis("Código,Unidade Territorial,UF,Referência,Famílias inscritas no Cadastro Único\n51,MATO GROSSO,MT,06/2026,5\n50,MATO GROSSO DO SUL,MS,06/2026,5\n"));
    expect(best?.fit.confianca).toBeLessThan(0.75);
    expect(best?.fit.motivo).toContain("os códigos não são de municípios");
  });

  it("with no indicator of the catalogue is recognised and not loaded", async () => {
    const best = await nearest(vis("Código,Unidade Territorial,UF,Referência,Cisternas entregues (Acumulado)\n510340,CUIABÁ,MT,06/2026,5\n"));
    expect(best?.layout.id).toBe("visdata");
    expect(best?.fit.confianca).toBeLessThan(0.75);
    expect(best?.fit.motivo).toContain("nenhum dos indicadores do arquivo está no catálogo");
  });
});

describe("titles of VIS DATA", () => {
  it.each([
    ["Quantidade total de famílias inscritas no Cadastro Único", "cadunico-familias"],
    ["Famílias inscritas no Cadastro Único", "cadunico-familias"],
    ["Total de famílias inscritas no CadÚnico", "cadunico-familias"],
    ["Quantidade total de pessoas inscritas no Cadastro Único", "cadunico-pessoas"],
    ["Quantidade de famílias em situação de pobreza, segundo a faixa do Programa Bolsa Família*, inscritas no Cadastro Único", "cadunico-familias-pobreza"],
    ["Quantidade de famílias de baixa renda** inscritas no Cadastro Único", "cadunico-familias-baixa-renda"],
    ["Quantidade de famílias com renda per capita mensal até meio salário-mínimo (Pobreza + Baixa renda) inscritas no Cadastro Único", "cadunico-familias-meio-salario"],
    ["Quantidade de famílias com renda per capita mensal acima de meio salário-mínimo*** inscritas no Cadastro Único", "cadunico-familias-acima-meio-salario"],
    ["Famílias PBF (a partir de Mar/2023)", "pbf-familias"],
    ["Quantidade de famílias beneficiárias do Programa Bolsa Família", "pbf-familias"],
    ["Pessoas beneficiárias no PBF (a partir de Mar/2023)", "pbf-pessoas"],
    ["Quantidade total de pessoas em famílias beneficiárias do Programa Bolsa Família", "pbf-pessoas"],
    ["Valor repassado às famílias PBF (a partir de Mar/2023)", "pbf-valor"],
    ["Valor do Benefício médio (até Out/2021)", "pbf-beneficio-medio"],
    ["Total de Benefícios Primeira Infância (BPI)", "pab-primeira-infancia"],
    ["Total de Benefícios Composição Familiar - Nutriz (BCN)", "pab-nutriz"],
    ["Total de Benefícios para Superação da Extrema Pobreza (BSP)", "pab-extrema-pobreza"],
    ["Total de Benefícios Compensatórios Transitórios (BCOMP)", "pab-transitorio"],
    ["Total de Beneficiários do BPC", "bpc-beneficiarios"],
    ["Idosos beneficiários do BPC", "bpc-idoso"],
    ["Pessoas com Deficiência (PCD) beneficiárias do BPC", "bpc-pcd"],
    ["Valor Total repassado ao BPC", "bpc-valor"],
    ["Qtde de CRAS", "cadsuas-cras"],
    ["Qtde de Centro-Dia e Similares", "cadsuas-centro-dia"],
    ["Taxa de Acompanhamento de Frequência Escolar (TAFE) para cálculo do Índice de Gestão Descentralizada do Município (IGD-M)", "igdm-tafe"],
  ])("%s → %s", (titulo, indicador) => {
    expect(visdataMeasure(fold(titulo))?.indicador).toBe(indicador);
  });

  it.each([
    "Quantidade de famílias indígenas inscritas no Cadastro Único",
    "Quantidade de famílias cadastradas com renda total mensal até 1 salário mínimo",
    "Quantidade de pessoas em famílias de baixa renda** beneficiárias do Programa Bolsa Família",
    "Qtde de CREAS Regional",
    "Centros de Referência em Assistência Social (CRAS) com cofinanciamento do Ministério da Cidadania (Acumulado)",
    "Valor Repassado a Idosos pelo BPC",
    "Beneficiários do BPC inscritos no Cadastro Único",
  ])("%s says more or less than any indicator of the catalogue", (titulo) => {
    expect(visdataMeasure(fold(titulo))).toBeNull();
  });
});
