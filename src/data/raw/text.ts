import { LIMITS, type ImportLimits } from "../import/limits.ts";
import { fileProblem, Refusal, refuseForeign, refuseOtherText, textWarnings, type FileWarning } from "../import/whole-file.ts";
import { findBreaks } from "./breaks.ts";
import { decode } from "./decode.ts";
import { delimiterName, type LineEnd } from "./dialect.ts";
import { layoutDoubts } from "./doubts.ts";
import { readOpening, type Opening, type OpeningLine } from "./opening.ts";
import { OPENING_RECORDS, type OpeningRecord, type RawDescription } from "./raw.ts";
import { forEachRecord, type TextSpan } from "./records.ts";
import { Scanner } from "./scanner.ts";
import { isBlank } from "./shape.ts";
import { sniffDialect, type SniffedDialect } from "./sniff.ts";
import { findStructure, isCommentedHeader } from "./structure.ts";
import { textTable, type TextLayout, type TextTable } from "./text-table.ts";

export interface OpenedText {
  readonly descricao: RawDescription;
  /** The first table, with the rows under every repetition of its header. */
  readonly tabela: TextTable;
  /** Further tables, glued under the first with another header. */
  readonly outras: readonly TextTable[];
  readonly avisos: readonly FileWarning[];
}

const SAMPLE_RECORDS = 200;
const SAMPLE_CHARACTERS = 524_288;

/**
 * Opens delimited text: encoding, delimiter, quotes and line ends decided from the
 * content and described; the header found by what stands below it. `onStep` is
 * called between the steps of a large file.
 * @throws Refusal for what is no delimited text, is empty, or passes a limit.
 */
export function openText(bytes: Uint8Array, limits: ImportLimits = LIMITS, onStep: () => void = () => undefined): OpenedText {
  refuseForeign(bytes);
  const decoded = decode(bytes);
  const { texto } = decoded;
  onStep();
  if (isEmpty(texto)) throw new Refusal("vazio", "O arquivo está vazio.", "Confira se o arquivo foi baixado ou salvo por inteiro.");
  refuseOtherText(texto);
  refuseManyLines(texto, limits);
  const warnings = textWarnings(decoded);
  onStep();
  const opening = readOpening(texto);
  const sniffed = sniffDialect(texto, opening.inicio, opening.declarado);
  const { dialeto } = sniffed;
  onStep();
  const layouts = layoutsOf(texto, opening, sniffed, limits);
  const tables = layouts.map(textTable);
  onStep();
  const [tabela, ...outras] = tables;
  if (tabela === undefined) throw new Error("a text has at least one table");
  const ends = endsOf(sniffed, tables);
  const hasQuotes = dialeto.aspas !== null && texto.includes(dialeto.aspas);
  return {
    descricao: {
      formato: "texto",
      codificacao: decoded.codificacao,
      motivoCodificacao: decoded.motivo,
      separador: sniffed.largura > 1 ? dialeto.separador : null,
      aspas: hasQuotes ? dialeto.aspas : null,
      escape: hasQuotes ? (dialeto.escape === "\\" ? "\\" : dialeto.aspas) : null,
      finalDeLinha: ends,
    },
    tabela,
    outras,
    avisos: [...warnings, ...separatorWarnings(sniffed), ...(ends === "misto" ? [MIXED_ENDS] : [])],
  };
}

function isEmpty(texto: string): boolean {
  return texto.slice(0, 4096).trim() === "" && texto.trim() === "";
}

/** The rows of a file without quotes are its lines; where there are quotes the reading itself counts them. */
function refuseManyLines(texto: string, { linhas }: ImportLimits): void {
  const mark = texto.includes("\n") ? "\n" : "\r";
  if (texto.includes('"') || texto.length < linhas) return;
  let count = 0;
  for (let at = texto.indexOf(mark); at !== -1; at = texto.indexOf(mark, at + 1)) count += 1;
  if (count <= linhas + OPENING_RECORDS) return;
  throw new Refusal("linhas-demais", `O arquivo tem mais de ${linhas.toLocaleString("pt-BR")} linhas.`, "Divida o arquivo, por exemplo por ano, e carregue uma parte.");
}

function layoutsOf(texto: string, opening: Opening, { dialeto, largura }: SniffedDialect, limits: ImportLimits): TextLayout[] {
  const layouts: TextLayout[] = [];
  const whole: TextSpan = { texto, inicio: opening.inicio, fim: texto.length, linha: opening.linha, dialeto, largura, maxCelula: limits.celula };
  const commented = commentedHeader(whole, opening, limits);
  let span = commented === null ? whole : { ...whole, inicio: commented.offset, linha: commented.linha };
  let abertura: readonly OpeningRecord[] = opening.linhas.filter(({ linha }) => linha < span.linha);
  for (;;) {
    const { trecho, amostra, estrutura, other, repeated } = firstTable(span, limits);
    const repetidos = new Set(repeated.flatMap(({ linha }) => estrutura.cabecalho.map((_, i) => linha + i)));
    const nome = layouts.length === 0 ? null : `tabela da linha ${String(trecho.linha)}`;
    const layout: TextLayout = { nome, abertura, trecho, estrutura, repetidos, inicio: [...abertura, ...amostra].slice(0, OPENING_RECORDS), duvidas: [] };
    layouts.push({ ...layout, duvidas: layoutDoubts(layout, amostra) });
    if (other === undefined || layouts.length >= MAX_TABLES) return layouts;
    const rest = { ...span, inicio: other.offset, linha: other.linha };
    span = { ...rest, largura: widthAt(rest, limits) };
    abertura = [];
  }
}

