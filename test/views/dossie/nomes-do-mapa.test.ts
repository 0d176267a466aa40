import { describe, expect, it } from "vitest";
import type { MarcaDoMapa } from "../../../src/core/dossie/dossie.ts";
import { nomesQueCabem } from "../../../src/views/dossie/nomes-do-mapa.ts";

const VISTA = { x: 0, y: 0, width: 100, height: 50 };
const SEM_ESCALA = { comprimento: 0, texto: "" };

function marca(nome: string, x: number, y: number, mais: Partial<MarcaDoMapa> = {}): MarcaDoMapa {
  return { nome, x, y, daqui: false, cras: 1, creas: null, ...mais };
}

/** On a frame of 100 by 50 a disc is 4 wide and a letter 3.4 tall and 1.7 wide; a line of text is 4.08 tall. */
function lugares(marcas: readonly MarcaDoMapa[], escala = SEM_ESCALA): Record<string, { x: number; y: number }> {
  return Object.fromEntries([...nomesQueCabem({ marcas, vista: VISTA, escala })].map(([nome, { x, y }]) => [nome, { x, y: Math.round(y * 100) / 100 }]));
}

describe("names on the dossier's map", () => {
  it("stand under the units, with their foot a letter below", () => {
    // 25 + 2 + 3.4
    expect(lugares([marca("Abc", 50, 25)])).toEqual({ Abc: { x: 50, y: 30.4 } });
  });

  it("are left out where they would be cut by the frame, and go over the units at its foot", () => {
    // 16 letters take 13.6 to each side: 95 + 13.6 > 100. At 48 there is no room under: 48 − 2 − 4.08 + 3.4.
    expect(lugares([marca("Nova Brasilândia", 95, 25), marca("Abc", 50, 48)])).toEqual({ Abc: { x: 50, y: 45.32 } });
  });

  it("do not lie over the scale bar, nor over the units of another", () => {
    // The bar of 20 takes the foot of the frame from 43 down, up to 26: 40 − 2 − 4.08 + 3.4.
    expect(lugares([marca("Abc", 10, 40)], { comprimento: 20, texto: "50 km" })).toEqual({ Abc: { x: 10, y: 37.32 } });
    // The unit at 29.5 starts at 27.5, above the 31.08 where the name would end: 25 − 2 − 4.08 + 3.4.
    expect(lugares([marca("Abc", 50, 25), marca("Def", 50, 29.5)])).toEqual({ Abc: { x: 50, y: 22.32 }, Def: { x: 50, y: 34.9 } });
  });

  it("that of the dossier is always there, inside the frame and before the others", () => {
    const nomes = lugares([marca("Boa Vista", 60, 26), marca("Santo Antônio do Leverger", 98, 27, { daqui: true })]);
    // 25 letters of 4.25 ÷ 4 to each side are 26.5625; one of room at the edge. 27 + 2.6 + 4.25.
    expect(nomes["Santo Antônio do Leverger"]).toEqual({ x: 100 - 26.5625 - 1, y: 33.85 });
    // From 28 to 32.08 it would meet the first, which starts at 29.6; it goes over: 26 − 2 − 4.08 + 3.4.
    expect(nomes["Boa Vista"]).toEqual({ x: 60, y: 23.32 });
    // Units under and over it: to the right, half of 3 letters (3.1875), half a side (2.6) and one of room away, its middle at the seat's. 25 − 2.55 + 4.25.
    expect(lugares([marca("A", 50, 29), marca("B", 50, 21), marca("Abc", 50, 25, { daqui: true })])["Abc"]).toEqual({ x: 56.7875, y: 26.7 });
  });
});
