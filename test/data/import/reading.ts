import { csvText } from "../csv-text.ts";
import { expect } from "vitest";
import { readExtract, type ReadContext } from "../../../src/data/import/read-extract.ts";
import type { ImportResult } from "../../../src/data/import/report.ts";

export const MUNICIPIOS = [
  { codigo: 5103403, nome: "Cuiabá" },
  { codigo: 5107909, nome: "Sinop" },
  { codigo: 5101837, nome: "Boa Esperança do Norte" },
];

/** Reads a file as the app would, and checks on every reading that no record is lost or counted twice. */
export function read(file: string | Uint8Array, context: Partial<ReadContext> = {}, fileName = "arquivo.csv"): ImportResult {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const result = readExtract(bytes, fileName, { municipios: MUNICIPIOS, ...context });
  const { lidas, carregadas, separadas, preambulo, cabecalho, branco, rodape, fora } = result.contagem;
  expect(carregadas + separadas + preambulo + cabecalho + branco + rodape + fora, "rows are conserved").toBe(lidas);
  if (result.extract !== null) expect(rowsOf(result)).toHaveLength(carregadas);
  return result;
}

/** Lines of the canonical file without its header; for files whose cells hold no line breaks. */
export function rowsOf({ extract }: ImportResult): string[] {
  return csvText(extract?.csv).split("\n").slice(1, -1);
}

/** Kind and line of every problem. */
export function kinds({ problemas, totais }: ImportResult): { linhas: (number | null)[]; tipos: string[] } {
  return { linhas: problemas.map(({ linha }) => linha), tipos: totais.map(({ tipo }) => tipo) };
}
