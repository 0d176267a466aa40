/** How much a problem costs: a row was left out, or a value was left blank, or only a warning. */
export type Gravidade = "arquivo-recusado" | "linha-separada" | "aviso";

/** Something wrong in a file: where it is, what was read, and what to do about it. */
export interface Problem {
  readonly gravidade: Gravidade;
  /** 1-based line of the file as a text editor shows it; null when it concerns the whole file. */
  readonly linha: number | null;
  readonly coluna: string | null;
  /** The value as read, cut at 80 characters; null when there is none. */
  readonly valor: string | null;
  /** What happened, one sentence. */
  readonly mensagem: string;
  /** What to do, one sentence starting with a verb. */
  readonly conserto: string;
}
