import { parseCivilDate } from "../../src/core/civil-date.ts";
import { NAO_CLASSIFICADO, type Column, type Contract } from "../../src/data/contracts/contract.ts";
import type { TextTable } from "./csv.ts";

/**
 * Checks a table of this repository against its contract: exact header, every
 * cell of its type and within its limits, required cells filled. Our own files are
 * canonical, so the first cell that is not stops the build; files from outside go
 * through the importer, which is patient. Throws a sentence naming file, line,
 * column and value.
 */
export function checkRows(contract: Contract, table: TextTable, fileName: string): void {
  const expected = contract.columns.map((column) => column.name).join(",");
  const found = table.header.join(",");
  if (found !== expected) throw new Error(`${fileName}: the header is "${found}", not "${expected}"`);
  table.rows.forEach((row, i) => {
    for (const column of contract.columns) {
      const text = row[column.name] ?? "";
      const reason = text === "" ? (column.required ? "is blank" : null) : misfit(column, text);
      if (reason !== null) throw new Error(`${fileName}, line ${i + 2}, ${column.name}: "${text}" ${reason}`);
    }
  });
}

/** Why a filled cell does not fit its column; null when it does. */
function misfit(column: Column, text: string): string | null {
  switch (column.type) {
    case "texto":
      if (column.maximo !== null && text.length > column.maximo) return `is longer than ${column.maximo} characters`;
      return text.trim() === text ? null : "starts or ends with a space";
    case "categoria":
      return (column.categories !== null && Object.hasOwn(column.categories, text)) || (column.aberta && text === NAO_CLASSIFICADO) ? null : "is not a category";
    case "codigo-ibge":
      return /^\d{7}$/.test(text) ? null : "is not a 7-digit code";
    case "data":
      return /^\d{4}-/.test(text) && parseCivilDate(text) !== null ? null : "is not a date";
    case "periodo":
      return /^\d{4}(-(0[1-9]|1[0-2])|-T[1-4])?$/.test(text) ? null : "is not a period";
    case "sim-nao":
      return text === "sim" || text === "não" ? null : 'is neither "sim" nor "não"';
    case "inteiro":
      return /^-?\d+$/.test(text) ? outside(column, Number(text)) : "is not a whole number";
    case "decimal":
      return /^-?\d+(\.\d+)?(e-?\d+)?$/.test(text) ? outside(column, Number(text)) : "is not a number";
  }
}

function outside({ min, max }: Column, value: number): string | null {
  if (min !== null && value < min) return `is below ${min}`;
  if (max !== null && value > max) return `is above ${max}`;
  return null;
}
