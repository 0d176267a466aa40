import type { Dialect } from "./dialect.ts";

/** A line taken apart although its quotes do not follow the rules. */
export interface MendedLine {
  readonly campos: readonly string[];
  /** Quotes read as text, and boundaries found where no delimiter stands. */
  readonly custo: number;
}

/** Above these a line is cut at its delimiters alone: the search below is not linear. */
const MAX_BOUNDARIES = 2_000;
const MAX_QUOTES = 400;
const MAX_STATES = 400_000;

/** A boundary without a delimiter is a worse guess than a quote meant as text. */
const GLUE_COST = 1.2;
const WIDTH_COST = 3;

/**
 * Takes one line (no line end) apart where the quotes are damaged: of all ways to
 * cut it into cells, the one with the fewest quotes that have to be read as text,
 * preferring `largura` cells where the width of the table is known. A delimiter
 * lost beside a quote is put back when that gives the width.
 */
export function mendLine(line: string, dialect: Dialect, largura: number | null): MendedLine {
  const { aspas, separador } = dialect;
  const ends = boundaries(line, separador);
  if (aspas === null) return { campos: line.split(separador), custo: 0 };
  const quotes = boundaries(line, aspas).slice(0, -1);
  const states = (ends.length + quotes.length) * ((largura ?? ends.length) + 2);
  if (ends.length > MAX_BOUNDARIES || quotes.length > MAX_QUOTES || states > MAX_STATES) {
    return { campos: line.split(separador), custo: quotes.length };
  }
  // A line without one delimiter did not lose the others: it is written in another way, and is left whole.
  return search(line, dialect, aspas, { ends, quotes, largura: ends.length === 1 ? null : largura });
}

interface Marks {
  readonly ends: readonly number[];
  readonly quotes: readonly number[];
  readonly largura: number | null;
}

interface Step {
  readonly custo: number;
  readonly cell: string;
  readonly from: Step | null;
}

/** Dynamic programming over (position a cell starts at, cells before it). */
function search(line: string, dialect: Dialect, aspas: string, { ends, quotes, largura }: Marks): MendedLine {
  const maxCells = largura === null ? Infinity : largura + 1;
  const reached = new Map<number, Map<number, Step>>([[0, new Map([[0, { custo: 0, cell: "", from: null }]])]]);
  const open = [0];
  const put = (at: number, cells: number, step: Step): void => {
    let byCells = reached.get(at);
    if (byCells === undefined) {
      byCells = new Map();
      reached.set(at, byCells);
      insertSorted(open, at);
    }
    const known = byCells.get(cells);
    if (known === undefined || step.custo < known.custo) byCells.set(cells, step);
  };
  const past = line.length + dialect.separador.length;
  while (open.length > 0) {
    const at = open.shift() ?? past;
    if (at >= past) break;
    const moves = movesFrom(line, at, dialect, aspas, { ends, quotes, largura });
    for (const [cells, step] of reached.get(at) ?? []) {
      if (cells >= maxCells) continue;
      for (const { to, cell, custo } of moves) put(to, cells + 1, { custo: step.custo + custo, cell, from: step });
    }
  }
  return best(reached.get(past), largura) ?? { campos: line.split(dialect.separador), custo: quotes.length };
}

interface Move {
  /** Where the next cell starts. */
  readonly to: number;
  readonly cell: string;
  readonly custo: number;
}

function movesFrom(line: string, at: number, dialect: Dialect, aspas: string, { ends, quotes, largura }: Marks): Move[] {
  const moves: Move[] = [];
  const after = (end: number): number => end + dialect.separador.length;
  const start = dialect.espacos ? skipBlanks(line, at) : at;
  const isQuoted = line[start] === aspas;
  const next = firstFrom(ends, at);
  const plain = line.slice(at, next);
  moves.push({ to: after(next), cell: plain, custo: textQuotes(plain, aspas) });
  if (isQuoted) {
    for (const end of ends) {
      if (end < start + 2) continue;
      const closing = skipBlanksBack(line, end) - 1;
      if (closing <= start || line[closing] !== aspas) continue;
      const inner = line.slice(start + 1, closing);
      moves.push({ to: after(end), cell: unescape(inner, dialect, aspas), custo: improper(inner, dialect, aspas) });
    }
  }
  if (largura === null) return moves;
  if (isQuoted) {
    for (const quote of quotes) {
      if (quote <= start || quote + 1 >= line.length) continue;
      const inner = line.slice(start + 1, quote);
      if (improper(inner, dialect, aspas) > 0 || ends.includes(quote + 1)) continue;
      moves.push({ to: quote + 1, cell: unescape(inner, dialect, aspas), custo: GLUE_COST });
    }
  } else {
    const quote = quotes[lowerBound(quotes, at + 1)];
    if (quote !== undefined && quote < next) moves.push({ to: quote, cell: line.slice(at, quote), custo: GLUE_COST });
  }
  return moves;
}

