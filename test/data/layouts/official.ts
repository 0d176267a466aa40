import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect } from "vitest";
import { placesAsset } from "../../../scripts/extracts/places.ts";
import type { Indicador } from "../../../src/core/indicador.ts";
import { problemLog } from "../../../src/data/import/report.ts";
import { LAYOUTS } from "../../../src/data/layouts/index.ts";
import { LOADS_FROM, type Figura } from "../../../src/data/layouts/layout.ts";
import { parseLugares } from "../../../src/data/places/parse.ts";
import type { PlaceResolver } from "../../../src/data/places/places.ts";
import { createPlaceResolver } from "../../../src/data/places/resolver.ts";
import { openRaw } from "../../../src/data/raw/open.ts";
import type { RawTable } from "../../../src/data/raw/raw.ts";
import { dataText } from "../folder.ts";
import { fitsOf, isConserved, valueOf, type Converted, type Match } from "./converting.ts";
import { LUGARES } from "./lugares.ts";

export type Source = string | { readonly texto: string; readonly arquivo: string } | { readonly bytes: Uint8Array; readonly arquivo: string };

export interface Reading {
  readonly respostas?: Readonly<Record<string, string>>;
  readonly lugares?: PlaceResolver;
}

const encoder = new TextEncoder();
const CATALOGO = new Set((JSON.parse(dataText("catalogo.json")) as Indicador[]).map(({ id }) => id));

/** Places of the whole country, seen from another state. */
export function placesOf(codigoUf: number, uf: string): PlaceResolver {
  return createPlaceResolver({ territorio: { codigoUf, uf }, ...parseLugares(placesAsset(dataText("municipios-brasil.csv"), dataText("nomes-de-municipios.csv"))) });
}

const nameOf = (source: Source): string => (typeof source === "string" ? basename(source) : source.arquivo);

function bytesOf(source: Source): { bytes: Uint8Array; arquivo: string } {
  if (typeof source === "string") return { bytes: new Uint8Array(readFileSync(source)), arquivo: basename(source) };
  return { bytes: "texto" in source ? encoder.encode(source.texto) : source.bytes, arquivo: source.arquivo };
}

const opened = new Map<string, Promise<readonly RawTable[]>>();

/** Opens a file; one of the reading material once for all tests, since a workbook of 8,000 rows takes its time. */
async function tablesOf(source: Source): Promise<readonly RawTable[]> {
  const open = async (): Promise<readonly RawTable[]> => {
    const { bytes, arquivo } = bytesOf(source);
    return (await openRaw(bytes, arquivo)).tabelas;
  };
  if (typeof source !== "string") return open();
  const known = opened.get(source) ?? open();
  opened.set(source, known);
  return known;
}

/** For every table of a file, the layout of all that fits it best; null where none is sure enough to load. */
export async function recognised(source: Source): Promise<(Match | null)[]> {
  const arquivo = nameOf(source);
  return (await tablesOf(source)).map((tabela) => {
    const [best, second] = fitsOf([tabela], arquivo, LAYOUTS);
    if (best === undefined || best.fit.confianca < LOADS_FROM) return null;
    expect(second?.fit.confianca ?? 0, `${best.layout.id} and ${second?.layout.id ?? ""} are told apart`).toBeLessThan(best.fit.confianca);
    return best;
  });
}

/** The best layout of a file's only table, sure or not. */
export async function nearest(source: Source): Promise<Match | undefined> {
  return fitsOf(await tablesOf(source), nameOf(source), LAYOUTS)[0];
}

/** Every table that is recognised, converted. On each reading no record is lost or counted twice, and every figure is of the catalogue. */
export async function readOfficial(source: Source, reading: Reading = {}): Promise<Converted[]> {
  const arquivo = nameOf(source);
  const matches = (await recognised(source)).filter((match) => match !== null);
  return matches.map((match) => convertMatch(match, arquivo, reading));
}

export function convertMatch({ layout, tabela, fit }: Match, arquivo: string, { respostas = {}, lugares = LUGARES }: Reading = {}): Converted {
  const log = problemLog(1_000);
  const figuras: Figura[] = [];
  const conversao = layout.convert(tabela, fit, {
    lugares,
    arquivo,
    log,
    figura: (figura) => {
      figuras.push(figura);
    },
    respostas: new Map(Object.entries(respostas)),
    onProgress: () => undefined,
  });
  expect(isConserved(conversao), "rows are conserved").toBe(true);
  expect(figuras.filter(({ indicador }) => !CATALOGO.has(indicador)).map(({ indicador }) => indicador)).toEqual([]);
  expect(figuras.filter(({ codigo }) => !lugares.territorio.has(codigo))).toEqual([]);
  return { layout, fit, conversao, figuras, problemas: log.problemas(), totais: log.totais() };
}

/** A file with one recognised table. */
export async function readOne(source: Source, reading: Reading = {}): Promise<Converted> {
  const [only, ...others] = await readOfficial(source, reading);
  if (only === undefined || others.length > 0) throw new Error(`${String(others.length + (only === undefined ? 0 : 1))} recognised tables`);
  return only;
}

/** The figures as "code indicator period" → value. */
export function values(figuras: readonly Figura[], names: readonly string[]): Record<string, number | undefined> {
  return Object.fromEntries(
    names.map((name) => {
      const [codigo = "", indicador = "", periodo = ""] = name.split(" ");
      return [name, valueOf(figuras, Number(codigo), indicador, periodo)];
    }),
  );
}

/** Checks a table of figures: name of each → value, `undefined` where there must be none. */
export function expectFigures(figuras: readonly Figura[], expected: Readonly<Record<string, number | undefined>>): void {
  expect(values(figuras, Object.keys(expected))).toEqual(expected);
}
