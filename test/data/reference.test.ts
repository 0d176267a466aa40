import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { buildReference } from "../../scripts/reference/build-reference.ts";
import { compactCalibration } from "../../scripts/reference/calibration.ts";
import { READINGS } from "../../scripts/reference/figures.ts";
import { readCsv } from "../../scripts/extracts/csv.ts";
import type { Indicador } from "../../src/core/indicador.ts";
import { sharedPath } from "../shared.ts";
import { dataRows, dataText } from "./folder.ts";

const municipios = dataRows("municipios.csv");
const figures = dataRows("indicadores.csv");
const catalogo = JSON.parse(dataText("catalogo.json")) as Indicador[];
const BOA_ESPERANCA = "5101837";

function figure(codigo: string, indicador: string, periodo: string): number | undefined {
  const row = figures.find((f) => f["codigo"] === codigo && f["indicador"] === indicador && f["periodo"] === periodo);
  return row === undefined ? undefined : Number(row["valor"]);
}

function municipiosWith(indicador: string, periodo: string): number {
  return figures.filter((f) => f["indicador"] === indicador && f["periodo"] === periodo).length;
}

describe("the reference table of municipalities", () => {
  it("has the 142 municipalities, each once", () => {
    expect(municipios).toHaveLength(142);
    expect(new Set(municipios.map((m) => m["codigo"])).size).toBe(142);
  });

  it("adds up to the population IBGE published for the state in 2022", () => {
    const total = municipios.reduce((sum, m) => sum + Number(m["populacao"]), 0);
    expect(total).toBe(3_658_649);
  });

  it("has the sizes the MDS prints in the Censo SUAS 2023: 105, 23, 7 and 6", () => {
    const count = (porte: string): number => municipios.filter((m) => m["porte"] === porte).length;
    expect(["pequeno-1", "pequeno-2", "medio", "grande", "metropole", ""].map(count)).toEqual([105, 23, 7, 6, 0, 1]);
  });

  it("keeps Boa Esperança do Norte with its seat and without what no source says of it", () => {
    expect(municipios.find((m) => m["codigo"] === BOA_ESPERANCA)).toEqual({
      codigo: BOA_ESPERANCA,
      nome: "Boa Esperança do Norte",
      regiao_imediata_codigo: "",
      regiao_imediata: "",
      regiao_intermediaria_codigo: "",
      regiao_intermediaria: "",
      sede_lat: "-13.5067",
      sede_lon: "-55.1486",
      area_km2: "",
      populacao: "",
      ano_censo: "",
      porte: "",
    });
    expect(figures.filter((f) => f["codigo"] === BOA_ESPERANCA)).toEqual([]);
  });

  it("has IBGE's 18 immediate and 5 intermediate regions", () => {
    const distinct = (column: string): number =>
      new Set(municipios.map((m) => m[column]).filter((value) => value !== "")).size;
    expect(distinct("regiao_imediata_codigo")).toBe(18);
    expect(distinct("regiao_intermediaria_codigo")).toBe(5);
  });
});

