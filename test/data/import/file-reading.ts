import { csvText } from "../csv-text.ts";
import { expect } from "vitest";
import type { Indicador } from "../../../src/core/indicador.ts";
import { readFileBytes, type FileContext } from "../../../src/data/import/read-file.ts";
import type { FileResult } from "../../../src/data/import/report.ts";
import { LAYOUTS } from "../../../src/data/layouts/index.ts";
import { dataText } from "../folder.ts";
import { LUGARES } from "../layouts/lugares.ts";

const catalogo = JSON.parse(dataText("catalogo.json")) as readonly Indicador[];

export const CONTEXT: FileContext = {
  municipios: [...LUGARES.territorio.values()],
  lugares: LUGARES,
  catalogo,
  layouts: LAYOUTS,
  carregadaEm: "2026-11-22T12:00:00Z",
};

/** Reads a file of any kind as the app does; on every reading no record is lost or counted twice. */
export async function readFile(
  bytes: Uint8Array | string,
  arquivo: string,
  context: Partial<FileContext> = {},
): Promise<FileResult> {
  const buffer = typeof bytes === "string" ? new TextEncoder().encode(bytes) : new Uint8Array(bytes);
  const result = await readFileBytes(buffer, arquivo, { ...CONTEXT, ...context });
  const { lidas, ...parts } = result.contagem;
  expect(Object.values(parts).reduce((a, b) => a + b, 0), `${arquivo}: rows are conserved`).toBe(lidas);
  return result;
}

/** A figure of the canonical file as text: "valor" or "valor (numerador/denominador)"; null when it is not there. */
export function figureOf({ extract }: FileResult, codigo: number, periodo: string, indicador: string): number | null {
  const start = `${String(codigo)},${periodo},${indicador},`;
  const line = csvText(extract?.csv).split("\n").find((each) => each.startsWith(start));
  return line === undefined ? null : Number(line.slice(start.length).split(",")[0]);
}
