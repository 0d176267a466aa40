import { describe, expect, it } from "vitest";
import { placeLabels } from "../../src/core/map-labels.ts";

const box = { width: 400, height: 300 };
const nome = (codigo: number, x: number, y: number, obrigatorio = false) => ({
  codigo,
  texto: "Município",
  x,
  y,
  obrigatorio,
});
const codigos = (placed: readonly { codigo: number }[]) => placed.map((p) => p.codigo);

describe("placeLabels", () => {
  it("leaves out a name that would touch a more important one", () => {
    expect(codigos(placeLabels([nome(1, 100, 100), nome(2, 120, 105), nome(3, 100, 130)], box, 9))).toEqual([1, 3]);
  });

  it("places the chosen and the pointed municipality whatever they cover", () => {
    expect(codigos(placeLabels([nome(1, 100, 100), nome(2, 110, 100, true)], box, 9))).toEqual([1, 2]);
  });

  it("moves a name inside the box and leaves out one whose place is outside", () => {
    const [placed, ...resto] = placeLabels([nome(1, 2, 150), nome(2, -5, 150), nome(3, 100, 400)], box, 9);
    expect(placed?.x).toBeGreaterThan(30);
    expect(resto).toEqual([]);
  });

  it("names no municipality twice and stops at the greatest number", () => {
    const muitos = [nome(1, 50, 20), nome(1, 50, 220), nome(2, 50, 60), nome(3, 50, 100)];
    expect(codigos(placeLabels(muitos, box, 2))).toEqual([1, 2]);
  });
});
