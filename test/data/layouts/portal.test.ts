import { describe, expect, it } from "vitest";
import { readCents } from "../../../src/data/layouts/portal.ts";
import { sharedPath } from "../../shared.ts";
import { convert, fitsOf, isConserved, open, problemsOf, valueOf } from "./converting.ts";

const AUXILIO_BRASIL = sharedPath("dados-oficiais/samples/portal_transparencia/auxilio_brasil_pagamentos_202112_leiaute_ANONIMIZADO.csv");

const HEADER = '"MÊS COMPETÊNCIA";"MÊS REFERÊNCIA";"UF";"CÓDIGO MUNICÍPIO SIAFI";"NOME MUNICÍPIO";"CPF FAVORECIDO";"NIS FAVORECIDO";"NOME FAVORECIDO";"VALOR PARCELA"';
const paid = (over: { mes?: string; ref?: string; uf?: string; siafi?: string; nome?: string; nis?: string; valor?: string }): string => {
  const { mes = "202311", ref = mes, uf = "MT", siafi = "9067", nome = "CUIABA", nis = "16000000001", valor = "600,00" } = over;
  return `"${mes}";"${ref}";"${uf}";"${siafi}";"${nome}";"***.123.456-**";"${nis}";"FULANA DE TAL";"${valor}"`;
};
const file = (rows: readonly string[], header = HEADER): { texto: string; arquivo: string } => ({ texto: [header, ...rows].join("\r\n"), arquivo: "202311_NovoBolsaFamilia.csv" });

describe("Portal da Transparência", () => {
  it.skipIf(AUXILIO_BRASIL === null)("recognises the sample, all of another state, and drops CPF, NIS and name", async () => {
    const { layout, fit, figuras, conversao } = await convert(AUXILIO_BRASIL ?? "");
    expect([layout.id, fit.confianca]).toEqual(["portal-bolsa-familia", 1]);
    expect(figuras).toEqual([]);
    expect(conversao.contagem).toMatchObject({ fora: 5, carregadas: 0, separadas: 0 });
    expect(conversao.pessoais.map(({ titulo }) => titulo)).toEqual(["CPF FAVORECIDO", "NIS FAVORECIDO", "NOME FAVORECIDO"]);
  });

  it("counts distinct NIS and sums parcels by the month of the payroll, late parcels in the month they were paid", async () => {
    const { figuras, conversao } = await convert(
      file([
        paid({ nis: "16000000001", valor: "600,00" }),
        paid({ nis: "16000000001", valor: "142,50", ref: "202303" }),
        paid({ nis: "16000000002", valor: "1.050,25" }),
        paid({ nis: "16000000001", mes: "202312", valor: "600,00" }),
        paid({ siafi: "9001", nome: "ACORIZAL", nis: "16000000009", valor: "750,00" }),
        paid({ uf: "PB", siafi: "2097", nome: "MATO GROSSO", nis: "16000000010" }),
      ]),
    );
    expect(valueOf(figuras, 5103403, "portal-familias-pagas", "2023-11")).toBe(2);
    expect(valueOf(figuras, 5103403, "portal-valor-pago", "2023-11")).toBe(1792.75);
    expect(valueOf(figuras, 5103403, "portal-familias-pagas", "2023-12")).toBe(1);
    expect(valueOf(figuras, 5100102, "portal-familias-pagas", "2023-11")).toBe(1);
    expect(valueOf(figuras, 5100102, "portal-valor-pago", "2023-11")).toBe(750);
    expect(figuras).toHaveLength(6);
    expect(conversao.contagem).toMatchObject({ carregadas: 5, fora: 1, separadas: 0 });
    expect(isConserved(conversao)).toBe(true);
  });

  it("reads the two months in either order, as the files before 2021 have them", async () => {
    const swapped = HEADER.replace('"MÊS COMPETÊNCIA";"MÊS REFERÊNCIA"', '"MÊS REFERÊNCIA";"MÊS COMPETÊNCIA"');
    const { figuras } = await convert(file([paid({ mes: "201906", ref: "201904" })], swapped));
    expect(figuras.map(({ periodo }) => periodo)).toEqual(["2019-06", "2019-06"]);
  });

  it("reads the copies with unaccented titles and decimal points", async () => {
    const header = "MES_COMPETENCIA;MES_REFERENCIA;UF;CODIGO_MUNICIPIO_SIAFI;MUNICIPIO;CPF;NIS;FAVORECIDO;VALOR";
    const { figuras, conversao } = await convert(file(["202311;202303;MT;9067;CUIABA;***.081.588-**;20128077306;BELTRANA;750.0"], header));
    expect(valueOf(figuras, 5103403, "portal-valor-pago", "2023-11")).toBe(750);
    expect(conversao.pessoais.map(({ titulo }) => titulo)).toEqual(["CPF", "NIS", "FAVORECIDO"]);
  });

  it("sets aside rows without NIS and amounts it cannot read, never showing who", async () => {
    const { figuras, totais, problemas } = await convert(file([paid({ nis: "00000000000" }), paid({ nis: "" }), paid({ valor: "1.200" }), paid({})]));
    expect(valueOf(figuras, 5103403, "portal-familias-pagas")).toBe(1);
    expect([problemsOf(totais, "chave-ilegivel"), problemsOf(totais, "numero-invalido")]).toEqual([2, 1]);
    expect(JSON.stringify(problemas)).not.toMatch(/FULANA|\*\*\*|1600000/);
  });

  it("counts BPC benefits by their number, and takes neither withdrawals nor other programmes for payments", async () => {
    const bpc = "MÊS COMPETÊNCIA;MÊS REFERÊNCIA;UF;CÓDIGO MUNICÍPIO SIAFI;NOME MUNICÍPIO;NIS BENEFICIÁRIO;CPF BENEFICIÁRIO;NOME BENEFICIÁRIO;NIS REPRESENTANTE LEGAL;CPF REPRESENTANTE LEGAL;NOME REPRESENTANTE LEGAL;NÚMERO BENEFÍCIO;BENEFÍCIO CONCEDIDO JUDICIALMENTE;VALOR PARCELA";
    const benefit = (numero: string): string => `202405;202405;MT;9067;CUIABÁ;0;***.000.000-**;SICRANO;0;;;${numero};NÃO;1412,00`;
    const { layout, figuras, conversao } = await convert(file([benefit("7001234567"), benefit("7001234567"), benefit("7001234568")], bpc));
    expect(layout.id).toBe("portal-bpc");
    expect(figuras.map(({ indicador, valor }) => [indicador, valor])).toEqual([
      ["portal-bpc-pagos", 2],
      ["portal-bpc-valor-pago", 4236],
    ]);
    expect(conversao.pessoais.map(({ titulo }) => titulo)).toContain("NÚMERO BENEFÍCIO");
    const confidence = async (header: string): Promise<number | undefined> => {
      const { tabelas, arquivo } = await open(file([], header));
      return fitsOf(tabelas, arquivo)[0]?.fit.confianca;
    };
    expect(await confidence(HEADER.replace('"VALOR PARCELA"', '"DATA SAQUE";"VALOR PARCELA"'))).toBe(0.5);
    expect(await confidence(HEADER.replace('"MÊS COMPETÊNCIA";', ""))).toBe(0.5);
  });

  it("reads money in cents and refuses what reads two ways", () => {
    expect(["401,00", "1.401,05", "750.0", "600", "R$ 89,00", "1.200", "abc", ""].map(readCents)).toEqual([40100, 140105, 75000, 60000, 8900, null, null, null]);
  });
});
