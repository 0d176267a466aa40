import type { Position } from "geojson";

/** Drawing frame of the SVG mesh: web mercator, longest side `SIDE` units. */
export const SIDE = 2000;

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Degrees to drawing units, not rounded. */
  readonly project: (lon: number, lat: number) => { readonly x: number; readonly y: number };
}

/** Web mercator ordinate in degrees of the equator. */
export function mercatorLat(lat: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
}

/** The frame that holds a bounding box in degrees exactly. */
export function frameOf(bounds: { west: number; south: number; east: number; north: number }): Frame {
  const norte = mercatorLat(bounds.north);
  const largura = bounds.east - bounds.west;
  const altura = norte - mercatorLat(bounds.south);
  const escala = SIDE / Math.max(largura, altura);
  return {
    width: Math.round(largura * escala),
    height: Math.round(altura * escala),
    project: (lon, lat) => ({ x: (lon - bounds.west) * escala, y: (norte - mercatorLat(lat)) * escala }),
  };
}

/**
 * SVG path of rings or lines: whole units, relative. Every point is rounded on
 * its own before differences are taken, so that neighbours keep meeting. Rings
 * that rounding reduces to less than a triangle are left out.
 */
export function pathOf(linhas: readonly (readonly Position[])[], frame: Frame, fechadas: boolean): string {
  return linhas.map((linha) => linePath(linha, frame, fechadas)).join("");
}

function linePath(linha: readonly Position[], frame: Frame, fechada: boolean): string {
  const pontos: { x: number; y: number }[] = [];
  for (const [lon = 0, lat = 0] of linha) {
    const { x, y } = frame.project(lon, lat);
    const ponto = { x: Math.round(x), y: Math.round(y) };
    const anterior = pontos.at(-1);
    if (anterior?.x !== ponto.x || anterior.y !== ponto.y) pontos.push(ponto);
  }
  if (fechada && pontos.length > 1) pontos.pop();
  const [inicio, ...resto] = pontos;
  if (!inicio || resto.length < (fechada ? 2 : 1)) return "";
  let atual = inicio;
  let d = `M${inicio.x} ${inicio.y}l`;
  resto.forEach((ponto, i) => {
    const dx = ponto.x - atual.x;
    const dy = ponto.y - atual.y;
    d += `${i > 0 && dx >= 0 ? " " : ""}${dx}${dy >= 0 ? " " : ""}${dy}`;
    atual = ponto;
  });
  return fechada ? `${d}z` : d;
}
