import { fold } from "../../core/search.ts";
import type { Uf } from "./reference.ts";

/**
 * A name as it is looked up: no accents, case, apostrophes, hyphens or spaces.
 * "Mirassol d'Oeste", "MIRASSOL DOESTE", "Mirassol D´oeste" and "Mirassol D Oeste"
 * are one; no two municipalities of a state are.
 */
export function nameKey(text: string): string {
  return fold(text).replaceAll(" ", "");
}

/** Finds a federative unit by its letters, its code or its name; null for anything else. */
export function ufResolver(ufs: readonly Uf[]): (text: string) => Uf | null {
  const byKey = new Map<string, Uf>();
  for (const uf of ufs) {
    byKey.set(nameKey(uf.sigla), uf);
    byKey.set(String(uf.codigo), uf);
    byKey.set(nameKey(uf.nome), uf);
  }
  return (text) => byKey.get(nameKey(text.trim().replace(/[.,]0+$/, ""))) ?? null;
}

/** "NOME (UF)", "NOME/UF", "NOME - UF", "NOME, UF": the UF by letters or name. */
const AFTER = /^(.*[^\s/,(–—-])\s*(?:\(\s*([^()]+?)\s*\)|[/,–—-]\s*([^/,()–—-]+?))\s*$/s;
/** "NOME UF" and "UF NOME", the letters in capitals only. */
const LAST_WORD = /^(.*\S)\s+([A-Z]{2})$/s;
const FIRST_WORD = /^([A-Z]{2})\s*(?:[/–—-]\s*|\s)(\S.*)$/s;

/** A name that carries its UF, taken apart; null when it carries none. */
export function splitUf(text: string, uf: (text: string) => Uf | null): { readonly nome: string; readonly uf: Uf } | null {
  const after = AFTER.exec(text);
  const tries: readonly (readonly [string | undefined, string | undefined])[] = [
    [after?.[1], after?.[2] ?? after?.[3]],
    pair(LAST_WORD.exec(text), 1, 2),
    pair(FIRST_WORD.exec(text), 2, 1),
  ];
  for (const [nome, mark] of tries) {
    const found = mark === undefined || /\d/.test(mark) ? null : uf(mark);
    if (nome !== undefined && found !== null) return { nome, uf: found };
  }
  return null;
}

function pair(match: RegExpExecArray | null, nome: number, mark: number): readonly [string | undefined, string | undefined] {
  return [match?.[nome], match?.[mark]];
}
