import type { Dialect, LineEnd } from "./dialect.ts";
import { countQuotes, mendLine, skipBlanks, unescape } from "./quotes.ts";

/**
 * How the quotes of a record were: as they should be; read as text or mended
 * where that leaves no doubt; or in doubt, its cells not to be trusted.
 */
export type QuoteState = "certas" | "corrigidas" | "duvidosas";

export interface ScannedRecord {
  readonly campos: readonly string[];
  readonly aspas: QuoteState;
  /** Offset after the record and its line end. */
  readonly fim: number;
  /** Lines the record stands on. */
  readonly linhas: number;
  /** What ended it; null at the end of the text. */
  readonly finalDeLinha: LineEnd | null;
}

/** Characters of a quoted cell beyond which its opening quote is taken for text. */
export const MAX_CELL = 1_048_576;

/**
 * Reads records one at a time. For what papaparse cannot read: texts that mix
 * line ends, quotes escaped by a backslash, blanks before quotes, and damaged
 * quotes, where papaparse swallows the records up to the next quote that fits.
 */
export class Scanner {
  readonly #text: string;
  readonly #to: number;
  readonly #dialect: Dialect;
  readonly #nextDelimiter: NextIndex;
  readonly #nextQuote: NextIndex;
  readonly #nextLf: NextIndex;
  readonly #nextCr: NextIndex;
  /** Attempts left; bounds the work on a hostile text. */
  #lenientLeft = 500;

  constructor(text: string, to: number, dialect: Dialect) {
    this.#text = text;
    this.#to = to;
    this.#dialect = dialect;
    const { separador, aspas, finalDeLinha } = dialect;
    this.#nextDelimiter = nextIndex(text, separador, to);
    this.#nextQuote = aspas === null ? () => to : nextIndex(text, aspas, to);
    this.#nextLf = finalDeLinha === "\r" ? () => to : nextIndex(text, "\n", to);
    this.#nextCr = finalDeLinha === "\n" ? () => to : nextIndex(text, "\r", to);
  }