/** The stretch up to the next table, with its own sample: the rows of the next one would tell of another width. */
function firstTable(span: TextSpan, limits: ImportLimits) {
  const amostra = sampleRecords(span, limits);
  const estrutura = findStructure(amostra, span.largura ?? 1, span.dialeto);
  const breaks = findBreaks(span, estrutura.cabecalho);
  const other = breaks.find(({ igual }) => !igual);
  const repeated = breaks.filter(({ linha, igual }) => igual && (other === undefined || linha < other.linha));
  if (other === undefined) return { trecho: span, amostra, estrutura, other, repeated };
  const cut = { ...span, fim: other.offset };
  const trecho = { ...cut, largura: widthAt(cut, limits) };
  const own = sampleRecords(trecho, limits);
  return { trecho, amostra: own, estrutura: findStructure(own, trecho.largura, trecho.dialeto), other, repeated };
}

const MAX_TABLES = 50;

/** The last comment line, when the data below it have no header of their own and it names their columns. */
function commentedHeader(span: TextSpan, opening: Opening, limits: ImportLimits): OpeningLine | null {
  const last = opening.linhas.at(-1);
  if (last === undefined || span.largura === null || span.largura < 2 || isBlank(last.campos)) return null;
  const amostra = sampleRecords(span, limits);
  if (findStructure(amostra, span.largura, span.dialeto).cabecalho.length > 0) return null;
  const [line = ""] = last.campos;
  const { campos } = new Scanner(line, line.length, span.dialeto).record(0, span.largura);
  return isCommentedHeader(campos, amostra, span.largura) ? last : null;
}

function sampleRecords(span: TextSpan, limits: ImportLimits): OpeningRecord[] {
  const records: OpeningRecord[] = [];
  const fim = Math.min(span.fim, span.inicio + SAMPLE_CHARACTERS);
  forEachRecord({ ...span, fim }, ({ linha, campos }) => {
    if (campos.length > limits.colunas) {
      throw new Refusal(
        "colunas-demais",
        `O arquivo tem mais de ${String(limits.colunas)} colunas.`,
        "Deixe só as colunas usadas e carregue de novo.",
      );
    }
    records.push({ linha, campos });
    return records.length < SAMPLE_RECORDS;
  });
  return records;
}

/** The commonest width from an offset on. */
function widthAt(span: TextSpan, limits: ImportLimits): number {
  const counts = new Map<number, number>();
  for (const { campos } of sampleRecords({ ...span, largura: null }, limits)) counts.set(campos.length, (counts.get(campos.length) ?? 0) + 1);
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1]);
  return commonest?.[0] ?? 1;
}

const LINE_END_NAMES: Readonly<Record<LineEnd, "CRLF" | "LF" | "CR">> = { "\r\n": "CRLF", "\n": "LF", "\r": "CR" };

function endsOf({ dialeto }: SniffedDialect, tables: readonly TextTable[]): RawDescription["finalDeLinha"] {
  if (dialeto.finalDeLinha !== null) return LINE_END_NAMES[dialeto.finalDeLinha];
  const ends = new Set(tables.flatMap((table) => [...table.finaisDeLinha()]));
  const [only] = ends;
  return only !== undefined && ends.size === 1 ? LINE_END_NAMES[only] : "misto";
}

const MIXED_ENDS: FileWarning = {
  tipo: "finais-de-linha-misturados",
  problem: fileProblem(
    "aviso",
    "As linhas terminam de modos diferentes (CRLF, LF ou CR): o arquivo pode ter sido montado de pedaços.",
    "Confira se o número de linhas é o esperado.",
  ),
};

function separatorWarnings({ dialeto, rival, duvidoso }: SniffedDialect): FileWarning[] {
  if (rival === null && !duvidoso) return [];
  const or = rival === null ? "mas as linhas não confirmam" : `mas também poderia ser ${delimiterName(rival)}`;
  return [
    {
      tipo: "separador-duvidoso",
      problem: fileProblem(
        "aviso",
        `O separador foi tomado por ${delimiterName(dialeto.separador)}, ${or}.`,
        "Confira se as colunas estão certas; se não, salve de novo com ponto e vírgula.",
      ),
    },
  ];
}
