import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import type { FileContext } from "../../../src/data/import/read-file.ts";
import { placesAsset } from "../../../scripts/extracts/places.ts";
import { parseLugares } from "../../../src/data/places/parse.ts";
import { createPlaceResolver } from "../../../src/data/places/resolver.ts";
import { sharedPath } from "../../shared.ts";
import { dataText } from "../folder.ts";
import { figureOf, readFile } from "./file-reading.ts";

const sample = (path: string): string | null => sharedPath(`dados-oficiais/samples/${path}`);
const places = parseLugares(placesAsset(dataText("municipios-brasil.csv"), dataText("nomes-de-municipios.csv")));
const seenFrom = (codigoUf: number, uf: string): Partial<FileContext> => ({
  lugares: createPlaceResolver({ territorio: { codigoUf, uf }, ...places }),
});
const answers = (entries: Readonly<Record<string, string>>): Partial<FileContext> => ({ respostas: new Map(Object.entries(entries)) });

const ACORIZAL = 5100102;
const ALTA_FLORESTA = 5100250;
const COMODORO = 5103304;
const CUIABA = 5103403;
const PONTES_E_LACERDA = 5106752;

type Expected = readonly [codigo: number, periodo: string, indicador: string, valor: number];

/** Figures read by hand in each file: [municipality, period, indicator, value]. */
const FILES: readonly (readonly [path: string, layout: string, context: Partial<FileContext>, figures: readonly Expected[]])[] = [
  [
    "mds_misocial/cadun_familias_atualizadas_tac_2023_amostra20.csv", "misocial", {},
    [[PONTES_E_LACERDA, "2023-03", "cadunico-tac", 70.03]],
  ],
  ["mds_misocial/cadun_familias_cadastradas_2023_amostra20.csv", "misocial", {}, [[COMODORO, "2023-02", "cadunico-familias", 3315]]],
  [
    "mds_misocial/misocial_solr_json_turvo-pr_202608-202609.json", "misocial", seenFrom(41, "PR"),
    [[4127965, "2026-08", "cadunico-tac", 93.88], [4127965, "2026-09", "cadunico-tac", 94.02], [4127965, "2026-09", "cadunico-familias", 2995]],
  ],
  [
    "mds_misocial/cozsolidarias_municipios-cadunico_pessoas_202606.json", "codigo-valor", answers({ indicador: "cadunico-pessoas", periodo: "2026-06" }),
    [[ACORIZAL, "2026-06", "cadunico-pessoas", 4187]],
  ],
  [
    "censo_suas/Censo_SUAS_2023_Fundo_Municipal_Dados_Gerais__MT_do_sav.csv", "censo-suas-fundo", {},
    [
      [CUIABA, "2022", "fmas-despesa-propria-valor", 20761883.54],
      [CUIABA, "2022", "fmas-repasse-estadual-valor", 1148785.51],
      [CUIABA, "2023", "fmas-unidade-orcamentaria", 1],
    ],
  ],
  ["censo_suas/Censo_SUAS_2023_Fundo_Municipal_RH__MT.csv", "censo-suas-fundo-rh", {}, [[CUIABA, "2023", "fmas-trabalhadores", 7]]],
  [
    "idcras_idcreas/IDCRAS_2016_FINAL_(01062017).xlsx", "idcras", {},
    // Fourteen units in Cuiabá: 57.33 / 14; two in Alta Floresta: (3 + 4) / 2.
    [[CUIABA, "2016", "idcras", 4.1], [ALTA_FLORESTA, "2016", "idcras", 3.5], [ALTA_FLORESTA, "2016", "idcras-estrutura", 4.5]],
  ],
  [
    "idcras_idcreas/IDCRAS_2021_MEDIO_MUNICIPAL__MT_aba_exportada.csv", "idcras", {},
    [
      // 3.335 and 3.165 in the cells, to the two decimal places of the published series.
      [ALTA_FLORESTA, "2018", "idcras", 3.33],
      [ACORIZAL, "2020", "idcras", 2.67],
      // The label over the last block says 2020; the years above say 2021.
      [ALTA_FLORESTA, "2021", "idcras", 3.17],
    ],
  ],
  ["idcras_idcreas/IDCRAS_2021_unidades__MT_aba_exportada.csv", "idcras", {}, [[ACORIZAL, "2021", "idcras", 3], [ACORIZAL, "2021", "idcras-equipe", 2]]],
  [
    "indices/atlas_pnud_1991_2000_2010__MT_do_rda.csv", "atlas-brasil", {},
    [[CUIABA, "1991", "analfabetismo", 10.78], [CUIABA, "2000", "idhm", 0.692], [CUIABA, "2010", "extrema-pobreza", 1.33]],
  ],
  [
    "indices/coz_atlasivs_municipios_2010.csv", "ipea-ivs", {},
    [[CUIABA, "2010", "ivs", 0.261], [CUIABA, "2010", "ivs-infraestrutura-urbana", 0.304]],
  ],
  ["ibge/estimativa_dou_2024.ods", "ibge-estimativas", {}, [[ACORIZAL, "2024", "populacao-estimada", 4990]]],
  [
    "ibge/cozsolidarias_municipios-populacao_sidra4709.json", "codigo-valor", answers({ indicador: "populacao", periodo: "2022" }),
    [[ACORIZAL, "2022", "populacao", 5014], [5107925, "2022", "populacao", 110635]],
  ],
  ["unidades/centros_2019_CRAS_CREAS_geo__MT.csv", "unidades-suas", {}, [[CUIABA, "2019", "cras-unidades", 14], [CUIABA, "2019", "creas-unidades", 2]]],
];

