import { Refusal } from "../import/whole-file.ts";
import { damagedXml, walkXml } from "./workbook-xml.ts";

/** Excel's own size: 1,048,576 rows by 16,384 columns (ECMA-376 part 1, § 18.3.1.4 and 18.3.1.73). */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/**
 * Places a sheet may take up to its last filled row and column, empty ones
 * included: the library holds one for each, and a few bytes of XML can name the
 * last cell of the sheet.
 */
const MAX_AREA = 20_000_000;

interface Outline {
  readonly faultless: boolean;
}

/**
 * The XML of a sheet as the library reads it without loss: cells with an error
 * ("#N/A") as text, which it would leave blank, and cells without an address with
 * the one their place gives them, which it cannot read.
 * @throws Refusal for a sheet damaged or too large.
 */
export function prepareSheet(xml: Uint8Array): Uint8Array {
  if (outline(xml).faultless) return xml;
  return new TextEncoder().encode(mend(new TextDecoder().decode(xml)));
}

const SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

function outline(xml: Uint8Array): Outline {
  let row = 0;
  let column = 0;
  let lastRow = 0;
  let lastColumn = 0;
  let faultless = true;
  walkXml(xml, { [SHEET]: "s", [STRICT]: "s" }, {
    open: (nome, attributes) => {
      if (nome === "s:row") {
        const r = attributes()("r");
        row = r === undefined ? row + 1 : Number(r);
        column = 0;
        if (!Number.isInteger(row) || row < 1 || row > MAX_ROWS) throw damagedXml();
      } else if (nome === "s:c") {
        const read = attributes();
        const r = read("r");
        if (r === undefined || read("t") === "e") faultless = false;
        column = r === undefined ? column + 1 : columnOf(r);
        if (column > MAX_COLUMNS) throw damagedXml();
      } else if (nome === "s:v" || nome === "s:is") {
        lastRow = Math.max(lastRow, row);
        lastColumn = Math.max(lastColumn, column);
        if (lastRow * lastColumn > MAX_AREA) throw tooSparse();
      }
      return true;
    },
  });
  return { faultless };
}

const ADDRESS = /^([A-Z]{1,3})[1-9]\d{0,6}$/;

function columnOf(address: string): number {
  const letters = ADDRESS.exec(address)?.[1];
  if (letters === undefined) throw damagedXml();
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function addressOf(row: number, column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${String(row)}`;
}

const TAG = /<((?:\w+:)?(row|c))((?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?)>/g;

function mend(xml: string): string {
  let row = 0;
  let column = 0;
  return xml.replace(TAG, (tag: string, name: string, kind: string, rest: string) => {
    const r = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(rest);
    const address = r?.[1] ?? r?.[2];
    if (kind === "row") {
      row = address === undefined ? row + 1 : Number(address);
      column = 0;
      return address === undefined ? `<${name} r="${String(row)}"${rest}>` : tag;
    }
    column = address === undefined ? column + 1 : columnOf(address);
    const typed = rest.replace(/(\st\s*=\s*)(?:"e"|'e')/, '$1"str"');
    return address === undefined ? `<${name} r="${addressOf(row, column)}"${typed}>` : `<${name}${typed}>`;
  });
}

function tooSparse(): Refusal {
  return new Refusal(
    "planilha-grande",
    "Uma aba tem células preenchidas muito longe umas das outras, até a borda da planilha.",
    "Copie só a tabela para um arquivo novo e salve, ou apague as células soltas no fim das linhas e das colunas.",
  );
}
