import { AUSENCIA_ROTULO, isValor, type Celula } from "./absence.ts";

/**
 * Brazilian Portuguese formats. A number and its unit are joined by a no-break
 * space (U+00A0), so that a line never separates them; everything else uses
 * plain spaces. Negative numbers carry the minus sign (U+2212) and a value that
 * rounds to zero has none.
 */

const NBSP = "\u00a0";

const MESES = [
  "jan.",
  "fev.",
  "mar.",
  "abr.",
  "mai.",
  "jun.",
  "jul.",
  "ago.",
  "set.",
  "out.",
  "nov.",
  "dez.",
] as const;

const collator = new Intl.Collator("pt-BR", { numeric: true });

/** Order of names as a Brazilian reader expects it: accents and case aside first, "2" before "10". */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b);
}

const formatters = new Map<number, Intl.NumberFormat>();

function formatter(casas: number): Intl.NumberFormat {
  const known = formatters.get(casas);
  if (known !== undefined) return known;
  const created = new Intl.NumberFormat("pt-BR", {
    minimumFractionDigits: casas,
    maximumFractionDigits: casas,
    signDisplay: "negative",
  });
  formatters.set(casas, created);
  return created;
}

/** "1.234,5": `value` with exactly `casas` decimal places. Throws on a number that is not finite. */
export function formatNumber(value: number, casas = 0): string {
  if (!Number.isFinite(value)) throw new RangeError(`expected a finite number, got ${value}`);
  return formatter(casas).format(value).replace("-", "\u2212");
}

/** "12,3 %": `value` is already in per cent. */
export function formatPercent(value: number, casas = 1): string {
  return `${formatNumber(value, casas)}${NBSP}%`;
}

/** "R$ 1.234,50", "12,3 %", "48 hab.": the value with its unit, which may be empty. */
export function formatMeasure(value: number, casas: number, unidade: string): string {
  const number = formatNumber(value, casas);
  if (unidade === "") return number;
  return unidade.startsWith("R$")
    ? `R$${NBSP}${number}${unidade.slice(2)}`
    : `${number}${NBSP}${unidade}`;
}

/** A cell as text: the number with `casas` decimal places, or the word for its absence. */
export function formatCelula(celula: Celula, casas = 0): string {
  return isValor(celula) ? formatNumber(celula.valor, casas) : AUSENCIA_ROTULO[celula.ausencia];
}

/** "22/11/2026" for "2026-11-22". Throws on anything else. */
export function formatDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) throw new RangeError(`expected a date as YYYY-MM-DD, got "${date}"`);
  const [, year, month, day] = match;
  return `${day}/${month}/${year}`;
}

/** "nov. 2026" for "2026-11". Throws on anything else. */
export function formatMonth(month: string): string {
  const match = /^(\d{4})-(\d{2})$/.exec(month);
  const name = match === null ? undefined : MESES[Number(match[2]) - 1];
  if (match === null || name === undefined) {
    throw new RangeError(`expected a month as YYYY-MM, got "${month}"`);
  }
  return `${name} ${match[1]}`;
}

/**
 * A reference period in words: "2023", "jun. 2026" for "2026-06", "2º trim. 2023"
 * for "2023-T2", "22/11/2026" for a whole date. Throws on anything else.
 */
export function formatPeriod(period: string): string {
  if (/^\d{4}$/.test(period)) return period;
  const quarter = /^(\d{4})-T([1-4])$/.exec(period);
  if (quarter !== null) return `${quarter[2]}º trim. ${quarter[1]}`;
  if (/^\d{4}-\d{2}$/.test(period)) return formatMonth(period);
  return formatDate(period);
}

/**
 * "nenhum município", "1 município", "42 municípios". Zero is a word, in the
 * gender given: the plural rule of pt-BR would make it "0 município".
 */
export function count(n: number, singular: string, plural: string, genero: "m" | "f" = "m"): string {
  if (n === 0) return `${genero === "f" ? "nenhuma" : "nenhum"} ${singular}`;
  return `${formatNumber(n)} ${n === 1 ? singular : plural}`;
}

/** "a, b e c". */
export function joinPt(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return "";
  return items.length === 1 ? last : `${items.slice(0, -1).join(", ")} e ${last}`;
}

/** First letter in upper case, for a sentence that starts with a computed word. */
export function capitalize(text: string): string {
  const first = text.charAt(0);
  return first.toLocaleUpperCase("pt-BR") + text.slice(1);
}

/** First letter in lower case, for a label in the middle of a sentence; names inside it keep theirs. */
export function decapitalize(text: string): string {
  return text.charAt(0).toLocaleLowerCase("pt-BR") + text.slice(1);
}

/** "1º", "1ª". */
export function formatOrdinal(n: number, genero: "m" | "f" = "m"): string {
  return `${formatNumber(n)}${genero === "f" ? "ª" : "º"}`;
}

/** "4,4 MB", "27 KB", "812 bytes": decimal multiples, as download managers show them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${formatNumber(bytes)}${NBSP}bytes`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1_000)}${NBSP}KB`;
  return `${formatNumber(bytes / 1_000_000, 1)}${NBSP}MB`;
}
