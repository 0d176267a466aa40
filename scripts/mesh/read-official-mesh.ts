import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Feature, FeatureCollection } from "geojson";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { municipalFeature } from "./geometry.ts";
import type { MunicipalCollection, MunicipalFeature } from "./geometry.ts";

/** Names under which official files keep the municipal code. */
const CODE_KEYS = ["codarea", "CD_MUN", "CD_GEOCMU", "CD_GEOCODM", "geocodigo", "GEOCODIGO", "codigo_ibg", "id"];

/**
 * An official IBGE mesh: GeoJSON or TopoJSON from a file, or from an address such
 * as `https://servicodados.ibge.gov.br/api/v3/malhas/estados/51?formato=application/vnd.geo+json&intrarregiao=municipio&qualidade=intermediaria`
 * (asked for only while building, never by the app).
 * @throws Error that says what the file holds when it is not a municipal mesh.
 */
export async function readOfficialMesh(source: string): Promise<{ mesh: MunicipalCollection; nome: string }> {
  const text = /^https?:\/\//.test(source) ? await download(source) : await readFile(source, "utf8");
  const nome = /^https?:\/\//.test(source) ? new URL(source).host : basename(source);
  return { mesh: parseOfficialMesh(JSON.parse(text), nome), nome };
}

async function download(url: string): Promise<string> {
  const resposta = await fetch(url);
  if (!resposta.ok) throw new Error(`${url} answered ${resposta.status}; download the file and give its path instead`);
  return resposta.text();
}

/**
 * Municipal polygons of a parsed GeoJSON or TopoJSON.
 * @throws Error naming `nome` when a feature has no 7-digit municipal code or no polygon.
 */
export function parseOfficialMesh(json: unknown, nome: string): MunicipalCollection {
  const features = collectionOf(json, nome).features.map((f) => municipalOf(f, nome));
  if (features.length === 0) throw new Error(`${nome}: the mesh is empty`);
  return { type: "FeatureCollection", features };
}

function municipalOf(f: Feature, nome: string): MunicipalFeature {
  const propriedades = f.properties ?? {};
  const candidatos: unknown[] = [...CODE_KEYS.map((chave) => propriedades[chave] as unknown), f.id];
  const presentes = candidatos.filter((v) => v !== undefined && v !== null && v !== "");
  const codigo = presentes.map(Number).find((v) => Number.isInteger(v) && v >= 1_100_000 && v <= 5_399_999);
  if (codigo === undefined) {
    const achado = presentes.length > 0 ? `code “${String(presentes[0])}”` : `only ${Object.keys(propriedades).join(", ")}`;
    throw new Error(
      `${nome}: a feature has ${achado}, not a 7-digit municipal code; ask for the mesh divided by municipality (intrarregiao=municipio)`,
    );
  }
  if (f.geometry.type !== "Polygon" && f.geometry.type !== "MultiPolygon")
    throw new Error(`${nome}: municipality ${codigo} is a ${f.geometry.type}, a polygon was expected`);
  return municipalFeature(codigo, f.geometry);
}

function collectionOf(json: unknown, nome: string): FeatureCollection {
  if (isTyped<FeatureCollection>(json, "FeatureCollection")) return json;
  if (isTyped<Topology>(json, "Topology")) {
    const objetos = Object.values(json.objects);
    const features = objetos.flatMap((objeto) =>
      objeto.type === "GeometryCollection" ? feature(json, objeto).features : [],
    );
    return { type: "FeatureCollection", features };
  }
  throw new Error(`${nome}: neither a GeoJSON FeatureCollection nor a TopoJSON Topology`);
}

function isTyped<T extends { type: string }>(json: unknown, type: T["type"]): json is T {
  return typeof json === "object" && json !== null && "type" in json && json.type === type;
}
