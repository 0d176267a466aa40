import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";

/** A municipal polygon, `id` = 7-digit code, coordinates in degrees (SIRGAS 2000). */
export interface MunicipalFeature extends Feature<Polygon | MultiPolygon, null> {
  id: number;
}

export interface MunicipalCollection extends FeatureCollection<Polygon | MultiPolygon, null> {
  features: MunicipalFeature[];
}

export function municipalFeature(codigo: number, geometry: Polygon | MultiPolygon): MunicipalFeature {
  return { type: "Feature", id: codigo, properties: null, geometry };
}

/** Signed area of a closed ring in the units of its coordinates, squared. */
export function ringArea(ring: readonly Position[]): number {
  let soma = 0;
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [x1 = 0, y1 = 0] = ring[i] ?? [];
    const [x2 = 0, y2 = 0] = ring[i + 1] ?? [];
    soma += x1 * y2 - x2 * y1;
  }
  return soma / 2;
}

/** Polygons of a geometry, each a list of rings: outer first, then holes. */
export function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

/** Area of a geometry, holes taken out, in squared units of its coordinates. */
export function geometryArea(geometry: Polygon | MultiPolygon): number {
  let soma = 0;
  for (const rings of polygonsOf(geometry))
    rings.forEach((ring, i) => {
      soma += (i === 0 ? 1 : -1) * Math.abs(ringArea(ring));
    });
  return soma;
}

/** Even-odd test; a point exactly on the border may fall on either side. */
export function ringContains(ring: readonly Position[], x: number, y: number): boolean {
  let dentro = false;
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [x1 = 0, y1 = 0] = ring[i] ?? [];
    const [x2 = 0, y2 = 0] = ring[i + 1] ?? [];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) dentro = !dentro;
  }
  return dentro;
}

export function geometryContains(geometry: Polygon | MultiPolygon, x: number, y: number): boolean {
  return polygonsOf(geometry).some((rings) => rings.filter((ring) => ringContains(ring, x, y)).length % 2 === 1);
}

/**
 * Polygons out of loose closed rings: a ring most of whose vertices lie inside a
 * larger one is a hole of it, any other is a polygon of its own.
 */
export function assembleRings(rings: readonly Position[][]): Polygon | MultiPolygon {
  const maiores = [...rings].sort((a, b) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)));
  const poligonos: Position[][][] = [];
  for (const ring of maiores) {
    const dono = poligonos.find(([fora]) => fora !== undefined && isMostlyInside(ring, fora));
    if (dono) dono.push(ring);
    else poligonos.push([ring]);
  }
  const [unico] = poligonos;
  return poligonos.length === 1 && unico
    ? { type: "Polygon", coordinates: unico }
    : { type: "MultiPolygon", coordinates: poligonos };
}

function isMostlyInside(ring: readonly Position[], fora: readonly Position[]): boolean {
  const dentro = ring.filter(([x = 0, y = 0]) => ringContains(fora, x, y)).length;
  return dentro > ring.length / 2;
}
