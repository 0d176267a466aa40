import { describe, expect, test } from "vitest";
import { apoiosDados, contarPorMunicipio, resumirApoio, type LinhaDoApoio } from "../../../src/core/publico/visitas.ts";

function linha(apoio: string, codigo: number, data: string, outros: Partial<LinhaDoApoio> = {}): LinhaDoApoio {
  return { apoio, codigo, data, estrategia: "encontro", modalidade: "presencial", situacao: "realizado", ...outros };
}

const LUGARES = [
  { codigo: 1, regiao: { codigo: 10, nome: "Norte" } },
  { codigo: 2, regiao: { codigo: 10, nome: "Norte" } },
  { codigo: 3, regiao: { codigo: 20, nome: "Sul" } },
  { codigo: 4, regiao: null },
];

describe("support that is published", () => {
  test("is what was given: planned, called off, undated or after the day of the release are not", () => {
    const linhas = [
      linha("a", 1, "2025-05-10"),
      linha("b", 1, "2025-05-10", { situacao: "" }),
      linha("c", 1, "2025-05-10", { situacao: "previsto" }),
      linha("d", 1, "2025-05-10", { situacao: "cancelado" }),
      linha("e", 1, ""),
      linha("f", 1, "2025-12-01"),
    ];
    expect(apoiosDados(linhas, "2025-11-30").map(({ apoio }) => apoio)).toEqual(["a", "b"]);
  });

  test("counts an event once for each municipality that it reached, and a repeated row once", () => {
    const linhas = [linha("a", 1, "2025-05-10"), linha("a", 1, "2025-05-10"), linha("a", 2, "2025-05-10"), linha("b", 1, "2025-06-01", { modalidade: "nao-presencial" }), linha("c", 1, "2024-06-01")];
    expect(contarPorMunicipio(linhas)).toEqual([
      { codigo: 1, ano: 2024, estrategia: "encontro", apoios: 1, presenciais: 1 },
      { codigo: 1, ano: 2025, estrategia: "encontro", apoios: 2, presenciais: 1 },
      { codigo: 2, ano: 2025, estrategia: "encontro", apoios: 1, presenciais: 1 },
    ]);
  });

  test("by region adds up pairs of event and municipality, and a region without support is a row with zero", () => {
    // a reaches 1 and 2 (two pairs of Norte), b reaches 1: three pairs, two municipalities, two events.
    const linhas = [linha("a", 1, "2025-01-10"), linha("a", 2, "2025-01-10"), linha("b", 1, "2025-12-02")];
    const apoio = resumirApoio(linhas, LUGARES, { demonstracao: true, nomeDaEstrategia: (id) => id.toUpperCase() });
    expect(apoio.regioes).toEqual([
      { ano: 2025, regiao: 10, nome: "Norte", municipios: 2, alcancados: 2, apoios: 3 },
      { ano: 2025, regiao: 20, nome: "Sul", municipios: 1, alcancados: 0, apoios: 0 },
      { ano: 2025, regiao: null, nome: "Sem região", municipios: 1, alcancados: 0, apoios: 0 },
    ]);
    expect(apoio.anos).toEqual([{ ano: 2025, completo: true, eventos: 2, municipios: 2, presenciais: 2 }]);
    expect(apoio.estrategias).toEqual([{ ano: 2025, estrategia: "encontro", nome: "ENCONTRO", eventos: 2, municipios: 2 }]);
  });

  test("a year is whole only when the register spans it, and the register is dated by months", () => {
    const apoio = resumirApoio([linha("a", 1, "2024-11-20"), linha("b", 1, "2025-03-01"), linha("c", 1, "2026-02-01")], LUGARES, { demonstracao: false, nomeDaEstrategia: (id) => id });
    expect(apoio.anos.map(({ ano, completo }) => [ano, completo])).toEqual([
      [2024, false],
      [2025, true],
      [2026, false],
    ]);
    expect([apoio.inicio, apoio.fim]).toEqual(["2024-11", "2026-02"]);
  });
});
