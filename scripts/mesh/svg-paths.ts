import type { Position } from "geojson";
import { mercator } from "../../src/core/camera.ts";

/** Drawing frame of the SVG mesh: web mercator, longest side `SIDE` units. */
export const SIDE = 2000;

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Degrees to drawing units, not rounded. */
  readonly project: (lon: number, lat: number) => { readonly x: number; readonly y: number };
}

/** The frame that holds a bounding box in degrees exactly. */
export function frameOf(bounds: { west: number; south: number; east: number; north: number }): Frame {
  const norte = mercator(bounds.north);
  const largura = bounds.east - bounds.west;
  const altura = norte - mercator(bounds.south);
  const escala = SIDE / Math.max(largura, altura);
  return {
    width: Math.round(largura * escala),
    height: Math.round(altura * escala),
    project: (lon, lat) => ({ x: (lon - bounds.west) * escala, y: (norte - mercator(lat)) * escala }),
  };
}

/**
 * SVG path of rings or lines: relative, rounded to `casas` decimals of a unit. Every point is rounded on
 * its own before differences are taken, so that neighbours keep meeting. Rings
 * that rounding reduces to less than a triangle are left out.
 */
export function pathOf(linhas: readonly (readonly Position[])[], frame: Frame, fechadas: boolean, casas = 0): string {
  return linhas.map((linha) => linePath(linha, frame, fechadas, 10 ** casas)).join("");
}

function linePath(linha: readonly Position[], frame: Frame, fechada: boolean, grade: number): string {
  const pontos: { x: number; y: number }[] = [];
  for (const [lon = 0, lat = 0] of linha) {
    const { x, y } = frame.project(lon, lat);
    const ponto = { x: Math.round(x * grade), y: Math.round(y * grade) };
    const anterior = pontos.at(-1);
    if (anterior?.x !== ponto.x || anterior.y !== ponto.y) pontos.push(ponto);
  }
  if (fechada && pontos.length > 1) pontos.pop();
  const [inicio, ...resto] = pontos;
  if (!inicio || resto.length < (fechada ? 2 : 1)) return "";
  let atual = inicio;
  let d = `M${inicio.x / grade} ${inicio.y / grade}l`;
  resto.forEach((ponto, i) => {
    const dx = (ponto.x - atual.x) / grade;
    const dy = (ponto.y - atual.y) / grade;
    d += `${i > 0 && dx >= 0 ? " " : ""}${dx}${dy >= 0 ? " " : ""}${dy}`;
    atual = ponto;
  });
  return fechada ? `${d}z` : d;
}
