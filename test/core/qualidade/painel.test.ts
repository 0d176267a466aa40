import { expect, it } from "vitest";
import { montarPainel, type PacoteDeValores } from "../../../src/core/qualidade/painel.ts";
import { MUNICIPIOS } from "./amostra.ts";

const pacote = (mudanca: Partial<PacoteDeValores>): PacoteDeValores => ({
  indicador: "b",
  periodo: "2021",
  fonte: "fonte-a",
  codigos: "9900002|9900004",
  valores: "2|0",
  numeradores: null,
  denominadores: null,
  ...mudanca,
});

it("aligns figures with the municipalities, a zero being a figure and a hole being none", () => {
  const { colunas } = montarPainel([pacote({})], MUNICIPIOS);
  expect([...(colunas[0]?.valores ?? [])]).toEqual([Number.NaN, 2, Number.NaN, 0, Number.NaN]);
});

it("leaves out municipalities that are not in the list", () => {
  const { colunas } = montarPainel([pacote({ codigos: "9900002|9999999", valores: "2|7" })], MUNICIPIOS);
  expect([...(colunas[0]?.valores ?? [])].filter((valor) => !Number.isNaN(valor))).toEqual([2]);
});

it("joins packs of two sources into one column, named after the source with more figures", () => {
  const { colunas } = montarPainel(
    [pacote({ fonte: "do-usuario", codigos: "9900001", valores: "9" }), pacote({})],
    MUNICIPIOS,
  );
  expect(colunas).toHaveLength(1);
  expect(colunas[0]?.fonte).toBe("fonte-a");
  expect([...(colunas[0]?.valores ?? [])]).toEqual([9, 2, Number.NaN, 0, Number.NaN]);
});

it("keeps numerators and denominators where there are any, empty items being none", () => {
  const { colunas } = montarPainel([pacote({ numeradores: "4|", denominadores: "2|5" })], MUNICIPIOS);
  expect([...(colunas[0]?.numeradores ?? [])]).toEqual([Number.NaN, 4, Number.NaN, Number.NaN, Number.NaN]);
  expect([...(colunas[0]?.denominadores ?? [])]).toEqual([Number.NaN, 2, Number.NaN, 5, Number.NaN]);
});

it("comes by indicator, oldest period first", () => {
  const { colunas } = montarPainel(
    [pacote({ periodo: "2022" }), pacote({ indicador: "a", periodo: "2030" }), pacote({ periodo: "2019" })],
    MUNICIPIOS,
  );
  expect(colunas.map(({ indicador, periodo }) => `${indicador} ${periodo}`)).toEqual(["a 2030", "b 2019", "b 2022"]);
});
