import { describe, expect, it } from "vitest";
import { codec, ESTADO_PADRAO, type Estado } from "../../../src/views/visitas/estado.ts";

const CHEIO: Estado = {
  parte: "ajustes",
  equipe: "9900001-2",
  viagem: "9900001-2/2027-01-04",
  municipio: 9900003,
  regiao: [990001, 990002],
  porte: ["medio", "grande"],
  busca: "água",
  hoje: "2026-11-22",
  metodo: "k:3",
  ajustes: "trimestres:4",
  dados: "0123456789abcdef",
};

describe("the address of the visits page", () => {
  it("is empty for the page as it opens", () => {
    expect(codec.encode(ESTADO_PADRAO)).toEqual({});
    expect(codec.decode({})).toEqual(ESTADO_PADRAO);
  });

  it("comes back as it was written, every member", () => {
    expect(codec.decode(codec.encode(CHEIO))).toEqual(CHEIO);
  });

  it.each([
    ["parte", "mapa"],
    ["equipe", "9900001"],
    ["equipe", "9900001-0"],
    ["viagem", "9900001-2/2027-1-4"],
    ["municipio", "990000"],
    ["regiao", "12,abc"],
    ["porte", "enorme"],
    ["hoje", "2026-02-30"],
    ["hoje", "22/11/2026"],
    ["hoje", "9999-01-01"],
    ["dados", "xyz"],
  ])("drops what it does not understand: %s=%s", (nome, valor) => {
    expect(codec.decode({ [nome]: valor })).toEqual(ESTADO_PADRAO);
  });

  it("does not take a parameter from what objects inherit", () => {
    expect(codec.decode(JSON.parse('{"__proto__":{"equipe":"9900001-1"}}') as Record<string, string>)).toEqual(ESTADO_PADRAO);
  });
});
