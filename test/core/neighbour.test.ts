import { describe, expect, it } from "vitest";
import { neighbourIn, nearestTo } from "../../src/core/neighbour.ts";
import type { Direcao } from "../../src/core/neighbour.ts";

//   0   1   2
//     3
//   4       5
const pontos = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 20, y: 0 },
  { x: 6, y: 8 },
  { x: 0, y: 18 },
  { x: 20, y: 20 },
];

describe("neighbourIn", () => {
  it("goes to the nearest place straight ahead", () => {
    expect(neighbourIn(pontos, 0, "direita")).toBe(1);
    expect(neighbourIn(pontos, 2, "esquerda")).toBe(1);
    expect(neighbourIn(pontos, 2, "baixo")).toBe(5);
  });

  it("weighs a near place aside against a farther one straight ahead", () => {
    expect(neighbourIn(pontos, 1, "baixo")).toBe(3);
    expect(neighbourIn(pontos, 0, "baixo")).toBe(4);
  });

  it("says null at the edge and never answers the place one is in", () => {
    expect(neighbourIn(pontos, 0, "cima")).toBeNull();
    expect(neighbourIn([{ x: 1, y: 1 }], 0, "baixo")).toBeNull();
  });

  it("passes over places without a point", () => {
    expect(neighbourIn([{ x: 0, y: 0 }, null, { x: 9, y: 1 }], 0, "direita")).toBe(2);
    expect(neighbourIn([null, { x: 0, y: 0 }], 0, "direita")).toBeNull();
  });

  it("reaches every place of a grid by walking", () => {
    const grade = Array.from({ length: 49 }, (_, i) => ({ x: (i % 7) * 10 + ((i * 7) % 5), y: Math.floor(i / 7) * 10 + ((i * 3) % 4) }));
    const direcoes: Direcao[] = ["cima", "baixo", "esquerda", "direita"];
    const visitados = new Set([0]);
    const fila = [0];
    for (let i = fila.shift(); i !== undefined; i = fila.shift())
      for (const d of direcoes) {
        const j = neighbourIn(grade, i, d);
        if (j !== null && !visitados.has(j)) {
          visitados.add(j);
          fila.push(j);
        }
      }
    expect(visitados.size).toBe(49);
  });
});

describe("nearestTo", () => {
  it("gives the place closest to a point, or null when none has one", () => {
    expect(nearestTo(pontos, { x: 5, y: 7 })).toBe(3);
    expect(nearestTo([null], { x: 0, y: 0 })).toBeNull();
  });
});