  /** The record that starts at `at`; positions must not go back. `largura` is the width of the table, where known. */
  record(at: number, largura: number | null): ScannedRecord {
    const strict = this.#strict(at);
    if (strict?.aspas === "certas" && !this.#isDoubtful(strict, largura)) return strict;
    const end = this.#lineEnd(at);
    const line = this.#text.slice(at, end);
    const mended = mendLine(line, this.#dialect, largura);
    const fits = largura !== null && mended.campos.length === largura;
    if (strict !== null && !fits && strict.aspas === "certas") return strict;
    if (!fits && strict === null) {
      const lenient = this.#lenient(at, largura);
      if (lenient !== null) return lenient;
    }
    const isPaired = strict?.campos.length === largura || (strict === null && countQuotes(line, this.#dialect) % 2 === 0);
    const isSure = fits && isPaired && Number.isInteger(mended.custo);
    return { campos: mended.campos, aspas: isSure ? "corrigidas" : "duvidosas", ...this.#ending(end, 1) };
  }

  /** Rightly quoted, and yet perhaps not what was meant: a cell over several lines, or two quotes where a delimiter is missing. */
  #isDoubtful({ campos, linhas }: ScannedRecord, largura: number | null): boolean {
    const { aspas } = this.#dialect;
    if (largura === null || aspas === null || campos.length === largura) return false;
    return linhas > 1 || (campos.length < largura && campos.some((campo) => campo.includes(aspas)));
  }

  /** By the rules alone; null where the quotes break them. A quote inside an unquoted cell is kept and told. */
  #strict(at: number): ScannedRecord | null {
    const { separador, aspas, espacos } = this.#dialect;
    const text = this.#text;
    const campos: string[] = [];
    let linhas = 1;
    let hasStray = false;
    let pos = at;
    for (;;) {
      const start = espacos ? skipBlanks(text, pos) : pos;
      let end: number;
      if (aspas !== null && text[start] === aspas && start < this.#to) {
        const closing = this.#closing(start, false);
        if (closing === null) return null;
        const inner = text.slice(start + 1, closing.quote);
        campos.push(unescape(inner, this.#dialect, aspas));
        linhas += lineBreaks(inner);
        end = closing.end;
      } else {
        end = Math.min(this.#nextDelimiter(pos), this.#lineEnd(pos));
        const cell = text.slice(pos, end);
        if (aspas !== null && this.#nextQuote(pos) < end && countQuotes(cell, this.#dialect) > 0) hasStray = true;
        campos.push(cell);
      }
      if (end < this.#to && text.startsWith(separador, end)) {
        pos = end + separador.length;
        continue;
      }
      return { campos, aspas: hasStray ? "duvidosas" : "certas", ...this.#ending(end, linhas) };
    }
  }

  /** A record over several lines whose cells hold unescaped quotes: taken only when it has the width of the table. */
  #lenient(at: number, largura: number | null): ScannedRecord | null {
    const { separador, aspas, espacos } = this.#dialect;
    if (largura === null || aspas === null || this.#lenientLeft === 0) return null;
    this.#lenientLeft -= 1;
    const text = this.#text;
    const campos: string[] = [];
    let linhas = 1;
    let pos = at;
    while (campos.length < largura) {
      const start = espacos ? skipBlanks(text, pos) : pos;
      let end: number;
      if (text[start] === aspas && start < this.#to) {
        const closing = this.#closing(start, true);
        if (closing === null) return null;
        const inner = text.slice(start + 1, closing.quote);
        campos.push(unescape(inner, this.#dialect, aspas));
        linhas += lineBreaks(inner);
        end = closing.end;
      } else {
        end = Math.min(nextOf(text, separador, pos, this.#to), this.#lineEndFrom(pos));
        campos.push(text.slice(pos, end));
      }
      if (end < this.#to && text.startsWith(separador, end)) pos = end + separador.length;
      else return campos.length === largura && linhas <= MAX_LENIENT_LINES ? { campos, aspas: "duvidosas", ...this.#ending(end, linhas) } : null;
    }
    return null;
  }

  /** The quote that closes the cell opened at `open`, and where the cell ends; null when none does by the rules. */
  #closing(open: number, isLenient: boolean): { readonly quote: number; readonly end: number } | null {
    const { separador, aspas, escape } = this.#dialect;
    const text = this.#text;
    if (aspas === null) return null;
    const limit = Math.min(this.#to, open + 1 + (isLenient ? MAX_LENIENT_CELL : MAX_CELL));
    let at = open + 1;
    for (;;) {
      const quote: number = isLenient ? nextOf(text, aspas, at, this.#to) : this.#nextQuote(at);
      if (quote >= limit) return null;
      if (escape === "\\" && isEscaped(text, quote, open)) {
        at = quote + 1;
        continue;
      }
      if (escape === "dobrada" && text[quote + 1] === aspas && quote + 1 < this.#to) {
        at = quote + 2;
        continue;
      }
      let end = skipBlanks(text, quote + 1);
      if (end > quote + 1 && text.startsWith(separador, quote + 1)) end = quote + 1;
      if (end >= this.#to) return { quote, end: this.#to };
      const char = text[end];
      if (char === "\n" || char === "\r" || text.startsWith(separador, end)) return { quote, end };
      if (!isLenient) return null;
      at = quote + 1;
    }
  }

  #lineEnd(at: number): number {
    return Math.min(this.#nextLf(at), this.#nextCr(at));
  }

  #lineEndFrom(at: number): number {
    return Math.min(nextOf(this.#text, "\n", at, this.#to), nextOf(this.#text, "\r", at, this.#to));
  }

  #ending(end: number, linhas: number): Pick<ScannedRecord, "fim" | "linhas" | "finalDeLinha"> {
    if (end >= this.#to) return { fim: this.#to, linhas, finalDeLinha: null };
    if (this.#text[end] === "\n") return { fim: end + 1, linhas, finalDeLinha: "\n" };
    const isPair = this.#text[end + 1] === "\n";
    return { fim: end + (isPair ? 2 : 1), linhas, finalDeLinha: isPair ? "\r\n" : "\r" };
  }
}

const MAX_LENIENT_LINES = 200;
const MAX_LENIENT_CELL = 65_536;

type NextIndex = (from: number) => number;

/** Where `mark` stands next; remembers the stretch known to be free of it, so that each is searched once, also after a step back. */
function nextIndex(text: string, mark: string, to: number): NextIndex {
  let free = 0;
  let found = -1;
  return (from) => {
    if (from > found) {
      found = nextOf(text, mark, from, to);
      free = from;
    } else if (from < free) {
      const before = text.slice(from, free + mark.length - 1).indexOf(mark);
      if (before !== -1) found = from + before;
      free = from;
    }
    return found;
  };
}

function nextOf(text: string, mark: string, from: number, to: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 || at > to ? to : at;
}

function isEscaped(text: string, quote: number, open: number): boolean {
  let count = 0;
  while (quote - 1 - count > open && text[quote - 1 - count] === "\\") count += 1;
  return count % 2 === 1;
}

export function lineBreaks(text: string): number {
  if (!text.includes("\n") && !text.includes("\r")) return 0;
  return text.split(/\r\n|\n|\r/).length - 1;
}
