import { describe, expect, it } from "vitest";
import { sharedPath } from "../../shared.ts";
import { bundled, byKey } from "./bundled-figures.ts";
import { convert, fitsOf, isConserved, open, problemsOf, valueOf } from "./converting.ts";
import { lugaresDe } from "./lugares.ts";

const DOU_2024 = sharedPath("dados-oficiais/samples/ibge/estimativa_dou_2024.ods");

const TITLE = "ESTIMATIVAS DA POPULAÇÃO RESIDENTE NOS MUNICÍPIOS BRASILEIROS COM DATA DE REFERÊNCIA EM 1º DE JULHO DE 2019";
const csv = (rows: readonly string[], title = TITLE): string =>
  [`${title};;;;`, "UF;COD. UF;COD. MUNIC;NOME DO MUNICÍPIO;POPULAÇÃO ESTIMADA", ...rows, ";;;;", "Fonte: IBGE. Diretoria de Pesquisas - DPE.;;;;", "(1) População judicial do município.;;;;"].join("\n");

describe("population estimates of the Diário Oficial", () => {
  it.skipIf(DOU_2024 === null)("brings the figures printed in the 2024 spreadsheet, equal to the bundled ones in all 141 municipalities", async () => {
    const { layout, fit, figuras, conversao } = await convert(DOU_2024 ?? "");
    expect([layout.id, fit.confianca]).toEqual(["ibge-estimativas", 1]);
    expect(valueOf(figuras, 5100102, "populacao-estimada", "2024")).toBe(4990);
    expect(valueOf(figuras, 5100201, "populacao-estimada", "2024")).toBe(31314);
    expect(figuras.reduce((sum, { valor }) => sum + valor, 0)).toBe(3836399);
    expect(byKey(figuras)).toEqual(bundled((id) => id === "populacao-estimada"));
    expect(conversao.contagem).toMatchObject({ carregadas: 141, separadas: 0, fora: 5429, cabecalho: 1, preambulo: 1 });
    expect(isConserved(conversao)).toBe(true);
  });

  it.skipIf(DOU_2024 === null)("serves another state: the 52 municipalities of Rondônia, summing what the sheet of states prints", async () => {
    const { figuras, conversao } = await convert(DOU_2024 ?? "", {}, lugaresDe(11, "RO"));
    expect([figuras.length, figuras.reduce((sum, { valor }) => sum + valor, 0)]).toEqual([52, 1746227]);
    expect(conversao.contagem).toMatchObject({ carregadas: 52, fora: 5570 - 52 });
  });

  it("reads another year's list saved as CSV: thousands dots, notes of the IBGE and a footer", async () => {
    const { figuras, conversao, totais } = await convert({
      texto: csv(["MT;51;00102;Acorizal;5.309", "MT;51;00201;Água Boa;25.721(1)", "MT;51;00250;Alta Floresta;51.782 (*)", "PB;25;09370;Mato Grosso;2.925"]),
      arquivo: "estimativa_dou_2019.csv",
    });
    expect(figuras).toEqual([
      { codigo: 5100102, periodo: "2019", indicador: "populacao-estimada", valor: 5309 },
      { codigo: 5100201, periodo: "2019", indicador: "populacao-estimada", valor: 25721 },
      { codigo: 5100250, periodo: "2019", indicador: "populacao-estimada", valor: 51782 },
    ]);
    expect(problemsOf(totais, "nota-do-ibge")).toBe(2);
    expect(conversao.contagem).toMatchObject({ carregadas: 3, fora: 1, separadas: 0 });
    expect(isConserved(conversao)).toBe(true);
  });

  it("joins a code that a spreadsheet robbed of its zeros, in any order of columns", async () => {
    const texto = "ESTIMATIVAS DA POPULAÇÃO EM 1º DE JULHO DE 2021;;;\nPOPULAÇÃO ESTIMADA;NOME DO MUNICÍPIO;COD. MUNIC;COD. UF\n5.334;Acorizal;102;51\n";
    const { figuras } = await convert({ texto, arquivo: "x.csv" });
    expect(figuras).toEqual([{ codigo: 5100102, periodo: "2021", indicador: "populacao-estimada", valor: 5334 }]);
  });

  it("takes the year of the title over the name's and says so; with neither, asks", async () => {
    const clash = await convert({ texto: csv(["MT;51;00102;Acorizal;5.309"]), arquivo: "estimativas_2020.csv" });
    expect(clash.figuras[0]?.periodo).toBe("2019");
    expect(problemsOf(clash.totais, "ano-diferente")).toBe(1);
    const untold = { texto: csv(["MT;51;00102;Acorizal;5.309"], "ESTIMATIVAS DA POPULAÇÃO"), arquivo: "estimativas.csv" };
    const asked = await convert(untold);
    expect(asked.figuras).toEqual([]);
    expect(asked.conversao.perguntas.map(({ id }) => id)).toEqual(["periodo:ano"]);
    expect(isConserved(asked.conversao)).toBe(true);
    expect((await convert(untold, { "periodo:ano": "2018" })).figuras[0]).toMatchObject({ periodo: "2018", valor: 5309 });
  });

  it("does not take a list that never says it is an estimate", async () => {
    const { tabelas } = await open({ texto: "UF;COD. UF;COD. MUNIC;NOME DO MUNICÍPIO;POPULAÇÃO\nMT;51;00102;Acorizal;5.014\n", arquivo: "POP2022_Municipios.csv" });
    expect(fitsOf(tabelas, "POP2022_Municipios.csv")[0]?.fit.confianca).toBe(0.6);
  });

  it("sets aside a population it cannot read", async () => {
    const { figuras, totais } = await convert({ texto: csv(["MT;51;00102;Acorizal;cinco mil"]), arquivo: "e.csv" });
    expect(figuras).toEqual([]);
    expect(problemsOf(totais, "numero-invalido")).toBe(1);
  });
});
