/** How the cells and records of a text are written. */
export interface Dialect {
  /** One or more characters. */
  readonly separador: string;
  /** Character around quoted cells; null when the file quotes nothing. */
  readonly aspas: string | null;
  /** How a quote inside a quoted cell is written: doubled, or after a backslash. */
  readonly escape: "dobrada" | "\\";
  /** Blanks stand between a delimiter and an opening quote. */
  readonly espacos: boolean;
  /** The one line end of the whole text, quoted cells included; null when it has several. */
  readonly finalDeLinha: LineEnd | null;
}

export type LineEnd = "\r\n" | "\n" | "\r";

const NAMES: ReadonlyMap<string, string> = new Map([
  [";", "ponto e vírgula"],
  [",", "vírgula"],
  ["\t", "tabulação"],
  ["|", "barra vertical"],
  [":", "dois-pontos"],
  [" ", "espaço"],
  ["~", "til"],
  ["^", "circunflexo"],
  ["\\t", "barra invertida e t"],
]);

/** A delimiter in words: "ponto e vírgula", "vírgula e espaço", or the characters themselves. */
export function delimiterName(separador: string): string {
  const whole = NAMES.get(separador);
  if (whole !== undefined) return whole;
  const parts = [...separador].map((char) => NAMES.get(char) ?? `"${char}"`);
  return parts.length > 1 && new Set(parts).size === 1 ? `${parts[0] ?? ""} repetido` : parts.join(" e ");
}

/**
 * The line end of a text; null when it has more than one kind. Kinds inside quoted
 * cells count too: whether those end records is told only by reading them.
 */
export function lineEndOf(texto: string): LineEnd | null {
  const hasCr = texto.includes("\r");
  if (!hasCr) return "\n";
  if (!texto.includes("\n")) return "\r";
  let cr = texto.indexOf("\r");
  let lf = texto.indexOf("\n");
  while (cr !== -1 && lf === cr + 1) {
    cr = texto.indexOf("\r", lf + 1);
    lf = texto.indexOf("\n", lf + 1);
  }
  return cr === -1 && lf === -1 ? "\r\n" : null;
}
