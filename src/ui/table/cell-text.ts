import { isValor, type Celula } from "../../core/absence.ts";
import { formatCelula, formatPeriod } from "../../core/format.ts";
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
  const clean = (text: string): string => text.replace(/[\t\r\n]+/g, " ");
  const cell = (coluna: TableColumn<R>, linha: R): string => {
    const valor = coluna.valor(linha);
    if (typeof valor !== "string" && isValor(valor)) return plainNumber(valor.valor, coluna.casas ?? 0);
    const text = clean(valueText(coluna, valor));
    // A pasted cell that starts so would be run as a formula.
    return /^[=+\-@]/.test(text) ? `'${text}` : text;
  };
  const lines = [
    colunas.map((coluna) => clean(headerText(coluna))),
    ...linhas.map((linha) => colunas.map((coluna) => cell(coluna, linha))),
  ];
  return lines.map((line) => line.join("\t")).join("\n");
}

function plainNumber(value: number, casas: number): string {
  return value.toFixed(casas).replace(".", ",");
}
