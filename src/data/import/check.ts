import type { CivilDate } from "../../core/civil-date.ts";
import type { Problem } from "../../core/problem.ts";
import type { Column, Contract, ExtractId } from "../contracts/contract.ts";
import { exactRegister, hashedRegister } from "./key-register.ts";
import type { NumberStyle } from "./numbers.ts";
import type { HeaderMatch } from "./recognise.ts";
import type { ProblemLog } from "./report.ts";
import { rowRules, type RowFault } from "./row-rules.ts";
import { valueShower } from "./shown-value.ts";
import type { TableRecord } from "../raw/raw.ts";
import { spanReader } from "../contracts/extensao.ts";
import { cellReader, clean, type CellProblem, type CellTextReader, type DateOrder } from "./values.ts";

export interface RowChecker {
  /** Canonical cells in contract order, or null when the row has to stay out; what is wrong goes to the log. */
  readonly check: (record: TableRecord) => readonly (string | null)[] | null;
  /** First and last date or period among the rows that passed. */
  readonly span: () => { readonly inicio: string | null; readonly fim: string | null };
}

export interface CheckContext {
  readonly resolveCodigo: (codigo: string) => number | null;
  readonly numeros: ReadonlyMap<string, NumberStyle>;
  readonly datas: ReadonlyMap<string, DateOrder>;
  readonly maxTexto: number;
  /** The day of the reading: what is later is in the future; null = not known. */
  readonly hoje: CivilDate | null;
  /** First and last day that count for the span: one mistyped must not say when a register ends. Null = any. */
  readonly possivel: { readonly de: string; readonly ate: string } | null;
}

/**
 * A repeated key. The reference extracts are looked up by key, so a second row
 * would count a municipality twice; in registers of events the repetition is a
 * fact about the source and loads with a warning.
 */
const REPEATED_KEY: Readonly<Record<ExtractId, "separar" | "avisar">> = {
  municipios: "separar",
  indicadores: "separar",
  denuncias: "avisar",
  andamentos: "avisar",
  apoios: "avisar",
  planos: "separar",
  servicos: "separar",
};

interface BoundColumn {
  readonly column: Column;
  readonly position: number;
  readonly read: CellTextReader;
}

/** Checks the rows of a file against its contract, one at a time and in file order. */
export function rowChecker({ contract, posicao }: HeaderMatch, context: CheckContext, log: ProblemLog): RowChecker {
  const bound: readonly (BoundColumn | null)[] = contract.columns.map((column) => {
    const position = posicao.get(column.name);
    if (position === undefined) return null;
    const style = context.numeros.get(column.name) ?? "inteiro";
    const ordem = context.datas.get(column.name) ?? "dia-mes";
    return { column, position, read: cellReader(column, { ...context, style, ordem }) };
  });
  // From the last part, which is the one that takes the fewest values in a register of events.
  const keyAt = contract.key.toReversed().map((name) => contract.columns.findIndex((column) => column.name === name));
  const neededKeys = keyAt.filter((at) => contract.columns[at]?.required === true);
  const momentOf = spanReader(contract);
  const shown = valueShower(contract);
  const rules = rowRules(contract, context.hoje);
  const at = new Map(contract.columns.map(({ name }, i) => [name, i]));
  const firstLine = (REPEATED_KEY[contract.id] === "separar" ? exactRegister : hashedRegister)(keyAt.length);
  let inicio: string | null = null;
  let fim: string | null = null;

  const readCells = ({ linha, campos }: TableRecord): (string | null)[] | null => {
    const cells: (string | null)[] = [];
    let complete = true;
    for (const item of bound) {
      if (item === null) {
        cells.push(null);
        continue;
      }
      const raw = campos[item.position] ?? "";
      const reading = item.read(raw);
      if (reading !== null && typeof reading === "object") {
        const loads = reading.aproveitado !== undefined;
        log.add(reading.tipo, cellProblem(reading, linha, item.column, shown(item.column, clean(raw))), reading.grupo);
        cells.push(reading.aproveitado ?? null);
        complete &&= loads;
      } else {
        cells.push(reading);
        if (reading === null && item.column.required) {
          log.add("obrigatoria-vazia", emptyRequired(linha, item.column));
          complete = false;
        }
      }
    }
    return complete ? cells : null;
  };

  const isRepeated = (cells: readonly (string | null)[], linha: number): boolean => {
    for (const at of neededKeys) if ((cells[at] ?? null) === null) return false;
    const seen = firstLine((part) => cells[keyAt[part] ?? 0] ?? "", linha);
    if (seen === null) return false;
    log.add("chave-repetida", repeated(contract, keyAt.toReversed().flatMap((at) => cells[at] ?? []).join(" · "), linha, seen));
    return REPEATED_KEY[contract.id] === "separar";
  };

  /** False when a rule keeps the row out. */
  const obeysRules = (cells: readonly (string | null)[], linha: number): boolean => {
    const faults = rules?.((coluna) => cells[at.get(coluna) ?? -1] ?? null, linha) ?? [];
    for (const fault of faults) {
      const column = contract.columns[at.get(fault.coluna) ?? -1];
      const value = cells[at.get(fault.coluna) ?? -1] ?? null;
      log.add(fault.tipo, faultProblem(fault, linha, column === undefined || value === null ? null : shown(column, value)));
    }
    return !faults.some(({ separa }) => separa);
  };

  return {
    check(record) {
      if (record.defeito !== null) {
        log.add(record.defeito === "aspas" ? "aspas-sem-par" : "colunas-demais-ou-de-menos", brokenShape(record));
        return null;
      }
      const cells = readCells(record);
      if (cells === null || isRepeated(cells, record.linha) || !obeysRules(cells, record.linha)) return null;
      const moment = momentOf((at) => cells[at] ?? null);
      if (moment !== null && (context.possivel === null || (moment >= context.possivel.de && moment <= context.possivel.ate))) {
        if (inicio === null || moment < inicio) inicio = moment;
        if (fim === null || moment > fim) fim = moment;
      }
      return cells;
    },
    span: () => ({ inicio, fim }),
  };
}

