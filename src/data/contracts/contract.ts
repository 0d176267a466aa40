/** The extracts the app answers from. */
export type ExtractId = "municipios" | "indicadores" | "denuncias" | "andamentos" | "apoios" | "planos" | "servicos";

export const EXTRACTS: readonly ExtractId[] = ["municipios", "indicadores", "denuncias", "andamentos", "apoios", "planos", "servicos"];

/** What a value outside the list of an open category is kept as: counted apart, never guessed. */
export const NAO_CLASSIFICADO = "nao-classificado";

export const NAO_CLASSIFICADO_ROTULO = "Não classificado";

export type ColumnType =
  | "codigo-ibge"
  | "texto"
  | "categoria"
  | "inteiro"
  | "decimal"
  | "data"
  | "periodo"
  | "sim-nao";

export interface Column {
  /** Header in the canonical file, snake_case Portuguese. */
  readonly name: string;
  readonly type: ColumnType;
  readonly required: boolean;
  /** Other headers accepted for the same column (compared without accents, case or punctuation). */
  readonly aliases: readonly string[];
  readonly unit: string | null;
  /** What is said of a row that lacks a required value; null = the words for any column. */
  readonly seVazia: string | null;
  readonly description: string;
  /** Allowed values of a `categoria`: id → label. */
  readonly categories: Readonly<Record<string, string>> | null;
  /** A value outside `categories` does not keep its row out: it is kept as `NAO_CLASSIFICADO`, and reported. */
  readonly aberta: boolean;
  /** The text is the number of a record: short and with a digit in it. What is not may be a name or a report put in the wrong column. */
  readonly numeroDeRegistro: boolean;
  /** Longest text kept, in characters; null = the limit of all files. */
  readonly maximo: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** What a file must hold to be loaded as an extract. */
export interface Contract {
  readonly id: ExtractId;
  readonly title: string;
  readonly description: string;
  /** What one row is. */
  readonly grain: string;
  /** Columns that together identify a row. */
  readonly key: readonly string[];
  readonly source: string;
  /** Engine table/view name. */
  readonly table: string;
  /** Columns that a row may leave blank and a file may not leave out. */
  readonly cabecalho?: readonly string[];
  /** Rows concern persons whose identity is protected: what cannot be read of them is not repeated in problems. */
  readonly sigilo?: true;
  /**
   * Column whose values say from when to when the extract goes; where absent, its first date
   * or period. With `so`, the rows that count are those in which that column is blank or has the value.
   */
  readonly extensao?: { readonly coluna: string; readonly so?: { readonly coluna: string; readonly valor: string } };
  readonly columns: readonly Column[];
}

/** Column types as the engine's. */
export const SQL_TYPE: Readonly<Record<ColumnType, string>> = {
  "codigo-ibge": "INTEGER",
  texto: "VARCHAR",
  categoria: "VARCHAR",
  inteiro: "BIGINT",
  decimal: "DOUBLE",
  data: "DATE",
  periodo: "VARCHAR",
  "sim-nao": "BOOLEAN",
};

type ColumnOptions = Partial<Omit<Column, "name" | "type" | "description">>;

/** Builds a column with everything optional filled in. */
export function column(
  name: string,
  type: ColumnType,
  description: string,
  options: ColumnOptions = {},
): Column {
  return {
    name,
    type,
    description,
    required: false,
    aliases: [],
    unit: null,
    seVazia: null,
    categories: null,
    aberta: false,
    numeroDeRegistro: false,
    maximo: null,
    min: null,
    max: null,
    ...options,
  };
}
