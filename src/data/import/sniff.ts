import { forEachRecord, type RawRecord } from "./parse.ts";

export type Delimiter = ";" | "," | "\t" | "|";

export const DELIMITER_NAME: Readonly<Record<Delimiter, string>> = {
  ";": "ponto e vírgula",
  ",": "vírgula",
  "\t": "tabulação",
  "|": "barra vertical",
};

/** Where the table is in the text and how its cells are divided. */
export interface Layout {
  readonly separador: Delimiter;
  /** Lines before the first record: `# …` comments, `sep=`, blank lines. */
  readonly abertura: readonly string[];
  /** Offset of the first record. */
  readonly inicio: number;
  /** 1-based line of the header record; null when nothing looks like one. */
  readonly linhaCabecalho: number | null;
}

const CANDIDATES: readonly Delimiter[] = [";", ",", "\t", "|"];
const SAMPLE_CHARACTERS = 262_144;
const SAMPLE_RECORDS = 200;
const SEP_LINE = /^"?sep=(.)"?$/i;

/** Decides delimiter and header from the first records of the text (line ends normalised). */
export function sniffLayout(texto: string): Layout {
  const { abertura, inicio, declared } = readOpening(texto);
  const sample = sampleOf(texto, inicio);
  const first = abertura.length + 1;
  if (declared !== null) {
    return { separador: declared, abertura, inicio, linhaCabecalho: rate(sample, declared, first).header };
  }
  let best: Rating | null = null;
  let separador: Delimiter = ";";
  for (const candidate of CANDIDATES) {
    const rating = rate(sample, candidate, first);
    if (best === null || rating.score > best.score || (rating.score === best.score && rating.width > best.width)) {
      best = rating;
      separador = candidate;
    }
  }
  if (best === null || best.score < MIN_SCORE) {
    return { separador: ";", abertura, inicio, linhaCabecalho: firstFilledLine(sample, first) };
  }
  return { separador, abertura, inicio, linhaCabecalho: best.header };
}

/** Below this share of agreeing records no delimiter is believed: the file has one column. */
const MIN_SCORE = 0.3;

function readOpening(texto: string): { abertura: string[]; inicio: number; declared: Delimiter | null } {
  const abertura: string[] = [];
  let declared: Delimiter | null = null;
  let inicio = 0;
  while (inicio < texto.length) {
    const lineEnd = texto.indexOf("\n", inicio);
    const line = texto.slice(inicio, lineEnd === -1 ? undefined : lineEnd);
    const sep = SEP_LINE.exec(line.trim());
    if (sep !== null) declared = CANDIDATES.find((candidate) => candidate === sep[1]) ?? null;
    else if (line.trim() !== "" && !isComment(line)) break;
    abertura.push(line);
    inicio = lineEnd === -1 ? texto.length : lineEnd + 1;
  }
  return { abertura, inicio, declared };
}

/** A line our own exports open with; a header may be called "#" alone, so a delimiter after it is no comment. */
function isComment(line: string): boolean {
  return /^"?#(?![;,\t|]|$)/.test(line);
}

function sampleOf(texto: string, inicio: number): string {
  const sample = texto.slice(inicio, inicio + SAMPLE_CHARACTERS);
  if (inicio + SAMPLE_CHARACTERS >= texto.length) return sample;
  const lastLine = sample.lastIndexOf("\n");
  return lastLine === -1 ? sample : sample.slice(0, lastLine);
}

interface Rating {
  readonly score: number;
  readonly width: number;
  readonly header: number | null;
}

/** How well a delimiter explains the sample: the share of records with the commonest width, halved when no record of that width reads like a header. */
function rate(sample: string, separador: Delimiter, firstLine: number): Rating {
  const records: RawRecord[] = [];
  forEachRecord(sample, separador, firstLine, (record) => {
    if (!isBlank(record.campos)) records.push(record);
    return records.length < SAMPLE_RECORDS;
  });
  const counts = new Map<number, number>();
  for (const { campos } of records) {
    if (campos.length > 1) counts.set(campos.length, (counts.get(campos.length) ?? 0) + 1);
  }
  let width = 1;
  let agreeing = 0;
  for (const [candidate, count] of counts) {
    if (count > agreeing || (count === agreeing && candidate > width)) [width, agreeing] = [candidate, count];
  }
  if (agreeing === 0) return { score: 0, width: 1, header: records[0]?.linha ?? null };
  const first = records.find(({ campos }) => campos.length === width);
  const plausible = first !== undefined && looksLikeHeader(first.campos);
  return { score: (agreeing / records.length) * (plausible ? 1 : 0.5), width, header: headerLine(records, width) };
}

function headerLine(records: readonly RawRecord[], width: number): number | null {
  const ofWidth = records.filter(({ campos }) => campos.length === width);
  return (ofWidth.find(({ campos }) => looksLikeHeader(campos)) ?? ofWidth[0])?.linha ?? null;
}

function firstFilledLine(sample: string, firstLine: number): number | null {
  let found: number | null = null;
  forEachRecord(sample, ";", firstLine, ({ campos, linha }) => {
    if (isBlank(campos)) return true;
    found = linha;
    return false;
  });
  return found;
}

function looksLikeHeader(campos: readonly string[]): boolean {
  const filled = campos.filter((campo) => campo.trim() !== "");
  const figures = filled.filter((campo) => /^[\s\d.,:/%()R$+-]*\d[\s\d.,:/%()R$+-]*$/.test(campo));
  return filled.length * 2 >= campos.length && figures.length * 2 < filled.length;
}

export function isBlank(campos: readonly string[]): boolean {
  return campos.every((campo) => campo.trim() === "");
}
