import { describe, expect, it } from "vitest";
import { dimensaoDeAnos, dimensaoDeLista, dimensaoDeLugar, dimensaoDeTempo, linhagensDe } from "../../../scripts/publico/dimensoes.ts";
import type { Municipio } from "../../../src/core/municipio.ts";

const municipio = (codigo: number, imediata: number | null, intermediaria: number | null): Municipio => ({
  codigo,
  nome: `M${codigo}`,
  regiaoImediata: imediata === null ? null : { codigo: imediata, nome: "" },
  regiaoIntermediaria: intermediaria === null ? null : { codigo: intermediaria, nome: "" },
  sede: null,
  areaKm2: null,
  populacao: null,
  anoCenso: null,
  porte: null,
});

describe("places", () => {
  it("are municipalities in regions in larger regions in the state, those of no region together", () => {
    const { membros } = dimensaoDeLugar("XX", [municipio(1, 11, 111), municipio(2, null, null), municipio(3, 11, 111)]);
    expect(membros.map(({ id, nivel, pai }) => `${id} ${nivel} ${pai ?? ""}`)).toEqual([
      "XX uf ",
      "111 intermediaria XX",
      "11 regiao 111",
      "1 municipio 11",
      "sem-intermediaria-de-XX intermediaria XX",
      "sem-regiao-de-sem-intermediaria-de-XX regiao sem-intermediaria-de-XX",
      "2 municipio sem-regiao-de-sem-intermediaria-de-XX",
      "3 municipio 11",
    ]);
  });
});

describe("times", () => {
  it("are the periods that are over: on 31 October the month is, its quarter and year are not", () => {
    const { membros } = dimensaoDeTempo("2025-12", "2026-10-31");
    const de = (nivel: string): string[] => membros.filter((membro) => membro.nivel === nivel).map(({ id, pai }) => `${id} ${pai ?? ""}`);
    expect(de("ano")).toEqual(["2025 "]);
    expect(de("trimestre")).toEqual(["2025-T4 2025", "2026-T1 ", "2026-T2 ", "2026-T3 "]);
    expect(de("mes").slice(0, 2)).toEqual(["2025-12 2025-T4", "2026-01 2026-T1"]);
    expect(de("mes").at(-1)).toBe("2026-10 ");
  });

  it("leave out the month of a day that is not its last", () => {
    expect(dimensaoDeTempo("2026-10", "2026-10-30").membros).toEqual([]);
    expect(dimensaoDeTempo(null, "2026-10-30").membros).toEqual([]);
  });

  it("by year alone have no whole, and leave out the year that runs", () => {
    expect(dimensaoDeAnos([2026, 2024, 2025, 2024], "2026-10-31").membros).toEqual([
      { id: "2024", nivel: "ano", pai: null },
      { id: "2025", nivel: "ano", pai: null },
    ]);
  });
});

it("a fact counts in its place and theme, in each alone and in the whole", () => {
  const lugar = { id: "lugar", membros: [{ id: "UF", nivel: "uf", pai: null }, { id: "a", nivel: "municipio", pai: "UF" }] };
  expect(linhagensDe([lugar, dimensaoDeLista("tema", ["x", "y"])], ["a", "y"])).toEqual([["a", "y"], ["a", "*"], ["UF", "y"], ["UF", "*"]]);
});
