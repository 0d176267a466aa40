/** Something only the user can decide; the file is read again with the answer. */
export interface Question {
  /** Stable within a file: `decimal:COLUNA`, `lugar:NOME`. */
  readonly id: string;
  /** One question in plain Portuguese. */
  readonly pergunta: string;
  readonly opcoes: readonly { readonly valor: string; readonly rotulo: string }[];
}
