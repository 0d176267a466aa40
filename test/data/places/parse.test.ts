import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { placesAsset, writePlaces } from "../../../scripts/extracts/places.ts";
import { parseLugares } from "../../../src/data/places/parse.ts";
import { LUGARES } from "./lugares.ts";

const MUNICIPIOS = "codigo,nome,siafi\n2304400,Fortaleza,1389\n3550308,São Paulo,7107\n";
const VARIANTES = "codigo,variante\n3550308,Sampa\n";

it("reads what it wrote: federative units, municipalities with theirs, and spellings", () => {
  const asset = placesAsset(MUNICIPIOS, VARIANTES);
  const lugares = parseLugares(JSON.parse(JSON.stringify(asset)));
  expect(lugares.brasil).toEqual([
    { codigo: 2304400, nome: "Fortaleza", uf: "CE", siafi: 1389 },
    { codigo: 3550308, nome: "São Paulo", uf: "SP", siafi: 7107 },
  ]);
  expect(lugares.variantes).toEqual([{ codigo: 3550308, variante: "Sampa" }]);
  expect(lugares.ufs).toHaveLength(27);
});

it.each([
  ["columns of different lengths", { nomes: ["Fortaleza"] }, "2 codes, 1 names"],
  ["a code of six digits", { codigos: [230440, 3550308] }, "codigos.0"],
  ["a code of no federative unit", { codigos: [9904400, 3550308] }, "9904400 is of no federative unit"],
  ["no spellings", { variantes: null }, "variantes"],
])("refuses an asset with %s, naming it", (_what, change, words) => {
  expect(() => parseLugares({ ...placesAsset(MUNICIPIOS, VARIANTES), ...change })).toThrow(words);
});

it("writes the whole country in less than 200 KB", async () => {
  const dir = await mkdtemp(join(tmpdir(), "mirante-places-"));
  try {
    const file = join(dir, "novo", "lugares.json");
    await writePlaces(fileURLToPath(new URL("../../../data", import.meta.url)), file);
    const text = await readFile(file, "utf8");
    expect(Buffer.byteLength(text)).toBeLessThan(200 * 1024);
    expect(parseLugares(JSON.parse(text))).toEqual(LUGARES);
    expect(LUGARES.brasil).toHaveLength(5571);
  } finally {
    await rm(dir, { recursive: true });
  }
});

it("has the territory's municipalities under the names its own table gives them", async () => {
  const csv = await readFile(new URL("../../../data/municipios.csv", import.meta.url), "utf8");
  const own = csv.trim().split("\n").slice(1).map((line) => line.split(",").slice(0, 2).join(","));
  const listed = LUGARES.brasil.filter(({ uf }) => uf === "MT").map(({ codigo, nome }) => `${String(codigo)},${nome}`);
  expect(listed).toEqual(own);
});
