/**
 * A text cut into lines no wider than `largura`. A line keeps the space it was cut
 * at, so that the lines joined are the text; a word wider than a line is cut
 * between letters. At least one line, of at least one letter each.
 * @param larguraDe width of a stretch of text, in the unit of `largura`; of stretches cut at spaces it is the sum
 */
export function quebrarLinhas(texto: string, largura: number, larguraDe: (trecho: string) => number): readonly string[] {
  const linhas: string[] = [];
  let linha = "";
  let ocupado = 0;
  const fechar = (): void => {
    if (linha !== "") linhas.push(linha);
    linha = "";
    ocupado = 0;
  };
  for (const palavra of texto.match(/[^ ]* |[^ ]+$/gu) ?? []) {
    const visivel = larguraDe(palavra.trimEnd());
    if (ocupado + visivel > largura) fechar();
    if (visivel > largura) {
      for (const letra of palavra) {
        const w = larguraDe(letra);
        if (ocupado + w > largura && letra !== " ") fechar();
        linha += letra;
        ocupado += w;
      }
      continue;
    }
    linha += palavra;
    ocupado += larguraDe(palavra);
  }
  fechar();
  return linhas.length === 0 ? [texto] : linhas;
}
