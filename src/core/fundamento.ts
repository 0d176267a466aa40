import type { Norma, Territorio } from "./territorio.ts";

/** The article that has visits defined from indicators, with its norm; null when the territory names none it has. */
export function fundamentoDasVisitas({
  indice,
  normas,
}: Pick<Territorio, "indice" | "normas">): { readonly norma: Norma; readonly artigo: string } | null {
  const { fundamento } = indice;
  const norma = normas.find(({ id }) => id === fundamento?.norma);
  return fundamento === null || norma === undefined ? null : { norma, artigo: fundamento.artigo };
}
