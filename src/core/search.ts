/**
 * Text as people type it in a hurry: no accents, case or apostrophes, hyphens
 * and other punctuation as spaces, spaces collapsed. "Mirassol d'Oeste" and
 * "mirassol doeste" fold alike.
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’‘`´ʼ]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** True when every word of the search occurs somewhere in the text, both folded; an empty search finds everything. */
export function matches(texto: string, busca: string): boolean {
  const palavras = fold(busca);
  if (palavras === "") return true;
  const alvo = fold(texto);
  return palavras.split(" ").every((palavra) => alvo.includes(palavra));
}
