import type { Problem } from "../../core/problem.ts";
import type { Contract } from "../contracts/contract.ts";
import type { Pieces } from "../pieces.ts";
import { canonicalWriter } from "./canonical.ts";
import { rowChecker, type CheckContext } from "./check.ts";
import type { ImportLimits } from "./limits.ts";
import type { HeaderMatch } from "./recognise.ts";
import type { ProblemLog, RowCounts } from "./report.ts";
import type { RawTable, TableRecord } from "../raw/raw.ts";
import type { FoundHeader } from "./header.ts";
import { isCpfNumber } from "./person.ts";
import { eachRecord } from "./records.ts";
import { DEMONSTRATION_END, DEMONSTRATION_KEY, fileProblem, Refusal } from "./whole-file.ts";

export interface ReadRows {
  readonly csv: Pieces;
  readonly contagem: RowCounts;
  readonly inicio: string | null;
  readonly fim: string | null;
  /** A row carries the key of a made-up record. */
  readonly demonstracao: boolean;
}

export interface RowsContext extends CheckContext {
  readonly limits: ImportLimits;
  /** Ids an indicator may have; null when any may. */
  readonly indicadores: ReadonlySet<string> | null;
}

/**
 * Types every row. The counts add up: `lidas` is counted on its own.
 * @param see gets every record on its way
 * @throws Refusal when the file has more rows than the limit.
 */
export function readRows(
  header: FoundHeader,
  outras: readonly RawTable[],
  match: HeaderMatch,
  context: RowsContext,
  log: ProblemLog,
  onProgress: (share: number) => void,
  see?: (record: TableRecord) => void,
): ReadRows {
  const contagem: Counts = { lidas: 0, carregadas: 0, separadas: 0, preambulo: 0, cabecalho: 0, branco: 0, rodape: 0, fora: 0 };
  const writer = canonicalWriter(match.contract.columns);
  const checker = rowChecker(match, context, log);
  const unknown = unknownIndicators(match.contract, context.indicadores, log);
  const cpfs = cpfWatch(match.contract);
  const isInvented = inventedRow(match.contract);
  let demonstracao = false;
  let last: TableRecord | null = null as TableRecord | null;
  eachRecord(
    header,
    (record) => {
      contagem.lidas += 1;
      see?.(record);
      if (record.tipo !== "branco") last = record;
      if (record.tipo !== "dados") {
        contagem[record.tipo] += 1;
        return true;
      }
      const cells = checker.check(record);
      if (record.reparo !== undefined) log.add("aspas-lidas-como-texto", mendedQuotes(record.linha));
      if (cells === null) contagem.separadas += 1;
      else {
        contagem.carregadas += 1;
        demonstracao ||= isInvented(cells);
        unknown(cells, record.linha);
        cpfs.see(cells);
        writer.row(cells);
      }
      return contagem.carregadas + contagem.separadas <= context.limits.linhas;
    },
    onProgress,
  );
  if (contagem.carregadas + contagem.separadas > context.limits.linhas) {
    throw new Refusal(
      "linhas-demais",
      `O arquivo tem mais de ${context.limits.linhas.toLocaleString("pt-BR")} linhas.`,
      "Divida o arquivo, por exemplo por ano, e carregue uma parte.",
    );
  }
  cpfs.judge(contagem.carregadas, log);
  if (last?.defeito === "colunas" && header.tabela.semFimDeLinha === true) {
    log.add(
      "arquivo-cortado",
      fileProblem(
        "aviso",
        "A última linha está incompleta: o arquivo parece ter sido cortado.",
        "Baixe o arquivo de novo na origem e confira se ele termina onde devia.",
      ),
    );
  }
  if (contagem.rodape > 0) {
    log.add(
      "rodape",
      fileProblem(
        "aviso",
        `As últimas linhas são de total ou de nota (${String(contagem.rodape)}) e não foram lidas como dados.`,
        "Confira se nenhuma delas é uma linha de dados.",
      ),
    );
  }
  countOthers(header, outras, contagem, log);
  return { csv: writer.finish(), contagem, demonstracao, ...checker.span() };
}

