import type { Dialect } from "./dialect.ts";
import { joinHeader } from "./header-names.ts";
import type { OpeningRecord } from "./raw.ts";
import { Scanner } from "./scanner.ts";
import { cellKind, filledCells, headerEvidence, isBlank, isPeriodName, looksLikeHeader } from "./shape.ts";
import { OTHER_SEPARATORS } from "./sniff.ts";

/** Where the table starts among the records of a text. */
export interface Structure {
  /** The header records, first to last; empty when the data start without one. */
  readonly cabecalho: readonly OpeningRecord[];
  /** 1-based line of the first data record when there is no header; null when there is one, or no record at all. */
  readonly primeiraDeDados: number | null;
  /** The header was divided by this, unlike the rows; null in any ordinary file. */
  readonly separadorDoCabecalho: string | null;
}

const COMPARED_RECORDS = 60;
const MAX_HEADER_RECORDS = 5;
const MAX_NAME = 200;

/**
 * Finds the header among the first records. A header is told by what stands below
 * it: names over columns of figures. Title lines above it, filled in one cell or
 * in few, are no header. Where every column is text, the first full record is
 * taken for the header.
 */
export function findStructure(records: readonly OpeningRecord[], largura: number, dialeto: Dialect): Structure {
  const filled = records.filter(({ campos }) => !isBlank(campos));
  const used = usedWidth(filled, largura);
  const start = filled.findIndex(({ campos }) => opens(campos, largura, used));
  const first = filled[start];
  if (first === undefined) return { cabecalho: [], primeiraDeDados: null, separadorDoCabecalho: null };
  const mended = headerOfOtherSeparator(filled, start, largura, dialeto);
  if (mended !== null) return mended;
  const at = headerAt(filled, start, largura, used);
  const header = at === null ? undefined : filled[at];
  if (at === null || header === undefined) return { cabecalho: [], primeiraDeDados: first.linha, separadorDoCabecalho: null };
  const cabecalho = [...groupsAbove(filled, at, largura), header];
  for (let i = at + 1; i < filled.length && cabecalho.length < MAX_HEADER_RECORDS; i += 1) {
    const next = filled[i];
    if (next === undefined) break;
    const below = bodyAfter(filled, i + 1, largura);
    if (!isFirmHeader(next.campos, below, largura) && !namesGroups(cabecalho, next.campos, below, largura)) break;
    cabecalho.push(next);
  }
  return { cabecalho, primeiraDeDados: null, separadorDoCabecalho: null };
}

/** True for a record that can be the first of a table: not a title, which fills one cell or few. */
function opens(campos: readonly string[], largura: number, used: number): boolean {
  if (largura <= 1) return true;
  const filled = filledCells(campos);
  return filled > 1 && filled * 2 >= Math.min(used, campos.length) && campos.length * 2 > largura;
}

/** Columns up to the last filled one, in the middle record of those with more than a title: the rest may be empty all the way down. */
function usedWidth(filled: readonly OpeningRecord[], largura: number): number {
  const widths = filled
    .filter(({ campos }) => filledCells(campos) > 1)
    .map(({ campos }) => campos.findLastIndex((campo) => campo.trim() !== "") + 1)
    .sort((a, b) => a - b);
  return Math.min(largura, widths[Math.floor(widths.length / 2)] ?? largura);
}

/** The header among the records from the first full one on; null when that one is a row already. */
function headerAt(filled: readonly OpeningRecord[], start: number, largura: number, used: number): number | null {
  const first = filled[start]?.campos ?? [];
  if (!isHeader(first, bodyAfter(filled, start + 1, largura), used)) return headerBelowTitles(filled, start, largura);
  const next = filled[start + 1]?.campos ?? [];
  const isTitle = first.length !== largura && next.length === largura && isFullHeader(next, bodyAfter(filled, start + 2, largura));
  return isTitle ? start + 1 : start;
}

/** A name in every column, none of them a value, and figures below. */
function isFullHeader(campos: readonly string[], below: readonly (readonly string[])[]): boolean {
  const { a, contra } = headerEvidence(campos, below);
  return a > 0 && contra === 0 && filledCells(campos) === campos.length && !campos.some((campo, i) => isValue(campo, columnOf(below, i)));
}

function columnOf(records: readonly (readonly string[])[], column: number): string[] {
  return records.map((campos) => campos[column] ?? "");
}

/** Records right above the header that name groups of its columns, and columns that it leaves without a name: few cells each, as a title has. */
function groupsAbove(filled: readonly OpeningRecord[], at: number, largura: number): OpeningRecord[] {
  const header = filled[at]?.campos ?? [];
  const below = bodyAfter(filled, at + 1, largura);
  const groups: OpeningRecord[] = [];
  for (let i = at - 1; i >= 0 && groups.length + 1 < MAX_HEADER_RECORDS; i -= 1) {
    const above = filled[i];
    if (above === undefined || filledCells(above.campos) < 2 || !namesGroups([above], filled[i + 1]?.campos ?? [], below, largura)) break;
    groups.unshift(above);
  }
  const isNeeded = groups.some(({ campos }) => campos.some((campo, i) => campo.trim() !== "" && (header[i] ?? "").trim() === ""));
  return isNeeded ? groups : [];
}

