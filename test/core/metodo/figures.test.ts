import { describe, expect, it } from "vitest";
import { figureInterval } from "../../../src/core/metodo/figure-interval.ts";
import { prepareFigures, staleness } from "../../../src/core/metodo/figures.ts";
import { fimDoPeriodo } from "../../../src/core/periodo.ts";
import type { ColunaIndicador } from "../../../src/core/indicador.ts";
import { indicador } from "./a-method.ts";

function coluna(valores: readonly (number | null)[], numeradores?: readonly (number | null)[], denominadores?: readonly (number | null)[]): ColunaIndicador {
  return {
    indicador: "x",
    periodo: "2025",
    valores,
    periodos: null,
    fonte: "f",
    ...(numeradores === undefined ? {} : { numeradores }),
    ...(denominadores === undefined ? {} : { denominadores }),
  };
}

const UNITS = ["1", "2", "3", "4"];
const NO_GROUP = [null, null, null, null];
const taxa = indicador("x", { tipo: "rate", multiplicador: 100 });

describe("a rate", () => {
  // Same raw rate of 10 % over very different exposures, and two units that make the state differ.
  const figuras = prepareFigures(taxa, coluna([10, 10, 30, 5], [1, 1000, 3000, 500], [10, 10_000, 10_000, 10_000]), UNITS, NO_GROUP, 2);

  it("is pulled towards the state's the more the fewer are exposed, and says by how much", () => {
    const [small = 0, large = 0] = figuras.pesoProprio.map((w) => w ?? 0);
    expect(small).toBeLessThan(0.75);
    expect(large).toBeGreaterThan(0.98);
    const mean = 100 * (figuras.priori[0]?.mean ?? Number.NaN);
    expect(figuras.valor[0]).toBeCloseTo(small * 10 + (1 - small) * mean, 9);
    expect(Math.abs((figuras.valor[1] ?? 0) - 10)).toBeLessThan(Math.abs((figuras.valor[0] ?? 0) - 10));
  });

  it("keeps the raw figure and its counts beside", () => {
    expect(figuras.bruto).toEqual([10, 10, 30, 5]);
    expect([figuras.eventos[0], figuras.expostos[0]]).toEqual([1, 10]);
  });

  it("has an interval in its own unit: exact Poisson of 1 event in 10, per cent", () => {
    // Garwood, 1 event: 0.0253178 to 5.5716434 (PHE's own table); ÷ 10 × 100.
    const interval = figureInterval(taxa, figuras, 0);
    expect(interval?.lower).toBeCloseTo(0.253178, 5);
    expect(interval?.upper).toBeCloseTo(55.716434, 5);
  });
});

describe("counts that cannot be used", () => {
  it("leave the published figure as it is, each with its reason", () => {
    const figuras = prepareFigures(
      indicador("x", { tipo: "proportion", multiplicador: 100 }),
      coluna([50, 60, 120, 40], [null, 90, 12, 4], [10, 100, 10, 10]),
      UNITS,
      NO_GROUP,
      2,
    );
    expect(figuras.semContagem).toEqual(["sem-contagem", "contagem-diverge", "contagem-impossivel", null]);
    expect(figuras.valor.slice(0, 3)).toEqual([50, 60, 120]);
    expect(figuras.pesoProprio.slice(0, 3)).toEqual([null, null, null]);
    expect(figureInterval(indicador("x", { tipo: "proportion" }), figuras, 0)).toBeNull();
  });

  it("take a published figure rounded to the indicator's places as the same figure", () => {
    const figuras = prepareFigures(taxa, coluna([33.3, null, null, null], [1, null, null, null], [3, null, null, null]), UNITS, NO_GROUP, 1);
    expect(figuras.semContagem[0]).toBeNull();
  });

  it("with nobody exposed give no figure, and never 0", () => {
    const figuras = prepareFigures(taxa, coluna([0, 10, 10, 10], [0, 1, 2, 3], [0, 10, 20, 30]), UNITS, NO_GROUP, 2);
    expect(figuras.valor[0]).toBeNull();
    expect(figuras.ausencia[0]).toBe("sem-expostos");
  });
});

it("a level is never shrunk, and missing stays missing", () => {
  const figuras = prepareFigures(indicador("x", { tipo: "level" }), coluna([1, null, 5, 3], [1, 1, 1, 1], [2, 2, 2, 2]), UNITS, NO_GROUP, 2);
  expect(figuras.valor).toEqual([1, null, 5, 3]);
  expect(figuras.ausencia).toEqual([null, "sem-dado", null, null]);
  expect(figuras.posterior).toEqual([null, null, null, null]);
});

it("an indicator nobody has is missing everywhere", () => {
  expect(prepareFigures(taxa, null, UNITS, NO_GROUP, 2)).toMatchObject({ valor: [null, null, null, null], priori: [] });
});

it("uses the prior of a group with 20 units with data, and the state's for the others", () => {
  const n = 25;
  const units = Array.from({ length: n }, (_, i) => String(i));
  const groups = units.map((_, i) => (i < 20 ? "pequeno-1" : "grande"));
  const eventos = units.map((_, i) => (i < 20 ? 10 + (i % 5) * 8 : 500 + i));
  const expostos = units.map((_, i) => (i < 20 ? 100 : 1000));
  const figuras = prepareFigures(taxa, coluna(eventos.map((o, i) => (100 * o) / (expostos[i] ?? 1)), eventos, expostos), units, groups, 2);
  expect(figuras.priori.map(({ scope }) => scope.kind).sort()).toEqual(["group", "whole"]);
  expect(figuras.priori[figuras.prioriDe[0] ?? -1]?.scope).toEqual({ kind: "group", group: "pequeno-1" });
  expect(figuras.priori[figuras.prioriDe[24] ?? -1]?.scope.kind).toBe("whole");
});

it("refuses columns that do not fit and figures that are not finite, naming the indicator and the unit", () => {
  expect(() => prepareFigures(taxa, coluna([1]), UNITS, NO_GROUP, 2)).toThrow('column "x" has 1 figures for 4 units');
  expect(() => prepareFigures(taxa, coluna([1, 2, Number.NaN, 4]), UNITS, NO_GROUP, 2)).toThrow('"x" of unit "3" must be finite or missing, got NaN');
});

describe("age of a figure", () => {
  it.each([
    ["2023", "2023-12-31"],
    ["2026-02", "2026-02-28"],
    ["2023-T2", "2023-06-30"],
    ["2024-02-10", "2024-02-10"],
  ])("counts from the end of its period: %s", (periodo, fim) => {
    expect(fimDoPeriodo(periodo)).toBe(fim);
  });

  it("passes the validity only after the last whole month of it", () => {
    const x = indicador("x", { validadeMeses: 12 });
    expect(staleness(x, "2024", "2026-01-30")).toEqual({ meses: 12, vencido: false });
    expect(staleness(x, "2024", "2026-01-31")).toEqual({ meses: 13, vencido: true });
    expect(staleness(x, "2026", "2026-01-31")).toEqual({ meses: 0, vencido: false });
  });
});
