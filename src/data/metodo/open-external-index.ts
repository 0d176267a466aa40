import { LIMITS } from "../import/limits.ts";
import { Refusal } from "../import/whole-file.ts";
import { parseLugares } from "../places/parse.ts";
import type { PlaceResolver } from "../places/places.ts";
import { createPlaceResolver } from "../places/resolver.ts";
import { openRaw } from "../raw/open.ts";
import type { RawTable } from "../raw/raw.ts";

/** One line a municipality is far below this; the file is read on the page's own thread. */
const BYTES = 5 * 1024 * 1024;

/**
 * Opens the file of an index: its tables, not yet read.
 * @throws Refusal for what cannot be opened
 */
export async function openExternalIndex(file: File): Promise<readonly RawTable[]> {
  if (file.size > BYTES) {
    throw new Refusal("arquivo-grande", `O arquivo tem mais de ${BYTES / 1_048_576} MB.`, "Use um arquivo com uma linha por município.");
  }
  const { tabelas } = await openRaw(new Uint8Array(await file.arrayBuffer()), file.name, { ...LIMITS, bytes: BYTES });
  return tabelas;
}

/**
 * The country's places, to tell the municipalities of a file.
 * @throws Error when the list does not arrive or is not what it should be
 */
export async function fetchPlaces(lugaresUrl: string, territorio: { readonly codigoUf: number; readonly uf: string }): Promise<PlaceResolver> {
  const response = await fetch(lugaresUrl);
  if (!response.ok) throw new Error(`${lugaresUrl}: HTTP ${response.status}`);
  return createPlaceResolver({ territorio, ...parseLugares(await response.json()) });
}
