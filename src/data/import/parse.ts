import Papa from "papaparse";

/** One record of the file, as strings. */
export interface RawRecord {
  /** 1-based line of the file on which the record starts. */
  readonly linha: number;
  readonly campos: readonly string[];
  /** The quotes of this record do not pair; it was cut at its line end, its cells are not to be trusted. */
  readonly aspasSemPar: boolean;
}

/** Re-reads after an unpaired quote before the rest is read line by line; bounds the work on hostile files. */
const MAX_RECOVERIES = 10;

/** CRLF and CR become LF, also inside quotes: papaparse merges the rows of a file that mixes them. */
export function normaliseLineEnds(texto: string): string {
  return texto.includes("\r") ? texto.replace(/\r\n?/g, "\n") : texto;
}

/**
 * Reads delimited text (line ends already normalised) record by record, in
 * order. An unpaired quote costs its own line and nothing else. `visit` returns
 * false to stop. `onProgress` gets the share of the text read, 0–1.
 */
export function forEachRecord(
  texto: string,
  separador: string,
  primeiraLinha: number,
  visit: (record: RawRecord) => boolean,
  onProgress?: (share: number) => void,
): void {
  let linha = primeiraLinha;
  let offset = 0;
  for (let recoveries = 0; offset <= texto.length; recoveries += 1) {
    if (recoveries > MAX_RECOVERIES) {
      lineByLine(texto, offset, separador, linha, visit);
      return;
    }
    const rest = offset === 0 ? texto : texto.slice(offset);
    const end = readUntilBroken(rest, separador, linha, visit, (read) => onProgress?.((offset + read) / texto.length));
    if (end === null) return;
    const lineEnd = rest.indexOf("\n", end.offset);
    const broken = rest.slice(end.offset, lineEnd === -1 ? undefined : lineEnd);
    if (!visit({ linha: end.linha, campos: broken.split(separador), aspasSemPar: true })) return;
    if (lineEnd === -1) return;
    offset += lineEnd + 1;
    linha = end.linha + 1;
  }
}

interface Position {
  readonly offset: number;
  readonly linha: number;
}

/** Reads up to the first record whose quotes do not pair and returns where it starts; null when read to the end or stopped. */
function readUntilBroken(
  texto: string,
  separador: string,
  primeiraLinha: number,
  visit: (record: RawRecord) => boolean,
  onRead: (characters: number) => void,
): Position | null {
  let linha = primeiraLinha;
  let offset = 0;
  let seen = 0;
  let broken: Position | null = null;
  Papa.parse<string[]>(texto, {
    delimiter: separador,
    newline: "\n",
    header: false,
    dynamicTyping: false,
    skipEmptyLines: false,
    step(result, parser) {
      const campos = result.data;
      const inner = innerLines(campos);
      if (result.errors.some(({ code }) => code === "MissingQuotes" || (code === "InvalidQuotes" && inner > 0))) {
        broken = { offset, linha };
        parser.abort();
        return;
      }
      if (!visit({ linha, campos, aspasSemPar: false })) {
        parser.abort();
        return;
      }
      linha += inner + 1;
      offset = result.meta.cursor;
      seen += 1;
      if (seen % 4096 === 0) onRead(offset);
    },
  });
  return broken;
}

function lineByLine(
  texto: string,
  from: number,
  separador: string,
  primeiraLinha: number,
  visit: (record: RawRecord) => boolean,
): void {
  let linha = primeiraLinha;
  for (let start = from; start <= texto.length; linha += 1) {
    const lineEnd = texto.indexOf("\n", start);
    const line = texto.slice(start, lineEnd === -1 ? undefined : lineEnd);
    if (!visit({ linha, ...splitLine(line, separador) })) return;
    if (lineEnd === -1) return;
    start = lineEnd + 1;
  }
}

function splitLine(line: string, separador: string): Omit<RawRecord, "linha"> {
  if (!line.includes('"')) return { campos: line.split(separador), aspasSemPar: false };
  const { data, errors } = Papa.parse<string[]>(line, { delimiter: separador, newline: "\n" });
  const campos = data[0];
  if (campos === undefined || errors.some(({ code }) => code === "MissingQuotes")) {
    return { campos: line.split(separador), aspasSemPar: true };
  }
  return { campos, aspasSemPar: false };
}

function innerLines(campos: readonly string[]): number {
  let count = 0;
  for (const campo of campos) {
    for (let at = campo.indexOf("\n"); at !== -1; at = campo.indexOf("\n", at + 1)) count += 1;
  }
  return count;
}
