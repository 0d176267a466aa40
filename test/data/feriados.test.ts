import { describe, expect, it } from "vitest";
import { paradosDosAnos } from "../../src/data/feriados.ts";

const OPCIONAIS = ["Carnaval (terça-feira)", "Corpus Christi"];

describe("the days without business of a year", () => {
  // Easter 2024 is 31 March: Carnival Tuesday 13 February (47 days before), Good Friday 29 March, Corpus Christi 30 May (60 after).
  it("are the holidays by law and the optional days named, in order, each with its name", () => {
    expect(paradosDosAnos("MT", 2024, 2024, OPCIONAIS).map(({ inicio, tipo }) => `${inicio} ${tipo}`)).toEqual([
      "2024-01-01 feriado",
      "2024-02-13 facultativo",
      "2024-03-29 feriado",
      "2024-04-21 feriado",
      "2024-05-01 feriado",
      "2024-05-30 facultativo",
      "2024-09-07 feriado",
      "2024-10-12 feriado",
      "2024-11-02 feriado",
      "2024-11-15 feriado",
      "2024-11-20 feriado",
      "2024-12-25 feriado",
    ]);
  });

  it("leave out the optional days that are not named, and Easter Sunday", () => {
    const nomes = paradosDosAnos("MT", 2026, 2026, ["Páscoa"]).map(({ nome }) => nome);
    expect(nomes).not.toContain("Páscoa");
    expect(nomes).not.toContain("Corpus Christi");
  });

  it("are one day each, everywhere in the state", () => {
    for (const { inicio, fim, municipio } of paradosDosAnos("MT", 2023, 2026, OPCIONAIS)) {
      expect(fim).toBe(inicio);
      expect(municipio).toBeNull();
    }
  });

  it("hold of every year asked for, the first and the last included", () => {
    const anos = paradosDosAnos("MT", 2023, 2026, []).map(({ inicio }) => inicio.slice(0, 4));
    expect([...new Set(anos)]).toEqual(["2023", "2024", "2025", "2026"]);
    expect(paradosDosAnos("MT", 2026, 2025, [])).toEqual([]);
  });

  it("of years the library does not know are refused", () => {
    expect(() => paradosDosAnos("MT", 1899, 1950, [])).toThrow(RangeError);
    expect(() => paradosDosAnos("MT", 2026, 2100, [])).toThrow("2026 to 2100");
    expect(() => paradosDosAnos("MT", Number.NaN, 2026, [])).toThrow(RangeError);
  });

  it("of a state have its own holidays, and of no state the national ones only", () => {
    expect(paradosDosAnos("RO", 2026, 2026, []).map(({ inicio }) => inicio)).toContain("2026-01-04");
    expect(paradosDosAnos("XX", 2026, 2026, []).map(({ inicio }) => inicio)).not.toContain("2026-01-04");
  });
});
