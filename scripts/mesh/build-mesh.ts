import type { MultiPolygon, Polygon } from "geojson";
import { bbox, feature, mesh as lineMesh, meshArcs, neighbors } from "topojson-client";
import { topology as toTopology } from "topojson-server";
import { presimplify, quantile, simplify } from "topojson-simplify";
import type { GeometryCollection, GeometryObject, MultiLineString, Topology } from "topojson-specification";
import type { SvgMesh } from "../../src/core/map-layer.ts";
import type { Municipio } from "../../src/core/municipio.ts";
import type { Territorio } from "../../src/core/territorio.ts";
import { geometryArea, polygonsOf } from "./geometry.ts";
import type { MunicipalCollection } from "./geometry.ts";
import { readOfficialMesh } from "./read-official-mesh.ts";
import { readSvgMesh } from "./read-svg-mesh.ts";
import { frameOf, pathOf } from "./svg-paths.ts";

/** Municipal polygons (`id` = 7-digit code) and region borders over shared arcs. */
export type MeshTopology = Topology<{ municipios: GeometryCollection; regioes: MultiLineString }>;

export interface BuiltMesh {
  /** Drawing of the SVG map, aligned with `municipios`. */
  readonly mesh: SvgMesh;
  /** The same borders in degrees, for the WebGL map. */
  readonly topology: MeshTopology;
  /** Municipalities the mesh has no polygon for. */
  readonly semPoligono: readonly number[];
  /** Codes of the mesh that are no municipality of the list (lakes, other UFs). */
  readonly ignorados: readonly number[];
}

export interface MeshInput {
  readonly territorio: Pick<Territorio, "uf" | "malha">;
  readonly municipios: readonly Municipio[];
  /** File or address of an official mesh; without it, the npm package's. */
  readonly source?: string;
  /** Points kept per municipality when the source is denser than that. */
  readonly detalhe?: number;
}

const QUANTIZATION = 100_000;
const DETAIL = 24;
const MIN_AREA_KEPT = 0.8;

/**
 * The mesh of a territory, in both forms the map draws. Interior borders are one
 * arc shared by both neighbours, before and after simplification.
 * @throws Error when the mesh holds none of the municipalities, or loses one.
 */
export async function buildMesh(input: MeshInput): Promise<BuiltMesh> {
  const { territorio, municipios, source, detalhe = DETAIL } = input;
  const oficial = source === undefined ? null : await readOfficialMesh(source);
  const lida = oficial ? oficial.mesh : await readSvgMesh(territorio.uf, territorio.malha);
  const conhecidos = new Set(municipios.map((m) => m.codigo));
  const features = lida.features.filter((f) => conhecidos.has(f.id));
  if (features.length === 0) throw new Error(`the mesh holds none of the ${municipios.length} municipalities`);
  const malha: MunicipalCollection = { type: "FeatureCollection", features: mergeRepeated(features) };
  const topology = simplified(malha, detalhe);
  const regioes = new Map(municipios.map((m) => [m.codigo, m.regiaoImediata?.codigo ?? null]));
  const isRegionBorder = (a: GeometryObject, b: GeometryObject): boolean =>
    a === b || regioes.get(Number(a.id)) !== regioes.get(Number(b.id));
  const completa: MeshTopology = {
    ...topology,
    objects: {
      municipios: topology.objects.municipios,
      regioes: meshArcs(topology, topology.objects.municipios, isRegionBorder),
    },
  };
  const desenhados = new Set(features.map((f) => f.id));
  return {
    mesh: drawingOf(completa, municipios, oficial ? `malha do IBGE, arquivo ${oficial.nome}` : territorio.malha.nota),
    topology: completa,
    semPoligono: municipios.map((m) => m.codigo).filter((codigo) => !desenhados.has(codigo)),
    ignorados: lida.features.map((f) => f.id).filter((codigo) => !conhecidos.has(codigo)),
  };
}

type PolygonTopology = Topology<{ municipios: GeometryCollection }>;

