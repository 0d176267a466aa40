import { zipSync, type Zippable } from "fflate";
import readXlsxFile from "read-excel-file/universal";
import type { ImportLimits } from "../import/limits.ts";
import { Refusal } from "../import/whole-file.ts";
import type { RawTable } from "./raw.ts";
import { sheetTable, type RowWalk } from "./workbook-table.ts";
import { booleanText, dateText, plainNumber } from "./workbook-values.ts";
import { damagedXml, refuseDefinitions, utf8Xml, walkXml } from "./workbook-xml.ts";
import { prepareSheet } from "./xlsx-sheet.ts";
import type { ZipArchive } from "./zip.ts";

const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";

export function isXlsx(zip: ZipArchive): boolean {
  return zip.nomes.includes(WORKBOOK);
}

/**
 * The sheets of an xlsx (ECMA-376), hidden ones too. The library is given a copy
 * of the parts it needs, already inflated within the limits and looked through,
 * and never the file itself.
 * @throws Refusal
 */
export async function readXlsx(zip: ZipArchive, limits: ImportLimits): Promise<readonly RawTable[]> {
  const targets = relationTargets(zip);
  const parts: Zippable = {
    [WORKBOOK]: stored(part(zip, WORKBOOK)),
    [RELATIONS]: stored(part(zip, RELATIONS)),
  };
  for (const { alvo, kind } of targets) {
    const content = zip.ler(entryName(alvo, zip));
    if (content === null) {
      if (kind === "worksheet") throw damagedXml();
      continue;
    }
    const xml = utf8Xml(content);
    refuseDefinitions(xml);
    parts[libraryName(alvo)] = stored(kind === "worksheet" ? prepareSheet(xml) : xml);
  }
  const copy = zipSync(parts, { level: 0 });
  const sheets = await readSheets(copy);
  return sheets.flatMap(({ sheet, data }) =>
    // A sheet that is a chart has no cells: the library leaves its data out.
    Array.isArray(data) ? [sheetTable(sheet, rowWalk(sheet, data, limits))] : [],
  );
}

interface Sheet {
  readonly sheet: string;
  readonly data: unknown;
}

async function readSheets(copy: Uint8Array): Promise<readonly Sheet[]> {
  try {
    return await readXlsxFile<string>(new Blob([copy as Uint8Array<ArrayBuffer>]), { trim: false, parseNumber: plainNumber });
  } catch (error) {
    // The library calls itself once for each piece of a sheet, and a slow computer makes more pieces.
    if (error instanceof RangeError) throw tooHeavy();
    if (error instanceof Error) throw damagedXml();
    throw error;
  }
}

function tooHeavy(): Refusal {
  return new Refusal(
    "planilha-grande",
    "A planilha é grande demais para este computador.",
    "Salve a aba que interessa como CSV (UTF-8) e carregue o CSV.",
  );
}

function rowWalk(aba: string, data: readonly unknown[], limits: ImportLimits): RowWalk {
  const columns = data.reduce<number>((most, row) => Math.max(most, Array.isArray(row) ? row.length : 0), 0);
  if (columns > limits.colunas) throw tooWide(aba, columns, limits.colunas);
  return (visit, onProgress) => {
    for (const [i, row] of data.entries()) {
      if (!visit(i + 1, (Array.isArray(row) ? row : []).map(cellText))) return;
      if (i % 1000 === 0) onProgress?.(i / data.length);
    }
    onProgress?.(1);
  };
}

/** A sheet with more columns than the limit. */
export function tooWide(aba: string, columns: number, max: number): Refusal {
  return new Refusal(
    "colunas-demais",
    `A aba "${aba}" tem células preenchidas até a coluna ${String(columns)}; o limite é ${String(max)} colunas.`,
    "Apague as colunas que sobram, ou salve em outro arquivo só as que interessam.",
  );
}

function cellText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return booleanText(value);
  return value instanceof Date ? dateText(value) : "";
}

interface Target {
  readonly alvo: string;
  readonly kind: "worksheet" | "other";
}

/** Transitional and strict files name the kinds of relation differently, by their beginning. */
const KIND = /\/relationships\/(worksheet|sharedStrings|styles)$/;

function relationTargets(zip: ZipArchive): Target[] {
  const found = new Map<string, Target>();
  walkXml(part(zip, RELATIONS), {}, {
    open: (nome, attributes) => {
      if (nome.replace(/^.*:/, "") !== "Relationship") return true;
      const read = attributes();
      const kind = KIND.exec(read("Type") ?? "")?.[1];
      const alvo = read("Target");
      if (kind !== undefined && alvo !== undefined) found.set(alvo, { alvo, kind: kind === "worksheet" ? kind : "other" });
      return true;
    },
  });
  return [...found.values()];
}

/** Name under which the library looks for a part. */
function libraryName(alvo: string): string {
  return alvo.startsWith("/") ? alvo.slice(1) : `xl/${alvo}`;
}

/** Name of a part in the file: some programs differ in case, or write steps ("./", "../xl/") in the address. */
function entryName(alvo: string, zip: ZipArchive): string {
  const steps: string[] = [];
  for (const step of libraryName(alvo).replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  const name = steps.join("/");
  return zip.nomes.find((nome) => nome === name) ?? zip.nomes.find((nome) => nome.toLowerCase() === name.toLowerCase()) ?? name;
}

function part(zip: ZipArchive, name: string): Uint8Array {
  const content = zip.ler(name);
  if (content === null) throw damagedXml();
  refuseDefinitions(content);
  return utf8Xml(content);
}

function stored(content: Uint8Array): Zippable[string] {
  return [content, { level: 0 }];
}
