import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { neighbors } from "topojson-client";
import { beforeAll, describe, expect, it } from "vitest";
import { buildMesh, polygonFeatures } from "../../../scripts/mesh/build-mesh.ts";
import type { BuiltMesh } from "../../../scripts/mesh/build-mesh.ts";
import { geometryArea, geometryContains } from "../../../scripts/mesh/geometry.ts";
import { readSvgMesh } from "../../../scripts/mesh/read-svg-mesh.ts";
import type { Municipio } from "../../../src/core/municipio.ts";
import type { Territorio } from "../../../src/core/territorio.ts";
import { sharedPath } from "../../shared.ts";
import { municipiosDeTeste } from "./municipios.ts";

const require = createRequire(import.meta.url);
const read = (relative: string): string => readFileSync(new URL(relative, import.meta.url), "utf8");

function boundsOf(geometry: Parameters<typeof geometryArea>[0]) {
  const pontos = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).flat(2);
  const lons = pontos.map((p) => p[0] ?? 0);
  const lats = pontos.map((p) => p[1] ?? 0);
  return { west: Math.min(...lons), east: Math.max(...lons), south: Math.min(...lats), north: Math.max(...lats) };
}

/** How many polygons use each arc, whichever way it runs. */
function arcUse({ topology }: BuiltMesh): number[] {
  const uso = topology.arcs.map(() => 0);
  for (const g of topology.objects.municipios.geometries) {
    const rings = g.type === "Polygon" ? g.arcs : g.type === "MultiPolygon" ? g.arcs.flat() : [];
    for (const i of rings.flat()) uso[i < 0 ? ~i : i] = (uso[i < 0 ? ~i : i] ?? 0) + 1;
  }
  return uso;
}

describe("Ceará, from the same script and another territory file", () => {
  const territorio = JSON.parse(read("../../fixtures/territorio-ce.json")) as Territorio;
  const registros = JSON.parse(
    readFileSync(require.resolve("mapa-brasil/data/json/municipios/ce_municipios.json"), "utf8"),
  ) as { NM_MUNICIP: string; CD_GEOCMU: string }[];
  // Seats typed by hand from public atlases, to two decimals.
  const sedes: Record<number, { lat: number; lon: number }> = {
    2304400: { lat: -3.72, lon: -38.54 },
    2312908: { lat: -3.69, lon: -40.35 },
    2307304: { lat: -7.21, lon: -39.32 },
    2311306: { lat: -4.97, lon: -39.02 },
  };
  const municipios: Municipio[] = registros.map((r) => ({
    codigo: Number(r.CD_GEOCMU),
    nome: r.NM_MUNICIP,
    regiaoImediata: null,
    regiaoIntermediaria: null,
    sede: sedes[Number(r.CD_GEOCMU)] ?? null,
    areaKm2: null,
    populacao: null,
    anoCenso: null,
    porte: null,
  }));
  let malha: BuiltMesh;
  beforeAll(async () => {
    malha = await buildMesh({ territorio, municipios });
  });

  it("draws all 184 municipalities, all of them of UF 23", () => {
    expect(malha.mesh.paths.filter((d) => d !== "")).toHaveLength(184);
    const codigos = polygonFeatures(malha.topology).map((f) => f.codigo);
    expect(new Set(codigos).size).toBe(184);
    expect(codigos.every((c) => Math.floor(c / 100_000) === 23)).toBe(true);
    expect(malha.semPoligono).toEqual([]);
  });

  it("puts Fortaleza on the north coast, near 38.5° W and 3.8° S", () => {
    const fortaleza = polygonFeatures(malha.topology).find((f) => f.codigo === 2304400);
    const b = boundsOf(fortaleza?.geometry ?? { type: "Polygon", coordinates: [] });
    expect((b.west + b.east) / 2).toBeCloseTo(-38.5, 1);
    expect((b.south + b.north) / 2).toBeCloseTo(-3.8, 1);
    expect(b.east - b.west).toBeLessThan(0.4);
  });

  it("puts the seats of four distant cities inside or beside their own polygon", () => {
    for (const [codigo, { lat, lon }] of Object.entries(sedes)) {
      const f = polygonFeatures(malha.topology).find((p) => p.codigo === Number(codigo));
      const b = boundsOf(f?.geometry ?? { type: "Polygon", coordinates: [] });
      expect(lon).toBeGreaterThan(b.west - 0.05);
      expect(lon).toBeLessThan(b.east + 0.05);
      expect(lat).toBeGreaterThan(b.south - 0.05);
      expect(lat).toBeLessThan(b.north + 0.05);
    }
  });

  it("spans the extent of the state within 12 km: 41.41° to 37.25° W, 7.87° to 2.78° S", () => {
    const limites = [-41.41, -7.87, -37.25, -2.78];
    const desvios = (malha.topology.bbox ?? []).map((grau, i) => Math.abs(grau - (limites[i] ?? 0)));
    expect(desvios).toHaveLength(4);
    expect(Math.max(...desvios)).toBeLessThan(0.11);
  });
});

