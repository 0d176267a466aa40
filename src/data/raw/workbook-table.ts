import { headerNames } from "./header-names.ts";
import { OPENING_RECORDS, type OpeningRecord, type RawTable, type RecordKind, type TableRecord } from "./raw.ts";

/** Visits rows in order, blank ones between others included; `visit` returns false to stop. */
export type RowWalk = (
  visit: (linha: number, campos: readonly string[]) => boolean,
  onProgress?: (share: number) => void,
) => void;

/** A table whose rows come from a sheet: what is title, header and footer is told by shape. */
export function sheetTable(nome: string | null, walk: RowWalk): RawTable {
  const inicio: OpeningRecord[] = [];
  walk((linha, campos) => inicio.push({ linha, campos }) < OPENING_RECORDS);
  const header = guessHeader(inicio);
  const headerLine = header?.linha ?? null;
  const width = header === null ? 0 : headerNames(header.campos).length;
  return {
    nome,
    inicio,
    cabecalho: header === null ? null : { linha: header.linha, nomes: headerNames(header.campos) },
    percorrer: (visit, onProgress) => {
      walkKinds(walk, headerLine, width, visit, onProgress);
    },
  };
}

/** Trailing records that may be a footer; more than this is data. */
const MAX_FOOTER = 20;

function walkKinds(
  walk: RowWalk,
  headerLine: number | null,
  width: number,
  visit: (record: TableRecord) => boolean,
  onProgress?: (share: number) => void,
): void {
  let pending: TableRecord[] = [];
  let going = true;
  const give = (tipo: RecordKind, linha: number, campos: readonly string[]): void => {
    going = going && visit({ tipo, linha, campos, defeito: null });
  };
  const flush = (tipo: "dados" | "rodape"): void => {
    for (const { tipo: own, linha, campos } of pending) give(own === "branco" ? own : tipo, linha, campos);
    pending = [];
  };
  walk((linha, campos) => {
    const blank = isBlankRow(campos);
    if (headerLine === null || linha < headerLine) give(blank ? "branco" : "preambulo", linha, campos);
    else if (linha === headerLine) give("cabecalho", linha, campos);
    else if (pending.length < MAX_FOOTER && (blank ? pending.length > 0 : looksLikeFooter(campos, width))) {
      pending.push({ tipo: blank ? "branco" : "dados", linha, campos, defeito: null });
    } else {
      flush("dados");
      give(blank ? "branco" : "dados", linha, campos);
    }
    return going;
  }, onProgress);
  if (going) flush("rodape");
}

const FOOTER_WORD = /^[\s(*]*(fontes?|notas?|obs|observa[cç](ão|ao|ões|oes)|elabora[cç](ão|ao)|elaborado|legenda|gerado|emitido|extra[ií]do|atualizado|total|subtotal)\b/i;
const FOOTER_MARK = /^\s*(\*|\(\s*\d{1,2}\s*\)|\d{1,2}\s*[-–)]\s)/;
const TOTAL = /^\s*(total|total geral|subtotal|soma)\s*$/i;
const LONG_NOTE = 60;

function looksLikeFooter(campos: readonly string[], width: number): boolean {
  const filled = campos.filter((campo) => campo.trim() !== "");
  const first = filled[0] ?? "";
  if (TOTAL.test(campos[0] ?? "")) return true;
  if (filled.length !== 1 || width < 2) return false;
  return FOOTER_WORD.test(first) || FOOTER_MARK.test(first) || first.trim().length > LONG_NOTE;
}

/** How many records a header may have. */
const MAX_HEADER = 3;

/**
 * The last record of the header among the first ones: the first record about as
 * wide as the table that reads like labels, and the ones under it that still put
 * labels over the columns that hold figures. Null when nothing looks like one.
 */
function guessHeader(inicio: readonly OpeningRecord[]): OpeningRecord | null {
  const rows = inicio.filter(({ campos }) => !isBlankRow(campos));
  const widths = rows.map(({ campos }) => filledCount(campos)).filter((count) => count > 1);
  const typical = widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)];
  if (typical === undefined) return null;
  const start = rows.findIndex(({ campos }) => filledCount(campos) * 2 >= typical && filledCount(campos) > 1 && looksLikeLabels(campos));
  const first = rows[start];
  if (first === undefined) return null;
  const body = rows.slice(start + MAX_HEADER);
  const figureColumns = columnsOfFigures(body);
  let header = first;
  for (const row of rows.slice(start + 1, start + MAX_HEADER)) {
    const overFigures = figureColumns.filter((column) => isFigure(row.campos[column] ?? ""));
    if (figureColumns.length === 0 || overFigures.length > 0 || !looksLikeLabels(row.campos)) break;
    if (!figureColumns.some((column) => (row.campos[column] ?? "").trim() !== "")) break;
    header = row;
  }
  return header;
}

function columnsOfFigures(rows: readonly OpeningRecord[]): number[] {
  const columns = Math.max(0, ...rows.map(({ campos }) => campos.length));
  return Array.from({ length: columns }, (_, column) => column).filter((column) => {
    const filled = rows.map(({ campos }) => campos[column] ?? "").filter((campo) => campo.trim() !== "");
    return filled.length > 0 && filled.filter(isFigure).length * 2 > filled.length;
  });
}

function looksLikeLabels(campos: readonly string[]): boolean {
  const filled = campos.filter((campo) => campo.trim() !== "");
  return filled.filter((campo) => isFigure(campo) && !YEAR.test(campo.trim())).length * 2 < filled.length;
}

const YEAR = /^(19|20)\d\d$/;

function isFigure(campo: string): boolean {
  return /^[\s\d.,:/%()R$+-]*\d[\s\d.,:/%()R$+-]*$/.test(campo);
}

export function isBlankRow(campos: readonly string[]): boolean {
  return campos.every((campo) => campo.trim() === "");
}

function filledCount(campos: readonly string[]): number {
  return campos.filter((campo) => campo.trim() !== "").length;
}
