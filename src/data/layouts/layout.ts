import type { Question } from "../import/question.ts";
import type { ProblemLog, RowCounts } from "../import/report.ts";
import type { PlaceResolver } from "../places/places.ts";
import type { RawTable } from "../raw/raw.ts";

/** A figure a file brings; `valor` is never null: a missing figure is no figure. */
export interface Figura {
  /** 7-digit IBGE code, in the territory. */
  readonly codigo: number;
  /** "2023", "2026-06" or "2023-T2". */
  readonly periodo: string;
  /** Catalogue id (`data/catalogo.json`). */
  readonly indicador: string;
  readonly valor: number;
  readonly numerador?: number;
  readonly denominador?: number;
}

/** How a table fits a layout. */
export interface Fit {
  /** 0–1: 1 is every telling column and value as published. Below `LOADS_FROM` nothing is loaded. */
  readonly confianca: number;
  /** Why, in one plain sentence in Portuguese. */
  readonly motivo: string;
  /** Field of the layout → column position in the table. */
  readonly posicao: ReadonlyMap<string, number>;
  /** Expected columns that are not there, as published. */
  readonly faltam: readonly string[];
  /** Column titles of the table, by position (two-row headers joined). */
  readonly titulos: readonly string[];
  /** 1-based line of the last header record; records up to it are preamble or header. */
  readonly linhaCabecalho: number;
  /** How many records the header has. */
  readonly linhasDeCabecalho: number;
}

/** Confidence from which a file is loaded without the user naming the layout. */
export const LOADS_FROM = 0.75;

export interface FileHint {
  readonly arquivo: string;
}

export interface ConversionContext {
  readonly lugares: PlaceResolver;
  readonly arquivo: string;
  readonly log: ProblemLog;
  /** Receives each figure; a second, different one for the same municipality, period and indicator is announced and left out. */
  readonly figura: (figura: Figura, linha: number) => void;
  /** Answers the user gave to earlier questions about this file, by question id. */
  readonly respostas: ReadonlyMap<string, string>;
  readonly onProgress: (share: number) => void;
}

/** A column of the file and what was made of it. */
export interface UsedColumn {
  readonly titulo: string;
  /** Indicator id or field it feeds. */
  readonly uso: string;
}

export interface Conversion {
  /** Conserved: `lidas` is the sum of all the others. */
  readonly contagem: RowCounts;
  readonly usadas: readonly UsedColumn[];
  /** Titles of columns read past, without data of persons. */
  readonly ignoradas: readonly string[];
  /** Columns with data of persons: what they announce. Nothing of them is kept. */
  readonly pessoais: readonly { readonly titulo: string; readonly dado: string }[];
  /** What the user is asked before the file can be read well. */
  readonly perguntas: readonly Question[];
}

/** What is known of a file some official body publishes. */
export interface OfficialLayout {
  readonly id: string;
  /** "MI Social: famílias do Cadastro Único por mês". */
  readonly titulo: string;
  /** Body that publishes it. */
  readonly orgao: string;
  /** Id in `data/fontes.json`. */
  readonly fonte: string;
  /** The rule of its grain, in one plain sentence: what one row is and how rows are joined into a figure. */
  readonly grao: string;
  /** Null when the table does not look like this layout at all. */
  readonly match: (tabela: RawTable, pista: FileHint) => Fit | null;
  /**
   * Reads the table into figures. Never throws for bad data: what is wrong goes to
   * the log, row by row; a file that cannot be used is a `Refusal`.
   */
  readonly convert: (tabela: RawTable, fit: Fit, context: ConversionContext) => Conversion;
}
