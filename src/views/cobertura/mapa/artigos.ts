import { joinPt } from "../../../core/format.ts";

const ARTIGO = "art. ";

/** Articles of one norm in words: "arts. 4º, I, c, e 6º, III"; "" for none. */
export function artigosEmPalavras(artigos: readonly string[]): string {
  const [so] = artigos;
  if (so === undefined) return "";
  if (artigos.length === 1) return so;
  if (!artigos.every((artigo) => artigo.startsWith(ARTIGO))) return joinPt(artigos);
  const nus = artigos.map((artigo) => artigo.slice(ARTIGO.length));
  // With commas inside, the last "e" would read as one more item of the article before it.
  const virgula = nus.some((nu) => nu.includes(",")) ? "," : "";
  return `arts. ${nus.slice(0, -1).join(", ")}${virgula} e ${nus.at(-1)}`;
}

/** The articles that hold these: "art. 4º, I, c" is in "art. 4º". */
export function artigosQueContem(artigos: readonly string[]): string[] {
  return [...new Set(artigos.map((artigo) => artigo.split(",")[0] ?? artigo))];
}