describe("the figures", () => {
  it.each([
    ["Cuiabá", "5103403", "populacao", "2022", 650_877],
    ["Cuiabá", "5103403", "populacao-estimada", "2024", 682_932],
    ["Cuiabá", "5103403", "ivs", "2010", 0.261],
    ["Cuiabá", "5103403", "ivs-infraestrutura-urbana", "2010", 0.304],
    ["Cuiabá", "5103403", "idhm", "2010", 0.785],
    ["Cuiabá", "5103403", "cadunico-pessoas", "2026-06", 274_929],
    // 274,929 ÷ 650,877 × 100 = 42.23978…
    ["Cuiabá", "5103403", "cadunico-cobertura", "2026-06", 42.2398],
    ["Cuiabá", "5103403", "idcras", "2021", 3.1],
    ["Cuiabá", "5103403", "idcreas", "2023", 2.83],
    ["Cuiabá", "5103403", "idconselho", "2023", 4],
    // 650,877 ÷ 14 = 46,491.2142…
    ["Cuiabá", "5103403", "populacao-por-cras", "2019", 46_491.2143],
    ["Cuiabá", "5103403", "fmas-recursos-proprios", "2023", 3],
    ["Cuiabá", "5103403", "fmas-cofinanciamento-media", "2023", 2],
    ["Acorizal", "5100102", "populacao", "2022", 5014],
    ["Acorizal", "5100102", "ivs", "2010", 0.398],
    ["Acorizal", "5100102", "sem-fundamental", "2010", 40.02],
    ["Acorizal", "5100102", "idcras", "2021", 3],
    ["Acorizal", "5100102", "idcras-equipe", "2021", 2],
    ["Acorizal", "5100102", "idconselho", "2014", 3],
    ["Acorizal", "5100102", "idconselho", "2017", 1],
    ["Acorizal", "5100102", "fmas-despesa-propria-valor", "2022", 843_327.94],
    // 843,327.94 ÷ 5,014 = 168.19464…
    ["Acorizal", "5100102", "fmas-despesa-propria-per-capita", "2022", 168.1946],
    ["Acorizal", "5100102", "fmas-cofinanciamento-media", "2023", 0],
  ])("say of %s (%s) what the source says: %s of %s is %d", (_nome, codigo, indicador, periodo, valor) => {
    expect(figure(codigo, indicador, periodo)).toBe(valor);
  });

  it("keep both terms of a quotient", () => {
    const row = figures.find((f) => f["codigo"] === "5103403" && f["indicador"] === "cadunico-cobertura");
    expect(row).toMatchObject({ numerador: "274929", denominador: "650877" });
  });

  it("do not exist where the source is blank", () => {
    expect(figure("5100102", "creas-unidades", "2019")).toBeUndefined();
    expect(figure("5100102", "idcreas", "2023")).toBeUndefined();
    expect(municipiosWith("creas-unidades", "2019")).toBe(44);
    expect(municipiosWith("idcreas", "2023")).toBe(48);
    expect(municipiosWith("idconselho", "2023")).toBe(139);
    expect(municipiosWith("fmas-recursos-proprios-valor", "2022")).toBe(113);
  });

  it("do not turn the answer 'Não sei' into a level: 12 of 141 have none", () => {
    expect(municipiosWith("fmas-igdsuas-conselho", "2023")).toBe(141 - 12);
  });

  it("keep a declared zero as zero: 16 municipalities declared R$ 0 of their own in 2022", () => {
    const zeros = figures.filter((f) => f["indicador"] === "fmas-recursos-proprios-valor" && f["valor"] === "0");
    expect(zeros).toHaveLength(16);
  });

  it("hold IDCRAS for the seven years published and no other", () => {
    const years = new Set(figures.filter((f) => f["indicador"] === "idcras").map((f) => f["periodo"]));
    expect([...years].sort()).toEqual(["2014", "2015", "2016", "2018", "2019", "2020", "2021"]);
  });

  it("hold IDCREAS and IDConselho for each year of 2014–2023", () => {
    for (const indicador of ["idcreas", "idconselho", "idconselho-dinamica"]) {
      const years = new Set(figures.filter((f) => f["indicador"] === indicador).map((f) => f["periodo"]));
      expect(years.size, indicador).toBe(10);
    }
  });

  it("leave out the zero of Alto Araguaia in IDCREAS 2020, which the scale cannot hold, and say so", () => {
    expect(figure("5100300", "idcreas", "2020")).toBeUndefined();
    expect(figure("5100300", "idcreas", "2021")).toBe(3.67);
    expect(dataRows("fora-da-escala.csv").map((row) => [row["codigo"], row["indicador"], row["valor_na_fonte"]])).toEqual([
      ["5100300", "idcreas", "0"],
      ["5100300", "idcreas-estrutura", "0"],
      ["5100300", "idcreas-equipe", "0"],
      ["5100300", "idcreas-servicos", "0"],
    ]);
  });

  it("appear once a municipality, period and indicator, sorted by indicator, period and code", () => {
    const keys = figures.map((f) => `${f["indicador"]} ${f["periodo"]} ${f["codigo"]}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual([...keys].sort());
  });

  it("stay inside the limits the catalogue gives, and on a level where it names levels", () => {
    const byId = new Map(catalogo.map((indicador) => [indicador.id, indicador]));
    const strays = figures.filter((f) => {
      const { limites, niveis } = byId.get(f["indicador"] ?? "") ?? {};
      const valor = Number(f["valor"]);
      const outside = limites !== undefined && (valor < limites.min || valor > limites.max);
      return outside || (niveis !== undefined && !Object.hasOwn(niveis, f["valor"] ?? ""));
    });
    expect(strays).toEqual([]);
  });
});

describe("the figures against the gathered tables", () => {
  const fatos = sharedPath("dados-oficiais/municipios_fatos.csv");
  const series = sharedPath("dados-oficiais/series_idsuas.csv");
  const malha = sharedPath("dados-oficiais/malha-calibracao.json");

  it.skipIf(fatos === null || series === null)("come out byte for byte when written again", () => {
    const tables = buildReference({
      fatos: readFileSync(fatos ?? "", "utf8"),
      series: readFileSync(series ?? "", "utf8"),
    });
    expect(tables.municipios).toBe(dataText("municipios.csv"));
    expect(tables.indicadores === dataText("indicadores.csv")).toBe(true);
    expect(tables.foraDaEscala).toBe(dataText("fora-da-escala.csv"));
  });

  it.skipIf(malha === null)("have the linear maps of the meshes byte for byte", () => {
    expect(compactCalibration(readFileSync(malha ?? "", "utf8"))).toBe(dataText("malha/calibracao.json"));
  });

  it.skipIf(fatos === null)("have no row where the source's cell is blank, and one where it is not", () => {
    const rows = readCsv(readFileSync(fatos ?? "", "utf8"), "municipios_fatos.csv").rows;
    const columns = { ivs: "ivs_2010_ipea", gini: "gini_2010_pnud", "fmas-repasse-estadual-valor": "fmas_repasse_estadual_total_2022_rs_mds" };
    for (const [indicador, column] of Object.entries(columns)) {
      const filled = rows.filter((row) => row[column] !== "").map((row) => row["code7"]);
      const written = figures.filter((f) => f["indicador"] === indicador).map((f) => f["codigo"]);
      expect(new Set(written), indicador).toEqual(new Set(filled));
    }
  });

  it.skipIf(fatos === null || series === null)("name in fontes.json the hash of the tables they were read from", () => {
    const fontes = dataText("fontes.json");
    for (const path of [fatos, series]) {
      expect(fontes).toContain(createHash("sha256").update(readFileSync(path ?? "")).digest("hex"));
    }
  });

  it("read every indicator of the facts table once", () => {
    const ids = READINGS.map((reading) => reading.indicador);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
