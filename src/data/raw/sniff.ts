import { lineEndOf, type Dialect } from "./dialect.ts";

import { Scanner } from "./scanner.ts";
import { cellKind, isBlank, looksLikeHeader } from "./shape.ts";

export interface SniffedDialect {
  readonly dialeto: Dialect;
  /** Cells most records of the sample have. */
  readonly largura: number;
  /** Another delimiter explains the sample nearly as well. */
  readonly rival: string | null;
  /** Few of the records it divides have the commonest width, or it may be the decimal mark of a file with one column. */
  readonly duvidoso: boolean;
}

const SAMPLE_CHARACTERS = 131_072;
const SAMPLE_RECORDS = 200;

/** Delimiters tried, the likelier first, with the weight of their evidence: the last ones also stand inside values. */
const CANDIDATES: readonly (readonly [string, number])[] = [
  [";", 1],
  [",", 1],
  ["\t", 1],
  ["|", 1],
  ["\\t", 0.95],
  ["~", 0.9],
  ["^", 0.9],
  ["§", 0.9],
  ["¦", 0.9],
  ["\u0001", 0.9],
  ["\u001f", 0.9],
  ["#", 0.7],
  ["!", 0.7],
  [":", 0.6],
  [" ", 0.5],
];

/** A delimiter that also stands inside names and sentences is believed only where a column of figures comes of it. */
const SURE_WEIGHT = 0.75;

/** Below this mark no delimiter is believed: the file has one column. */
const MIN_SCORE = 0.2;
const FRAMED_SCORE = 0.25;
const RIVAL_SHARE = 0.93;

/**
 * Decides delimiter, quote and escape from the first records from `inicio` on.
 * `declarado` is the delimiter a `sep=` line names.
 */
export function sniffDialect(texto: string, inicio: number, declarado: string | null): SniffedDialect {
  const finalDeLinha = lineEndOf(texto);
  const sample = sampleOf(texto, inicio);
  if (declarado !== null) return { ...rated(sample, declarado, 1), rival: null };
  const ratings = CANDIDATES.filter(([separador]) => sample.includes(separador)).map(([separador, weight]) => rated(sample, separador, weight));
  ratings.sort((a, b) => b.nota - a.nota);
  const [best, second] = ratings;
  if (best === undefined || best.nota < MIN_SCORE) {
    const plain = rated(sample, ";", 1);
    return { dialeto: { ...plain.dialeto, finalDeLinha }, largura: 1, duvidoso: false, rival: null };
  }
  const rival = second !== undefined && second.nota >= best.nota * RIVAL_SHARE ? second.dialeto.separador : null;
  return { ...widened(sample, best), rival };

  function rated(text: string, separador: string, weight: number): Rating {
    const dialeto: Dialect = { ...quotingOf(text, separador), separador, finalDeLinha };
    return rate(text, dialeto, weight);
  }
}

interface Rating {
  readonly dialeto: Dialect;
  readonly largura: number;
  readonly duvidoso: boolean;
  /** How well the delimiter explains the sample, 0–1; 0 for one column. */
  readonly nota: number;
}

/**
 * The share of records with the commonest width, times the share of cells that
 * hold no other delimiter, more for more columns; half of it when the first record
 * of that width does not read like a header.
 */
function rate(sample: string, dialeto: Dialect, weight: number): Rating {
  const records = scanAll(sample, dialeto).filter((campos) => !isBlank(campos));
  const largura = commonest(records);
  if (largura < 2) return { dialeto, largura: 1, nota: 0, duvidoso: false };
  const ofWidth = records.filter((campos) => campos.length === largura);
  const [first] = ofWidth;
  if (weight < SURE_WEIGHT && !hasFigures(ofWidth, largura)) return { dialeto, largura: 1, nota: 0, duvidoso: false };
  const plausible = first !== undefined && looksLikeHeader(first) ? 1 : 0.5;
  const agreement = ofWidth.length / records.length;
  const nota = weight * agreement * ((largura - 1) / largura) * cleanShare(ofWidth, dialeto) * plausible;
  const divided = records.filter(({ length }) => length > 1).length;
  const isDecimalMark = largura === 2 && dialeto.separador === "," && plausible < 1 && ofWidth.every((campos) => campos.every((campo) => /^\d*$/.test(campo)));
  const duvidoso = ofWidth.length * 2 < divided || isDecimalMark;
  return { dialeto, largura, duvidoso, nota: isFramed(sample, dialeto, records.length) ? Math.max(nota, FRAMED_SCORE) : nota };
}

/** One quoted cell a record, with the delimiter or a line end on either side, does not come about by chance. */
function isFramed(sample: string, { aspas, separador }: Dialect, records: number): boolean {
  return aspas !== null && records >= 3 && framed(sample, aspas, separador).cells >= records;
}

function commonest(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  let width = 1;
  let most = 0;
  for (const [candidate, count] of counts) {
    if (count > most || (count === most && candidate > width)) [width, most] = [candidate, count];
  }
  return width;
}

function hasFigures(records: readonly (readonly string[])[], largura: number): boolean {
  const rows = records.length > 1 ? records.slice(1) : records;
  return Array.from({ length: largura }, (_, i) => i).some(
    (i) => rows.filter((campos) => FIGURES.has(cellKind(campos[i] ?? ""))).length * 4 >= rows.length * 3,
  );
}

