import { describe, expect, it } from "vitest";
import { compararComSemelhantes, type Comparacao, type EntradaDaComparacao } from "../../../src/core/equidade/comparacao.ts";
import { nearestPairs } from "../../../src/core/equidade/parear.ts";
import { isInsuficiente, type Resposta } from "../../../src/core/equidade/resposta.ts";
import { seededSource } from "../../../src/core/metodo/seeded-random.ts";

function figure(resposta: Resposta<Comparacao>): Comparacao {
  if (isInsuficiente(resposta)) throw new Error(`insufficient: ${resposta.porque}`);
  return resposta;
}

/** Rows: supported, class, region, before, after. */
function columns(rows: readonly (readonly [number, number, number, number, number])[]): EntradaDaComparacao {
  const column = (c: 0 | 1 | 2 | 3 | 4): number[] => rows.map((row) => row[c]);
  return { apoiado: column(0), porte: column(1), regiao: column(2), antes: column(3), depois: column(4) };
}

describe("nearest pairs", () => {
  it("takes the nearest pair first, then the nearest of what is left, each unit once", () => {
    // 10 supported, 14 and 15 peers, 16 supported: 15–16 first (1), then 10–14 (4).
    const fileira = { unidades: [7, 8, 9, 6], estratos: [0, 0, 0, 0], valores: [10, 14, 15, 16], apoiado: [1, 0, 0, 1] };
    expect(nearestPairs(fileira, 10)).toEqual({ apoiados: Int32Array.of(6, 7), semelhantes: Int32Array.of(9, 8) });
    expect(nearestPairs(fileira, 3).apoiados).toEqual(Int32Array.of(6));
  });

  it("pairs over a unit already used, and never across strata", () => {
    // 1s 2p 3p 4s, nearest 1–2 and 3–4 tie at 1: the first in the row goes first; both stand.
    expect(nearestPairs({ unidades: [0, 1, 2, 3], estratos: [0, 0, 0, 0], valores: [1, 2, 3, 4], apoiado: [1, 0, 0, 1] }, 9)).toEqual({
      apoiados: Int32Array.of(0, 3),
      semelhantes: Int32Array.of(1, 2),
    });
    // 0s 5s 6p 9p: 5–6, then 0–9 across the gap.
    expect(nearestPairs({ unidades: [0, 1, 2, 3], estratos: [0, 0, 0, 0], valores: [0, 5, 6, 9], apoiado: [1, 1, 0, 0] }, 9)).toEqual({
      apoiados: Int32Array.of(1, 0),
      semelhantes: Int32Array.of(2, 3),
    });
    expect(nearestPairs({ unidades: [0, 1], estratos: [0, 1], valores: [5, 5], apoiado: [1, 0] }, 9).apoiados).toHaveLength(0);
  });

  it("does what looking at every pair would do, on 200 made-up rows", () => {
    const random = seededSource("pares");
    for (let caso = 0; caso < 200; caso += 1) {
      const n = 2 + Math.floor(random() * 24);
      const valores = Array.from({ length: n }, () => random() * 10).sort((a, b) => a - b);
      const apoiado = Array.from({ length: n }, () => (random() < 0.4 ? 1 : 0));
      const maximo = random() * 4;
      const expected: [number, number][] = [];
      const livre = new Set(valores.keys());
      for (;;) {
        let best: [number, number, number] | null = null;
        for (const t of livre) {
          for (const c of livre) {
            if (apoiado[t] !== 1 || apoiado[c] !== 0) continue;
            const d = Math.abs((valores[t] ?? 0) - (valores[c] ?? 0));
            if (d <= maximo && (best === null || d < best[0])) best = [d, t, c];
          }
        }
        if (best === null) break;
        expected.push([best[1], best[2]]);
        livre.delete(best[1]);
        livre.delete(best[2]);
      }
      const { apoiados, semelhantes } = nearestPairs({ unidades: valores.map((_, i) => i), estratos: new Int32Array(n), valores, apoiado }, maximo);
      expect(Array.from(apoiados, (t, i) => [t, semelhantes[i]])).toEqual(expected);
    }
  });
});