/** Tables glued above or below in the same text: their records are counted, and none is loaded. */
function countOthers({ tabela, linha }: FoundHeader, outras: readonly RawTable[], contagem: Counts, log: ProblemLog): void {
  for (const other of outras) {
    if (other === tabela) continue;
    let first: number | null = null;
    other.percorrer((record) => {
      first ??= record.linha;
      contagem.lidas += 1;
      if (record.tipo === "branco") contagem.branco += 1;
      else if (record.linha < linha) contagem.preambulo += 1;
      else contagem.rodape += 1;
      return true;
    });
    log.add("outra-tabela", {
      ...fileProblem("aviso", "Há outra tabela no mesmo arquivo, com outras colunas: ela não foi lida.", "Separe as tabelas em arquivos e carregue cada um."),
      linha: first,
    });
  }
}

/** True for a row that says of itself, in the texts of its key, that it was made up. */
function inventedRow({ columns, key }: Contract): (cells: readonly (string | null)[]) => boolean {
  const texts = columns.flatMap(({ name, type }, at) => (type === "texto" && key.includes(name) ? [at] : []));
  return (cells) => texts.some((at) => cells[at]?.startsWith(DEMONSTRATION_KEY) === true || cells[at]?.endsWith(DEMONSTRATION_END) === true);
}

/** From this many of them on, numbers of CPF are no chance. */
const CPFS = 5;

/**
 * Watches the columns of record numbers for bare CPF, which no form tells from a
 * protocol of eleven digits: one or another is chance, half of a column is not.
 */
function cpfWatch({ columns }: Contract): { readonly see: (cells: readonly (string | null)[]) => void; readonly judge: (carregadas: number, log: ProblemLog) => void } {
  const at = columns.findIndex(({ numeroDeRegistro }) => numeroDeRegistro);
  let seen = 0;
  return {
    see(cells) {
      if (at !== -1 && isCpfNumber(cells[at] ?? "")) seen += 1;
    },
    judge(carregadas, log) {
      const coluna = columns[at]?.name ?? "";
      if (seen >= CPFS && seen * 2 >= carregadas) {
        throw new Refusal(
          "coluna-de-cpf",
          `A coluna ${coluna} traz números de CPF: o arquivo foi recusado, e nada dele foi guardado.`,
          "Troque o CPF pelo número de protocolo; dado pessoal só se trata quando é necessário (LGPD, Lei 13.709/2018, art. 6º, III).",
        );
      }
      if (seen >= CPFS && seen * 20 >= carregadas) {
        log.add("parece-cpf", {
          ...fileProblem("aviso", "Há números de protocolo com a forma de CPF.", "Confira se a coluna traz só protocolos; CPF não entra (LGPD, Lei 13.709/2018, art. 6º, III)."),
          coluna,
        });
      }
    },
  };
}

function mendedQuotes(linha: number): Problem {
  return {
    gravidade: "aviso",
    linha,
    coluna: null,
    valor: null,
    mensagem: "Há aspas soltas no texto desta linha; foram lidas como parte do texto.",
    conserto: "Confira a linha; aspas dentro de um texto entre aspas se escrevem em dobro.",
  };
}

type Counts = { -readonly [K in keyof RowCounts]: RowCounts[K] };

/** Announces, once each, the indicators the catalogue does not know: they load, and no screen shows them. */
function unknownIndicators(
  contract: Contract,
  known: ReadonlySet<string> | null,
  log: ProblemLog,
): (cells: readonly (string | null)[], linha: number) => void {
  const at = contract.id === "indicadores" ? contract.columns.findIndex(({ name }) => name === "indicador") : -1;
  if (known === null || at === -1) return () => undefined;
  const announced = new Set<string>();
  return (cells, linha) => {
    const id = cells[at] ?? "";
    if (known.has(id) || announced.has(id) || announced.size >= 1000) return;
    announced.add(id);
    log.add("indicador-fora-do-catalogo", {
      gravidade: "aviso",
      linha,
      coluna: "indicador",
      valor: id,
      mensagem: "O indicador não está no catálogo: foi carregado, mas nenhuma tela o mostra.",
      conserto: "Use o identificador que o catálogo dá, na página de metodologia.",
    });
  };
}
