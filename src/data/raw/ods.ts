import type { ImportLimits } from "../import/limits.ts";
import { Refusal } from "../import/whole-file.ts";
import type { RawTable } from "./raw.ts";
import { sheetTable } from "./workbook-table.ts";
import { booleanText, plainNumber } from "./workbook-values.ts";
import { damagedXml, walkXml } from "./workbook-xml.ts";
import { tooWide } from "./xlsx.ts";
import type { ZipArchive } from "./zip.ts";

const CONTENT = "content.xml";
const MANIFEST = "META-INF/manifest.xml";
const SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";

/** True for an OpenDocument spreadsheet, template or not, by what the file says of itself. */
export function isOds(zip: ZipArchive): boolean {
  if (!zip.nomes.includes(CONTENT)) return false;
  const mimetype = zip.ler("mimetype");
  if (mimetype !== null) return new TextDecoder().decode(mimetype).trim().startsWith(SPREADSHEET);
  const manifest = zip.ler(MANIFEST);
  return manifest !== null && new TextDecoder().decode(manifest).includes(SPREADSHEET);
}

/**
 * The sheets of an ods (OpenDocument 1.3, part 3). Values are the stored ones:
 * `office:value` where the cell is a number, the text where it is text, so that
 * "4.990" typed as text stays "4.990". Formulas are not computed.
 * @throws Refusal
 */
export function readOds(zip: ZipArchive, limits: ImportLimits): readonly RawTable[] {
  refuseLocked(zip);
  const content = zip.ler(CONTENT);
  if (content === null) throw damagedXml();
  return sheetNames(content).map((nome, i) =>
    sheetTable(nome, (visit, onProgress) => {
      walkSheet(content, i, nome, limits, visit, onProgress);
    }),
  );
}

function refuseLocked(zip: ZipArchive): void {
  const manifest = zip.ler(MANIFEST);
  if (manifest !== null && new TextDecoder().decode(manifest).includes("encryption-data")) {
    throw new Refusal(
      "planilha-com-senha",
      "O arquivo está protegido por senha.",
      "Abra-o com a senha, salve uma cópia sem senha e carregue a cópia.",
    );
  }
}

const NAMESPACES = {
  "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
  "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
  "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
};

/** What stands inside a sheet and is no cell of it. */
const NOT_CELLS: ReadonlySet<string> = new Set(["office:annotation", "table:shapes", "table:tracked-changes", "table:dde-links", "office:forms"]);

/** Follows whether the walk is inside something that is no cell. */
function asideCounter(): { readonly open: (nome: string) => boolean; readonly close: (nome: string) => boolean } {
  let inside: string | null = null;
  let depth = 0;
  return {
    open(nome) {
      if (inside === null && NOT_CELLS.has(nome)) inside = nome;
      if (nome === inside) depth += 1;
      return inside !== null;
    },
    close(nome) {
      if (inside === null) return false;
      if (nome === inside) {
        depth -= 1;
        if (depth === 0) inside = null;
      }
      return true;
    },
  };
}

function sheetNames(content: Uint8Array): string[] {
  const names: string[] = [];
  const aside = asideCounter();
  let depth = 0;
  walkXml(content, NAMESPACES, {
    open: (nome, attributes) => {
      if (aside.open(nome) || nome !== "table:table") return true;
      depth += 1;
      if (depth === 1) names.push(attributes()("table:name") ?? `Planilha ${String(names.length + 1)}`);
      return true;
    },
    close: (nome) => {
      if (!aside.close(nome) && nome === "table:table") depth -= 1;
      return true;
    },
  });
  return names;
}

function walkSheet(
  content: Uint8Array,
  wanted: number,
  nome: string,
  limits: ImportLimits,
  visit: (linha: number, campos: readonly string[]) => boolean,
  onProgress?: (share: number) => void,
): void {
  const aside = asideCounter();
  const rows = rowWriter(nome, limits, visit);
  let sheet = -1;
  let depth = 0;
  let cell: Cell | null = null;
  walkXml(
    content,
    NAMESPACES,
    {
      open: (tag, attributes) => {
        if (aside.open(tag)) return true;
        if (tag === "table:table") {
          depth += 1;
          if (depth === 1) sheet += 1;
        }
        if (sheet !== wanted || depth !== 1) return true;
        if (tag === "table:table-row") rows.start(repeated(attributes()("table:number-rows-repeated")));
        else if (tag === "table:table-cell") cell = openCell(attributes());
        else if (tag === "table:covered-table-cell") cell = { ...openCell(attributes()), covered: true };
        else if (cell !== null) cell.mark(tag, attributes);
        return true;
      },
      text: (text) => {
        if (depth === 1) cell?.write(text);
      },
      close: (tag) => {
        if (aside.close(tag)) return true;
        if (tag === "table:table") {
          depth -= 1;
          return depth > 0 || sheet !== wanted;
        }
        if (sheet !== wanted || depth !== 1) return true;
        if (tag === "text:p" || tag === "text:h") cell?.endParagraph();
        else if (tag === "table:table-row") return rows.end();
        else if (tag === "table:table-cell" || tag === "table:covered-table-cell") {
          if (cell !== null) rows.cell(cell.covered ? "" : cell.value(), cell.repeat);
          cell = null;
        }
        return true;
      },
    },
    onProgress,
  );
}

