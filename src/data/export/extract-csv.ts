import type { ExportHeader } from "../../core/export-header.ts";
import type { Contract } from "../contracts/contract.ts";
import { toCsv, type CsvCell } from "./csv.ts";

/** A cell as the engine gives it. */
export type ExtractCell = CsvCell | boolean;

/**
 * A whole extract as CSV: contract column names, blank where there is no value,
 * `sim`/`não`, ISO dates. The importer reads it back to the same rows.
 */
export function extractCsv(
  header: ExportHeader,
  contract: Contract,
  linhas: readonly Readonly<Record<string, ExtractCell>>[],
): string {
  return toCsv(
    header,
    contract.columns.map(({ name }) => ({ titulo: name })),
    linhas.map((linha) => contract.columns.map(({ name }) => csvCell(linha[name] ?? null))),
    "",
  );
}

/** A file with the header of a contract and no rows, to be filled in: UTF-8 with BOM, `;`. */
export function modelCsv(contract: Contract): string {
  return `\ufeff${contract.columns.map(({ name }) => name).join(";")}\r\n`;
}

function csvCell(cell: ExtractCell): CsvCell {
  if (typeof cell !== "boolean") return cell;
  return cell ? "sim" : "não";
}
