import { describe, expect, it } from "vitest";
import { herdar } from "../../../src/core/sdc/anteriores.ts";
import { celulaSdc } from "../../../src/core/sdc/problema.ts";

const CELULAS = [
  celulaSdc({ id: "igual", value: 12 }),
  celulaSdc({ id: "oculta", value: 30 }),
  celulaSdc({ id: "pouca", value: 3, primary: true }),
  celulaSdc({ id: "revista", value: 21 }),
  celulaSdc({ id: "nova", value: 8 }),
];

describe("earlier releases", () => {
  const heranca = herdar(CELULAS, [
    [{ id: "igual", published: 12 }, { id: "oculta", published: null }, { id: "pouca", published: 3 }, { id: "revista", published: 20 }],
    [{ id: "igual", published: null }, { id: "que saiu", published: 4 }],
  ]);

  it("fix what they printed and today says alike, even where another hid it", () => {
    expect([...heranca.fixas]).toEqual(["igual", "pouca"]);
  });

  it("keep hidden what they hid and never printed", () => {
    expect([...heranca.manter]).toEqual([1]);
  });

  it("name what is of too few persons and was printed", () => {
    expect(heranca.expostas).toEqual(["pouca"]);
  });

  it("name what was printed with another value", () => {
    expect(heranca.revistas).toEqual([{ id: "revista", antes: 20, agora: 21 }]);
  });

  it("say nothing of a release without any before it", () => {
    expect(herdar(CELULAS, [])).toEqual({ fixas: new Set(), manter: new Set(), expostas: [], revistas: [] });
  });
});