describe("supported units against their like", () => {
  /** Three supported with a peer each, in strata of their own; one supported alone in its region. */
  const rows = [
    [1, 0, 10, 50, 40],
    [0, 0, 10, 51, 49],
    [1, 1, 10, 30, 27],
    [0, 1, 10, 29, 30],
    [1, 1, 20, 70, 66],
    [0, 1, 20, 70, 68],
    [1, 2, 30, 55, 50],
    [0, 2, 40, 55, 50],
  ] as const;

  it("gives the difference of differences of three pairs worked by hand", () => {
    // Supported −10, −3, −4 (mean −17/3); peers −2, +1, −2 (mean −1); pairs −8, −4, −2: mean −14/3.
    const c = figure(compararComSemelhantes(columns(rows), { minimoDePares: 3 }));
    expect(c.apoiados).toEqual(Int32Array.of(4, 0, 2));
    expect(c.semelhantes).toEqual(Int32Array.of(5, 1, 3));
    expect(c.mudancaApoiados).toBeCloseTo(-17 / 3, 12);
    expect(c.mudancaSemelhantes).toBeCloseTo(-1, 12);
    expect(c.diferenca).toBeCloseTo(-14 / 3, 12);
    expect({ sem: c.apoiadosSemPar, fora: c.fora }).toEqual({ sem: 1, fora: 0 });
    // Starts of the supported 50, 30, 70, 55: mean 51.25, squares 818.75/3; of the others 51, 29, 70, 55: 51.25, 860.75/3.
    const desvio = Math.sqrt((818.75 / 3 + 860.75 / 3) / 2);
    expect(c.distanciaMaxima).toBeCloseTo(0.2 * desvio, 12);
    // Starts of the pairs 150/3 and 150/3.
    expect(c.desequilibrio).toBeCloseTo(0, 12);
    // The mean of three of −8, −4, −2 drawn with replacement is −8 or −2 with 1/27 = 3.7 % each: both are limits at 95 %.
    expect(c.intervalo).toEqual({ lower: -8, upper: -2 });
  });

  it("is insufficient under the minimum of pairs, and says both figures", () => {
    expect(compararComSemelhantes(columns(rows))).toEqual({ porque: "poucos-pares", ha: 3, minimo: 20 });
    // With no room between values, only 70 and 70 are a pair.
    expect(compararComSemelhantes(columns(rows), { calliper: 0 })).toEqual({ porque: "poucos-pares", ha: 1, minimo: 20 });
    expect(compararComSemelhantes(columns([]), { minimoDePares: 0 })).toEqual({ porque: "poucos-pares", ha: 0, minimo: 1 });
  });

  it("leaves out who lacks a figure, a class or a region, or is neither supported nor a peer", () => {
    const c = figure(
      compararComSemelhantes(columns([...rows, [1, 0, 10, NaN, 3], [0, 0, 10, 50, NaN], [1, -1, 10, 50, 5], [0, 0, NaN, 50, 5], [2, 0, 10, 50, 5]]), { minimoDePares: 3 }),
    );
    expect(c.fora).toBe(5);
    expect(c.diferenca).toBeCloseTo(-14 / 3, 12);
  });

  it("finds the shift put into made-up units, with limits of the width that the pairs' spread gives, the same for the same seed", () => {
    const random = seededSource("deslocamento");
    const noise = (): number => random() + random() + random() - 1.5;
    const many = Array.from({ length: 2000 }, (_, i): [number, number, number, number, number] => {
      const apoiado = i % 4 === 0 ? 1 : 0;
      const antes = random() * 100;
      return [apoiado, i % 3, i % 5, antes, antes + 2 + noise() - 3 * apoiado];
    });
    const entrada = columns(many);
    const c = figure(compararComSemelhantes(entrada, { seed: 1 }));
    const n = c.apoiados.length;
    expect(n).toBeGreaterThan(450);
    // Var of three uniforms is 1/4; of a difference 1/2.
    const half = 1.959964 * Math.sqrt(0.5 / n);
    expect(Math.abs(c.diferenca + 3)).toBeLessThan(2 * half);
    expect((c.intervalo.upper - c.intervalo.lower) / (2 * half)).toBeGreaterThan(0.85);
    expect((c.intervalo.upper - c.intervalo.lower) / (2 * half)).toBeLessThan(1.15);
    expect(new Set([...c.apoiados, ...c.semelhantes]).size).toBe(2 * n);
    c.apoiados.forEach((t, par) => {
      const p = c.semelhantes[par] ?? -1;
      expect([entrada.porte[t], entrada.regiao[t]]).toEqual([entrada.porte[p], entrada.regiao[p]]);
      expect(Math.abs((entrada.antes[t] ?? 0) - (entrada.antes[p] ?? 0))).toBeLessThanOrEqual(c.distanciaMaxima);
    });
    expect(compararComSemelhantes(entrada, { seed: 1 })).toEqual(c);
    expect(figure(compararComSemelhantes(entrada, { seed: 2 })).intervalo).not.toEqual(c.intervalo);
  });

  it("refuses columns and options that do not fit", () => {
    const entrada = columns(rows);
    expect(() => compararComSemelhantes({ ...entrada, depois: [1] })).toThrow("8 units, 1 in column depois");
    expect(() => compararComSemelhantes(columns([[1, 0, 0, Infinity, 1]]))).toThrow("figures of unit 0 must be finite, got Infinity and 1");
    expect(() => compararComSemelhantes(entrada, { calliper: -1 })).toThrow("calliper must be ≥ 0, got -1");
    expect(() => compararComSemelhantes(entrada, { confidence: 2 })).toThrow("confidence must be above 0 and below 1, got 2");
    expect(() => compararComSemelhantes(entrada, { reamostras: 0 })).toThrow("resamples must be a whole number ≥ 1, got 0");
  });
});
