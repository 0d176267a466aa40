import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Position } from "geojson";
import svgpath from "svgpath";
import type { Territorio } from "../../src/core/territorio.ts";
import { assembleRings, municipalFeature } from "./geometry.ts";
import type { MunicipalCollection } from "./geometry.ts";

/** How the SVG's drawing units become degrees. */
export type Calibration = Pick<Territorio["malha"], "lon" | "lat">;

/**
 * The municipal mesh of one UF (or "br") from the npm package `mapa-brasil` (MIT;
 * IBGE 1:250,000 mesh of 2015, generalised). The SVG's n-th path is the n-th
 * record of the JSON beside it.
 * @throws Error when the package's two files disagree or a path holds a curve.
 */
export async function readSvgMesh(uf: string, calibration: Calibration): Promise<MunicipalCollection> {
  const arquivo = `${uf.toLowerCase()}_municipios`;
  const require = createRequire(import.meta.url);
  const svg = await readFile(require.resolve(`mapa-brasil/data/svg/low/municipios/${arquivo}.svg`), "utf8");
  const json = await readFile(require.resolve(`mapa-brasil/data/json/municipios/${arquivo}.json`), "utf8");
  const codigos = codesOf(JSON.parse(json), arquivo);
  const desenhos = [...svg.matchAll(/<path\b[^>]*?\sd="([^"]*)"/g)].map((m) => m[1] ?? "");
  if (desenhos.length !== codigos.length)
    throw new Error(`${arquivo}: ${desenhos.length} paths in the SVG for ${codigos.length} codes in the JSON`);
  return {
    type: "FeatureCollection",
    features: desenhos.map((d, i) =>
      municipalFeature(
        codigos[i] ?? 0,
        assembleRings(ringsOf(d).map((ring) => ring.map((ponto) => calibrate(ponto, calibration)))),
      ),
    ),
  };
}

function calibrate([x = 0, y = 0]: Position, { lon, lat }: Calibration): Position {
  return [lon[0] * x + lon[1], lat[0] * y + lat[1]];
}

/** Closed rings of an SVG path made of straight lines. */
export function ringsOf(d: string): Position[][] {
  const rings: Position[][] = [];
  svgpath(d)
    .abs()
    .iterate((segmento, _, x, y) => {
      const [comando, a = 0, b = 0] = segmento;
      const aberto = rings.at(-1);
      if (comando === "M") rings.push([[a, b]]);
      else if (comando === "L") aberto?.push([a, b]);
      else if (comando === "H") aberto?.push([a, y]);
      else if (comando === "V") aberto?.push([x, a]);
      else if (comando !== "Z") throw new Error(`the mesh has a curve (“${String(comando)}”), straight lines expected`);
    });
  return rings.map(close);
}

function close(ring: Position[]): Position[] {
  const semRepetir = ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1]?.[0] || y !== ring[i - 1]?.[1]);
  const [primeiro] = semRepetir;
  const ultimo = semRepetir.at(-1);
  if (primeiro && ultimo && (primeiro[0] !== ultimo[0] || primeiro[1] !== ultimo[1])) semRepetir.push([...primeiro]);
  return semRepetir;
}

function codesOf(json: unknown, arquivo: string): number[] {
  if (!Array.isArray(json)) throw new Error(`${arquivo}.json: a list was expected`);
  return json.map((registro: unknown, i) => {
    const codigo =
      typeof registro === "object" && registro !== null && "CD_GEOCMU" in registro ? Number(registro.CD_GEOCMU) : NaN;
    if (!(codigo >= 1_100_000 && codigo <= 5_399_999))
      throw new Error(`${arquivo}.json, record ${i + 1}: CD_GEOCMU is not a 7-digit code`);
    return codigo;
  });
}
