import { interpolateGnBu, interpolatePurples, interpolateYlOrBr } from "d3-scale-chromatic";
import type { Ramp, SequentialRamp } from "./map-layer.ts";

/** Light or dark page. */
export type Tema = "claro" | "escuro";

/** Most ordered classes a choropleth may have. */
export const MAX_CLASSES = 7;

/** Most colours any layer has: those of a 3 × 3 one. */
export const MAX_COLORS = 9;

/**
 * Colour of municipal borders. At least 3:1 against every class of every ramp in
 * its theme, which is why no class is darker than a luminance of about 0.13.
 */
export const BORDA: Readonly<Record<Tema, string>> = { claro: "#10151c", escuro: "#04070b" };

interface Stretch {
  readonly interpolate: (t: number) => string;
  /** Position of the lowest and of the highest class in the d3 scheme. */
  readonly de: number;
  readonly ate: number;
}

/**
 * Sequential schemes of Cynthia Brewer (colorbrewer2.org, colour-blind safe), cut
 * where they get too pale or too dark. Light theme: pale is less. Dark theme: the
 * highest class is the brightest, the lowest still stands out from the page.
 * `necessidade` is kept for need alone.
 */
const STRETCH: Readonly<Record<Tema, Readonly<Record<SequentialRamp, Stretch>>>> = {
  claro: {
    necessidade: { interpolate: interpolateYlOrBr, de: 0.12, ate: 0.78 },
    quantidade: { interpolate: interpolateGnBu, de: 0.1, ate: 0.86 },
    tempo: { interpolate: interpolatePurples, de: 0.12, ate: 0.72 },
  },
  escuro: {
    necessidade: { interpolate: interpolateYlOrBr, de: 0.8, ate: 0.1 },
    quantidade: { interpolate: interpolateGnBu, de: 0.88, ate: 0.12 },
    tempo: { interpolate: interpolatePurples, de: 0.74, ate: 0.08 },
  },
};

/**
 * Colours that are not steps of one scheme, chosen in Oklab so that any two of a
 * set differ by 0.09 or more to normal, protanopic, deuteranopic and tritanopic eyes, which a test
 * checks. `bivariada`: orange for the first axis alone, blue for the second alone,
 * grey where they go together, from the faintest to the strongest class.
 * `agrupamento`: in the order of `GRUPOS`, the last a grey.
 */
const FIXED: Readonly<Record<Tema, Readonly<Record<Exclude<Ramp, SequentialRamp>, readonly string[]>>>> = {
  claro: {
    bivariada: ["#f3f0e7", "#b3d4fe", "#71affe", "#f4c89d", "#b4a8b2", "#5a8bca", "#f0941d", "#b77a3a", "#785d75"],
    agrupamento: ["#c44323", "#2769c6", "#eeae7b", "#8bbcef", "#ebedef"],
  },
  escuro: {
    bivariada: ["#636059", "#5f7faa", "#59a0f9", "#9c744c", "#a69aa4", "#99c6ff", "#dd881b", "#f0b57c", "#f9e6f7"],
    agrupamento: ["#ffa666", "#80c5ff", "#ba673f", "#467ac6", "#5c6166"],
  },
};

/**
 * Colours of a ramp for `k` classes, lowest first, as `#rrggbb`. Steps of a sequential
 * ramp are equal in contrast ratio, so that each class differs from the next by the
 * same amount; the others have as many colours as they have kinds, or none.
 * @throws RangeError when `k` is not a whole number from 0 to 7, or not the number of kinds.
 */
export function rampColors(ramp: Ramp, k: number, tema: Tema): string[] {
  if (ramp === "bivariada" || ramp === "agrupamento") {
    const cores = FIXED[tema][ramp];
    if (k !== 0 && k !== cores.length) throw new RangeError(`the ramp “${ramp}” has ${cores.length} classes, got ${k}`);
    return cores.slice(0, k);
  }
  if (!Number.isInteger(k) || k < 0 || k > MAX_CLASSES)
    throw new RangeError(`a ramp has 0 to ${MAX_CLASSES} classes, got ${k}`);
  const { interpolate, de, ate } = STRETCH[tema][ramp];
  const amostras = Array.from({ length: 201 }, (_, i) => {
    const cor = toHex(interpolate(de + ((ate - de) * i) / 200));
    return { cor, tom: Math.log(luminance(cor) + 0.05) };
  });
  const inicio = amostras[0]?.tom ?? 0;
  const fim = amostras.at(-1)?.tom ?? 0;
  return Array.from({ length: k }, (_, i) => {
    const alvo = k === 1 ? (inicio + fim) / 2 : inicio + ((fim - inicio) * i) / (k - 1);
    const melhor = amostras.reduce((a, b) => (Math.abs(b.tom - alvo) < Math.abs(a.tom - alvo) ? b : a));
    return melhor.cor;
  });
}

/** Red, green and blue of `#rrggbb`, 0 to 1, gamma-coded. */
export function channels(hex: string): readonly [number, number, number] {
  const n = Number.parseInt(hex.slice(1), 16);
  return [((n >> 16) & 255) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255];
}

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, definition of relative luminance). */
export function luminance(hex: string): number {
  const [r, g, b] = channels(hex);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [clara, escura] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((clara ?? 0) + 0.05) / ((escura ?? 0) + 0.05);
}

/** Linear light of a gamma-coded sRGB channel. */
export function linear(canal: number): number {
  return canal <= 0.04045 ? canal / 12.92 : ((canal + 0.055) / 1.055) ** 2.4;
}

function toHex(rgb: string): string {
  const partes = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(rgb)?.slice(1);
  if (!partes) throw new TypeError(`expected rgb(r, g, b), got ${rgb}`);
  return `#${partes.map((p) => Number(p).toString(16).padStart(2, "0")).join("")}`;
}
