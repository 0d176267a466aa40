/** Where figures came from: one file brought by the user. Kept with every figure of it, down to the tooltip. */
export interface Carga {
  /** First 16 digits of the file's SHA-256: the same bytes are the same load. */
  readonly id: string;
  readonly arquivo: string;
  /** Of the file's bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  /** What the file was read as, in words. */
  readonly titulo: string;
  /** Id in `data/fontes.json`; null for a file of the user's own. */
  readonly fonte: string | null;
  /** First and last reference period or date of its figures. */
  readonly inicio: string | null;
  readonly fim: string | null;
  /** Instant in ISO 8601, UTC. */
  readonly carregadaEm: string;
}

export const CARGA_ID_LENGTH = 16;

/** "arquivo.csv, SHA-256 ab12cd34…, carregado em 22/11/2026": what a tooltip says of a figure's file. `dia` is civil, as the page prints it. */
export function proveniencia({ arquivo, sha256 }: Carga, dia: string): string {
  return `${arquivo}, SHA-256 ${sha256.slice(0, 8)}…, carregado em ${dia}`;
}
