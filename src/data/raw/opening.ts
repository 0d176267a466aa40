import type { OpeningRecord } from "./raw.ts";

/** A line before the first record. */
export interface OpeningLine extends OpeningRecord {
  readonly offset: number;
}

/** The lines before the first record. */
export interface Opening {
  readonly linhas: readonly OpeningLine[];
  /** Offset and 1-based line of the first record. */
  readonly inicio: number;
  readonly linha: number;
  /** The delimiter a `sep=` line names. */
  readonly declarado: string | null;
}

const SEP_LINE = /^"?sep=(.|\\t)"?$/i;

/** Comment lines ("# …"), the `sep=` line and blank lines that a text opens with. */
export function readOpening(texto: string): Opening {
  const linhas: OpeningLine[] = [];
  let declarado: string | null = null;
  let inicio = 0;
  while (inicio < texto.length) {
    const { line, next } = lineAt(texto, inicio);
    const sep = SEP_LINE.exec(line.trim());
    if (sep !== null) declarado = sep[1] === "\\t" ? "\t" : (sep[1] ?? null);
    else if (line.trim() !== "" && !isComment(line)) break;
    linhas.push({ linha: linhas.length + 1, campos: [line], offset: inicio });
    inicio = next;
  }
  return { linhas, inicio, linha: linhas.length + 1, declarado };
}

function lineAt(texto: string, at: number): { line: string; next: number } {
  const lf = texto.indexOf("\n", at);
  const end = lf === -1 ? texto.length : lf;
  const cr = texto.slice(at, end).indexOf("\r");
  if (cr === -1) return { line: texto.slice(at, end), next: lf === -1 ? end : end + 1 };
  const isPair = at + cr + 1 === end;
  return { line: texto.slice(at, at + cr), next: at + cr + (isPair && lf !== -1 ? 2 : 1) };
}

/** A line our own exports open with; a header may be called "#" alone, so a delimiter after it is no comment. */
function isComment(line: string): boolean {
  return /^"?#(?![;,\t|]|$)/.test(line);
}
