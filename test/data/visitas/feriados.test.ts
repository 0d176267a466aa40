import { describe, expect, it } from "vitest";
import { feriadosDoPlano } from "../../../src/data/visitas/feriados.ts";

const PERIODO = { inicio: "2027-01-01", trimestres: 1 };

describe("the holidays of a plan", () => {
  // Easter 2027 is 28 March: Good Friday 26 March, Carnival Tuesday 9 February (47 days before), Corpus Christi 27 May (60 after).
  const deste = (opcionais: readonly string[], uf = "MT"): string[] => feriadosDoPlano(uf, PERIODO, "2026-12-01", opcionais).filter((dia) => dia.startsWith("2027"));

  it("are the national ones", () => {
    expect(deste([])).toEqual(["2027-01-01", "2027-03-26", "2027-04-21", "2027-05-01", "2027-09-07", "2027-10-12", "2027-11-02", "2027-11-15", "2027-11-20", "2027-12-25"]);
  });

  it("are the optional ones the territory names, and no Sunday of Easter", () => {
    expect(deste(["Carnaval (terça-feira)"])).toContain("2027-02-09");
    expect(deste(["Carnaval (terça-feira)"])).not.toContain("2027-05-27");
    expect(deste(["Páscoa"])).not.toContain("2027-03-28");
  });

  it("are those of the state", () => {
    expect(deste([], "RO")).toContain("2027-01-04");
    expect(deste([])).not.toContain("2027-01-04");
  });

  it("reach the years before and after, where terms may fall", () => {
    const anos = new Set(feriadosDoPlano("MT", PERIODO, "2026-12-01", []).map((dia) => dia.slice(0, 4)));
    expect([...anos]).toEqual(["2025", "2026", "2027", "2028"]);
    expect(() => feriadosDoPlano("MT", { inicio: "2099-01-01", trimestres: 4 }, "2026-12-01", [])).toThrow(/1900 to 2099/);
  });
});
