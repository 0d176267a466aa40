import type { SvgMesh } from "../map-layer.ts";
import type { Municipio } from "../municipio.ts";
import { kmPerUnit } from "../scale-bar.ts";

/** A rectangle of the drawing, in its units. */
export interface Caixa {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What every small map asks of the mesh, worked out once. */
export interface FormasDaMalha {
  /** Box of a municipality's outline, read when first asked; null without a polygon. */
  readonly caixaDe: (i: number) => Caixa | null;
  /** Kilometres in a unit of the drawing; null when it cannot be told. */
  readonly kmPorUnidade: number | null;
}

/**
 * Boxes and scale of a mesh.
 * @throws RangeError for a mesh not aligned with the municipalities; `caixaDe`, for a path that `caixaDoContorno` cannot read
 */
export function formasDaMalha(mesh: SvgMesh, municipios: readonly Pick<Municipio, "sede">[]): FormasDaMalha {
  if (mesh.paths.length !== municipios.length) throw new RangeError(`the mesh has ${mesh.paths.length} outlines for ${municipios.length} municipalities`);
  const amarras = municipios.flatMap(({ sede }, i) => {
    const ponto = mesh.sedes[i];
    return sede === null || !ponto ? [] : [{ x: ponto.x, lon: sede.lon, lat: sede.lat }];
  });
  const caixas: (Caixa | null)[] = [];
  const caixaDe = (i: number): Caixa | null => {
    const lida = caixas[i];
    if (lida !== undefined) return lida;
    const caixa = caixaDoContorno(mesh.paths[i] ?? "");
    caixas[i] = caixa;
    return caixa;
  };
  return { caixaDe, kmPorUnidade: kmPerUnit(amarras) };
}

const PEDACO = /[A-Za-z]|-?\d*\.?\d+/g;

/**
 * Box of an outline of the mesh: `M`, `L`, `l`, `h`, `v` and `z` only. Null for an empty path.
 * @throws RangeError for any other command
 */
export function caixaDoContorno(d: string): Caixa | null {
  if (d === "") return null;
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  let [x, y, inicioX, inicioY] = [0, 0, 0, 0];
  let comando = "";
  let isInicio = false;
  const numeros: number[] = [];
  for (const [pedaco] of d.matchAll(PEDACO)) {
    if (/[A-Za-z]/.test(pedaco)) {
      if (!"MLlhvzZ".includes(pedaco)) throw new RangeError(`the mesh has the command "${pedaco}", only M, L, l, h, v and z are read`);
      comando = pedaco;
      isInicio = pedaco === "M";
      if (pedaco === "z" || pedaco === "Z") [x, y] = [inicioX, inicioY];
      continue;
    }
    if (comando === "v") numeros.push(0);
    numeros.push(Number(pedaco));
    if (comando === "h") numeros.push(0);
    const [a, b] = numeros;
    if (a === undefined || b === undefined) continue;
    numeros.length = 0;
    [x, y] = "lhv".includes(comando) ? [x + a, y + b] : [a, b];
    if (isInicio) [inicioX, inicioY, isInicio] = [x, y, false];
    [minX, minY, maxX, maxY] = [Math.min(minX, x), Math.min(minY, y), Math.max(maxX, x), Math.max(maxY, y)];
  }
  return Number.isFinite(minX) ? { x: minX, y: minY, width: maxX - minX, height: maxY - minY } : null;
}
