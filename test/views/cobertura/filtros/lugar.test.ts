import { describe, expect, it } from "vitest";
import { codigosFora, dentroDe, municipiosNoRecorte } from "../../../../src/views/cobertura/filtros/lugar.ts";
import { MUNICIPIOS } from "../municipios.ts";

describe("filters of place", () => {
  it("keep municipalities by region and porte together; one without either is in no filtered list", () => {
    const nomes = (recorte: Parameters<typeof municipiosNoRecorte>[1]) =>
      municipiosNoRecorte(MUNICIPIOS, recorte).map(({ nome }) => nome);
    expect(nomes({ regioes: [], portes: [] })).toEqual(["Alfa", "Beta", "Gama", "Delta"]);
    expect(nomes({ regioes: [990001], portes: [] })).toEqual(["Alfa", "Beta"]);
    expect(nomes({ regioes: [990001, 990002], portes: ["pequeno-1"] })).toEqual(["Alfa", "Gama"]);
    expect([...codigosFora(MUNICIPIOS, { regioes: [990002], portes: [] })]).toEqual([9900001, 9900002, 9900004]);
  });

  it("become positions for the questions, and nothing where there is no filter", () => {
    expect(dentroDe(MUNICIPIOS, { regioes: [], portes: [] })).toBeNull();
    expect(dentroDe(MUNICIPIOS, { regioes: [990002], portes: [] })).toEqual([2]);
    expect(dentroDe(MUNICIPIOS, { regioes: [990002], portes: ["metropole"] })).toEqual([]);
  });
});
