import { describe, expect, it } from "vitest";
import { convert, isConserved, problemsOf } from "./converting.ts";

const ESTIMATES = [
  "Tabela 6579 - População residente estimada",
  "Variável - População residente estimada (Pessoas)",
  "Município;Ano;",
  ";2020;2021",
  "Acorizal (MT);5.334;5.301",
  "Água Boa (MT);26.204;...",
  "Mato Grosso (PB);2.925;2.930",
  "Fonte: IBGE - Estimativas de População",
].join("\n");

describe("tables saved from SIDRA's site", () => {
  it("reads each year's column, with thousands dots and the UF in the name", async () => {
    const { layout, figuras, conversao, totais } = await convert({ texto: ESTIMATES, arquivo: "tabela6579.csv" });
    expect(layout.id).toBe("ibge-sidra-tabela");
    expect(figuras.map(({ codigo, periodo, indicador, valor }) => [codigo, periodo, indicador, valor])).toEqual([
      [5100102, "2020", "populacao-estimada", 5334],
      [5100102, "2021", "populacao-estimada", 5301],
      [5100201, "2020", "populacao-estimada", 26204],
    ]);
    expect(problemsOf(totais, "sidra-nao-disponivel")).toBe(1);
    expect(conversao.contagem).toEqual({ lidas: 8, carregadas: 2, separadas: 0, preambulo: 2, cabecalho: 2, branco: 0, rodape: 1, fora: 1 });
  });

  it("takes the Total of a classification and leaves its parts, under merged headers", async () => {
    const texto = [
      "Tabela 9514 - População residente, por sexo, idade e forma de declaração da idade",
      "Variável - População residente (Pessoas)",
      "Cód.;Município;Ano x Sexo;;",
      ";;2022;;",
      ";;Total;Homens;Mulheres",
      "5100102;Acorizal (MT);5014;2612;2402",
      "Fonte: IBGE - Censo Demográfico",
    ].join("\n");
    const { figuras, conversao } = await convert({ texto, arquivo: "tabela9514.csv" });
    expect(figuras).toEqual([{ codigo: 5100102, periodo: "2022", indicador: "populacao", valor: 5014 }]);
    expect(conversao.contagem).toMatchObject({ carregadas: 1, cabecalho: 3, rodape: 1 });
    expect(isConserved(conversao)).toBe(true);
  });

  it("says what another table is and loads nothing of it", async () => {
    const { figuras, problemas } = await convert({ texto: ESTIMATES.replaceAll("População residente estimada", "Área territorial"), arquivo: "t.csv" });
    expect(figuras).toEqual([]);
    expect(problemas[0]?.mensagem).toBe('A tabela 6579 (Área territorial) do SIDRA, com a variável "Área territorial", não alimenta nenhum indicador do catálogo: nada foi carregado.');
  });

  it("tells the other service of the IBGE from /values and says where to go", async () => {
    const texto = '[{"id":"93","variavel":"População residente","unidade":"Pessoas","resultados":[{"classificacoes":[],"series":[{"localidade":{"id":"5100102","nivel":{"id":"N6","nome":"Município"},"nome":"Acorizal (MT)"},"serie":{"2022":"5014"}}]}]}]';
    const { layout, figuras, problemas } = await convert({ texto, arquivo: "93.json" });
    expect([layout.id, figuras.length]).toEqual(["ibge-agregados", 0]);
    expect(problemas[0]?.mensagem).toContain('"População residente"');
  });
});
