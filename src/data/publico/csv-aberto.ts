import type { TabelaAberta, ValorAberto } from "../../core/publico/aberto.ts";
import { guardFormula } from "../export/formula.ts";

const LINE_END = "\r\n";
const NEEDS_QUOTES = /[,"\r\n]/;
/** Significant digits of a fraction: what lies beyond is the noise of binary arithmetic. */
const DIGITS = 12;

/** A figure as it is printed: a count whole, a fraction by its first 12 significant digits. */
export function figuraImpressa(valor: number): number {
  return Number.isInteger(valor) ? valor : Number(valor.toPrecision(DIGITS));
}

/**
 * An open table for machines, in the default dialect of Table Schema, so that no reader needs a
 * setting: UTF-8 without a byte-order mark, comma, decimal point, CRLF (RFC 4180), at most
 * 12 significant digits of a fraction, `sim`/`nao`, ISO
 * dates, nothing where there is no figure and the text of `oculto` where one is hidden. Text that a
 * spreadsheet could run goes behind an apostrophe.
 * @throws RangeError for NaN or an infinite number
 */
export function csvDaTabela({ colunas, linhas }: Pick<TabelaAberta, "colunas" | "linhas">): string {
  const lines = [colunas.map(({ nome }) => nome).join(","), ...linhas.map((linha) => linha.map(field).join(","))];
  return lines.join(LINE_END) + LINE_END;
}

function field(valor: ValorAberto): string {
  if (valor === null) return "";
  if (typeof valor === "boolean") return valor ? "sim" : "nao";
  if (typeof valor === "number") {
    if (!Number.isFinite(valor)) throw new RangeError(`cannot export ${String(valor)} as a figure`);
    return String(figuraImpressa(valor));
  }
  const guarded = guardFormula(valor);
  return NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