describe("an official file, as it was published", () => {
  it.for(FILES)("%s is read as %s", async ([path, layout, context, figures], { skip }) => {
    const file = sample(path);
    skip(file === null, "the reading material is not here");
    if (file === null) return;
    const result = await readFile(readFileSync(file), basename(file), context);
    expect(result.oficial?.id).toBe(layout);
    for (const [codigo, periodo, indicador, valor] of figures) {
      expect(figureOf(result, codigo, periodo, indicador), `${String(codigo)} ${periodo} ${indicador}`).toBe(valor);
    }
    expect(result.extract?.modo).toBe("acrescenta");
    expect(result.extract?.carga.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(result.totais.filter(({ tipo }) => tipo === "indicador-fora-do-catalogo")).toEqual([]);
  });
});

/** Files that carry no figure of this territory, and what they are told to be. */
const WITHOUT_FIGURES: readonly (readonly [path: string, layout: string])[] = [
  ["mds_misocial/auxilio_brasil_qtd_beneficios_2021-2023_amostra.csv", "misocial"],
  ["censo_suas/Censo_SUAS_2021_Gestao_Municipal_Dicionario_de_variaveis.xlsx", "dicionario"],
  ["censo_suas/Censo_SUAS_2023_CRAS_Dicionario de Variaveis.xlsx", "dicionario"],
  ["censo_suas/Censo_SUAS_2023_CREAS_Dicionario de Variaveis.xlsx", "dicionario"],
  ["censo_suas/Censo_SUAS_2023_Conselho_Municipal_Dicionario_de_variaveis.xlsx", "dicionario"],
  ["censo_suas/Censo_SUAS_2023_Fundo_Municipal_Dados_Gerais__rotulos.csv", "dicionario"],
  ["disque100/DicionriodeDadosDisque100.xlsx", "dicionario"],
  ["disque100/disque100_cabecalho_dicionario_2s2020-2023.csv", "disque-100"],
  ["ibge/df-municipios_dtb_ibge.csv", "ibge-dtb"],
  ["ibge/ibge_localidades_v1_municipio_1100015.json", "ibge-localidades"],
  ["ibge/ibge_malhas_v3_uf51_codarea.json", "ibge-malha"],
  ["ibge/tbrugz_geojs-51-mun.json", "ibge-malha"],
  ["ibge/kelvins_municipios.csv", "municipios-coordenadas"],
  ["ibge/sidra_values_t6881_n6_5107925_sorriso.json", "ibge-sidra"],
  ["indices/atlas_pnud_siglas_dicionario.csv", "dicionario"],
  ["ouvidoria/falabr_manifestacoes_COLUNAS_reconstruidas.txt", "lista-de-colunas"],
  ["portal_transparencia/auxilio_brasil_pagamentos_202112_leiaute_ANONIMIZADO.csv", "portal-bolsa-familia"],
  ["rma/rma_base_tratada_COLUNAS.txt", "lista-de-colunas"],
  ["rma/rma_cras_itens_formulario_2017.csv", "dicionario"],
  ["rma/rma_creas_itens_formulario_2017.csv", "dicionario"],
];

describe("an official file with no figure of this territory", () => {
  it.for(WITHOUT_FIGURES)("%s is known for %s, and nothing is loaded", async ([path, layout], { skip }) => {
    const file = sample(path);
    skip(file === null, "the reading material is not here");
    if (file === null) return;
    const result = await readFile(readFileSync(file), basename(file));
    expect(result.oficial?.id).toBe(layout);
    expect(result.extract).toBeNull();
    expect(result.problemas.filter(({ gravidade }) => gravidade === "arquivo-recusado")).toEqual([]);
  });
});
