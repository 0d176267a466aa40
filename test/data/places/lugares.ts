import { readFileSync } from "node:fs";
import { placesAsset } from "../../../scripts/extracts/places.ts";
import { parseLugares, type Lugares } from "../../../src/data/places/parse.ts";
import type { PlaceResolver } from "../../../src/data/places/places.ts";
import { createPlaceResolver } from "../../../src/data/places/resolver.ts";

const text = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

/** The reference places, from the files of `data/` through the asset. */
export const LUGARES: Lugares = parseLugares(
  JSON.parse(JSON.stringify(placesAsset(text("data/municipios-brasil.csv"), text("data/nomes-de-municipios.csv")))),
);

/** A resolver for the territory of a folder's `territorio.json`. */
export function resolverOf(path: string): PlaceResolver {
  const { codigoUf, uf } = JSON.parse(text(path)) as { codigoUf: number; uf: string };
  return createPlaceResolver({ territorio: { codigoUf, uf }, ...LUGARES });
}