describe("the bundled territory", () => {
  const { territorio, municipios } = municipiosDeTeste();
  let malha: BuiltMesh;
  beforeAll(async () => {
    malha = await buildMesh({ territorio, municipios });
  });

  it("draws every municipality but the one younger than the mesh, which keeps its seat", () => {
    expect(malha.semPoligono).toEqual([5101837]);
    const i = municipios.findIndex((m) => m.codigo === 5101837);
    expect(malha.mesh.paths[i]).toBe("");
    expect(malha.mesh.sedes[i]).not.toBeNull();
    expect(malha.mesh.paths.filter((d) => d !== "")).toHaveLength(141);
    expect(malha.mesh.nota).toBe("malha generalizada, IBGE 2015");
  });

  it("has at least 131 of the 141 seats inside their own polygon", () => {
    const poligonos = new Map(polygonFeatures(malha.topology).map((f) => [f.codigo, f.geometry]));
    const dentro = municipios.filter(({ codigo, sede }) => {
      const geometry = poligonos.get(codigo);
      return geometry && sede && geometryContains(geometry, sede.lon, sede.lat);
    });
    expect(dentro.length).toBeGreaterThanOrEqual(131);
  });

  it("shares every interior border between exactly two neighbours", () => {
    const uso = arcUse(malha);
    expect(Math.max(...uso)).toBe(2);
    expect(Math.min(...uso)).toBe(1);
    expect(uso.filter((n) => n === 2).length).toBeGreaterThan(uso.filter((n) => n === 1).length);
    const outras = malha.topology.objects.regioes.arcs.flat();
    expect(outras.every((i) => i >= 0 && i < uso.length)).toBe(true);
  });

  it("gives every municipality a neighbour, 5 or 6 on average", () => {
    const vizinhos = neighbors(malha.topology.objects.municipios.geometries);
    expect(vizinhos.every((v) => v.length > 0)).toBe(true);
    const media = vizinhos.reduce((soma, v) => soma + v.length, 0) / vizinhos.length;
    expect(media).toBeGreaterThan(4.5);
    expect(media).toBeLessThan(6);
  });

  it("conserves the area of each municipality within 1 % of the source's", async () => {
    const fonte = await readSvgMesh(territorio.uf, territorio.malha);
    const areas = new Map(fonte.features.map((f) => [f.id, geometryArea(f.geometry)]));
    for (const { codigo, geometry } of polygonFeatures(malha.topology)) {
      const antes = areas.get(codigo) ?? 0;
      expect(Math.abs(geometryArea(geometry) / antes - 1)).toBeLessThan(0.01);
    }
  });

  it("agrees with the official areas within 10 % for more than eight in ten municipalities", () => {
    const km2 = (geometry: Parameters<typeof geometryArea>[0]): number => {
      const { south, north } = boundsOf(geometry);
      const porGrau = 111.32;
      return geometryArea(geometry) * porGrau * porGrau * Math.cos((((south + north) / 2) * Math.PI) / 180);
    };
    const poligonos = new Map(polygonFeatures(malha.topology).map((f) => [f.codigo, f.geometry]));
    const razoes = municipios.flatMap(({ codigo, areaKm2 }) => {
      const geometry = poligonos.get(codigo);
      return geometry && areaKm2 !== null ? [km2(geometry) / areaKm2] : [];
    });
    expect(razoes.filter((r) => r > 0.9 && r < 1.1).length).toBeGreaterThan(0.85 * razoes.length);
  });

  it("keeps the SVG geometry under 30 KB, drawn in whole units", () => {
    const tudo = malha.mesh.paths.join("") + malha.mesh.regioes;
    expect(tudo.length).toBeLessThan(30_000);
    expect(tudo).toMatch(/^[MLlz\d\s-]+$/);
    expect(Math.max(malha.mesh.width, malha.mesh.height)).toBe(2000);
  });
});

describe("an official mesh", () => {
  const denso = sharedPath("dados-oficiais/samples/ibge/tbrugz_geojs-51-mun.json");
  const contorno = sharedPath("dados-oficiais/samples/ibge/ibge_malhas_v3_uf51_codarea.json");
  const { territorio, municipios } = municipiosDeTeste();

  it.skipIf(denso === null)("is accepted from a file, simplified, with no municipality lost", async () => {
    const { mesh, topology, semPoligono } = await buildMesh({ territorio, municipios, source: denso ?? "" });
    expect(semPoligono).toEqual([5101837]);
    expect(mesh.paths.filter((d) => d !== "")).toHaveLength(141);
    expect(mesh.nota).toContain("tbrugz_geojs-51-mun.json");
    expect((mesh.paths.join("") + mesh.regioes).length).toBeLessThan(60_000);
    const vizinhos = neighbors(topology.objects.municipios.geometries);
    expect(vizinhos.every((v) => v.length > 0)).toBe(true);
  });

  it.skipIf(contorno === null)("of the UF's outline alone is refused, saying what to ask for", async () => {
    await expect(buildMesh({ territorio, municipios, source: contorno ?? "" })).rejects.toThrow(
      /code “51”.*intrarregiao=municipio/,
    );
  });
});
