import { describe, expect, it } from "vitest";
import type { SequentialRamp } from "../../src/core/map-layer.ts";
import { BORDA, channels, contrast, linear, luminance, MAX_CLASSES, MAX_COLORS, rampColors } from "../../src/core/ramps.ts";
import type { Tema } from "../../src/core/ramps.ts";

const RAMPS: SequentialRamp[] = ["necessidade", "quantidade", "tempo"];
const TEMAS: Tema[] = ["claro", "escuro"];
const casos = RAMPS.flatMap((ramp) => TEMAS.map((tema) => ({ ramp, tema })));

// Machado, Oliveira & Fernandes (2009), full severity, on linear light.
const VISAO: Record<string, readonly (readonly [number, number, number])[]> = {
  comum: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Oklab (Ottosson 2020) of a colour as the given vision sees it. */
function oklab(hex: string, visao: string): readonly [number, number, number] {
  const [r = 0, g = 0, b = 0] = channels(hex).map(linear);
  const [R = 0, G = 0, B = 0] = (VISAO[visao] ?? []).map(([x, y, z]) => Math.max(0, x * r + y * g + z * b));
  const l = Math.cbrt(0.4122214708 * R + 0.5363325363 * G + 0.0514459929 * B);
  const m = Math.cbrt(0.2119034982 * R + 0.6806995451 * G + 0.1073969566 * B);
  const s = Math.cbrt(0.0883024619 * R + 0.2817188376 * G + 0.6299787005 * B);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function diferenca(a: string, b: string, visao: string): number {
  const [l1, a1, b1] = oklab(a, visao);
  const [l2, a2, b2] = oklab(b, visao);
  return Math.hypot(l1 - l2, a1 - a2, b1 - b2);
}

function pares(cores: readonly string[]): [string, string][] {
  return cores.slice(1).map((cor, i) => [cores[i] ?? "", cor]);
}

describe.each(casos)("ramp $ramp, $tema", ({ ramp, tema }) => {
  it("gets steadily darker in the light theme and steadily brighter in the dark one", () => {
    for (let k = 2; k <= MAX_CLASSES; k += 1)
      for (const [menos, mais] of pares(rampColors(ramp, k, tema)))
        if (tema === "claro") expect(luminance(mais)).toBeLessThan(luminance(menos));
        else expect(luminance(mais)).toBeGreaterThan(luminance(menos));
  });

  it("keeps every class at 3:1 or more against the border", () => {
    for (let k = 1; k <= MAX_CLASSES; k += 1)
      for (const cor of rampColors(ramp, k, tema)) expect(contrast(cor, BORDA[tema])).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(VISAO))("tells five neighbouring classes apart in %s vision", (visao) => {
    // 0.02 in Oklab is about one just noticeable difference: four of them.
    for (const [menos, mais] of pares(rampColors(ramp, 5, tema)))
      expect(diferenca(menos, mais, visao)).toBeGreaterThan(0.08);
  });

  it("differs from neighbour to neighbour by the same contrast", () => {
    const razoes = pares(rampColors(ramp, 5, tema)).map(([a, b]) => contrast(a, b));
    expect(Math.max(...razoes) / Math.min(...razoes)).toBeLessThan(1.1);
    expect(Math.min(...razoes)).toBeGreaterThan(1.3);
  });
});

describe("rampColors", () => {
  it("refuses more classes than the eye can tell apart", () => {
    expect(() => rampColors("tempo", 8, "claro")).toThrow(RangeError);
    expect(rampColors("tempo", 0, "claro")).toEqual([]);
  });

  it("gives ramps that are not each other's", () => {
    for (const tema of TEMAS) {
      const altas = RAMPS.map((ramp) => rampColors(ramp, 5, tema)[3] ?? "");
      expect(diferenca(altas[0] ?? "", altas[1] ?? "", "comum")).toBeGreaterThan(0.1);
      expect(diferenca(altas[0] ?? "", altas[2] ?? "", "comum")).toBeGreaterThan(0.1);
    }
  });
});

const KINDS = [
  { ramp: "bivariada" as const, k: 9 },
  { ramp: "agrupamento" as const, k: 5 },
];

describe.each(KINDS.flatMap((kind) => TEMAS.map((tema) => ({ ...kind, tema }))))("$ramp, $tema", ({ ramp, k, tema }) => {
  const cores = rampColors(ramp, k, tema);

  it.each(Object.keys(VISAO))("tells any two of its kinds apart in %s vision, neighbours or not", (visao) => {
    for (const [i, a] of cores.entries())
      for (const b of cores.slice(i + 1)) expect(diferenca(a, b, visao)).toBeGreaterThan(0.09);
  });

  it("keeps every kind at 3:1 or more against the border", () => {
    for (const cor of cores) expect(contrast(cor, BORDA[tema])).toBeGreaterThanOrEqual(3);
  });

  it("has one colour a kind, and refuses another number of them", () => {
    expect(new Set(cores).size).toBe(k);
    expect(k).toBeLessThanOrEqual(MAX_COLORS);
    expect(rampColors(ramp, 0, tema)).toEqual([]);
    expect(() => rampColors(ramp, k - 1, tema)).toThrow(RangeError);
  });
});

it.each(TEMAS)("the 3 × 3 ramp gets stronger along both axes in the theme %s", (tema) => {
  const luz = rampColors("bivariada", 9, tema).map((cor) => (tema === "claro" ? -1 : 1) * luminance(cor));
  for (const l of [0, 1, 2])
    for (const c of [0, 1, 2]) {
      if (l < 2) expect(luz[3 * l + 3 + c]).toBeGreaterThan(luz[3 * l + c] ?? 0);
      if (c < 2) expect(luz[3 * l + c + 1]).toBeGreaterThan(luz[3 * l + c] ?? 0);
    }
});
