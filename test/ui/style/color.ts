/** Colour arithmetic for tests: sRGB in 0–1. */
export type Rgb = readonly [number, number, number];

export function parseHex(text: string): Rgb {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  const hex = short === null ? text : `#${short.slice(1).map((digit) => digit + digit).join("")}`;
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new TypeError(`expected a hex colour, got "${text}"`);
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

const toLinear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);

/** WCAG 2.2 relative luminance. */
function luminance([r, g, b]: Rgb): number {
  return 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b);
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(parseHex(a)), luminance(parseHex(b))].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

type Matrix = readonly (readonly [number, number, number])[];

const apply = (matrix: Matrix, [r, g, b]: Rgb): Rgb => {
  const row = (i: number): number => {
    const [x, y, z] = matrix[i] ?? [0, 0, 0];
    return x * r + y * g + z * b;
  };
  return [row(0), row(1), row(2)];
};

/** Full protanopia and deuteranopia on linear sRGB: Machado, Oliveira & Fernandes 2009, severity 1.0. */
export const VISION: Readonly<Record<string, Matrix>> = {
  full: [
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
};

/** Distance of two colours in Oklab (Ottosson 2020) as someone with that vision sees them. */
export function distance(a: string, b: string, vision: Matrix): number {
  const [p, q] = [a, b].map((color) => oklab(apply(vision, linear(parseHex(color)))));
  if (p === undefined || q === undefined) throw new Error("unreachable");
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

const linear = ([r, g, b]: Rgb): Rgb => [toLinear(r), toLinear(g), toLinear(b)];

function oklab(rgb: Rgb): Rgb {
  const lms = apply(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map((c) => Math.cbrt(Math.max(0, c)));
  return apply(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [lms[0] ?? 0, lms[1] ?? 0, lms[2] ?? 0],
  );
}
