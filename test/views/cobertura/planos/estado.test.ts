import { describe, expect, it } from "vitest";
import { FATIA } from "../../../../src/views/cobertura/planos/estado-da-parte.ts";

describe("the part's slice of the address", () => {
  it("leaves defaults out", () => {
    expect(FATIA.encode(FATIA.padrao)).toEqual({});
    expect(FATIA.decode({})).toEqual(FATIA.padrao);
  });

  it("comes back as it went", () => {
    const estado: typeof FATIA.padrao = {
      lista: "acoes",
      municipio: 9900001,
      especies: ["apoio"],
      origens: ["auditoria", "censo-suas"],
      situacoes: ["atrasada", "concluida"],
      orgao: "Secretaria de Assistência, Trabalho & Renda",
      fonte: "extrato",
    };
    expect(FATIA.decode(FATIA.encode(estado))).toEqual(estado);
  });

  it("falls back to the defaults for what it does not understand", () => {
    expect(FATIA.decode({ "planos-lista": "x", "planos-municipio": "12", "planos-especie": "outra", "planos-situacao": "atrasada,zzz", "planos-fonte": "?" })).toEqual({
      ...FATIA.padrao,
      situacoes: ["atrasada"],
    });
  });
});