/**
 * A header record that only names the columns of groups: it fills nothing but
 * columns under a name that the record above wrote once over several, and names
 * figures.
 */
function namesGroups(above: readonly OpeningRecord[], campos: readonly string[], below: readonly (readonly string[])[], largura: number): boolean {
  if (below.length === 0 || campos.length !== largura || campos.some((campo, i) => isValue(campo, columnOf(below, i)))) return false;
  const names = joinHeader(above.map((record) => record.campos));
  const isNamed = Array.from({ length: largura }, (_, i) => (names[i] ?? "").trim() !== "");
  const isFilled = campos.map((campo) => campo.trim() !== "");
  const firstNamed = isNamed.indexOf(true);
  const isShared = isNamed.map((named, i) => (named ? isNamed[i + 1] === false : firstNamed !== -1 && i > firstNamed));
  if (isFilled.some((filled, i) => filled && isShared[i] !== true)) return false;
  const { a, contra } = headerEvidence(campos, below);
  return a > 0 && contra === 0 && isFilled.some((filled, i) => filled && isNamed[i] === false);
}

function bodyAfter(filled: readonly OpeningRecord[], from: number, largura: number): (readonly string[])[] {
  const below = filled.slice(from, from + COMPARED_RECORDS).map(({ campos }) => campos);
  const ofWidth = below.filter((campos) => campos.length === largura);
  return ofWidth.length > 0 ? ofWidth : below;
}

/**
 * A header under title lines as full as a row: every record above it has a name
 * where the rows below have figures, as no row of data does.
 */
function headerBelowTitles(filled: readonly OpeningRecord[], start: number, largura: number): number | null {
  for (let i = start; i < Math.min(filled.length, start + MAX_TITLES); i += 1) {
    const campos = filled[i]?.campos ?? [];
    const below = bodyAfter(filled, i + 1, largura);
    if (i > start && isFirmHeader(campos, below, largura)) return i;
    if (headerEvidence(campos, below).a === 0) return null;
  }
  return null;
}

const MAX_TITLES = 10;

/** Whether the `# …` line right above the data is their header. */
export function isCommentedHeader(campos: readonly string[], records: readonly OpeningRecord[], largura: number): boolean {
  const filled = records.filter(({ campos: cells }) => !isBlank(cells));
  return largura > 1 && campos.length === largura && coversFigures(campos, bodyAfter(filled, 0, largura), largura);
}

function isHeader(campos: readonly string[], below: readonly (readonly string[])[], used: number): boolean {
  const { a, contra } = headerEvidence(campos, below);
  return a === contra ? looksLikeHeader(campos.slice(0, used)) : a > contra;
}

/**
 * A header beyond doubt, as a second header record has to be: names, all
 * different, over nearly all the columns of figures. A row that has words for "no
 * value" instead of figures repeats them.
 */
function isFirmHeader(campos: readonly string[], below: readonly (readonly string[])[], largura: number): boolean {
  if (below.length === 0 || campos.length !== largura || campos.some((campo, i) => isValue(campo, columnOf(below, i)))) return false;
  const texts = campos.map((campo) => campo.trim()).filter((text) => text !== "");
  return new Set(texts).size === texts.length && coversFigures(campos, below, largura);
}

/** Names over most of the columns of figures, two at least, and nothing that speaks against a header. */
function coversFigures(campos: readonly string[], below: readonly (readonly string[])[], largura: number): boolean {
  const { a, contra } = headerEvidence(campos, below);
  if (contra > 0 || a < 2) return false;
  const typed = headerEvidence(Array.from({ length: largura }, () => "x"), below).a;
  return a * 5 >= typed * 3;
}

/** A figure, date, hour or address that is no name of a period, or a text no one would name a column by. */
function isValue(campo: string, values: readonly string[]): boolean {
  const kind = cellKind(campo);
  if (kind === "texto") return campo.length > MAX_NAME || campo.includes('"');
  return kind !== "vazio" && !isPeriodName(campo, kind, values);
}

/** A first record without the delimiter of the rows below, which another delimiter cuts into just as many names. */
function headerOfOtherSeparator(filled: readonly OpeningRecord[], start: number, largura: number, dialeto: Dialect): Structure | null {
  const candidate = filled[start - 1];
  if (largura < 3 || candidate?.campos.length !== 1) return null;
  const [line = ""] = candidate.campos;
  for (const separador of OTHER_SEPARATORS) {
    if (separador === dialeto.separador) continue;
    const { campos } = new Scanner(line, line.length, { ...dialeto, separador }).record(0, largura);
    if (campos.length !== largura || filledCells(campos) < largura) continue;
    const below = bodyAfter(filled, start, largura);
    const { a, contra } = headerEvidence(campos, below);
    if (a <= contra) continue;
    return { cabecalho: [{ linha: candidate.linha, campos }], primeiraDeDados: null, separadorDoCabecalho: separador };
  }
  return null;
}
