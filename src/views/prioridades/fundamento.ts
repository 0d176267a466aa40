import type { Norma, Territorio } from "../../core/territorio.ts";

/**
 * The article that says visits are defined from indicators, found by what it says
 * so that no territory is named here; null when the territory's norms have none.
 */
export function fundamentoDasVisitas(territorio: Territorio): { readonly norma: Norma; readonly artigo: string } | null {
  for (const norma of territorio.normas) {
    const artigo = norma.artigos.find(({ resumo }) => /visitas técnicas.+indicadores/i.test(resumo));
    if (artigo !== undefined) return { norma, artigo: artigo.ref };
  }
  return null;
}
