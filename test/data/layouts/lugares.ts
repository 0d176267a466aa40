import { placesAsset } from "../../../scripts/extracts/places.ts";
import { parseLugares } from "../../../src/data/places/parse.ts";
import type { PlaceResolver } from "../../../src/data/places/places.ts";
import { createPlaceResolver } from "../../../src/data/places/resolver.ts";
import { dataText } from "../folder.ts";

const lugares = parseLugares(placesAsset(dataText("municipios-brasil.csv"), dataText("nomes-de-municipios.csv")));

/** Places of the whole country, seen from one state. */
export function lugaresDe(codigoUf: number, uf: string): PlaceResolver {
  return createPlaceResolver({ territorio: { codigoUf, uf }, ...lugares });
}

export const LUGARES = lugaresDe(51, "MT");
