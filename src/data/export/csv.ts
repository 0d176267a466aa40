import { AUSENCIA_ROTULO } from "../../core/absence.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import { guardFormula, guardLine } from "./formula.ts";

export interface CsvColumn {
  readonly titulo: string;
  readonly unidade?: string;
}

export type CsvCell = string | number | null;

const BOM = "\ufeff";
const LINE_END = "\r\n";
const NEEDS_QUOTES = /[;,"\t\r\n]/;

/** First words of the mark every export of demonstration data opens with. */
export const DEMONSTRATION_MARK = "DADOS DE DEMONSTRAÇÃO";

/**
 * A CSV for people and for Excel in Portuguese: UTF-8 with BOM, `;`, decimal
 * comma, CRLF (RFC 4180), opened by `# …` lines that name title, sources,
 * filters and date. Text that a spreadsheet could run is put behind an apostrophe.
 *
 * @param vazio what `null` is written as: a word, never a zero (default "sem dado").
 * @throws RangeError for NaN or an infinite number: a figure that is no figure.
 */
export function toCsv(
  header: ExportHeader,
  colunas: readonly CsvColumn[],
  linhas: readonly (readonly CsvCell[])[],
  vazio: string = AUSENCIA_ROTULO["sem-dado"],
): string {
  const lines = commentLines(header);
  lines.push(colunas.map(({ titulo, unidade }) => field(unidade ? `${titulo} (${unidade})` : titulo, vazio)).join(";"));
  for (const linha of linhas) lines.push(linha.map((cell) => field(cell, vazio)).join(";"));
  return BOM + lines.join(LINE_END) + LINE_END;
}

function commentLines(header: ExportHeader): string[] {
  const texts: string[] = [];
  if (header.demonstracao) {
    texts.push(`${DEMONSTRATION_MARK}: registros fictícios, não use para decidir`);
  }
  texts.push(header.titulo);
  for (const fonte of header.fontes) texts.push(`Fonte: ${fonte}`);
  texts.push(header.filtros.length > 0 ? `Filtros: ${header.filtros.join(" · ")}` : "Filtros: sem filtros");
  texts.push(`Data de referência: ${header.dataReferencia}`);
  return texts.map(comment);
}

function comment(text: string): string {
  return `# ${guardLine(text)}`;
}

function field(cell: CsvCell, vazio: string): string {
  if (cell === null) return vazio;
  if (typeof cell === "number") return decimalComma(cell);
  const guarded = guardFormula(cell);
  return NEEDS_QUOTES.test(guarded) && !isPlainNumber(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function isPlainNumber(text: string): boolean {
  return /^[+-]?[\d.]+(?:,\d+)?$/.test(text);
}

const EXPANDED = new Intl.NumberFormat("pt-BR", { useGrouping: false, maximumFractionDigits: 20 });

/** Full precision, decimal comma, no thousands, no exponent. */
function decimalComma(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`cannot export ${String(value)} as a figure`);
  const text = String(value);
  return text.includes("e") ? EXPANDED.format(value) : text.replace(".", ",");
}
