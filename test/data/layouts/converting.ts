import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { problemLog, type ProblemTotal } from "../../../src/data/import/report.ts";
import type { Problem } from "../../../src/core/problem.ts";
import type { Conversion, ConversionContext, Figura, Fit, OfficialLayout } from "../../../src/data/layouts/layout.ts";
import { OTHER_LAYOUTS } from "../../../src/data/layouts/others.ts";
import type { RawTable } from "../../../src/data/raw/raw.ts";
import type { PlaceResolver } from "../../../src/data/places/places.ts";
import { openRaw } from "../../../src/data/raw/open.ts";
import { LUGARES } from "./lugares.ts";

/** What a file came out as. */
export interface Converted {
  readonly layout: OfficialLayout;
  readonly fit: Fit;
  readonly conversao: Conversion;
  readonly figuras: readonly Figura[];
  readonly problemas: readonly Problem[];
  readonly totais: readonly ProblemTotal[];
}

export interface Match {
  readonly layout: OfficialLayout;
  readonly tabela: RawTable;
  readonly fit: Fit;
}

const encoder = new TextEncoder();

/** Opens a file of the reading material, or a text written in the test. */
export async function open(path: string | { readonly texto: string; readonly arquivo: string } | { readonly bytes: Uint8Array; readonly arquivo: string }): Promise<{ tabelas: readonly RawTable[]; arquivo: string }> {
  const { bytes, arquivo } =
    typeof path === "string"
      ? { bytes: new Uint8Array(readFileSync(path)), arquivo: basename(path) }
      : { bytes: "texto" in path ? encoder.encode(path.texto) : path.bytes, arquivo: path.arquivo };
  return { tabelas: (await openRaw(bytes, arquivo)).tabelas, arquivo };
}

/** The fits of a table among the layouts, best first. */
export function fitsOf(tabelas: readonly RawTable[], arquivo: string, layouts: readonly OfficialLayout[] = OTHER_LAYOUTS): Match[] {
  return tabelas
    .flatMap((tabela) =>
      layouts.flatMap((layout) => {
        const fit = layout.match(tabela, { arquivo });
        return fit === null ? [] : [{ layout, tabela, fit }];
      }),
    )
    .toSorted((a, b) => b.fit.confianca - a.fit.confianca);
}

/** Converts a file by the layout that fits best; fails when none does. */
export async function convert(path: Parameters<typeof open>[0], respostas: Readonly<Record<string, string>> = {}, lugares: PlaceResolver = LUGARES): Promise<Converted> {
  const { tabelas, arquivo } = await open(path);
  const [best] = fitsOf(tabelas, arquivo);
  if (best === undefined) throw new Error(`no layout fits ${arquivo}`);
  return convertTable(best, arquivo, respostas, lugares);
}

export function convertTable({ layout, tabela, fit }: Match, arquivo: string, respostas: Readonly<Record<string, string>> = {}, lugares: PlaceResolver = LUGARES): Converted {
  const log = problemLog(1_000);
  const figuras: Figura[] = [];
  const context: ConversionContext = {
    lugares,
    arquivo,
    log,
    figura: (figura) => {
      figuras.push(figura);
    },
    respostas: new Map(Object.entries(respostas)),
    onProgress: () => undefined,
  };
  const conversao = layout.convert(tabela, fit, context);
  return { layout, fit, conversao, figuras, problemas: log.problemas(), totais: log.totais() };
}

/** The value of one figure; undefined where the file brought none. */
export function valueOf(figuras: readonly Figura[], codigo: number, indicador: string, periodo?: string): number | undefined {
  const found = figuras.filter((f) => f.codigo === codigo && f.indicador === indicador && (periodo === undefined || f.periodo === periodo));
  if (found.length > 1) throw new Error(`${String(found.length)} figures for ${String(codigo)} ${indicador}`);
  return found[0]?.valor;
}

/** True when every record read is accounted for. */
export function isConserved({ contagem: { lidas, ...outras } }: Conversion): boolean {
  return lidas === Object.values(outras).reduce((sum, n) => sum + n, 0);
}

/** How many problems of a kind were found. */
export function problemsOf(totais: readonly ProblemTotal[], tipo: string): number {
  return totais.filter((total) => total.tipo === tipo).reduce((sum, { contagem }) => sum + contagem, 0);
}
