import { expect, it } from "vitest";
import {
  fimDoPeriodo,
  inicioDoPeriodo,
  mesesDesde,
  mesesEntre,
  terminouAntes,
} from "../../src/core/periodo.ts";

it.each([
  ["2023", "2023-01-01", "2023-12-31"],
  ["2023-T2", "2023-04-01", "2023-06-30"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2026-11-22", "2026-11-22", "2026-11-22"],
])("%s runs from %s to %s", (periodo, inicio, fim) => {
  expect(inicioDoPeriodo(periodo)).toBe(inicio);
  expect(fimDoPeriodo(periodo)).toBe(fim);
});

it("counts whole months from the end of a period and between starts, whichever comes first", () => {
  expect(mesesDesde("2023", "2026-10-31")).toBe(34);
  expect(mesesDesde("2026-06", "2026-10-31")).toBe(4);
  expect(mesesEntre("2018", "2016")).toBe(24);
  expect(mesesEntre("2021", "2026-06")).toBe(65);
});

it("a period that runs into the day is not over before it", () => {
  expect(terminouAntes("2024", "2025-01-01")).toBe(true);
  expect(terminouAntes("2025", "2025-01-01")).toBe(false);
});
