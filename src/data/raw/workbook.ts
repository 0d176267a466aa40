import { LIMITS, type ImportLimits } from "../import/limits.ts";
import { Refusal } from "../import/whole-file.ts";
import { startsWith } from "./decode.ts";
import { isOds, readOds } from "./ods.ts";
import type { RawFormat, RawTable } from "./raw.ts";
import { isXlsx, readXlsx } from "./xlsx.ts";
import { openZip, ZIP_LIMITS, type ZipArchive, type ZipLimits } from "./zip.ts";

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** True for bytes that open as a zip (xlsx, ods and others) or as an old or locked Office file. */
export function looksLikeWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, [...ZIP, 0x03, 0x04]) || startsWith(bytes, [...ZIP, 0x05, 0x06]) || startsWith(bytes, OLE);
}

/** Which of the two kinds of workbook, told by what is inside. */
export type WorkbookFormat = Extract<RawFormat, "xlsx" | "ods">;

export interface Workbook {
  readonly formato: WorkbookFormat;
  readonly tabelas: readonly RawTable[];
}

/**
 * Reads every sheet of an xlsx or ods, hidden ones too, as strings: numbers as
 * they are stored (`plainNumber`), dates as ISO, logical values as VERDADEIRO or
 * FALSO, errors ("#N/A") and texts as they stand, merged cells only in the first.
 * Formulas give the value the file keeps for them. Sheets without a filled cell
 * are listed with no records.
 * @throws Refusal for what is no workbook, is locked or damaged, or passes a limit.
 */
export async function readWorkbook(bytes: Uint8Array, limits: ImportLimits = LIMITS, zipLimits: ZipLimits = ZIP_LIMITS): Promise<Workbook> {
  if (startsWith(bytes, OLE)) throw oldOrLocked(bytes);
  const zip = openZip(bytes, { ...zipLimits, bytes: Math.min(zipLimits.bytes, limits.bytes) });
  if (isXlsx(zip)) return { formato: "xlsx", tabelas: await readXlsx(zip, limits) };
  if (isOds(zip)) return { formato: "ods", tabelas: readOds(zip, limits) };
  throw notWorkbook(zip);
}

/** The tables of `readWorkbook`. */
export async function openWorkbook(bytes: Uint8Array, limits: ImportLimits = LIMITS, zipLimits: ZipLimits = ZIP_LIMITS): Promise<readonly RawTable[]> {
  return (await readWorkbook(bytes, limits, zipLimits)).tabelas;
}

const ENCRYPTED_PACKAGE = [..."EncryptedPackage"].flatMap((char) => [char.charCodeAt(0), 0]);

function oldOrLocked(bytes: Uint8Array): Refusal {
  const directory = bytes.subarray(0, 1024 * 1024);
  for (let at = directory.indexOf(0x45); at !== -1; at = directory.indexOf(0x45, at + 1)) {
    if (ENCRYPTED_PACKAGE.every((byte, i) => directory[at + i] === byte)) {
      return new Refusal(
        "planilha-com-senha",
        "O arquivo está protegido por senha.",
        "Abra-o com a senha, salve uma cópia sem senha e carregue a cópia.",
      );
    }
  }
  return new Refusal(
    "planilha-antiga",
    "É um arquivo antigo do Office (por exemplo xls), que o programa não lê.",
    "Abra no Excel ou no LibreOffice e salve como xlsx, ods ou CSV (UTF-8); depois escolha o novo arquivo.",
  );
}

const LISTED = 3;
const SHOWN = 60;

function notWorkbook(zip: ZipArchive): Refusal {
  const has = (start: string): boolean => zip.nomes.some((nome) => nome.startsWith(start));
  if (zip.nomes.includes("xl/workbook.bin")) {
    return new Refusal("nao-e-planilha", "É uma planilha binária do Excel (xlsb), que o programa não lê.", "Abra no Excel e salve como xlsx.");
  }
  if (has("word/") || has("ppt/") || zip.nomes.includes("content.xml")) {
    return new Refusal(
      "nao-e-planilha",
      "É um documento de texto ou uma apresentação, não uma planilha.",
      "Copie a tabela para uma planilha e salve como xlsx, ods ou CSV (UTF-8).",
    );
  }
  const names = zip.nomes.slice(0, LISTED).map((nome) => nome.slice(0, SHOWN));
  const more = zip.nomes.length > LISTED ? ` e mais ${String(zip.nomes.length - LISTED)}` : "";
  return new Refusal(
    "nao-e-planilha",
    names.length === 0
      ? "É um arquivo compactado (zip) sem nada dentro."
      : `É um arquivo compactado (zip), não uma planilha. Dentro dele há: ${names.join(", ")}${more}.`,
    "Descompacte e escolha o arquivo que está dentro.",
  );
}
