import { expect, it } from "vitest";
import { type Municipio, nomesDasRegioes, nomesPorCodigo } from "../../src/core/municipio.ts";

const municipio = (codigo: number, nome: string, regiao: number | null): Municipio => ({
  codigo,
  nome,
  regiaoImediata: regiao === null ? null : { codigo: regiao, nome: `Região ${regiao}` },
  regiaoIntermediaria: null,
  sede: null,
  areaKm2: null,
  populacao: null,
  anoCenso: null,
  porte: null,
});
const MUNICIPIOS = [municipio(11, "Alfa", 2), municipio(12, "Beta", null), municipio(13, "Gama", 1), municipio(14, "Delta", 2)];

it("a municipality is called by its name, one that is not in the list by its code", () => {
  const nome = nomesPorCodigo(MUNICIPIOS);
  expect([nome(11), nome(12), nome(5199999)]).toEqual(["Alfa", "Beta", "município 5199999"]);
});

it("each region is named once, and a municipality without one names none", () => {
  expect([...nomesDasRegioes(MUNICIPIOS)]).toEqual([[2, "Região 2"], [1, "Região 1"]]);
});
