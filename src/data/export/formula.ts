const FORMULA_START = new Set([..."=+-@|%＝＋－＠"]);
const CONTROL_START = new Set(["\t", "\r", "\n", "\0"]);
const SKIPPED = new Set([..." \u00a0\u2007\u202f\u200b\u200c\u200d\u2060\ufeff\"';,"]);

const NUMBER = /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$|^[+-]?\d+\.\d+$/;

/**
 * True when a spreadsheet could run `text` as a formula: it starts with
 * `= + - @ | %` (full-width forms too) or a control character, possibly after
 * blanks, quotes or delimiters, and is not a number as Brazil or ISO writes it.
 */
export function isFormula(text: string): boolean {
  for (const char of text) {
    if (CONTROL_START.has(char)) return true;
    if (SKIPPED.has(char)) continue;
    return FORMULA_START.has(char) && !NUMBER.test(text);
  }
  return false;
}

/** Puts an apostrophe before text a spreadsheet could run. Inverse of `unguardFormula`. */
export function guardFormula(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}

/** Takes away the apostrophe `guardFormula` wrote; other text is returned as it is. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text;
}
