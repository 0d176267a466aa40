import { describe, expect, it } from "vitest";
import { EXTRACTS } from "../../../src/data/contracts/contract.ts";
import { CONTRACTS } from "../../../src/data/contracts/index.ts";
import type { ExtractSummary } from "../../../src/data/snapshot/snapshot.ts";
import { codec } from "../../../src/views/dados/estado.ts";
import { arquivoDoExtrato, cabecalhoDoExtrato, dicionario, extratoLinhas, frase, type Load } from "../../../src/views/dados/model.ts";

const incluido = "incluído no aplicativo";
const EXTRATOS: readonly ExtractSummary[] = [
  { id: "apoios", linhas: 1, inicio: "2024-01-02", fim: "2024-01-02", demonstracao: true, origem: incluido },
  { id: "denuncias", linhas: 5997, inicio: "2023-11-01", fim: "2026-10-30", demonstracao: true, origem: incluido },
  { id: "indicadores", linhas: 16901, inicio: "2010", fim: "2026-06", demonstracao: false, origem: incluido },
  { id: "municipios", linhas: 142, inicio: null, fim: null, demonstracao: false, origem: incluido },
];
const proprio: ExtractSummary = { id: "denuncias", linhas: 0, inicio: null, fim: null, demonstracao: false, origem: "minhas.csv" };
const MINHAS: readonly Load[] = [{ id: "denuncias", fileName: "minhas.csv", modo: "substitui" }];
const comProprio = EXTRATOS.map((extrato) => (extrato.id === "denuncias" ? proprio : extrato));

describe("the page's sentence", () => {
  it("says what is loaded, until when, what is demonstration and where it came from", () => {
    expect(frase(EXTRATOS, [])).toBe(
      "Estão carregados 142 municípios, 16.901 valores de indicadores, 5.997 denúncias e 1 registro de apoio técnico, com dados até 30/10/2026. " +
        "Denúncias e apoio técnico: dados de demonstração, que não descrevem fatos. Tudo veio com o aplicativo.",
    );
  });

  it("names the user's file and says nenhuma for zero", () => {
    expect(frase(comProprio, MINHAS)).toBe(
      "Estão carregados 142 municípios, 16.901 valores de indicadores, nenhuma denúncia e 1 registro de apoio técnico, com dados até jun. 2026. " +
        "Apoio técnico: dados de demonstração, que não descrevem fatos. Denúncias (minhas.csv): do seu computador.",
    );
  });

  it("of a session with nothing says so", () => {
    expect(frase([], [])).toBe("Nenhum dado está carregado.");
  });

  it("takes a quarter to end in its last month", () => {
    const until = (fim: string): string =>
      frase([
        { id: "indicadores", linhas: 2, inicio: "2020", fim, demonstracao: false, origem: incluido },
        { id: "denuncias", linhas: 2, inicio: "2023-05-01", fim: "2023-05-31", demonstracao: false, origem: incluido },
      ], []);
    expect(until("2023-T2")).toContain("até 2º trim. 2023");
    expect(until("2023-T1")).toContain("até 31/05/2023");
  });
});

describe("the table of extracts", () => {
  it("keeps a fixed order and words for each cell", () => {
    expect(extratoLinhas(comProprio, MINHAS)).toMatchObject([
      { id: "municipios", origem: incluido, quantidade: "142 municípios", periodo: "sem período", proprio: false },
      { id: "indicadores", periodo: "2010 a jun. 2026" },
      { id: "denuncias", origem: "seu arquivo minhas.csv", quantidade: "nenhuma denúncia", proprio: true, demonstracao: false },
      { id: "apoios", periodo: "02/01/2024", demonstracao: true },
    ]);
  });

  it("says of files that add to the bundled data that they add", () => {
    const added = EXTRATOS.map((extrato) => (extrato.id === "indicadores" ? { ...extrato, linhas: 17041, origem: `${incluido} e x` } : extrato));
    const loads: Load[] = ["a.csv", "b.xlsx"].map((fileName) => ({ id: "indicadores", fileName, modo: "acrescenta" }));
    expect(extratoLinhas(added, loads)[1]).toMatchObject({ origem: "incluído no aplicativo e a.csv e b.xlsx", proprio: true });
    expect(frase(added, loads)).toMatch(/Indicadores \(a\.csv e b\.xlsx\): com acréscimos do seu computador\.$/);
    const [first] = loads;
    if (first === undefined) throw new Error("fixture is empty");
    expect(extratoLinhas(added, [...loads, first])[1]?.origem).toBe("incluído no aplicativo e mais 3 arquivos seus");
  });

  it("marks demonstration data in the export's header and file name", () => {
    const [apoios] = EXTRATOS;
    if (apoios === undefined) throw new Error("fixture is empty");
    expect(arquivoDoExtrato(apoios)).toBe("apoios-demonstracao");
    expect(cabecalhoDoExtrato(apoios, "2026-10-31")).toMatchObject({ demonstracao: true, dataReferencia: "2026-10-31" });
    expect(cabecalhoDoExtrato(proprio, "2026-10-31")).toMatchObject({ demonstracao: false, fontes: [expect.any(String), "arquivo minhas.csv"] });
  });
});

describe("the dictionary", () => {
  it.each(EXTRACTS)("of %s has a line for each column of its contract, all in words", (id) => {
    const linhas = dicionario(CONTRACTS[id]);
    expect(linhas.map(({ coluna }) => coluna)).toEqual(CONTRACTS[id].columns.map(({ name }) => name));
    expect(linhas.filter(({ tipo, descricao }) => tipo === "" || descricao === "")).toEqual([]);
  });

  it("says which lists let other values in, and how long an office's text may be", () => {
    const apoios = dicionario(CONTRACTS.apoios);
    expect(apoios.filter(({ aberta }) => aberta).map(({ coluna }) => coluna)).toEqual(["estrategia", "eixo"]);
    const planos = new Map(dicionario(CONTRACTS.planos).map((linha) => [linha.coluna, linha]));
    expect([planos.get("dificuldade")?.limites, planos.get("orgao")?.limites, planos.get("plano")?.limites]).toEqual(["até 200 caracteres", "até 120 caracteres", null]);
  });

  it("gives limits, units and accepted values", () => {
    const byName = new Map(dicionario(CONTRACTS.municipios).map((linha) => [linha.coluna, linha]));
    expect(byName.get("sede_lat")).toMatchObject({ unidade: "graus", limites: "de \u221234 a 6", obrigatoria: false });
    expect(byName.get("ano_censo")?.limites).toBe("de 1872 a 2100");
    expect(byName.get("porte")?.valores).toContainEqual({ id: "pequeno-1", rotulo: "Pequeno I" });
    expect(byName.get("codigo")).toMatchObject({ obrigatoria: true, limites: null });
  });
});

describe("the address", () => {
  it.each(EXTRACTS)("keeps %s", (extrato) => {
    expect(codec.decode(codec.encode({ extrato }))).toEqual({ extrato });
  });

  it("of an unknown extract opens the first", () => {
    expect(codec.decode({ extrato: "__proto__" })).toEqual({ extrato: "municipios" });
    expect(codec.encode({ extrato: "municipios" })).toEqual({});
  });
});
