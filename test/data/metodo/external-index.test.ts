import { describe, expect, it } from "vitest";
import { Refusal } from "../../../src/data/import/whole-file.ts";
import { readExternalIndex, type ExternalIndex, type ExternalIndexOptions } from "../../../src/data/metodo/external-index.ts";
import { createPlaceResolver } from "../../../src/data/places/resolver.ts";
import { openRaw } from "../../../src/data/raw/open.ts";

/** Two municipalities here; "Água Boa" is also a name of another state. */
const LUGARES = createPlaceResolver({
  territorio: { codigoUf: 51, uf: "MT" },
  brasil: [
    { codigo: 5100102, nome: "Acorizal", uf: "MT", siafi: 9001 },
    { codigo: 5100201, nome: "Água Boa", uf: "MT", siafi: 9002 },
    { codigo: 5100250, nome: "Alta Floresta", uf: "MT", siafi: 9003 },
    { codigo: 3100609, nome: "Água Boa", uf: "MG", siafi: 4001 },
  ],
  variantes: [],
});

async function read(text: string, options: Partial<ExternalIndexOptions> = {}): Promise<ExternalIndex> {
  const { tabelas } = await openRaw(new TextEncoder().encode(text), "indice.csv");
  return readExternalIndex(tabelas, LUGARES, { uf: null, ...options });
}

describe("an index of the user's", () => {
  it("is read by code, with decimal comma, and says which column it took", async () => {
    const indice = await read("Código IBGE;Município;Ano;ID SUAS\n5100102;Acorizal;2024;0,512\n5100201;Água Boa;2024;1,000\n5100250;Alta Floresta;2024;0\n");
    expect(indice.coluna).toBe("ID SUAS");
    expect([...indice.valores]).toEqual([
      [5100102, 0.512],
      [5100201, 1],
      [5100250, 0],
    ]);
    expect(indice.problemas).toEqual([]);
  });

  it("is read by a six-digit code, with decimal point and commas between cells", async () => {
    const indice = await read("codigo,valor\n510010,0.25\n510020,0.75\n");
    expect([...indice.valores]).toEqual([
      [5100102, 0.25],
      [5100201, 0.75],
    ]);
  });

  it("keeps a blank as missing, never as zero", async () => {
    const indice = await read("codigo;valor\n5100102;0,3\n5100201;\n5100250;sem dado\n");
    expect([...indice.valores]).toEqual([[5100102, 0.3]]);
    expect([...indice.vazios]).toEqual([5100201, 5100250]);
    expect(indice.problemas).toEqual([]);
  });

  it("never guesses the state of a name that two have, and reads it once it is said", async () => {
    const texto = "Município;Índice\nAcorizal;0,3\nÁgua Boa;0,6\n";
    const semUf = await read(texto);
    expect([...semUf.valores]).toEqual([[5100102, 0.3]]);
    expect(semUf.ambiguos).toBe(1);
    expect(semUf.problemas[0]?.linha).toBe(3);
    expect(semUf.problemas[0]?.valor).toBe("Água Boa");
    const comUf = await read(texto, { uf: "MT" });
    expect(comUf.valores.get(5100201)).toBe(0.6);
    expect(comUf.ambiguos).toBe(0);
  });

  it("believes the state of the line before the one said for all", async () => {
    const indice = await read("Município;UF;Índice\nÁgua Boa;MG;0,6\nAcorizal;MT;0,2\n", { uf: "MT" });
    expect([...indice.valores]).toEqual([[5100102, 0.2]]);
    expect(indice.deFora).toBe(1);
  });

  it("says of each line what could not be read and what to do", async () => {
    const indice = await read("codigo;valor\n5100102;0,3\n5100201;0,4\n5100250;0,5\n9999999;0,1\n5100102;0,3\n5100201;1,4\n");
    expect([...indice.valores]).toEqual([
      [5100102, 0.3],
      [5100201, 0.4],
      [5100250, 0.5],
    ]);
    expect(indice.problemas.map(({ linha, valor }) => [linha, valor])).toEqual([
      [5, "9999999"],
      [7, "1,4"],
    ]);
    expect(indice.problemas[1]?.mensagem).toBe("O índice vai de 0 a 1: este valor está fora e não foi lido.");
  });

  it("uses neither of two different figures of a municipality", async () => {
    const indice = await read("codigo;valor\n5100102;0,3\n5100201;0,4\n5100102;0,9\n");
    expect([...indice.valores]).toEqual([[5100201, 0.4]]);
    expect(indice.problemas[0]?.mensagem).toContain("mais de uma vez, com valores diferentes");
  });

  it("takes the column whose title names an index before others of the same scale, or the one asked for", async () => {
    const texto = "codigo;cobertura;ID SUAS\n5100102;0,9;0,3\n5100201;0,8;0,4\n";
    const indice = await read(texto);
    expect(indice.colunas).toEqual(["ID SUAS", "cobertura"]);
    expect(indice.valores.get(5100102)).toBe(0.3);
    expect((await read(texto, { coluna: "cobertura" })).valores.get(5100102)).toBe(0.9);
  });

  it("is refused without a column of municipalities, or without one of numbers 0–1", async () => {
    await expect(read("ano;valor\n2024;0,3\n")).rejects.toThrow("O arquivo não tem uma coluna de município.");
    await expect(read("codigo;valor\n5100102;30\n5100201;45\n")).rejects.toThrow("Nenhuma coluna do arquivo tem números de 0 a 1.");
    await expect(read("codigo;valor\n5100102;0,3\n", { coluna: "nota" })).rejects.toBeInstanceOf(Refusal);
  });

  it("says so when nobody of the territory is in it", async () => {
    const indice = await read("codigo;valor\n3100609;0,3\n");
    expect(indice.deFora).toBe(1);
    expect(indice.problemas.map(({ mensagem }) => mensagem)).toEqual(["Nenhum município deste território tem valor no arquivo."]);
  });
});