function best(byCells: ReadonlyMap<number, Step> | undefined, largura: number | null): MendedLine | null {
  let found: { readonly step: Step; readonly total: number } | null = null;
  for (const [cells, step] of byCells ?? []) {
    const total = step.custo + (largura === null ? 0 : WIDTH_COST * Math.abs(cells - largura));
    if (found === null || total < found.total) found = { step, total };
  }
  if (found === null) return null;
  const campos: string[] = [];
  for (let { step } = found; step.from !== null; step = step.from) campos.push(step.cell);
  return { campos: campos.reverse(), custo: found.step.custo };
}

/** Quotes inside a quoted cell that are not written as the dialect writes them. */
function improper(inner: string, dialect: Dialect, aspas: string): number {
  let count = 0;
  for (let at = inner.indexOf(aspas); at !== -1; ) {
    let end = at;
    while (inner[end] === aspas) end += 1;
    if (dialect.escape === "\\") count += inner[at - 1] === "\\" ? end - at - 1 : end - at;
    else if ((end - at) % 2 === 1 && !isApostrophe(inner, at, aspas)) count += 1;
    at = inner.indexOf(aspas, end);
  }
  return count;
}

/** Quotes in a cell that is not quoted; an apostrophe within a word is none. */
function textQuotes(text: string, aspas: string): number {
  let count = 0;
  for (let at = text.indexOf(aspas); at !== -1; at = text.indexOf(aspas, at + 1)) {
    if (!isApostrophe(text, at, aspas)) count += 1;
  }
  return count;
}

/** How many quotes of a line are no apostrophes and not escaped by a backslash. */
export function countQuotes(line: string, { aspas, escape }: Dialect): number {
  if (aspas === null) return 0;
  return textQuotes(escape === "\\" ? line.replaceAll(`\\${aspas}`, "") : line, aspas);
}

const LETTER = /\p{L}/u;

function isApostrophe(text: string, at: number, aspas: string): boolean {
  return aspas === "'" && LETTER.test(text[at - 1] ?? "") && LETTER.test(text[at + 1] ?? "");
}

/** The text a quoted cell stands for. */
export function unescape(inner: string, { escape }: Dialect, aspas: string): string {
  if (escape === "dobrada") return inner.includes(aspas) ? inner.replaceAll(aspas + aspas, aspas) : inner;
  return inner.includes("\\") ? inner.replaceAll(`\\${aspas}`, aspas).replaceAll("\\\\", "\\") : inner;
}

/** Where `mark` stands in the line, and the line's end. */
function boundaries(line: string, mark: string): number[] {
  const found: number[] = [];
  for (let at = line.indexOf(mark); at !== -1 && found.length <= MAX_BOUNDARIES; at = line.indexOf(mark, at + mark.length)) found.push(at);
  found.push(line.length);
  return found;
}

function firstFrom(sorted: readonly number[], from: number): number {
  return sorted[lowerBound(sorted, from)] ?? from;
}

function lowerBound(sorted: readonly number[], from: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function insertSorted(sorted: number[], value: number): void {
  sorted.splice(lowerBound(sorted, value), 0, value);
}

export function skipBlanks(text: string, at: number): number {
  let end = at;
  while (text[end] === " ") end += 1;
  return end;
}

function skipBlanksBack(text: string, end: number): number {
  let start = end;
  while (text[start - 1] === " ") start -= 1;
  return start;
}