function simplified(malha: MunicipalCollection, detalhe: number): PolygonTopology {
  // A border is shared only where both neighbours have the same vertices: the
  // first quantization snaps those that differ by rounding.
  const exata: PolygonTopology = toTopology({ municipios: malha }, QUANTIZATION) as PolygonTopology;
  const pontos = exata.arcs.reduce((soma, arco) => soma + arco.length, 0);
  const alvo = detalhe * malha.features.length;
  if (pontos <= alvo) return exata;
  const pesada = presimplify(exata);
  for (let mantida = alvo / pontos; mantida < 1; mantida *= 1.3) {
    const simples = simplify(pesada, quantile(pesada, mantida));
    if (shrunk(exata, simples).length === 0) return requantized(simples);
  }
  return exata;
}

/** Back to delta-coded whole numbers, which JSON holds in a third of the room. */
function requantized(topology: PolygonTopology): PolygonTopology {
  const poligonos = feature(topology, topology.objects.municipios);
  return toTopology({ municipios: poligonos }, QUANTIZATION) as PolygonTopology;
}

/** Municipalities that simplification made vanish or shrink noticeably. */
function shrunk(antes: PolygonTopology, depois: PolygonTopology): number[] {
  const areas = new Map(polygonFeatures(depois).map((f) => [f.codigo, geometryArea(f.geometry)]));
  return polygonFeatures(antes)
    .filter((f) => (areas.get(f.codigo) ?? 0) < MIN_AREA_KEPT * geometryArea(f.geometry))
    .map((f) => f.codigo);
}

/** Polygons of a topology with their codes. */
export function polygonFeatures(
  topology: PolygonTopology | MeshTopology,
): { readonly codigo: number; readonly geometry: Polygon | MultiPolygon }[] {
  const municipios: GeometryCollection = topology.objects.municipios;
  return feature(topology as PolygonTopology, municipios).features.flatMap((f) =>
    f.geometry.type === "Polygon" || f.geometry.type === "MultiPolygon"
      ? [{ codigo: Number(f.id), geometry: f.geometry }]
      : [],
  );
}

function drawingOf(topology: MeshTopology, municipios: readonly Municipio[], nota: string): SvgMesh {
  const [west, south, east, north] = bbox(topology);
  const frame = frameOf({ west, south, east, north });
  const poligonos = new Map(polygonFeatures(topology).map((f) => [f.codigo, f.geometry]));
  const paths = municipios.map(({ codigo, nome }) => {
    const geometry = poligonos.get(codigo);
    if (!geometry) return "";
    const rings = polygonsOf(geometry).flat();
    // A generalised mesh can leave a sliver thinner than a unit: it is drawn unrounded, not lost.
    const d = pathOf(rings, frame, true) || pathOf(rings, frame, true, 2);
    if (d === "") throw new Error(`${nome} (${codigo}) is less than a triangle in the mesh`);
    return d;
  });
  const sedes = municipios.map(({ sede }) => {
    if (!sede) return null;
    const { x, y } = frame.project(sede.lon, sede.lat);
    return { x: Math.round(x), y: Math.round(y) };
  });
  const linhas = lineMesh(topology, topology.objects.regioes);
  return {
    width: frame.width,
    height: frame.height,
    paths,
    sedes,
    regioes: pathOf(linhas.coordinates, frame, false),
    vizinhos: neighbourPositions(topology, municipios),
    nota,
  };
}

/** For each municipality, the positions of those it shares a border arc with; empty without a polygon. */
function neighbourPositions(topology: MeshTopology, municipios: readonly Municipio[]): number[][] {
  const { geometries } = topology.objects.municipios;
  const position = new Map(municipios.map(({ codigo }, i) => [codigo, i]));
  const at = (geometry: number): number | undefined => position.get(Number(geometries[geometry]?.id));
  const vizinhos: number[][] = municipios.map(() => []);
  neighbors(geometries).forEach((others, geometry) => {
    const i = at(geometry);
    if (i !== undefined) vizinhos[i] = others.flatMap((other) => at(other) ?? []).sort((a, b) => a - b);
  });
  return vizinhos;
}

/** One feature a code: some official files repeat a municipality, once an island. */
function mergeRepeated(features: MunicipalCollection["features"]): MunicipalCollection["features"] {
  const porCodigo = new Map<number, MunicipalCollection["features"][number]>();
  for (const f of features) {
    const outra = porCodigo.get(f.id);
    const coordinates = outra ? [...polygonsOf(outra.geometry), ...polygonsOf(f.geometry)] : [];
    porCodigo.set(f.id, outra ? { ...f, geometry: { type: "MultiPolygon", coordinates } } : f);
  }
  return [...porCodigo.values()];
}
