import type { CivilDate } from "../../core/civil-date.ts";
import { PRIMEIRO_DIA_POSSIVEL } from "../../core/denuncia.ts";
import type { ExtractId } from "../contracts/contract.ts";
import { codeResolver, definingResolver, type MunicipioRef } from "./codes.ts";
import type { RawDescription, RawFile } from "../raw/raw.ts";
import { openText } from "../raw/text.ts";
import { decideStyles, watchStyles, type ColumnStyles, type StyleWatch } from "./column-styles.ts";
import { findHeader, type FoundHeader } from "./header.ts";
import { LIMITS, type ImportLimits } from "./limits.ts";
import type { NumberStyle } from "./numbers.ts";
import { personHeader, personIn } from "./person.ts";
import type { Question } from "./question.ts";
import type { HeaderMatch } from "./recognise.ts";
import { problemLog, type DroppedColumn, type ImportReport, type ImportResult, type ProblemLog, type RowCounts } from "./report.ts";
import { readRows, type ReadRows } from "./rows.ts";
import { fileProblem, Refusal, saysDemonstration } from "./whole-file.ts";

export interface ImportProgress {
  readonly etapa: "lendo o arquivo" | "medindo as colunas" | "conferindo as linhas";
  /** Share of the whole work, 0–1. */
  readonly parte: number;
}

