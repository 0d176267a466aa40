import { fold } from "../../core/search.ts";
import type { Column, Contract } from "../contracts/contract.ts";
import { personIn, personInText } from "./person.ts";

/**
 * What of a cell that could not be read may be repeated in a problem; null when
 * nothing. Where the contract protects identities, only what cannot name anybody:
 * the digits of a date or of a code, and words that resemble those of the column's list.
 * @param text the cell, clean
 */
export function valueShower({ sigilo }: Pick<Contract, "sigilo">): (column: Column, text: string) => string | null {
  if (sigilo !== true) return (_, text) => (personInText(text) === null ? text : null);
  const stems = new Map<Column, ReadonlySet<string>>();
  const stemsOf = (column: Column): ReadonlySet<string> => {
    const known = stems.get(column) ?? new Set(Object.entries(column.categories ?? {}).flatMap((each) => each.flatMap(words)).map(stem));
    stems.set(column, known);
    return known;
  };
  return (column, text) => {
    if (personIn(text) !== null || text.length > MAX_LENGTH) return null;
    if (column.type === "categoria") return words(text).every((word) => LINKING.has(word) || (word.length >= STEM && stemsOf(column).has(stem(word)))) ? text : null;
    if (column.type === "texto") return null;
    return DIGITS.test(text) && !LONG_NUMBER.test(text) ? text : null;
  };
}

const MAX_LENGTH = 80;
const STEM = 5;
const DIGITS = /^[\d\s/.:-]+$/;
const LONG_NUMBER = /\d{9}/;
const LINKING: ReadonlySet<string> = new Set(["a", "ao", "aos", "as", "o", "os", "e", "de", "da", "do", "das", "dos", "em", "no", "na", "por", "para", "com", "ou"]);

function words(text: string): string[] {
  return fold(text).split(" ").filter((word) => word !== "");
}

function stem(word: string): string {
  return word.slice(0, STEM);
}
