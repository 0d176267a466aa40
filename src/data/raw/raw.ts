import type { FileWarning } from "../import/whole-file.ts";

/** What a record of a file is. */
export type RecordKind = "preambulo" | "cabecalho" | "dados" | "branco" | "rodape";

/** What is wrong with the shape of a data record. */
export type RecordDefect = "aspas" | "colunas" | null;

/** One record of a file as strings, nothing typed and nothing guarded. */
export interface TableRecord {
  /** By its shape alone; a layout that knows better says so. */
  readonly tipo: RecordKind;
  /** 1-based line of the file, or row of the sheet, on which the record starts. */
  readonly linha: number;
  readonly campos: readonly string[];
  readonly defeito: RecordDefect;
  /** Quotes that break the rules and were read as text, where no other reading fits; absent in an ordinary record. */
  readonly reparo?: "aspas";
}

/** A record before anything is said about it. */
export interface OpeningRecord {
  readonly linha: number;
  readonly campos: readonly string[];
}

/** One table of a file: the text itself, a sheet of a workbook, a list in a JSON. */
export interface RawTable {
  /** Name of the sheet or path of the list; null where the file is the table. */
  readonly nome: string | null;
  /** Header labels as `headerNames` makes them and the line of the (last) header record; null when nothing looks like one. */
  readonly cabecalho: { readonly linha: number; readonly nomes: readonly string[] } | null;
  /** The first records as they stand, blank ones included, whatever they are: at most `OPENING_RECORDS`. */
  readonly inicio: readonly OpeningRecord[];
  /** What is doubtful about where the table starts and how wide it is, judged by shape alone; a layout or contract that knows the header answers most of it. */
  readonly duvidas?: readonly FileWarning[];
  /** The text ends without a line end, as one that was cut does; absent where that says nothing. */
  readonly semFimDeLinha?: boolean;
  /**
   * Visits every record of the table in order, each once, with its kind. `visit`
   * returns false to stop. `onProgress` gets the share read, 0–1. May be called
   * again; each walk reads anew.
   */
  readonly percorrer: (visit: (record: TableRecord) => boolean, onProgress?: (share: number) => void) => void;
}

export const OPENING_RECORDS = 60;

export type RawFormat = "texto" | "xlsx" | "ods" | "json";

/** How the bytes were read, for the report; a fact a format does not have is null. */
export interface RawDescription {
  readonly formato: RawFormat;
  readonly codificacao: string | null;
  /** Why this encoding, in words. */
  readonly motivoCodificacao: string;
  readonly separador: string | null;
  /** Quote character, and how it is written inside a quoted cell. */
  readonly aspas: string | null;
  readonly escape: string | null;
  readonly finalDeLinha: "CRLF" | "LF" | "CR" | "misto" | null;
}

/** A file opened: its tables, and what is doubtful about the file as a whole. */
export interface RawFile {
  readonly descricao: RawDescription;
  readonly tabelas: readonly RawTable[];
  /** What is doubtful about the file as a whole. */
  readonly avisos: readonly FileWarning[];
}
