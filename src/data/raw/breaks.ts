import { headerNames, joinHeader } from "./header-names.ts";
import type { OpeningRecord } from "./raw.ts";
import type { TextSpan } from "./records.ts";
import { lineBreaks, Scanner } from "./scanner.ts";

/** Where in a text a header comes again. */
export interface HeaderBreak {
  readonly offset: number;
  /** 1-based line. */
  readonly linha: number;
  /** The very names of the first header: more rows of the same table follow. */
  readonly igual: boolean;
}

const MAX_HITS = 10_000;
/** Share of the names that come again in a header that is not the same. */
const ALIKE = 0.6;

/**
 * Headers that come again below the first: tables glued one under the other, or
 * pages each with its header. Looks only where a line starts with the first name,
 * so that a file without any costs one search.
 */
export function findBreaks(span: TextSpan, cabecalho: readonly OpeningRecord[]): HeaderBreak[] {
  const { texto, fim, dialeto } = span;
  const [first] = cabecalho;
  const name = first?.campos[0] ?? "";
  if (first === undefined || name.trim() === "" || first.campos.length < 2) return [];
  const names = headerNames(joinHeader(cabecalho.map(({ campos }) => campos)));
  const { aspas, separador } = dialeto;
  const openings = [`${name}${separador}`, ...(aspas === null || !texto.includes(aspas) ? [] : [`${aspas}${name}${aspas}${separador}`])];
  const lastLine = cabecalho.at(-1)?.linha ?? first.linha;
  const breaks: HeaderBreak[] = [];
  let hits = 0;
  let counted = span.inicio;
  let linha = span.linha;
  for (const at of lineStarts(texto, openings, span.inicio, fim)) {
    hits += 1;
    if (hits > MAX_HITS) break;
    linha += lineBreaks(texto.slice(counted, at));
    counted = at;
    if (linha <= lastLine) continue;
    const scanner = new Scanner(texto, fim, dialeto);
    const { campos, fim: end } = scanner.record(at, null);
    if (!isAlike(campos, first.campos)) continue;
    const records = [campos];
    for (let pos = end; records.length < cabecalho.length && pos < fim; ) {
      const next = scanner.record(pos, null);
      records.push(next.campos);
      pos = next.fim;
    }
    const again = headerNames(joinHeader(records));
    breaks.push({ offset: at, linha, igual: again.length === names.length && again.every((text, i) => text === names[i]) });
  }
  return breaks;
}

function isAlike(campos: readonly string[], header: readonly string[]): boolean {
  const shorter = Math.min(campos.length, header.length);
  const same = campos.filter((campo, i) => campo.trim() !== "" && campo === header[i]).length;
  return same >= 2 && campos[1] === header[1] && same >= ALIKE * shorter;
}

/** Offsets, in order, at which a line starts with one of the openings, after the first line. */
function lineStarts(texto: string, openings: readonly string[], from: number, to: number): number[] {
  const found: number[] = [];
  for (const opening of openings) {
    for (let at = texto.indexOf(opening, from + 1); at !== -1 && at < to && found.length <= MAX_HITS; at = texto.indexOf(opening, at + 1)) {
      const before = texto[at - 1];
      if (before === "\n" || before === "\r") found.push(at);
    }
  }
  return found.sort((a, b) => a - b);
}
