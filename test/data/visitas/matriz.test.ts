import { describe, expect, it } from "vitest";
import { createPlaceResolver } from "../../../src/data/places/resolver.ts";
import { readMatriz, type LeituraDaMatriz } from "../../../src/data/visitas/matriz.ts";

const MUNICIPIOS = [
  { codigo: 1100015, nome: "Alta Floresta D'Oeste" },
  { codigo: 1100023, nome: "Ariquemes" },
  { codigo: 1100031, nome: "Cabixi" },
];
const LUGARES = createPlaceResolver({
  territorio: { codigoUf: 11, uf: "RO" },
  brasil: [...MUNICIPIOS.map((municipio) => ({ ...municipio, siafi: null, uf: "RO" })), { codigo: 5300108, nome: "Brasília", siafi: null, uf: "DF" }] as never,
  variantes: [],
});
const CERTA = "km,1100015,1100023,1100031\n1100015,0,300.5,250\n1100023,300.5,0,480\n1100031,250,480,0\n";

function ler(texto: string, unidade: "km" | "horas" | null = null): Promise<LeituraDaMatriz> {
  return readMatriz(new File([texto], "distancias.csv"), LUGARES, MUNICIPIOS, unidade);
}

async function queixas(texto: string, unidade: "km" | "horas" | null = null): Promise<string[]> {
  const { matriz, problemas } = await ler(texto, unidade);
  expect(matriz).toBeNull();
  return problemas.map(({ mensagem }) => mensagem);
}

describe("a table of measured distances", () => {
  it("is read by code, with the unit its corner says", async () => {
    expect(await ler(CERTA)).toEqual({
      matriz: { unidade: "km", codigos: [1100015, 1100023, 1100031], valores: [0, 300.5, 250, 300.5, 0, 480, 250, 480, 0], arquivo: "distancias.csv" },
      problemas: [],
    });
  });

  it("is read by name, with Brazilian figures, in any order of rows", async () => {
    const texto = "horas;Ariquemes;Cabixi;Alta Floresta D'Oeste\nCabixi;8,5;;4,25\nAlta Floresta D'Oeste;5,5;4,25;0\nAriquemes;;8,5;5,5\n";
    const { matriz } = await ler(texto);
    expect(matriz).toMatchObject({ unidade: "horas", codigos: [1100015, 1100023, 1100031], valores: [0, 5.5, 4.25, 5.5, 0, 8.5, 4.25, 8.5, 0] });
  });

  it("asks for the unit when neither corner nor page says", async () => {
    const semUnidade = CERTA.replace(/^km/, "municipio");
    expect(await queixas(semUnidade)).toEqual(["A tabela não diz se os números são quilômetros ou horas."]);
    expect((await ler(semUnidade, "horas")).matriz?.unidade).toBe("horas");
    // The page's choice goes before the corner's.
    expect((await ler(CERTA, "horas")).matriz?.unidade).toBe("horas");
  });

  it("that is asymmetric is refused, with the pair and both figures", async () => {
    expect(await queixas(CERTA.replace("1100031,250", "1100031,260"))).toEqual([
      "Ida e volta são diferentes: de Alta Floresta D'Oeste a Cabixi são 250 e na volta 260.",
    ]);
  });

  it("that is negative, incomplete or not of figures is refused, with the cell", async () => {
    expect(await queixas(CERTA.replaceAll("480", "-480"))).toEqual(["A distância de Ariquemes a Cabixi é negativa.", "A distância de Cabixi a Ariquemes é negativa."]);
    const { problemas } = await ler(CERTA.replace("0,480\n", "0,\n"));
    expect(problemas).toMatchObject([{ linha: 3, coluna: "Cabixi", valor: null, mensagem: "Falta a distância de Ariquemes a Cabixi." }]);
    expect(await queixas(CERTA.replace("0,480\n", "0,perto\n"))).toEqual(["A distância de Ariquemes a Cabixi não é um número."]);
    expect(await queixas(CERTA.replace("1100015,0", "1100015,7"))).toEqual(["A distância de Alta Floresta D'Oeste a si mesmo não é zero."]);
  });

  it("of the wrong size is refused", async () => {
    expect(await queixas(CERTA.replace("1100031,250,480,0\n", ""))).toEqual(["A tabela tem 2 linhas e 3 colunas de municípios."]);
  });

  it("without a municipality of the territory is refused, with its name", async () => {
    expect(await queixas("km,1100015,1100023\n1100015,0,300\n1100023,300,0\n")).toEqual(["A tabela não tem todos os municípios: falta Cabixi."]);
  });

  it("with municipalities nobody knows, of another state or twice is refused", async () => {
    expect(await queixas(CERTA.replaceAll("1100031", "Atlântida"))).toEqual([
      "O município “Atlântida” da coluna não é conhecido neste território.",
      "O município “Atlântida” da linha não é conhecido neste território.",
    ]);
    expect((await queixas(CERTA.replaceAll("1100031", "5300108")))[0]).toMatch(/“5300108” da coluna não é conhecido neste território/);
    expect((await queixas(CERTA.replaceAll("1100031", "1100023")))[0]).toBe("Ariquemes aparece em mais de uma coluna.");
    expect(await queixas(CERTA.replace("\n1100031", "\n1100023"))).toEqual(["Ariquemes aparece em mais de uma linha."]);
  });

  it("that is no table at all is refused", async () => {
    expect(await queixas("a,b\n1,2\n")).toEqual(["O arquivo não tem uma tabela de distâncias: uma linha e uma coluna com os municípios."]);
    expect((await queixas("%PDF-1.4\n"))[0]).toMatch(/PDF/);
  });
});
