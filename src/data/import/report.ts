import type { Problem } from "../../core/problem.ts";
import type { ExtractId } from "../contracts/contract.ts";
import type { RawDescription } from "../raw/raw.ts";
import type { CanonicalExtract } from "../session/session.ts";
import type { NumberStyle } from "./numbers.ts";
import type { Question } from "./question.ts";

/** Every record of the file, counted once: `lidas` is the sum of all the others. */
export interface RowCounts {
  readonly lidas: number;
  readonly carregadas: number;
  readonly separadas: number;
  readonly preambulo: number;
  readonly cabecalho: number;
  readonly branco: number;
  readonly rodape: number;
  /** Of municipalities outside the territory: read, right, and not of this installation. */
  readonly fora: number;
}

/** How many problems of one kind a file has; the list of problems may be cut, the totals are not. */
export interface ProblemTotal {
  readonly tipo: string;
  readonly gravidade: Problem["gravidade"];
  readonly coluna: string | null;
  readonly mensagem: string;
  readonly contagem: number;
}

/** A contract column found in the file. */
export interface ReadColumn {
  readonly coluna: string;
  /** Header as the file writes it. */
  readonly titulo: string;
  /** How its numbers are written; null for columns that are not numeric. */
  readonly numeros: NumberStyle | null;
}

/** A column of the file that is not loaded. */
export interface DroppedColumn {
  readonly titulo: string;
  /** What kind of personal data it announces, when that is why it was refused. */
  readonly dadoPessoal: string | null;
}

/** Everything there is to say about the reading of one file. */
export interface ImportReport {
  readonly arquivo: string;
  readonly bytes: number;
  /** Extract the file was read as; null when none was recognised. */
  readonly extrato: ExtractId | null;
  /** Why it was taken for that extract, or for none. */
  readonly reconhecimento: string;
  readonly codificacao: string | null;
  readonly motivoCodificacao: string;
  readonly separador: string | null;
  readonly colunas: readonly ReadColumn[];
  readonly descartadas: readonly DroppedColumn[];
  readonly contagem: RowCounts;
  /** What concerns the whole file, then the first problems in file order, at most `LIMITS.problemas`. */
  readonly problemas: readonly Problem[];
  readonly totais: readonly ProblemTotal[];
  /** The file says of itself that it holds demonstration data. */
  readonly demonstracao: boolean;
  /** What only the user can decide; the file is read again with the answers. */
  readonly perguntas: readonly Question[];
}

/** What is read of an extract, before the file it came from is written on it. */
export type ReadExtract = Omit<CanonicalExtract, "modo" | "carga">;

/** A report, with the extract when the file can be loaded. */
export type ImportResult = ImportReport & { readonly extract: ReadExtract | null };

/** The official layout a file was read as. */
export interface OfficialMatch {
  readonly id: string;
  readonly titulo: string;
  readonly orgao: string;
  /** Id in `data/fontes.json`. */
  readonly fonte: string;
  /** What one row is and how rows become a figure, in a sentence. */
  readonly grao: string;
  readonly confianca: number;
  readonly motivo: string;
  readonly faltam: readonly string[];
}

/** A layout the file resembles without being it. */
export interface Candidate {
  readonly id: string;
  readonly titulo: string;
  readonly confianca: number;
  readonly motivo: string;
  readonly faltam: readonly string[];
}

/** The figures of one indicator a file brought. */
export interface LoadedFigures {
  readonly indicador: string;
  readonly inicio: string;
  readonly fim: string;
  readonly figuras: number;
  readonly municipios: number;
}

/** The beginning of a table, to map its columns by; cells of columns with data of persons are not in it. */
export interface TablePreview {
  readonly nome: string | null;
  readonly titulos: readonly string[];
  /** What data of persons each column announces or shows; null for the others. */
  readonly pessoais: readonly (string | null)[];
  /** Up to 8 data records; a cell of a personal column is null. */
  readonly linhas: readonly (readonly (string | null)[])[];
}

/** What was done with one sheet of a workbook. */
export interface SheetOutcome {
  readonly nome: string;
  /** Read as a layout, or why not. */
  readonly situacao: string;
  readonly lida: boolean;
}

/** A report, with what is known of the file as an official one. */
export interface FileReport extends ImportReport {
  readonly sha256: string;
  readonly descricao: RawDescription | null;
  readonly oficial: OfficialMatch | null;
  /** Nearest first; empty when the file was recognised. */
  readonly candidatos: readonly Candidate[];
  readonly figuras: readonly LoadedFigures[];
  readonly folhas: readonly SheetOutcome[];
  /** Null when the file did not come to be a table. */
  readonly previa: TablePreview | null;
}

/** A file read, with the extract when it can be loaded. */
export type FileResult = FileReport & { readonly extract: CanonicalExtract | null };

export interface ProblemLog {
  /** `grupo` tells apart, in the totals, problems of one kind and column. */
  readonly add: (tipo: string, problem: Problem, grupo?: string) => void;
  readonly problemas: () => readonly Problem[];
  readonly totais: () => readonly ProblemTotal[];
  /** Remembers what there is now; the answer forgets what came after. */
  readonly mark: () => () => void;
}

const VALUE_LENGTH = 80;

/**
 * Keeps the first `max` problems and counts all of them by kind, column and group; what
 * concerns the whole file comes first, however many rows are wrong before it is known.
 */
export function problemLog(max: number): ProblemLog {
  const ofFile: Problem[] = [];
  const listed: Problem[] = [];
  const totals = new Map<string, { -readonly [K in keyof ProblemTotal]: ProblemTotal[K] }>();
  return {
    add(tipo, problem, grupo = "") {
      const key = `${tipo}\n${problem.coluna ?? ""}\n${grupo}`;
      const total = totals.get(key);
      if (total !== undefined) total.contagem += 1;
      else {
        const { gravidade, coluna, mensagem } = problem;
        totals.set(key, { tipo, gravidade, coluna, mensagem, contagem: 1 });
      }
      const list = problem.linha === null ? ofFile : listed;
      if (list.length < max) list.push({ ...problem, valor: cut(problem.valor) });
    },
    problemas: () => [...ofFile, ...listed].slice(0, max),
    totais: () => [...totals.values()],
    mark: () => {
      const [ofFileThen, listedThen] = [ofFile.length, listed.length];
      const then = new Map([...totals].map(([key, total]) => [key, total.contagem]));
      return () => {
        ofFile.length = ofFileThen;
        listed.length = listedThen;
        for (const [key, total] of totals) {
          const contagem = then.get(key);
          if (contagem === undefined) totals.delete(key);
          else total.contagem = contagem;
        }
      };
    },
  };
}

function cut(valor: string | null): string | null {
  return valor !== null && valor.length > VALUE_LENGTH ? `${valor.slice(0, VALUE_LENGTH - 1)}…` : valor;
}
