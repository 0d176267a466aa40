import { describe, expect, it } from "vitest";
import { sharedPath } from "../../shared.ts";
import { bundled, byKey } from "./bundled-figures.ts";
import { convert, isConserved, problemsOf, valueOf } from "./converting.ts";

const IVS_2010 = sharedPath("dados-oficiais/samples/indices/coz_atlasivs_municipios_2010.csv");

describe("Atlas da Vulnerabilidade Social", () => {
  it.skipIf(IVS_2010 === null)("brings the bundled IVS and IDHM of all 141 municipalities out of the national file", async () => {
    const { layout, fit, figuras, conversao } = await convert(IVS_2010 ?? "");
    expect([layout.id, fit.confianca]).toEqual(["ipea-ivs", 1]);
    const wanted = bundled((id) => id.startsWith("ivs") || id.startsWith("idhm"));
    expect(wanted.size).toBe(141 * 8);
    expect(byKey(figuras)).toEqual(wanted);
    expect(valueOf(figuras, 5100102, "ivs-renda-trabalho", "2010")).toBe(0.53);
    expect(conversao.contagem).toMatchObject({ carregadas: 141, separadas: 0, cabecalho: 1, fora: 5424 });
    expect(isConserved(conversao)).toBe(true);
    expect(conversao.ignoradas).toEqual(["idhm_educ_sub_esc", "idhm_educ_sub_freq"]);
  });

  it("reads both decimal marks in one row and the tail a spreadsheet leaves on 0.294", async () => {
    const texto = 'municipio,nome_municipio_uf,ivs,ivs_infraestrutura_urbana,ivs_capital_humano,ivs_renda_e_trabalho\n5100102,Acorizal (MT),0.29399999999999998,"0,412","1,000",0.204\n';
    const { figuras } = await convert({ texto, arquivo: "ivs_2010.csv" });
    expect(figuras.map(({ indicador, valor }) => [indicador, valor])).toEqual([
      ["ivs", 0.294],
      ["ivs-infraestrutura-urbana", 0.412],
      ["ivs-capital-humano", 1],
      ["ivs-renda-trabalho", 0.204],
    ]);
  });

  it("takes only the totals of the Atlas' own download, each in its year, and blanks as no figure", async () => {
    const texto = [
      "ano;municipio;nome_municipio_uf;label_cor;label_sexo;label_sit_dom;ivs;ivs_infraestrutura_urbana;ivs_capital_humano;ivs_renda_e_trabalho",
      "2000;5100102;Acorizal (MT);Total Cor;Total Sexo;Total Situação de Domicílio;0,501;0,2;0,6;0,7",
      "2010;5100102;Acorizal (MT);Total Cor;Total Sexo;Total Situação de Domicílio;0,398;-;0,5;0,53",
      "2010;5100102;Acorizal (MT);Negro;Total Sexo;Total Situação de Domicílio;0,410;0,2;0,5;0,6",
      "2010;5100201;Água Boa (MT);Total Cor;Mulher;Total Situação de Domicílio;0,3;0,2;0,5;0,6",
      "2010;2509370;Mato Grosso (PB);Total Cor;Total Sexo;Total Situação de Domicílio;0,512;0,3;0,6;0,63",
    ].join("\n");
    const { figuras, conversao, totais } = await convert({ texto, arquivo: "atlasivs_dadosbrutos.csv" });
    expect(figuras.map(({ codigo, periodo, indicador, valor }) => [codigo, periodo, indicador, valor])).toEqual([
      [5100102, "2000", "ivs", 0.501],
      [5100102, "2000", "ivs-infraestrutura-urbana", 0.2],
      [5100102, "2000", "ivs-capital-humano", 0.6],
      [5100102, "2000", "ivs-renda-trabalho", 0.7],
      [5100102, "2010", "ivs", 0.398],
      [5100102, "2010", "ivs-capital-humano", 0.5],
      [5100102, "2010", "ivs-renda-trabalho", 0.53],
    ]);
    expect(problemsOf(totais, "parte-do-total")).toBe(2);
    expect(conversao.contagem).toMatchObject({ carregadas: 2, separadas: 2, fora: 1 });
    expect(isConserved(conversao)).toBe(true);
  });

  it("refuses numbers outside the scale of 0 to 1 and asks the year no one says", async () => {
    const file = { texto: "municipio,ivs,ivs_infraestrutura_urbana,ivs_capital_humano,ivs_renda_e_trabalho\n5100102,4,0.2,0.3,0.4\n", arquivo: "ivs.csv" };
    const asked = await convert(file);
    expect(asked.conversao.perguntas.map(({ id }) => id)).toEqual(["periodo:ano"]);
    expect(asked.conversao.contagem).toMatchObject({ cabecalho: 1, separadas: 1, carregadas: 0 });
    const answered = await convert(file, { "periodo:ano": "2010" });
    expect(answered.figuras).toHaveLength(3);
    expect(problemsOf(answered.totais, "numero-fora-da-escala")).toBe(1);
  });
});
