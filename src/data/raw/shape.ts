/** What the records and cells of a table look like, by form alone. */

export function isBlank(campos: readonly string[]): boolean {
  return campos.every((campo) => campo.trim() === "");
}

export function filledCells(campos: readonly string[]): number {
  return campos.reduce((count, campo) => (campo.trim() === "" ? count : count + 1), 0);
}

export type CellKind = "vazio" | "numero" | "data" | "hora" | "endereco" | "texto";

const NUMBER = /^[-+−(]?\s*(?:R\$|US\$|[$€£¥])?\s*[-+−]?(?:\d[\d.,\s\u00a0]*|[.,]\d+)(?:e[-+]?\d{1,3})?\s*[%)€£]?\)?$/i;
const DATE = /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}(?:[/.-]\d{1,2})?|\d{1,2}[-/ ][a-zç]{3,9}\.?[-/ ]\d{2,4})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?Z?)?$/i;
const TIME = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?$/;
const ADDRESS = /^(?:https?:\/\/|www\.|[\w.+-]+@[\w-]+\.)\S+$/i;
const NO_VALUE = /^(?:-+|–|—|\.{1,3}|n\/?[ad]|null|nan|#n\/?[ad]|\*+|\?)$/i;

export function cellKind(campo: string): CellKind {
  const text = campo.trim();
  if (text === "" || NO_VALUE.test(text)) return "vazio";
  if (text.length > 120) return "texto";
  if (DATE.test(text)) return "data";
  if (NUMBER.test(text)) return "numero";
  if (TIME.test(text)) return "hora";
  return ADDRESS.test(text) ? "endereco" : "texto";
}

/** Names rather than figures: at least half of the cells filled, and fewer than half of those a figure. */
export function looksLikeHeader(campos: readonly string[]): boolean {
  const filled = campos.filter((campo) => campo.trim() !== "");
  const figures = filled.filter((campo) => isFigure(campo));
  return filled.length * 2 >= campos.length && figures.length * 2 < filled.length;
}

function isFigure(campo: string): boolean {
  const kind = cellKind(campo);
  return kind === "numero" || kind === "data" || kind === "hora";
}

const YEAR = /^(?:19|20)\d{2}$/;

/** A year or a month over a column of something else: tables wide by period name their columns so. */
export function isPeriodName(campo: string, kind: CellKind, values: readonly string[]): boolean {
  if (kind === "data") return values.every((value) => cellKind(value) !== "data");
  return YEAR.test(campo.trim()) && values.filter((value) => YEAR.test(value.trim())).length * 2 < values.length;
}

const NAMELESS = new Set<CellKind>(["vazio", "texto"]);

/**
 * How far a record differs from the records below it as a header does: columns
 * whose values are figures, dates or addresses and where it has a name count for
 * it, columns where it has such a value itself or a text that comes again below
 * count against.
 */
export function headerEvidence(campos: readonly string[], below: readonly (readonly string[])[]): { readonly a: number; readonly contra: number } {
  let a = 0;
  let contra = 0;
  campos.forEach((campo, i) => {
    const kind = cellKind(campo);
    if (kind === "vazio") return;
    const values = below.map((record) => record[i] ?? "").filter((value) => cellKind(value) !== "vazio");
    if (values.length === 0) return;
    const typed = values.filter((value) => !NAMELESS.has(cellKind(value))).length;
    if (typed * 4 >= values.length * 3) {
      if (kind === "texto" || isPeriodName(campo, kind, values)) a += 1;
      else contra += values.some((value) => cellKind(value) === kind) ? 1 : 0;
    } else if (!NAMELESS.has(kind) || (values.length > 1 && values.filter((value) => value.trim() === campo.trim()).length * 2 > values.length)) {
      contra += NAMELESS.has(kind) ? 1 : 0;
    }
  });
  return { a, contra };
}
