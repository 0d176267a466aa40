/** The extracts the app answers from. */
export type ExtractId = "municipios" | "indicadores" | "denuncias" | "andamentos" | "apoios";

export const EXTRACTS: readonly ExtractId[] = ["municipios", "indicadores", "denuncias", "andamentos", "apoios"];

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
  readonly description: string;
  /** Allowed values of a `categoria`: id → label. */
  readonly categories: Readonly<Record<string, string>> | null;
  /** The text is the number of a record: short and with a digit in it. What is not may be a name or a report put in the wrong column. */
  readonly numeroDeRegistro: boolean;
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
    categories: null,
    numeroDeRegistro: false,
    min: null,
    max: null,
    ...options,
  };
}
