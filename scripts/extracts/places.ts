import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseLugares, type LugaresAsset } from "../../src/data/places/parse.ts";
import { readCsv } from "./csv.ts";

/** Files of the data folder the places are built from. */
export const PLACE_INPUTS = ["municipios-brasil.csv", "nomes-de-municipios.csv"];

const MAX_BYTES = 200 * 1024;

/** The 27 federative units: IBGE's code (first two digits of the municipalities'), letters and name. */
const UFS: LugaresAsset["ufs"] = [
  [11, "RO", "Rondônia"],
  [12, "AC", "Acre"],
  [13, "AM", "Amazonas"],
  [14, "RR", "Roraima"],
  [15, "PA", "Pará"],
  [16, "AP", "Amapá"],
  [17, "TO", "Tocantins"],
  [21, "MA", "Maranhão"],
  [22, "PI", "Piauí"],
  [23, "CE", "Ceará"],
  [24, "RN", "Rio Grande do Norte"],
  [25, "PB", "Paraíba"],
  [26, "PE", "Pernambuco"],
  [27, "AL", "Alagoas"],
  [28, "SE", "Sergipe"],
  [29, "BA", "Bahia"],
  [31, "MG", "Minas Gerais"],
  [32, "ES", "Espírito Santo"],
  [33, "RJ", "Rio de Janeiro"],
  [35, "SP", "São Paulo"],
  [41, "PR", "Paraná"],
  [42, "SC", "Santa Catarina"],
  [43, "RS", "Rio Grande do Sul"],
  [50, "MS", "Mato Grosso do Sul"],
  [51, "MT", "Mato Grosso"],
  [52, "GO", "Goiás"],
  [53, "DF", "Distrito Federal"],
];

/** The two texts as one compact asset. */
export function placesAsset(municipios: string, variantes: string): LugaresAsset {
  const list = readCsv(municipios, "municipios-brasil.csv").rows;
  const spellings = readCsv(variantes, "nomes-de-municipios.csv").rows;
  return {
    ufs: UFS,
    codigos: list.map(({ codigo }) => Number(codigo)),
    nomes: list.map(({ nome = "" }) => nome),
    siafi: list.map(({ siafi }) => Number(siafi)),
    variantes: spellings.map(({ codigo, variante = "" }) => [Number(codigo), variante]),
  };
}

/**
 * Writes the reference places of the whole country from the CSV files of a data
 * folder. They are the same for every territory.
 * Throws when the files do not fit or the asset is too large.
 */
export async function writePlaces(dir: string, outFile: string): Promise<void> {
  const [municipios = "", variantes = ""] = await Promise.all(PLACE_INPUTS.map((name) => readFile(join(dir, name), "utf8")));
  const json = JSON.stringify(placesAsset(municipios, variantes));
  parseLugares(JSON.parse(json));
  const bytes = Buffer.byteLength(json);
  if (bytes > MAX_BYTES) throw new Error(`lugares.json has ${bytes} bytes; ${MAX_BYTES} are allowed`);
  await mkdir(dirname(outFile), { recursive: true });
  await writeFile(outFile, json);
}