export interface ReadContext {
  /** The list codes are resolved against. */
  readonly municipios: readonly MunicipioRef[];
  /** Asks for one extract instead of recognising. */
  readonly expected?: ExtractId;
  /** Ids of the indicator catalogue; an indicator outside it loads with a warning. */
  readonly indicadores?: readonly string[];
  readonly limits?: ImportLimits;
  /** Answers the user gave to earlier questions about this file, by question id. */
  readonly respostas?: ReadonlyMap<string, string>;
  /** The day of the reading: no event is later. */
  readonly hoje?: CivilDate;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** What has been learnt of the file so far; a refusal reports it all the same. */
interface Draft {
  readonly log: ProblemLog;
  descricao: RawDescription | null;
  perguntas: readonly Question[];
  header: FoundHeader | null;
  styles: ReadonlyMap<string, NumberStyle>;
  rows: ReadRows | null;
}

/**
 * Reads the bytes of a file as an extract: typed rows as canonical CSV, and
 * everything that is wrong with it. Same bytes and context, same report. Never
 * throws for a bad file: `extract` is null when nothing can be loaded, and
 * `problemas` says why. Rows are conserved: `contagem.lidas` is the sum of the
 * other counts.
 */
export function readExtract(bytes: Uint8Array, fileName: string, context: ReadContext): ImportResult {
  const limits = context.limits ?? LIMITS;
  return reported(fileName, bytes.length, limits, (draft) => {
    const { descricao, tabela, outras, avisos } = openText(bytes, limits, () => {
      context.onProgress?.({ etapa: "lendo o arquivo", parte: 0.05 });
    });
    return readSteps({ descricao, tabelas: [tabela, ...outras], avisos }, fileName, context, draft);
  });
}

/**
 * The same for a file already opened (`openRaw`), whatever its format: the first
 * of its tables that a contract recognises is read. `size` is in bytes.
 */
export function readOpened(raw: RawFile, fileName: string, size: number, context: ReadContext): ImportResult {
  return reported(fileName, size, context.limits ?? LIMITS, (draft) => readSteps(raw, fileName, context, draft));
}

function reported(
  fileName: string,
  size: number,
  limits: ImportLimits,
  read: (draft: Draft) => ImportResult["extract"],
): ImportResult {
  const draft: Draft = {
    log: problemLog(limits.problemas),
    descricao: null,
    perguntas: [],
    header: null,
    styles: new Map(),
    rows: null,
  };
  let extract: ImportResult["extract"] = null;
  try {
    extract = read(draft);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    draft.log.add(error.tipo, fileProblem("arquivo-recusado", error.message, error.conserto));
  }
  return { ...report(size, fileName, draft), extract };
}

function readSteps(raw: RawFile, fileName: string, context: ReadContext, draft: Draft): ImportResult["extract"] {
  const limits = context.limits ?? LIMITS;
  const { log } = draft;
  const progress = (etapa: ImportProgress["etapa"], parte: number): void => context.onProgress?.({ etapa, parte });

  draft.descricao = raw.descricao;
  for (const { tipo, problem } of raw.avisos) log.add(tipo, problem);
  progress("lendo o arquivo", 0.1);

  const header = findHeader(raw.tabelas, context.expected);
  draft.header = header;
  refuseWide(header, limits.colunas);
  const match = usableMatch(header);
  warnDropped(droppedColumns(header), log);
  if (header.porForma) for (const { tipo, problem } of header.tabela.duvidas ?? []) if (TELLING_DOUBTS.has(tipo)) log.add(tipo, problem);

  const respostas = context.respostas ?? new Map<string, string>();
  const watch = watchStyles(header, match);
  const resolveCodigo = (match.contract.id === "municipios" ? definingResolver : codeResolver)(context.municipios);
  const outras = raw.descricao.formato === "texto" ? raw.tabelas : [];
  const read = ({ numeros, datas }: ColumnStyles, from: number, see?: StyleWatch["see"]): ReadRows => {
    const rowsContext = {
      resolveCodigo,
      numeros,
      datas,
      maxTexto: limits.texto,
      hoje: context.hoje ?? null,
      possivel: match.contract.sigilo === true && context.hoje !== undefined ? { de: PRIMEIRO_DIA_POSSIVEL, ate: context.hoje } : null,
      limits,
      indicadores: context.indicadores === undefined ? null : new Set(context.indicadores),
    };
    const share = (of: number): void => {
      progress("conferindo as linhas", from + (1 - from) * of);
    };
    return readRows(header, outras, match, rowsContext, log, share, see);
  };
  // One reading instead of two for most registers of events, whose dates leave no doubt.
  const isWatched = watch.isOnlyDates && respostas.size === 0;
  const undo = log.mark();
  const watched = isWatched ? read(DAY_FIRST, 0.1, watch.see) : null;
  const styles = isWatched
    ? watch.decide(respostas, log)
    : decideStyles(header, watch, respostas, log, (share) => {
        progress("medindo as colunas", 0.1 + 0.3 * share);
      });
  draft.styles = styles.numeros;
  draft.perguntas = styles.perguntas;
  if (styles.perguntas.length > 0) undo();
  refuseUnanswered(styles.perguntas);
  const rows = watched ?? read(styles, 0.4);
  draft.rows = rows;
  const { id } = match.contract;
  refuseUseless(rows.contagem, id, log);
  const { inicio, fim, contagem, csv } = rows;
  const demonstracao = isDemonstration(fileName, draft);
  return { id, fileName, csv, summary: { id, linhas: contagem.carregadas, inicio, fim, demonstracao, origem: fileName } };
}

/** Doubts about the shape of a table that a recognised header does not answer. */
const TELLING_DOUBTS: ReadonlySet<string> = new Set(["cabecalho-de-outra-largura", "cabecalho-repetido", "cabecalho-com-outro-separador"]);

/** How dates are read where no value of the column says otherwise. */
const DAY_FIRST: ColumnStyles = { numeros: new Map(), datas: new Map(), perguntas: [] };

function refuseWide({ nomes }: FoundHeader, max: number): void {
  if (nomes.length <= max) return;
  throw new Refusal(
    "colunas-demais",
    `O arquivo tem mais de ${String(max)} colunas.`,
    "Deixe só as colunas do arquivo-modelo e carregue de novo.",
  );
}

/** Reading on would be a guess at every value of the column. */
function refuseUnanswered(perguntas: readonly Question[]): void {
  if (perguntas.length === 0) return;
  throw new Refusal(
    "falta-resposta",
    "Os números ou as datas de uma coluna cabem em duas leituras, e só quem conhece o arquivo sabe qual é.",
    "Responda à pergunta sobre a coluna e o arquivo será lido.",
  );
}

function usableMatch({ recognition, nomes }: FoundHeader): HeaderMatch {
  const { match, motivo } = recognition;
  if (match === null) {
    throw new Refusal(
      "nao-reconhecido",
      `O arquivo não foi reconhecido. ${motivo}`,
      `Compare com o arquivo-modelo. Colunas encontradas: ${listNames(nomes)}.`,
    );
  }
  const [repeated] = match.repetidas;
  if (repeated !== undefined) {
    throw new Refusal(
      "coluna-repetida",
      `Duas colunas do arquivo têm o mesmo nome: ${label(repeated)}.`,
      "Apague ou renomeie uma delas.",
    );
  }
  return match;
}

/**
 * A file most of whose rows are wrong is the wrong file, or read wrongly: half of it
 * would mislead. In a register of events each row stands by itself, and a case that
 * lacks some says so: the good ones load, with a warning.
 */
function refuseUseless({ carregadas, separadas }: RowCounts, id: ExtractId, log: ProblemLog): void {
  if (carregadas === 0 && separadas === 0) {
    throw new Refusal("sem-linhas", "O arquivo tem cabeçalho, mas nenhuma linha de dados.", "Confira se o arquivo foi salvo por inteiro.");
  }
  if (separadas <= carregadas) return;
  if (id === "andamentos" && carregadas > 0) {
    log.add(
      "maioria-com-problema",
      fileProblem(
        "aviso",
        `Mais da metade das linhas tem problema: só ${carregadas.toLocaleString("pt-BR")} de ${(carregadas + separadas).toLocaleString("pt-BR")} foram carregadas, e as denúncias aparecem incompletas.`,
        "Antes de usar os prazos, veja os problemas abaixo, corrija o arquivo e carregue de novo.",
      ),
    );
    return;
  }
  throw new Refusal(
    "maioria-com-problema",
    "Mais da metade das linhas tem problema; nada foi carregado.",
    "Veja os problemas abaixo, corrija o arquivo e carregue de novo.",
  );
}

function droppedColumns({ nomes, recognition }: FoundHeader): DroppedColumn[] {
  const used = new Set(recognition.proximo.posicao.values());
  return nomes.flatMap((titulo, i) =>
    used.has(i) || titulo === "" ? [] : [{ titulo: label(titulo), dadoPessoal: personHeader(titulo) }],
  );
}

function warnDropped(descartadas: readonly DroppedColumn[], log: ProblemLog): void {
  for (const { titulo, dadoPessoal } of descartadas) {
    if (dadoPessoal === null) continue;
    log.add("coluna-pessoal", {
      ...fileProblem(
        "aviso",
        `A coluna anuncia dado pessoal (${dadoPessoal}): foi recusada, e nada dela foi lido nem guardado.`,
        "Retire a coluna antes de compartilhar o arquivo (LGPD, Lei 13.709/2018, art. 6º, III: só o dado necessário).",
      ),
      coluna: titulo,
    });
  }
}

const NO_ROWS: RowCounts = { lidas: 0, carregadas: 0, separadas: 0, preambulo: 0, cabecalho: 0, branco: 0, rodape: 0, fora: 0 };

function isDemonstration(fileName: string, { header, rows }: Draft): boolean {
  const above = header?.tabela.inicio.filter(({ linha }) => linha < header.linha) ?? [];
  return rows?.demonstracao === true || saysDemonstration(fileName, above.map(({ campos }) => campos.join(";")));
}

function report(bytes: number, arquivo: string, draft: Draft): ImportReport {
  const { log, descricao, header, styles, rows } = draft;
  const match = header?.recognition.match ?? null;
  return {
    arquivo,
    bytes,
    extrato: match?.contract.id ?? null,
    reconhecimento: header?.recognition.motivo ?? "O arquivo não chegou a ser lido como tabela.",
    codificacao: descricao?.codificacao ?? null,
    motivoCodificacao: descricao?.motivoCodificacao ?? "",
    separador: descricao?.separador ?? null,
    colunas: (match?.contract.columns ?? []).flatMap(({ name, type }) => {
      const position = match?.posicao.get(name);
      if (position === undefined) return [];
      const numeros = type === "decimal" ? (styles.get(name) ?? null) : null;
      return [{ coluna: name, titulo: label(header?.nomes[position] ?? name), numeros }];
    }),
    descartadas: header === null ? [] : droppedColumns(header),
    contagem: rows?.contagem ?? NO_ROWS,
    problemas: log.problemas(),
    totais: log.totais(),
    demonstracao: isDemonstration(arquivo, draft),
    perguntas: draft.perguntas,
  };
}

/** A header as a label. In a file without a header the first row stands here, so what looks like a person's number is not repeated. */
function label(titulo: string): string {
  if (personIn(titulo) !== null || /\d{9,}/.test(titulo)) return "(oculto)";
  return titulo.length > 60 ? `${titulo.slice(0, 59)}…` : titulo;
}

function listNames(nomes: readonly string[]): string {
  const shown = nomes.slice(0, 12).map(label).join(", ");
  return nomes.length > 12 ? `${shown} e mais ${String(nomes.length - 12)}` : shown;
}
