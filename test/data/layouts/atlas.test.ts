import { describe, expect, it } from "vitest";
import { sharedPath } from "../../shared.ts";
import { bundled, byKey } from "./bundled-figures.ts";
import { convert, convertTable, fitsOf, isConserved, open, valueOf } from "./converting.ts";

const ATLAS_MT = sharedPath("dados-oficiais/samples/indices/atlas_pnud_1991_2000_2010__MT_do_rda.csv");

const FROM_ATLAS = new Set(["gini", "pobreza", "extrema-pobreza", "criancas-extrema-pobreza", "vulneraveis-pobreza", "renda-per-capita", "analfabetismo", "agua-esgoto-inadequados", "jovens-sem-estudo-trabalho", "sem-fundamental", "densidade-domiciliar", "populacao-rural"]);

describe("Atlas do Desenvolvimento Humano", () => {
  it.skipIf(ATLAS_MT === null)("brings the bundled figures of 2010 in all 141 municipalities, and 1991 and 2000 beside them", async () => {
    const { layout, figuras, conversao } = await convert(ATLAS_MT ?? "");
    expect(layout.id).toBe("atlas-brasil");
    const wanted = bundled((id) => FROM_ATLAS.has(id) || id.startsWith("idhm"));
    expect(wanted.size).toBe(141 * 16);
    expect(byKey(figuras.filter(({ periodo }) => periodo === "2010"))).toEqual(wanted);
    // First row of the file: Acorizal, 1991.
    expect(["idhm", "idhm-educacao", "idhm-longevidade", "idhm-renda", "gini", "renda-per-capita", "analfabetismo", "populacao-rural"].map((id) => valueOf(figuras, 5100102, id, "1991"))).toEqual([
      0.386, 0.166, 0.699, 0.497, 0.52, 175.97, 37.55, 2460,
    ]);
    // Blank in 1991 in the source: no figure, not zero.
    expect(valueOf(figuras, 5100102, "jovens-sem-estudo-trabalho", "1991")).toBeUndefined();
    expect(conversao.contagem).toMatchObject({ carregadas: 423, cabecalho: 1, separadas: 0, fora: 0 });
    expect(isConserved(conversao)).toBe(true);
    expect(conversao.pessoais).toEqual([]);
  });

  it("reads the national file's upper-case siglas, in any order, and decimal commas", async () => {
    const texto = "RDPC;ANO;UF;Codmun6;Codmun7;Município;IDHM;GINI;PMPOB\n321,58;2010;51;510010;5100102;ACORIZAL;0,628;0,50;28,54\n198,46;2010;11;110001;1100015;ALTA FLORESTA D'OESTE;0,641;0,58;23,22\n";
    const { figuras, conversao } = await convert({ texto, arquivo: "atlas2013_dadosbrutos_pt.csv" });
    expect(figuras.map(({ periodo, indicador, valor }) => [periodo, indicador, valor])).toEqual([
      ["2010", "idhm", 0.628],
      ["2010", "gini", 0.5],
      ["2010", "pobreza", 28.54],
      ["2010", "renda-per-capita", 321.58],
    ]);
    expect(conversao.contagem.fora).toBe(1);
    expect(isConserved(conversao)).toBe(true);
  });

  it("asks about 1.234 where both readings fit, and never where only one does", async () => {
    const file = { texto: "ANO;Codmun7;IDHM;RDPC\n2010;5100102;0.628;1.234\n", arquivo: "a.csv" };
    const asked = await convert(file);
    expect(asked.conversao.perguntas.map(({ id }) => id)).toEqual(["decimal:RDPC"]);
    expect(asked.figuras.map(({ indicador }) => indicador)).toEqual(["idhm"]);
    expect(valueOf((await convert(file, { "decimal:RDPC": "virgula" })).figuras, 5100102, "renda-per-capita")).toBe(1234);
  });

  it("leaves the sheet of states, which has no municipality, to no layout", async () => {
    const { tabelas, arquivo } = await open({ texto: "ANO;UF;UFN;IDHM;GINI;RDPC\n2010;51;x;0,725;0,55;762,52\n", arquivo: "uf.csv" });
    expect(fitsOf(tabelas, arquivo)).toEqual([]);
  });

  it("keeps the 6-digit code when it is the only one", async () => {
    const { tabelas, arquivo } = await open({ texto: "ano,codmun6,idhm,gini\n2000,510010,0.5,0.6\n", arquivo: "a.csv" });
    const [best] = fitsOf(tabelas, arquivo);
    expect(best === undefined ? [] : convertTable(best, arquivo).figuras.map(({ codigo }) => codigo)).toEqual([5100102, 5100102]);
  });
});

describe("tables saved from the Atlas' site", () => {
  it("reads the index of each Census year in its own period and no ranks", async () => {
    const texto = "Territorialidades;Posição IDHM 2000;IDHM 2000;Posição IDHM 2010;IDHM 2010;IDHM Renda 2010\nBrasil;;0,612;;0,727;0,739\nAcorizal (MT);2980;0,462;2985;0,628;0,594\nMato Grosso (PB);5000;0,400;5100;0,565;0,522\nFonte: PNUD Brasil, Ipea e FJP, 2022;;;;;\n";
    const { layout, figuras, conversao } = await convert({ texto, arquivo: "data.csv" });
    expect(layout.id).toBe("atlas-brasil-planilha");
    expect(figuras.map(({ codigo, periodo, indicador, valor }) => [codigo, periodo, indicador, valor])).toEqual([
      [5100102, "2000", "idhm", 0.462],
      [5100102, "2010", "idhm", 0.628],
      [5100102, "2010", "idhm-renda", 0.594],
    ]);
    expect(conversao.contagem).toMatchObject({ carregadas: 1, separadas: 1, fora: 1, rodape: 1 });
  });
});
