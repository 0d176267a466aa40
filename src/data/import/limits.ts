/** Sizes above which a file is refused before any work, in words; a setting, not a law of nature. */
export interface ImportLimits {
  readonly bytes: number;
  readonly colunas: number;
  readonly linhas: number;
  /** Characters of one cell of the file. */
  readonly celula: number;
  /** Characters of a text cell that are kept; the rest is cut and said. */
  readonly texto: number;
  /** Problems listed one by one; the totals by kind count all. */
  readonly problemas: number;
}

export const LIMITS: ImportLimits = {
  bytes: 100 * 1024 * 1024,
  colunas: 512,
  linhas: 2_000_000,
  celula: 1_048_576,
  texto: 2_000,
  problemas: 20_000,
};
