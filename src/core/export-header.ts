/** What the first lines of every export say. */
export interface ExportHeader {
  readonly titulo: string;
  /** Sources with reference dates, one a line. */
  readonly fontes: readonly string[];
  /** Filters in words; empty means "sem filtros". */
  readonly filtros: readonly string[];
  /** Civil date the figures refer to. */
  readonly dataReferencia: string;
  /** Adds "DADOS DE DEMONSTRAÇÃO: …" as the first line. */
  readonly demonstracao: boolean;
}
