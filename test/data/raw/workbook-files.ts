import { strToU8, zipSync, type Zippable } from "fflate";
import { openWorkbook } from "../../../src/data/raw/workbook.ts";
import type { RawTable, TableRecord } from "../../../src/data/raw/raw.ts";
import { Refusal } from "../../../src/data/import/whole-file.ts";

/** A zip of text files. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  const parts: Zippable = {};
  for (const [name, text] of Object.entries(files)) parts[name] = strToU8(text);
  return zipSync(parts, { level: 6 });
}

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface XlsxParts {
  /** Name, the XML inside `sheetData`, and the state ("hidden"). */
  readonly abas: readonly { readonly nome: string; readonly linhas: string; readonly estado?: string; readonly depois?: string }[];
  /** XML of each `<si>`. */
  readonly textos?: readonly string[];
  /** `formatCode` of the cell style 1; style 0 is General. */
  readonly formato?: string;
  readonly extra?: Readonly<Record<string, string>>;
  readonly prologo?: string;
}

/** An xlsx with only the parts that matter, by hand. */
export function xlsxOf({ abas, textos = [], formato = "General", extra = {}, prologo = "" }: XlsxParts): Uint8Array {
  const sheets = abas.map(
    ({ nome, estado }, i) => `<sheet name="${nome}" sheetId="${String(i + 1)}"${estado === undefined ? "" : ` state="${estado}"`} r:id="r${String(i + 1)}"/>`,
  );
  const relations = abas.map((_, i) => `<Relationship Id="r${String(i + 1)}" Type="${REL}/worksheet" Target="worksheets/sheet${String(i + 1)}.xml"/>`);
  const files: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook ${NS} xmlns:r="${REL}"><sheets>${sheets.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relations.join("")}<Relationship Id="s" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="e" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `${prologo}<sst ${NS}>${textos.join("")}</sst>`,
    "xl/styles.xml": `<styleSheet ${NS}><numFmts count="1"><numFmt numFmtId="164" formatCode="${formato}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  };
  for (const [i, { linhas, depois = "" }] of abas.entries()) {
    files[`xl/worksheets/sheet${String(i + 1)}.xml`] = `${prologo}<worksheet ${NS}><sheetData>${linhas}</sheetData>${depois}</worksheet>`;
  }
  return zipOf({ ...files, ...extra });
}

/** A row of inline texts, from column A. */
export function textRow(linha: number, textos: readonly string[]): string {
  const cells = textos.map((texto, i) => `<c r="${String.fromCharCode(65 + i)}${String(linha)}" t="inlineStr"><is><t>${texto}</t></is></c>`);
  return `<row r="${String(linha)}">${cells.join("")}</row>`;
}

const ODF = "urn:oasis:names:tc:opendocument:xmlns";
const MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet";

/** An ods from the XML inside `office:spreadsheet`. */
export function odsOf(planilhas: string, extra: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipOf({
    mimetype: MIMETYPE,
    "content.xml": `<office:document-content xmlns:office="${ODF}:office:1.0" xmlns:table="${ODF}:table:1.0" xmlns:text="${ODF}:text:1.0"><office:body><office:spreadsheet>${planilhas}</office:spreadsheet></office:body></office:document-content>`,
    "META-INF/manifest.xml": "<manifest/>",
    ...extra,
  });
}

/** Every record of a table. */
export function recordsOf(table: RawTable): TableRecord[] {
  const records: TableRecord[] = [];
  table.percorrer((record) => records.push(record) > 0);
  return records;
}

/** The cells of the records of one sheet. */
export async function rowsOf(bytes: Uint8Array, aba = 0): Promise<(readonly string[])[]> {
  const table = (await openWorkbook(bytes))[aba];
  if (table === undefined) throw new Error(`no sheet ${String(aba)}`);
  return recordsOf(table).map(({ campos }) => campos);
}

/** What a workbook is refused with. */
export async function refusalOf(bytes: Uint8Array, ...limits: Parameters<typeof openWorkbook> extends [unknown, ...infer Rest] ? Rest : never): Promise<Refusal> {
  try {
    const tables = await openWorkbook(bytes, ...limits);
    for (const table of tables) recordsOf(table);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("the workbook was not refused");
}
