import { describe, expect, it } from "vitest";
import { montarSeries, primeiroMesEmUso, taxaNoMes, type ContagensMensais } from "../../../src/core/alerta/series.ts";

const LUGARES = [
  { codigo: 11, populacao: 1_000, regiao: 1 },
  { codigo: 12, populacao: 3_000, regiao: 1 },
  { codigo: 13, populacao: null, regiao: null },
];

/** February 2024 has 29 days. */
const CONTAGENS: ContagensMensais = {
  meses: ["2024-01", "2024-02"],
  grupos: [
    { municipio: 11, tema: "bpc" },
    { municipio: 11, tema: "outro" },
    { municipio: 12, tema: "bpc" },
    { municipio: 99, tema: "outro" },
  ],
  contagens: [1, 2, 3, 4, 5, 6, 100, 200],
};

describe("montarSeries", () => {
  const series = montarSeries(CONTAGENS, LUGARES);
  const de = (id: string) => series.find((serie) => serie.id === id);

  it("makes one of the territory, of each region and municipality and of each theme seen", () => {
    expect(series.map(({ id }) => id)).toEqual(["territorio", "regiao-1", "municipio-11", "municipio-12", "municipio-13", "tema-bpc", "tema-outro"]);
  });

  it("adds up the groups of each", () => {
    expect(de("municipio-11")?.contagens).toEqual([1 + 3, 2 + 4]);
    expect(de("regiao-1")?.contagens).toEqual([1 + 3 + 5, 2 + 4 + 6]);
    expect(de("tema-bpc")?.contagens).toEqual([1 + 5, 2 + 6]);
  });

  it("counts a municipality that is not in the list in the territory and its theme alone", () => {
    expect(de("territorio")?.contagens).toEqual([109, 212]);
    expect(de("tema-outro")?.contagens).toEqual([103, 204]);
    expect(de("municipio-99")).toBeUndefined();
  });

  it("gives a municipality without a complaint a series of zeros", () => {
    expect(de("municipio-13")?.contagens).toEqual([0, 0]);
  });

  it("is exposed by inhabitants times the days of the month, or by the days where a population is not known", () => {
    expect(de("regiao-1")?.exposicao).toEqual([4_000 * 31, 4_000 * 29]);
    expect(de("municipio-13")?.exposicao).toEqual([31, 29]);
    expect(de("territorio")?.populacao).toBeNull();
  });

  it("takes a population of nobody for one that is not known", () => {
    const [territorio] = montarSeries(CONTAGENS, [{ codigo: 11, populacao: 0, regiao: null }]);
    expect(territorio).toMatchObject({ populacao: null, exposicao: [31, 29] });
  });

  it("takes only the first months when asked to", () => {
    const [territorio] = montarSeries(CONTAGENS, LUGARES, 1);
    expect(territorio?.contagens).toEqual([109]);
    expect(montarSeries(CONTAGENS, LUGARES, 1).find(({ id }) => id === "municipio-12")?.contagens).toEqual([5]);
  });
});

describe("taxaNoMes", () => {
  it("is per 10,000 inhabitants in 30 days, and absent without a population", () => {
    const series = montarSeries(CONTAGENS, LUGARES);
    const regiao = series.find(({ id }) => id === "regiao-1");
    const sem = series.find(({ id }) => id === "municipio-13");
    if (regiao === undefined || sem === undefined) throw new Error("no series");
    // 9 in 31 days among 4,000: 9 ÷ (4,000·31) · 30 · 10,000.
    expect(taxaNoMes(regiao, 0)).toBeCloseTo(21.774193548, 8);
    expect(taxaNoMes(sem, 0)).toBeNull();
    expect(taxaNoMes(regiao, 7)).toBeNull();
  });
});

describe("primeiroMesEmUso", () => {
  it("is after the last twelve months without any complaint", () => {
    const zeros = Array<number>(12).fill(0);
    expect(primeiroMesEmUso([1, ...zeros, 5, 6])).toBe(13);
    expect(primeiroMesEmUso([1, ...zeros.slice(1), 5, 6])).toBe(0);
    expect(primeiroMesEmUso([1, ...zeros, 5, ...zeros, 0, 7])).toBe(27);
    expect(primeiroMesEmUso([3, 0, 4])).toBe(0);
  });
});
