import { isValor, type Celula } from "../../core/absence.ts";
import { formatCelula, formatPeriod } from "../../core/format.ts";
import { guardFormula } from "../../data/export/formula.ts";
import type { TableColumn } from "./props.ts";

/** A cell as a person reads it. */
export function cellText<R>(coluna: TableColumn<R>, linha: R): string {
  return valueText(coluna, coluna.valor(linha));
}

export function valueText<R>(coluna: TableColumn<R>, valor: string | Celula): string {
  if (typeof valor !== "string") return formatCelula(valor, coluna.casas ?? 0);
  return coluna.tipo === "data" && /^\d{4}(-|$)/.test(valor) ? formatPeriod(valor) : valor;
}

/** Header of a column with its unit in brackets. */
export function headerText<R>(coluna: TableColumn<R>): string {
  return coluna.unidade === undefined || coluna.unidade === ""
    ? coluna.titulo
    : `${coluna.titulo} (${coluna.unidade})`;
}

/**
 * The table as tab-separated text for a spreadsheet: header line, then rows, with
 * decimal comma and no thousands dot. Tabs and line breaks inside a cell become spaces.
 */
export function tableTsv<R>(colunas: readonly TableColumn<R>[], linhas: readonly R[]): string {
  const cell = (coluna: TableColumn<R>, linha: R): string => {
    const valor = coluna.valor(linha);
    if (typeof valor !== "string" && isValor(valor)) return plainNumber(valor.valor, coluna.casas ?? 0);
    return pasted(valueText(coluna, valor));
  };
  const lines = [
    colunas.map((coluna) => pasted(headerText(coluna))),
    ...linhas.map((linha) => colunas.map((coluna) => cell(coluna, linha))),
  ];
  return lines.map((line) => line.join("\t")).join("\n");
}

/** Text as a spreadsheet pastes it back: never run as a formula, and a quote at its start is not the opening of a quoted cell. */
function pasted(text: string): string {
  const safe = guardFormula(text.replace(/[\t\r\n]+/g, " "));
  return safe.startsWith('"') ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function plainNumber(value: number, casas: number): string {
  return value.toFixed(casas).replace(".", ",");
}
