import type { Verbete } from "../../data/publico/ler-glossario.ts";

/** A piece of a sentence: plain, or a word of the glossary as it stands in the sentence. */
export interface Trecho {
  readonly texto: string;
  /** Id of the word; null for plain text. */
  readonly id: string | null;
}

/**
 * Cuts texts where words of the glossary stand. Each word is marked once, where it first
 * occurs; the longest spelling wins; a piece of a longer word is none.
 */
export function marcarTermos(textos: readonly string[], verbetes: readonly Pick<Verbete, "id" | "formas">[]): Trecho[][] {
  const idDe = new Map(verbetes.flatMap(({ id, formas }) => formas.map((forma) => [dobrada(forma), id] as const)));
  if (idDe.size === 0) return textos.map((texto) => [{ texto, id: null }]);
  const formas = [...idDe.keys()].sort((a, b) => b.length - a.length).map(escapada);
  const regra = new RegExp(`(?<![\\p{L}\\p{N}])(?:${formas.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  const vistos = new Set<string>();
  return textos.map((texto) => {
    const trechos: Trecho[] = [];
    let ate = 0;
    for (const achado of texto.matchAll(regra)) {
      const id = idDe.get(dobrada(achado[0]));
      if (id === undefined || vistos.has(id)) continue;
      vistos.add(id);
      if (achado.index > ate) trechos.push({ texto: texto.slice(ate, achado.index), id: null });
      trechos.push({ texto: achado[0], id });
      ate = achado.index + achado[0].length;
    }
    if (ate < texto.length) trechos.push({ texto: texto.slice(ate), id: null });
    return trechos;
  });
}

function dobrada(forma: string): string {
  return forma.toLocaleLowerCase("pt-BR");
}

function escapada(forma: string): string {
  return forma.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
