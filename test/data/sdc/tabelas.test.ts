import loadHighs, { type Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Dimensao, Fato } from "../../../src/core/sdc/cubos.ts";
import { protegerTabelas, type EdicaoAnterior, type PedidoDeProtecao, type TabelasProtegidas } from "../../../src/data/sdc/tabelas.ts";

let highs: Highs;

beforeAll(async () => {
  highs = await loadHighs();
});

const LUGAR: Dimensao = {
  id: "lugar",
  membros: [
    { id: "UF", nivel: "uf", pai: null },
    { id: "norte", nivel: "regiao", pai: "UF" },
    { id: "sul", nivel: "regiao", pai: "UF" },
    ...["a", "b", "c"].map((id) => ({ id, nivel: "municipio", pai: "norte" })),
    ...["d", "e", "f"].map((id) => ({ id, nivel: "municipio", pai: "sul" })),
  ],
};

const TENTAR = ["municipio", "regiao", "uf"].map((lugar) => ({ lugar }));

/** Facts of so many persons in each municipality. */
const fatosDe = (quantos: Readonly<Record<string, number>>): Fato[] => Object.entries(quantos).map(([id, n], quem) => ({ membros: [id], quem, quantos: n }));

const proteger = (quantos: Readonly<Record<string, number>>, outros: Partial<PedidoDeProtecao> = {}): TabelasProtegidas =>
  protegerTabelas(highs, { k: 5, dimensoes: [LUGAR], fatos: fatosDe(quantos), tabelas: [{ id: "t", tentar: TENTAR }], ocultoAte: 0.05, ...outros });

const impressas = ({ sistema, ocultas }: TabelasProtegidas): Record<string, number | null> => Object.fromEntries(sistema.cells.map(({ id, value }, i) => [id, ocultas.has(i) ? null : value]));

describe("the level at which a table goes out", () => {
  it("is the finest when little enough is hidden", () => {
    // a: 3 of few; b, the cheapest of its region, covers it: 3 + 8 of 611.
    const feita = proteger({ a: 3, b: 8, c: 200, d: 100, e: 100, f: 200 });
    expect(feita.prontas).toMatchObject([{ id: "t", nivel: 0, primarias: 1, complementares: 1, total: 611 }]);
    expect(feita.prontas[0]?.parteOculta).toBeCloseTo(11 / 611);
    expect(impressas(feita)).toMatchObject({ a: null, b: null, c: 200, norte: 211 });
    expect(feita.auditoria.pass).toBe(true);
  });

  it("is coarser when what must be hidden to protect a few is too much", () => {
    // Only 60 or more could cover a: 63 of 760 are 8.3 %. By region nothing is of few.
    const feita = proteger({ a: 3, b: 60, c: 100, d: 200, e: 200, f: 197 });
    expect(feita.prontas).toMatchObject([{ nivel: 1, primarias: 0, complementares: 0, parteOculta: 0 }]);
    expect(Object.keys(impressas(feita))).toEqual(["norte", "sul", "UF"]);
  });

  it("is none when even the whole is of few, and then it does not go out", () => {
    const feita = proteger({ a: 1, b: 0, c: 1, d: 1, e: 0, f: 1 });
    expect(feita.prontas).toEqual([]);
    expect(feita.semNivel).toEqual([{ id: "t", parteOculta: 1 }]);
    expect(feita.sistema.cells).toEqual([]);
  });

  it("never hides a blank, which everybody knows to be one", () => {
    // b has no figure: c, the cheapest that has one, covers a.
    const feita = proteger({ a: 3, c: 8, d: 200, e: 200, f: 200 }, { emBranco: (id) => id === "b" });
    expect(impressas(feita)).toMatchObject({ a: null, b: 0, c: null });
  });
});

describe("earlier releases", () => {
  const antes = (celulas: Readonly<Record<string, number | null>>): readonly EdicaoAnterior[] => [
    { cubos: [{ id: "t", niveis: { lugar: "municipio" } }], celulas: Object.entries(celulas).map(([id, published]) => ({ id, published })) },
  ];

  it("keep what they printed and still holds out of what may be hidden", () => {
    // b was printed as 8: it cannot cover a any more, and c, 20, has to.
    const feita = proteger({ a: 3, b: 8, c: 20, d: 200, e: 200, f: 200 }, { antes: antes({ b: 8 }) });
    expect(impressas(feita)).toMatchObject({ a: null, b: 8, c: null });
    expect(feita.auditoria.pass).toBe(true);
  });

  it("keep hidden what they hid, though it is of many now", () => {
    const feita = proteger({ a: 9, b: 8, c: 200, d: 200, e: 200, f: 200 }, { antes: antes({ a: null, b: null }) });
    expect(impressas(feita)).toMatchObject({ a: null, b: null });
    expect(feita.auditoria).toMatchObject({ pass: true, exatas: 0 });
  });

  it("stay in the system when the table goes out coarser now", () => {
    const feita = proteger({ a: 3, b: 60, c: 100, d: 200, e: 200, f: 197 }, { antes: antes({ a: null, b: null, c: 100, norte: 163 }) });
    expect(feita.prontas).toMatchObject([{ nivel: 1 }]);
    expect(impressas(feita)).toMatchObject({ a: null, b: null, c: 100, norte: 163 });
    expect(feita.auditoria.pass).toBe(true);
  });

  it("stop the release when they printed a cell that is of too few now", () => {
    expect(() => proteger({ a: 3, b: 8, c: 200, d: 200, e: 200, f: 200 }, { antes: antes({ a: 3 }) })).toThrow(expect.objectContaining({ name: "CelulasExpostasError", celulas: ["a"] }));
  });
});
