import { describe, expect, it } from "vitest";
import { FATIA } from "../../../../src/views/cobertura/servicos/estado-da-parte.ts";

describe("the address of the part of services", () => {
  it("gives back every choice, and says nothing of the defaults", () => {
    const estado = { servico: "cadastro-unico", ano: 2024, contra: 2023, medida: "satisfacao", grupo: "regiao", cem: true } as const;
    expect(FATIA.decode(FATIA.encode(estado))).toEqual(estado);
    expect(FATIA.encode(FATIA.padrao)).toEqual({});
    expect(FATIA.decode({})).toEqual(FATIA.padrao);
  });

  it("falls back to the default for what it does not understand", () => {
    expect(FATIA.decode({ servico: "<b>", "servico-ano": "20", "servico-contra": "2024x", "servico-medida": "pior", "servico-grupo": "", "servico-escala": "10" })).toEqual(FATIA.padrao);
  });

  it("takes no other part's parameter: all its names begin with the word servico", () => {
    const nomes = Object.keys(FATIA.encode({ servico: "x", ano: 2024, contra: 2023, medida: "satisfacao", grupo: "regiao", cem: true }));
    expect(nomes).toHaveLength(6);
    expect(nomes.every((nome) => nome.startsWith("servico"))).toBe(true);
  });
});
