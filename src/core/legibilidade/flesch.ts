import { silabas } from "./silabas.ts";

/** How easy a text is to read. */
export interface Legibilidade {
  readonly frases: number;
  readonly palavras: number;
  readonly silabas: number;
  readonly palavrasPorFrase: number;
  readonly silabasPorPalavra: number;
  /**
   * Flesch's reading ease with the constants for Portuguese: 248.835 − 1.015 · words
   * per sentence − 84.6 · syllables per word. Higher is easier; there is no cap.
   */
  readonly indice: number;
}

/** Level of schooling a text of some ease asks for, as the authors of the adaptation grade it. */
export type FaixaDeLeitura = "muito-facil" | "facil" | "dificil" | "muito-dificil";

export const FAIXA_DE_LEITURA_ROTULO: Readonly<Record<FaixaDeLeitura, string>> = {
  "muito-facil": "muito fácil (até o 5º ano)",
  facil: "fácil (até o 9º ano)",
  dificil: "difícil (ensino médio ou faculdade)",
  "muito-dificil": "muito difícil (textos acadêmicos)",
};

/** Abbreviations whose full stop ends no sentence. */
const ABREVIACOES = /\b(?:art|arts|Res|hab|jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez|nº|trim|fam|Sr|Sra|Dr|Dra|p|km²)\./gu;

/**
 * Sentences of a text: they end at . ! or ? followed by a space, or at the end. Full
 * stops of abbreviations and of numbers end none.
 */
export function frasesDe(texto: string): string[] {
  return texto
    .replace(ABREVIACOES, (curta) => curta.slice(0, -1))
    .split(/(?<=[.!?])["”’)]*\s+/u)
    .map((frase) => frase.trim())
    .filter((frase) => palavrasDe(frase).length > 0);
}

/** Words of a text: runs without spaces that hold a letter or a digit; a number and its thousands are one. */
export function palavrasDe(texto: string): string[] {
  return texto
    .split(/[\s ]+/u)
    .map((palavra) => palavra.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
    .filter((palavra) => palavra !== "");
}

/**
 * Reading ease of a text.
 * Source: T. B. F. Martins, C. M. Ghiraldelo, M. G. V. Nunes, O. N. Oliveira Jr.,
 * "Readability formulas applied to textbooks in Brazilian Portuguese", Notas do
 * ICMSC-USP 28, 1996; constants of R. Flesch (1948) raised by 42 for Portuguese.
 * @throws RangeError for a text without a word
 */
export function legibilidade(texto: string): Legibilidade {
  const frases = frasesDe(texto);
  const palavras = frases.flatMap(palavrasDe);
  if (palavras.length === 0) throw new RangeError(`expected a text with words, got ${JSON.stringify(texto)}`);
  const total = palavras.reduce((soma, palavra) => soma + silabas(palavra), 0);
  const palavrasPorFrase = palavras.length / frases.length;
  const silabasPorPalavra = total / palavras.length;
  return {
    frases: frases.length,
    palavras: palavras.length,
    silabas: total,
    palavrasPorFrase,
    silabasPorPalavra,
    indice: 248.835 - 1.015 * palavrasPorFrase - 84.6 * silabasPorPalavra,
  };
}

/** The authors' four grades: 75 and more, 50, 25, less. */
export function faixaDeLeitura(indice: number): FaixaDeLeitura {
  if (indice >= 75) return "muito-facil";
  if (indice >= 50) return "facil";
  return indice >= 25 ? "dificil" : "muito-dificil";
}