type Attributes = (name: string) => string | undefined;

interface Cell {
  readonly repeat: number;
  readonly covered: boolean;
  readonly mark: (tag: string, attributes: () => Attributes) => void;
  readonly write: (text: string) => void;
  readonly endParagraph: () => void;
  readonly value: () => string;
}

function openCell(read: Attributes): Cell {
  const type = read("office:value-type");
  const stored = storedValue(type, read);
  const paragraphs: string[] = [];
  let open: string | null = null;
  return {
    repeat: repeated(read("table:number-columns-repeated")),
    covered: false,
    mark(tag, attributes) {
      if (tag === "text:p" || tag === "text:h") open = "";
      else if (open === null) return;
      else if (tag === "text:s") open += " ".repeat(Math.min(repeated(attributes()("text:c")), MAX_SPACES));
      else if (tag === "text:tab") open += "\t";
      else if (tag === "text:line-break") open += "\n";
    },
    write(text) {
      // Line ends and runs of blanks between the tags are the file's, not the cell's (ODF 1.3 part 3, § 6.1.2).
      if (open !== null) open += text.replace(/[ \t\r\n]+/g, " ");
    },
    endParagraph() {
      if (open !== null) paragraphs.push(open);
      open = null;
    },
    value: () => stored ?? (paragraphs.length > 0 ? paragraphs.join("\n") : (read("office:string-value") ?? "")),
  };
}

const MAX_SPACES = 1000;

/** The stored value of a cell that is no text; null where what it shows is its value. */
function storedValue(type: string | undefined, read: Attributes): string | null {
  if (type === "float" || type === "percentage" || type === "currency") {
    const value = read("office:value");
    return value === undefined ? null : plainNumber(value);
  }
  if (type === "date") return read("office:date-value")?.replace(/T00:00:00(?:\.0+)?$/, "") ?? null;
  if (type === "boolean") {
    const value = read("office:boolean-value");
    return value === undefined ? null : booleanText(value === "true");
  }
  return null;
}

function repeated(text: string | undefined): number {
  const count = Number(text ?? "1");
  return Number.isInteger(count) && count > 0 ? count : 1;
}

/** Puts cells into rows; blanks are only made when something filled follows them, however many the file says there are. */
function rowWriter(
  nome: string,
  limits: ImportLimits,
  visit: (linha: number, campos: readonly string[]) => boolean,
): { readonly start: (repeat: number) => void; readonly cell: (value: string, repeat: number) => void; readonly end: () => boolean } {
  let campos: string[] = [];
  let blankCells = 0;
  let repeat = 1;
  let linha = 0;
  let blankRows = 0;
  const give = (row: readonly string[]): boolean => {
    linha += 1;
    if (linha > limits.linhas) throw tooLong(nome, limits.linhas);
    return visit(linha, row);
  };
  return {
    start(rows) {
      campos = [];
      blankCells = 0;
      repeat = rows;
    },
    cell(value, times) {
      if (value === "") {
        blankCells += times;
        return;
      }
      const columns = campos.length + blankCells + times;
      if (columns > limits.colunas) throw tooWide(nome, columns, limits.colunas);
      for (; blankCells > 0; blankCells -= 1) campos.push("");
      for (let i = 0; i < times; i += 1) campos.push(value);
    },
    end() {
      if (campos.length === 0) {
        blankRows += repeat;
        return true;
      }
      for (; blankRows > 0; blankRows -= 1) if (!give([])) return false;
      for (let i = 0; i < repeat; i += 1) if (!give(campos)) return false;
      return true;
    },
  };
}

function tooLong(nome: string, max: number): Refusal {
  return new Refusal(
    "linhas-demais",
    `A aba "${nome}" tem mais de ${max.toLocaleString("pt-BR")} linhas.`,
    "Divida o arquivo, por exemplo por ano, e carregue uma parte.",
  );
}
