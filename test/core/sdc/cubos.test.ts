import { describe, expect, it } from "vitest";
import { contarCubos, type Cubo, type Dimensao, type Fato } from "../../../src/core/sdc/cubos.ts";

const LUGAR: Dimensao = {
  id: "lugar",
  membros: [
    { id: "UF", nivel: "uf", pai: null },
    { id: "norte", nivel: "regiao", pai: "UF" },
    { id: "a", nivel: "municipio", pai: "norte" },
    { id: "b", nivel: "municipio", pai: "norte" },
  ],
};
const TEMPO: Dimensao = {
  id: "tempo",
  membros: [
    { id: "2026", nivel: "ano", pai: null },
    { id: "T1", nivel: "trimestre", pai: "2026" },
    { id: "T2", nivel: "trimestre", pai: "2026" },
    { id: "jan", nivel: "mes", pai: "T1" },
    { id: "abr", nivel: "mes", pai: "T2" },
  ],
};
const POR_ANO: Cubo = { id: "municipio-ano", niveis: { lugar: "municipio", tempo: "ano" } };
const POR_MES: Cubo = { id: "uf-mes", niveis: { lugar: "uf", tempo: "mes" } };

/** a: two in January of one person and one in April of another; b: one in January of the first person. */
const FATOS: readonly Fato[] = [
  { membros: ["a", "jan"], quem: 1 },
  { membros: ["a", "jan"], quem: 1 },
  { membros: ["a", "abr"], quem: 2 },
  { membros: ["b", "jan"], quem: 1 },
];

const contado = contarCubos([LUGAR, TEMPO], [POR_ANO, POR_MES], FATOS, 2);
const porId = Object.fromEntries(contado.cells.map(({ id, value, primary }, i) => [id, [value, contado.pessoas[i], primary]]));

describe("tables of a release", () => {
  it("count each table and every total that it implies, and nothing finer", () => {
    // value, persons, primary (k = 2). By month only the whole state; by place only the year.
    expect(porId).toEqual({
      "a|2026": [3, 2, false],
      "b|2026": [1, 1, true],
      "norte|2026": [4, 2, false],
      "UF|2026": [4, 2, false],
      "UF|jan": [3, 1, true],
      "UF|abr": [1, 1, true],
      "UF|T1": [3, 1, true],
      "UF|T2": [1, 1, true],
    });
  });

  it("count the persons behind a cell and not their facts: three facts of one person are primary", () => {
    expect(porId["UF|jan"]).toEqual([3, 1, true]);
  });

  it("are tied where every part is there", () => {
    expect(new Set(contado.relations.map(([total, partes]) => `${total} = ${partes.join(" + ")}`))).toEqual(
      new Set(["norte|2026 = a|2026 + b|2026", "UF|2026 = norte|2026", "UF|2026 = UF|T1 + UF|T2", "UF|T1 = UF|jan", "UF|T2 = UF|abr"]),
    );
  });

  it("know their cells", () => {
    expect(contado.doCubo.get("municipio-ano")?.map((i) => contado.cells[i]?.id)).toEqual(["a|2026", "b|2026"]);
  });

  it("leave out, counted, a fact of a place that is not there", () => {
    expect(contarCubos([LUGAR, TEMPO], [POR_ANO], [...FATOS, { membros: ["z", "jan"], quem: 3 }], 2).deFora).toBe(1);
  });

  it("are refused for a level that a dimension does not have, or a part without its whole", () => {
    expect(() => contarCubos([LUGAR, TEMPO], [{ id: "x", niveis: { lugar: "bairro", tempo: "ano" } }], [], 2)).toThrow(/no level "bairro"/);
    expect(() => contarCubos([{ id: "lugar", membros: [{ id: "a", nivel: "municipio", pai: "nada" }] }], [], [], 2)).toThrow(/"nada"/);
  });
});

describe("facts of more than one", () => {
  it("add as many as they are, and as many persons", () => {
    // Requests of a service: 12 of municipality a in January, 0 and then 3 of b.
    const fatos: readonly Fato[] = [
      { membros: ["a", "jan"], quem: 0, quantos: 12 },
      { membros: ["b", "jan"], quem: 1, quantos: 0 },
      { membros: ["b", "abr"], quem: 2, quantos: 3 },
    ];
    const { cells, pessoas } = contarCubos([LUGAR, TEMPO], [POR_ANO], fatos, 5);
    expect(cells.map(({ id, value, primary }, i) => [id, value, pessoas[i], primary])).toEqual([
      ["a|2026", 12, 12, false],
      ["b|2026", 3, 3, true],
      ["norte|2026", 15, 15, false],
      ["UF|2026", 15, 15, false],
    ]);
  });

  it.each([-1, 2.5, Number.NaN])("cannot be %s", (quantos) => {
    expect(() => contarCubos([LUGAR, TEMPO], [POR_ANO], [{ membros: ["a", "jan"], quem: 0, quantos }], 5)).toThrow(RangeError);
  });
});