function cellProblem(reading: CellProblem, linha: number, column: Column, valor: string | null): Problem {
  return {
    gravidade: reading.aproveitado === undefined ? "linha-separada" : "aviso",
    linha,
    coluna: column.name,
    valor,
    mensagem: reading.mensagem,
    conserto: reading.conserto,
  };
}

function faultProblem({ coluna, mensagem, conserto, separa }: RowFault, linha: number, valor: string | null): Problem {
  return { gravidade: separa ? "linha-separada" : "aviso", linha, coluna, valor, mensagem, conserto };
}

function emptyRequired(linha: number, column: Column): Problem {
  return {
    gravidade: "linha-separada",
    linha,
    coluna: column.name,
    valor: null,
    mensagem: column.seVazia ?? "A coluna é obrigatória e está vazia nesta linha.",
    conserto: "Preencha o valor; se ele não existe, deixe a linha fora do arquivo.",
  };
}

function repeated(contract: Contract, key: string, linha: number, seen: number): Problem {
  const isKept = REPEATED_KEY[contract.id] === "avisar";
  return {
    gravidade: isKept ? "aviso" : "linha-separada",
    linha,
    coluna: contract.key.join(", "),
    valor: contract.sigilo === true ? null : key,
    mensagem: isKept
      ? `A mesma chave já apareceu na linha ${String(seen)}; as duas linhas foram carregadas.`
      : `A mesma chave já apareceu na linha ${String(seen)}; ficou a primeira.`,
    conserto: "Confira qual das linhas vale e apague a outra.",
  };
}

/** The content of a row that does not fit its header is not repeated: a cell may be anything, persons included. */
function brokenShape({ defeito, linha, campos }: TableRecord): Problem {
  const isQuotes = defeito === "aspas";
  return {
    gravidade: "linha-separada",
    linha,
    coluna: null,
    valor: null,
    mensagem: isQuotes
      ? "Há aspas abertas e não fechadas nesta linha."
      : `A linha tem ${String(campos.length)} ${campos.length === 1 ? "coluna" : "colunas"}, número diferente do cabeçalho.`,
    conserto: isQuotes
      ? "Feche as aspas ou apague-as."
      : "Confira se falta ou sobra um separador; texto com separador dentro precisa de aspas.",
  };
}
