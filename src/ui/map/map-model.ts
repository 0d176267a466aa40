import type { SvgMesh } from "../../core/map-layer.ts";
import type { Municipio } from "../../core/municipio.ts";
import { joinPt } from "../../core/format.ts";
import type { Ponto } from "../../core/neighbour.ts";

/** What the map needs to know of its municipalities, worked out once per mesh. */
export interface MapModel {
  readonly municipios: readonly Municipio[];
  readonly indice: ReadonlyMap<number, number>;
  /** Where labels and the card stand and arrow keys walk: the seat, else the middle of the polygon. */
  readonly ancoras: readonly (Ponto | null)[];
  /** Indices of municipalities the mesh has no polygon for. */
  readonly semPoligono: readonly number[];
  /** Indices by population, greatest first: the order names come in when there is room. */
  readonly porPopulacao: readonly number[];
}

export function mapModel(mesh: SvgMesh, municipios: readonly Municipio[]): MapModel {
  const known = models.get(mesh);
  if (known?.municipios === municipios) return known;
  const model = newModel(mesh, municipios);
  models.set(mesh, model);
  return model;
}

/** The figure and the map in it ask for the same one. */
const models = new WeakMap<SvgMesh, MapModel>();

function newModel(mesh: SvgMesh, municipios: readonly Municipio[]): MapModel {
  return {
    municipios,
    indice: new Map(municipios.map((m, i) => [m.codigo, i])),
    ancoras: municipios.map((_, i) => mesh.sedes[i] ?? middleOf(mesh.paths[i] ?? "")),
    semPoligono: municipios.flatMap((_, i) => (mesh.paths[i] ? [] : [i])),
    porPopulacao: municipios
      .map((_, i) => i)
      .sort((a, b) => (municipios[b]?.populacao ?? -1) - (municipios[a]?.populacao ?? -1)),
  };
}

/** Middle of the bounding box of the first ring of a path as the mesh script writes it: `M x y l dx dy … z`. */
export function middleOf(path: string): Ponto | null {
  const numeros = (path.split("z")[0] ?? "").match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  let x = numeros[0];
  let y = numeros[1];
  if (x === undefined || y === undefined) return null;
  const caixa = { west: x, east: x, north: y, south: y };
  for (let i = 2; i + 1 < numeros.length; i += 2) {
    x += numeros[i] ?? 0;
    y += numeros[i + 1] ?? 0;
    caixa.west = Math.min(caixa.west, x);
    caixa.east = Math.max(caixa.east, x);
    caixa.north = Math.min(caixa.north, y);
    caixa.south = Math.max(caixa.south, y);
  }
  return { x: (caixa.west + caixa.east) / 2, y: (caixa.north + caixa.south) / 2 };
}

const MOST_NAMES = 3;

/** What the reader must know of the mesh itself: origin, datum, and who has no polygon. */
export function meshNotes(mesh: SvgMesh, model: MapModel): string[] {
  const nota = `${mesh.nota.charAt(0).toLocaleUpperCase("pt-BR")}${mesh.nota.slice(1)}; datum SIRGAS 2000.`;
  const comPonto = model.semPoligono.filter((i) => mesh.sedes[i]);
  const semLugar = model.semPoligono.filter((i) => !mesh.sedes[i]);
  const notas = [nota];
  if (comPonto.length > 0)
    notas.push(
      `${whoSentence(comPonto, model)} sem polígono na malha: ${comPonto.length === 1 ? "sede desenhada como ponto" : "sedes desenhadas como pontos"}.`,
    );
  if (semLugar.length > 0)
    notas.push(`${whoSentence(semLugar, model)} sem polígono nem sede conhecida: só na tabela.`);
  return notas;
}

function whoSentence(indices: readonly number[], model: MapModel): string {
  if (indices.length > MOST_NAMES) return `${indices.length} municípios`;
  return joinPt(indices.map((i) => model.municipios[i]?.nome ?? ""));
}
