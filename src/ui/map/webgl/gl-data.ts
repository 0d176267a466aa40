import type { FeatureCollection } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, MultiLineString, Topology } from "topojson-specification";
import type { GeoBounds } from "../../../core/camera.ts";

/** The mesh file as the build writes it. */
type MeshTopology = Topology<{ municipios: GeometryCollection; regioes: MultiLineString }>;

export interface GlMesh {
  readonly areas: FeatureCollection;
  readonly regions: FeatureCollection;
  readonly bounds: GeoBounds;
}

/**
 * Fetches the mesh and turns it into GeoJSON.
 * @throws Error naming the address when it does not answer or is no mesh.
 */
export async function loadMesh(url: string, signal: AbortSignal): Promise<GlMesh> {
  const resposta = await fetch(url, { signal });
  if (!resposta.ok) throw new Error(`${url} answered ${resposta.status}`);
  const json: unknown = await resposta.json();
  if (!isMesh(json)) throw new Error(`${url} is not a municipal mesh in TopoJSON`);
  const [west = 0, south = 0, east = 0, north = 0] = json.bbox ?? [];
  return {
    areas: feature(json, json.objects.municipios),
    regions: { type: "FeatureCollection", features: [feature(json, json.objects.regioes)] },
    bounds: { west, south, east, north },
  };
}

function isMesh(json: unknown): json is MeshTopology {
  if (typeof json !== "object" || json === null || !("objects" in json) || !("bbox" in json)) return false;
  const { objects } = json;
  return typeof objects === "object" && objects !== null && "municipios" in objects && "regioes" in objects;
}
