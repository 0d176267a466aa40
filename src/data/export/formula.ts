/** Blanks, invisible marks, quotes and delimiters: what a spreadsheet may drop or split at before it looks for a formula. */
const SKIPPED = String.raw`[\p{Z}\p{Cf}"';,]*`;
/** `= + - @ | %`, their full-width and small forms, and every control character. */
const OPENING = String.raw`[=+\-@|%＝＋－＠｜％﹦﹢﹣﹫﹪\p{Cc}]`;

const FORMULA = new RegExp(`^${SKIPPED}${OPENING}`, "u");
const CONTROL = new RegExp(`^${SKIPPED}\\p{Cc}`, "u");

/** A figure as Brazil or ISO writes it: "-1.234,56", "+3,2%", "-R$ 5,00", "-15.194". */
const NUMBER = /^[+-]?(?:R\$\p{Zs}?)?(?:(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?|\d+\.\d+)(?:\p{Zs}?%)?$/u;

/**
 * True when a spreadsheet could run `text` as a formula: it starts with
 * `= + - @ | %` (full-width forms too) or a control character, possibly after
 * blanks, invisible marks, quotes or delimiters, and is not a number as Brazil or
 * ISO writes it.
 */
export function isFormula(text: string): boolean {
  return FORMULA.test(text) && (CONTROL.test(text) || !NUMBER.test(text.trim()));
}

/** Puts an apostrophe before text a spreadsheet could run. Inverse of `unguardFormula`. */
export function guardFormula(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}

/** Takes away the apostrophe `guardFormula` wrote; other text is returned as it is. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text;
}

const INNER = new RegExp(`([;,"]${SKIPPED})(?=${OPENING})`, "gu");

/**
 * One line of free text that is not quoted (a comment of a CSV): control
 * characters become blanks, and an apostrophe goes before each formula that would
 * begin where a spreadsheet splits the line.
 */
export function guardLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").replace(INNER, "$1'");
}
