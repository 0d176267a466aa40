import type { Problem } from "../../core/problem.ts";
import type { ExtractId } from "../contracts/contract.ts";
import type { CanonicalExtract } from "../session/session.ts";
import type { Encoding } from "./decode.ts";
import type { NumberStyle } from "./numbers.ts";
import type { Delimiter } from "./sniff.ts";

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
  readonly codificacao: Encoding | null;
  readonly motivoCodificacao: string;
  readonly separador: Delimiter | null;
  readonly colunas: readonly ReadColumn[];
  readonly descartadas: readonly DroppedColumn[];
  readonly contagem: RowCounts;
  /** The first problems in file order, at most `LIMITS.problemas`. */
  readonly problemas: readonly Problem[];
  readonly totais: readonly ProblemTotal[];
  /** The file says of itself that it holds demonstration data. */
  readonly demonstracao: boolean;
}

/** A report, with the extract when the file can be loaded. */
export type ImportResult = ImportReport & { readonly extract: CanonicalExtract | null };

export interface ProblemLog {
  readonly add: (tipo: string, problem: Problem) => void;
  readonly problemas: () => readonly Problem[];
  readonly totais: () => readonly ProblemTotal[];
}

const VALUE_LENGTH = 80;

/** Keeps the first `max` problems and counts all of them by kind and column. */
export function problemLog(max: number): ProblemLog {
  const listed: Problem[] = [];
  const totals = new Map<string, { -readonly [K in keyof ProblemTotal]: ProblemTotal[K] }>();
  return {
    add(tipo, problem) {
      const key = `${tipo}\n${problem.coluna ?? ""}`;
      const total = totals.get(key);
      if (total !== undefined) total.contagem += 1;
      else {
        const { gravidade, coluna, mensagem } = problem;
        totals.set(key, { tipo, gravidade, coluna, mensagem, contagem: 1 });
      }
      if (listed.length < max) listed.push({ ...problem, valor: cut(problem.valor) });
    },
    problemas: () => listed,
    totais: () => [...totals.values()],
  };
}

function cut(valor: string | null): string | null {
  return valor !== null && valor.length > VALUE_LENGTH ? `${valor.slice(0, VALUE_LENGTH - 1)}…` : valor;
}
