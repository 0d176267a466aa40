/**
 * How a column writes its numbers, decided from all its values:
 * `virgula` 1.234,5 · `ponto` 1,234.5 · `misto` both kinds occur, each value is
 * read by its own marks · `inteiro` no mark tells · `ambiguo` the only marks are
 * like "4.990", thousands in one style and decimals in the other.
 */
export type NumberStyle = "virgula" | "ponto" | "misto" | "inteiro" | "ambiguo";

export interface NumberEvidence {
  readonly add: (text: string) => void;
  readonly decide: () => NumberStyle;
}

type Marks = "none" | "virgula" | "ponto" | "ambiguo" | "invalid";

const COMMA_DECIMAL = /^\d{1,3}(?:\.\d{3})+,\d+$/;
const DOT_DECIMAL = /^\d{1,3}(?:,\d{3})+\.\d+$/;
const DOT_GROUPS = /^\d{1,3}(?:\.\d{3}){2,}$/;
const COMMA_GROUPS = /^\d{1,3}(?:,\d{3}){2,}$/;
const ONE_MARK = /^(\d*)([.,])(\d+)$/;
const EXPONENT = /^\d(?:[.,]\d+)?e[+-]?\d{1,3}$/i;

/** Gathers what the values of a column say about their decimal mark. */
export function numberEvidence(): NumberEvidence {
  let comma = 0;
  let dot = 0;
  let ambiguous = 0;
  return {
    add(text) {
      const marks = marksOf(strip(text).digits);
      if (marks === "virgula") comma += 1;
      else if (marks === "ponto") dot += 1;
      else if (marks === "ambiguo") ambiguous += 1;
    },
    decide() {
      if (comma > 0 && dot > 0) return "misto";
      if (comma > 0) return "virgula";
      if (dot > 0) return "ponto";
      return ambiguous > 0 ? "ambiguo" : "inteiro";
    },
  };
}

export type NumberReading = { readonly valor: number } | "invalido" | "ambiguo";

/**
 * Reads one number by the style of its column. Accepts sign, blanks, "R$", "%",
 * accounting parentheses and scientific notation. A value whose marks do not fit is `invalido`;
 * one that reads two ways under `misto` or `ambiguo` is `ambiguo`.
 */
export function readNumber(text: string, style: NumberStyle): NumberReading {
  const { digits, negative } = strip(text);
  const magnitude = readMagnitude(digits, style);
  if (typeof magnitude === "string") return magnitude;
  if (!Number.isFinite(magnitude)) return "invalido";
  return { valor: negative && magnitude !== 0 ? -magnitude : magnitude };
}

const ZERO = 48;
const NINE = 57;
/** More digits than this may not be exact. */
const EXACT_DIGITS = 15;

/**
 * The number of a cell with nothing but digits and at most the one decimal mark of
 * its column, which is how nearly all are written; NaN for any other text. Reads as
 * `readNumber` does, without its patterns.
 */
export function plainNumber(text: string, style: NumberStyle): number {
  const { length } = text;
  if (length === 0 || length > EXACT_DIGITS) return Number.NaN;
  const mark = style === "virgula" ? 44 : style === "ponto" ? 46 : -1;
  let at = -1;
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= ZERO && code <= NINE) continue;
    if (code !== mark || at !== -1 || i === 0 || i === length - 1) return Number.NaN;
    at = i;
  }
  if (at === -1 || mark === 46) return Number(text);
  return Number(`${text.slice(0, at)}.${text.slice(at + 1)}`);
}

function readMagnitude(digits: string, style: NumberStyle): number | "invalido" | "ambiguo" {
  if (EXPONENT.test(digits)) return Number(digits.replace(",", "."));
  switch (marksOf(digits)) {
    case "none":
      return Number(digits);
    case "virgula":
      return style === "ponto" ? "invalido" : Number(digits.replaceAll(".", "").replace(",", "."));
    case "ponto":
      return style === "virgula" ? "invalido" : Number(digits.replaceAll(",", ""));
    case "ambiguo": {
      if (style === "misto" || style === "ambiguo") return "ambiguo";
      const thousands = (style === "virgula") === digits.includes(".");
      return Number(thousands ? digits.replace(/[.,]/, "") : digits.replace(",", "."));
    }
    case "invalid":
      return "invalido";
  }
}

/** Reads a whole number: a lone mark before exactly three digits is thousands, and decimals must be zero. */
export function readInteger(text: string): NumberReading {
  const { digits, negative } = strip(text);
  const magnitude = readMagnitude(digits, "misto");
  const value = magnitude === "ambiguo" ? Number(digits.replace(/[.,]/, "")) : magnitude;
  if (value === "invalido" || !Number.isSafeInteger(value)) return "invalido";
  return { valor: negative && value !== 0 ? -value : value };
}

function marksOf(digits: string): Marks {
  if (/^\d+$/.test(digits)) return "none";
  const one = ONE_MARK.exec(digits);
  if (one !== null) {
    const [, whole = "", mark, fraction = ""] = one;
    if (/^[1-9]\d{0,2}$/.test(whole) && fraction.length === 3) return "ambiguo";
    return mark === "," ? "virgula" : "ponto";
  }
  if (COMMA_DECIMAL.test(digits) || DOT_GROUPS.test(digits)) return "virgula";
  if (DOT_DECIMAL.test(digits) || COMMA_GROUPS.test(digits)) return "ponto";
  return "invalid";
}

function strip(text: string): { digits: string; negative: boolean } {
  if (/^-?[\d.,]+$/.test(text)) {
    return text.startsWith("-") ? { digits: text.slice(1), negative: true } : { digits: text, negative: false };
  }
  let digits = text.replace(/[\s\u00a0]+/g, "").replace(/^(?=[+−-]?R\$)([+−-]?)R\$/i, "$1").replace(/%$/, "");
  let negative = false;
  if (/^\(.*\)$/.test(digits)) {
    negative = true;
    digits = digits.slice(1, -1).replace(/^R\$/i, "");
  } else if (/^[+−-]/.test(digits)) {
    negative = !digits.startsWith("+");
    digits = digits.slice(1);
  }
  return { digits, negative };
}
