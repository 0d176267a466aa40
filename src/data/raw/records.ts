import Papa from "papaparse";
import { Refusal } from "../import/whole-file.ts";
import type { Dialect, LineEnd } from "./dialect.ts";
import { lineBreaks, MAX_CELL, Scanner, type QuoteState } from "./scanner.ts";

/** One record of a text, as strings. */
export interface TextRecord {
  /** 1-based line of the file on which the record starts. */
  readonly linha: number;
  readonly campos: readonly string[];
  readonly aspas: QuoteState;
}

/** A stretch of a text and how it is written. */
export interface TextSpan {
  readonly texto: string;
  readonly inicio: number;
  readonly fim: number;
  /** 1-based line of the file at `inicio`. */
  readonly linha: number;
  readonly dialeto: Dialect;
  /** Cells of an ordinary record, which tells damaged quotes apart; null when not known yet. */
  readonly largura: number | null;
  /** Characters of a cell beyond which the file is refused. */
  readonly maxCelula: number;
}

/** Characters given to papaparse at a time: small enough for progress every few milliseconds. */
const BLOCK = 262_144;

/** What papaparse's own parser answers; its type declarations leave it out. */
interface Parsed {
  readonly data: string[][];
  readonly errors: readonly unknown[];
  readonly meta: { readonly cursor: number };
}

interface BlockParser {
  parse: (input: string, baseIndex: number, ignoreLastRow: boolean) => Parsed;
}

/**
 * Reads the records of a span in order. papaparse splits, a block at a time;
 * blocks in which it finds a quote out of place, and dialects it does not know,
 * are read by `Scanner`. `visit` returns false to stop. `onProgress` gets the
 * characters read so far. Returns the line ends that ended a record.
 * @throws Refusal when a cell has more than `maxCelula` characters.
 */
export function forEachRecord(
  span: TextSpan,
  visit: (record: TextRecord) => boolean,
  onProgress?: (characters: number) => void,
): ReadonlySet<LineEnd> {
  const { texto, inicio, fim, dialeto, largura, maxCelula } = span;
  // No record that papaparse is given is longer than `MAX_CELL`: only a smaller limit has to be looked after there.
  const visitBlocks = maxCelula >= MAX_CELL ? visit : checkedVisit(visit, maxCelula);
  const ends = new Set<LineEnd>();
  const parser = blockParser(dialeto);
  const scanner = new Scanner(texto, fim, dialeto);
  let linha = span.linha;
  let at = inicio;
  let size = BLOCK;
  while (at < fim) {
    const until = Math.min(fim, at + size);
    const block = texto.slice(at, until);
    const parsed = parser?.parse(block, 0, until < fim) ?? null;
    if (parsed !== null && parsed.errors.length === 0) {
      // After a line end at the end of the text papaparse sees one more record, of one empty cell.
      if (until === fim && endsLine(block) && parsed.data.at(-1)?.join("") === "") parsed.data.pop();
      const read = parsed.meta.cursor;
      if (read === 0 && until < fim) {
        size *= 2;
        if (size <= MAX_CELL) continue;
      } else {
        const next = visitBlock(parsed.data, linha, { texto: block.slice(0, read), dialeto, largura }, visitBlocks);
        if (next === null) return ends;
        if (next !== "duvida") {
          if (dialeto.finalDeLinha !== null) ends.add(dialeto.finalDeLinha);
          linha = next;
          at += read;
          size = BLOCK;
          onProgress?.(at - inicio);
          continue;
        }
      }
    }
    size = BLOCK;
    const limit = Math.min(until, at + BLOCK);
    while (at < limit) {
      const { campos, aspas, fim: end, linhas, finalDeLinha } = scanner.record(at, largura);
      if (end - at > maxCelula) refuseLongCells(campos, linha, maxCelula);
      if (!visit({ linha, campos, aspas })) return ends;
      if (finalDeLinha !== null) ends.add(finalDeLinha);
      linha += linhas;
      at = end;
    }
    onProgress?.(at - inicio);
  }
  return ends;
}

function checkedVisit(visit: (record: TextRecord) => boolean, max: number): (record: TextRecord) => boolean {
  return (record) => {
    refuseLongCells(record.campos, record.linha, max);
    return visit(record);
  };
}

function refuseLongCells(campos: readonly string[], linha: number, max: number): void {
  if (campos.every((campo) => campo.length <= max)) return;
  throw new Refusal(
    "celula-grande",
    `A linha ${linha.toLocaleString("pt-BR")} tem uma célula de mais de ${Math.floor(max / 1024).toLocaleString("pt-BR")} KB.`,
    "Confira se não falta fechar aspas e se o arquivo é mesmo uma tabela; depois carregue de novo.",
  );
}

function blockParser({ separador, aspas, escape, espacos, finalDeLinha }: Dialect): BlockParser | null {
  if (finalDeLinha === null || espacos || escape !== "dobrada") return null;
  const config = { delimiter: separador, newline: finalDeLinha, header: false, dynamicTyping: false };
  // A file that quotes nothing is split at its delimiters alone: `fastMode` keeps papaparse from looking for quotes.
  return new Papa.Parser(aspas === null ? { ...config, fastMode: true } : { ...config, quoteChar: aspas });
}

interface Block {
  readonly texto: string;
  readonly dialeto: Dialect;
  readonly largura: number | null;
}

/**
 * Visits the records of a block; returns the line after it, null when stopped, or
 * "duvida" before visiting any when the quotes need a closer look.
 */
function visitBlock(
  data: readonly string[][],
  linha: number,
  { texto, dialeto: { aspas, finalDeLinha }, largura }: Block,
  visit: (record: TextRecord) => boolean,
): number | null | "duvida" {
  const hasQuotes = aspas !== null && texto.includes(aspas);
  if (hasQuotes && !isPlain(data, aspas, largura)) return "duvida";
  const isOneLineEach = !hasQuotes || countOf(texto, finalDeLinha ?? "\n") <= data.length;
  let at = linha;
  for (const campos of data) {
    if (!visit({ linha: at, campos, aspas: "certas" })) return null;
    at += 1;
    if (!isOneLineEach) for (const campo of campos) at += lineBreaks(campo);
  }
  return at;
}

/**
 * True when nothing in the block is in doubt: no cell that papaparse left with a
 * quote in it, and no record over several lines of another width than the table.
 */
function isPlain(data: readonly string[][], aspas: string, largura: number | null): boolean {
  for (const campos of data) {
    for (const campo of campos) {
      if (campo.includes(aspas)) return false;
      if (largura !== null && campos.length !== largura && (campo.includes("\n") || campo.includes("\r"))) return false;
    }
  }
  return true;
}

function endsLine(block: string): boolean {
  return block.endsWith("\n") || block.endsWith("\r");
}

function countOf(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) count += 1;
  return count;
}
