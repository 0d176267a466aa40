import { AUSENCIA_ROTULO } from "../../core/absence.ts";
import { fold } from "../../core/search.ts";
import type { ColumnType } from "../contracts/contract.ts";

/** Ways of writing "no value" that no column takes as a value. */
const NULL_WORDS: ReadonlySet<string> = new Set(["null", "n/a", "#n/a", "#n/d", "nan", ...Object.values(AUSENCIA_ROTULO)]);

/** Further ways, that in a column of free text could be meant. */
const TYPED_NULL_WORDS: ReadonlySet<string> = new Set(["-", "–", "—", "...", "..", "na", "nd", "n/d", "s/i"]);
const TYPED_NULL_FOLDED: ReadonlySet<string> = new Set(["nao informado", "nao informada", "nao se aplica", "sem informacao", "ignorado", "ignorada"]);

/**
 * True for text that says there is no value. Never true for "0": zero is a value.
 * IBGE writes "-" for a true zero in its tables and "..." for not available;
 * both read as blank here, since blank can be asked about and zero cannot.
 */
export function isBlankWord(text: string, type: ColumnType): boolean {
  if (text.length > 28 || /^[+-]?\d|\d$/.test(text)) return false;
  const lower = text.toLowerCase();
  if (NULL_WORDS.has(lower)) return true;
  if (type === "texto") return false;
  return TYPED_NULL_WORDS.has(lower) || TYPED_NULL_FOLDED.has(fold(text));
}
