/** The number a text stands for, as Brazilians write it ("1,5", "1.200,5") or with a decimal point ("1.5"); null for anything else. */
export function numeroDigitado(texto: string): number | null {
  const limpo = texto.trim();
  const decimal = limpo.includes(",") || /^\d{1,3}(\.\d{3})+$/.test(limpo) ? limpo.replaceAll(".", "").replace(",", ".") : limpo;
  return /^-?\d+(\.\d+)?$/.test(decimal) ? Number(decimal) : null;
}

/** A number as it is typed: comma, no thousands, no more places than it has. */
export function numeroParaDigitar(valor: number): string {
  return String(valor).replace(".", ",");
}
