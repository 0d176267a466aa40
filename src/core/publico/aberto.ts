/** A column of an open table. */
export interface ColunaAberta {
  readonly nome: string;
  readonly titulo: string;
  readonly descricao: string;
  readonly tipo: "texto" | "inteiro" | "decimal" | "data" | "logico";
  readonly unidade?: string;
  /** Part of the key of a row. */
  readonly chave?: boolean;
}

/** A table of the open data: one CSV and one entry of the package. */
export interface TabelaAberta {
  /** Stable name of the file, without extension: "denuncias-municipio-ano". */
  readonly id: string;
  readonly titulo: string;
  readonly descricao: string;
  readonly colunas: readonly ColunaAberta[];
  /** Aligned with `colunas`; null = no figure. A hidden one is the text of `oculto`. */
  readonly linhas: readonly (readonly (string | number | boolean | null)[])[];
  /** Written where a figure is hidden to protect persons; absent where none can be. */
  readonly oculto?: string;
  /** Ids of `fontes.json`, or of the extract it was counted from. */
  readonly fontes: readonly string[];
  readonly demonstracao: boolean;
  /** Periods that the rows cover, as written in them. */
  readonly cobertura: { readonly inicio: string | null; readonly fim: string | null };
  readonly periodicidade: string;
}