const FIGURES: ReadonlySet<string> = new Set(["numero", "data", "hora"]);

const OTHER_DELIMITERS = /[;\t|]/;

function cleanShare(records: readonly (readonly string[])[], { separador }: Dialect): number {
  let cells = 0;
  let clean = 0;
  for (const campos of records) {
    for (const campo of campos) {
      cells += 1;
      const others = separador.length === 1 && ";\t|".includes(separador) ? campo.replaceAll(separador, "") : campo;
      if (!OTHER_DELIMITERS.test(others) && !/^["'].*[^"']$|^[^"'].*"$/s.test(campo)) clean += 1;
    }
  }
  return cells === 0 ? 0 : clean / cells;
}

function scanAll(sample: string, dialeto: Dialect): (readonly string[])[] {
  const scanner = new Scanner(sample, sample.length, dialeto);
  const records: (readonly string[])[] = [];
  for (let at = 0; at < sample.length && records.length < SAMPLE_RECORDS; ) {
    const { campos, fim } = scanner.record(at, null);
    records.push(campos);
    at = fim;
  }
  return records;
}

/** Quote, escape and blanks before quotes that a text shows under a delimiter. */
function quotingOf(text: string, separador: string): Pick<Dialect, "aspas" | "escape" | "espacos"> {
  const double = framed(text, '"', separador);
  const single = framed(text, "'", separador);
  if (double.cells === 0 && single.cells > 0 && single.cells * 2 >= single.opening) return { aspas: "'", escape: escapeOf(text, "'", separador), espacos: false };
  return { aspas: '"', escape: escapeOf(text, '"', separador), espacos: double.spaced > double.opening };
}

/** Quotes where a cell begins, those with only blanks before them, and cells that a pair of quotes frames. */
function framed(text: string, quote: string, separador: string): { opening: number; spaced: number; cells: number } {
  let opening = 0;
  let spaced = 0;
  let closing = 0;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    let before = at;
    while (text[before - 1] === " ") before -= 1;
    if (isEdgeBefore(text, at, separador)) opening += 1;
    else if (before < at && isEdgeBefore(text, before, separador)) spaced += 1;
    const next = text[at + 1];
    if (next === undefined || next === "\n" || next === "\r" || text.startsWith(separador, at + 1)) closing += 1;
  }
  return { opening, spaced, cells: Math.min(opening + spaced, closing) };
}

function isEdgeBefore(text: string, at: number, separador: string): boolean {
  const before = text[at - 1];
  return before === undefined || before === "\n" || before === "\r" || (at >= separador.length && text.startsWith(separador, at - separador.length));
}

/** A backslash is the escape when it stands before quotes inside cells and no quote is doubled there. */
function escapeOf(text: string, quote: string, separador: string): Dialect["escape"] {
  let escaped = 0;
  let doubled = 0;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    const isBackslashed = text[at - 1] === "\\";
    const next = text[at + 1];
    const isClosing = next === undefined || next === "\n" || next === "\r" || text.startsWith(separador, at + 1);
    if (isBackslashed && (!isClosing || next === quote)) escaped += 1;
    else if (!isBackslashed && next === quote && !isEdgeBefore(text, at, separador) && text[at - 1] !== quote) doubled += 1;
  }
  return escaped > 0 && doubled === 0 ? "\\" : "dobrada";
}

/**
 * The delimiter with the blank that follows it everywhere, or doubled where every
 * second column is empty. Among figures alone the blank lines them up: it is theirs.
 */
function widened(sample: string, rating: Rating): Rating {
  const { dialeto, largura } = rating;
  const { separador } = dialeto;
  if (separador.length > 1) return rating;
  const records = scanAll(sample, dialeto).filter((campos) => campos.length === largura);
  if (largura >= 3 && largura % 2 === 1 && records.length > 1 && records.every((campos) => campos.every((campo, i) => i % 2 === 0 || campo === ""))) {
    return rate(sample, { ...dialeto, separador: separador + separador }, 1);
  }
  if (separador === " " || separador === "\t" || records.every((campos) => campos.every((campo) => cellKind(campo) === "numero"))) return rating;
  const agreeing = (spaced: string): number => {
    const dialect = { ...dialeto, ...quotingOf(sample, spaced), separador: spaced };
    return scanAll(sample, dialect).filter((campos) => campos.length === largura).length;
  };
  const spaced = [` ${separador} `, `${separador} `].find((candidate) => sample.includes(candidate) && agreeing(candidate) >= records.length);
  return spaced === undefined ? rating : rate(sample, { ...dialeto, ...quotingOf(sample, spaced), separador: spaced }, 1);
}

function sampleOf(texto: string, inicio: number): string {
  const sample = texto.slice(inicio, inicio + SAMPLE_CHARACTERS);
  if (inicio + SAMPLE_CHARACTERS >= texto.length) return sample;
  const lastLine = Math.max(sample.lastIndexOf("\n"), sample.lastIndexOf("\r"));
  return lastLine === -1 ? sample : sample.slice(0, lastLine + 1);
}

/** Alternatives a single record may be written with when it does not hold the file's delimiter. */
export const OTHER_SEPARATORS: readonly string[] = [";", ",", "\t", "|", " ", ":"];

