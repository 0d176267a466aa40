import { describe, expect, it } from "vitest";
import { celulaSdc, type RelacaoSdc } from "../../../src/core/sdc/problema.ts";
import { custoDeOcultar, faltaProteger, separarTabela } from "../../../src/core/sdc/protecao.ts";

const cells = ["a", "b", "T", "c", "d", "U", "sozinha"].map((id, i) => celulaSdc({ id, value: i }));
const relations: RelacaoSdc[] = [["T", ["a", "b"]], ["U", ["c", "d"]]];

describe("parts of a table", () => {
  it("are the cells that relations tie together, each with its costs and what it keeps hidden", () => {
    const custo = custoDeOcultar(cells, "valor");
    const partes = separarTabela({ k: 5, cells, relations, custo, manter: new Set([4]) });
    expect(partes.map(({ celulas }) => celulas)).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
    expect(partes[1]?.parte.relations).toEqual([["U", ["c", "d"]]]);
    expect([...(partes[1]?.parte.manter ?? [])]).toEqual([1]);
    // Value plus one.
    expect([...(partes[1]?.parte.custo ?? [])]).toEqual([4, 5, 6]);
  });

  it("are one when a total ties them", () => {
    const todas = [...cells, celulaSdc({ id: "tudo", value: 7 })];
    expect(separarTabela({ k: 5, cells: todas, relations: [...relations, ["tudo", ["T", "U"]]], custo: custoDeOcultar(todas, "valor") }).map(({ celulas }) => celulas)).toEqual([[0, 1, 2, 3, 4, 5, 7], [6]]);
  });

  it("cannot be told with a relation of a cell that is not there", () => {
    expect(() => separarTabela({ k: 5, cells, relations: [["T", ["x"]]], custo: custoDeOcultar(cells, "valor") })).toThrow('"x"');
  });
});

it("a count of 3 with k = 5 needs 2 above it, and then 2 more on either side", () => {
  expect(faltaProteger(3, 5, { acima: 0, abaixo: 0 })).toEqual({ acima: 2, abaixo: 0 });
  expect(faltaProteger(3, 5, { acima: 2, abaixo: 0 })).toEqual({ acima: 0, abaixo: 2 });
  expect(faltaProteger(3, 5, { acima: 2, abaixo: 2 })).toBeNull();
});
