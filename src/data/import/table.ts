import { fold } from "../../core/search.ts";
import { forEachRecord } from "./parse.ts";
import { isBlank, type Layout } from "./sniff.ts";

export type RecordKind = "preambulo" | "cabecalho" | "dados" | "branco" | "rodape";

/** What is wrong with the shape of a data record. */
export type RecordDefect = "aspas" | "colunas" | null;

export interface TableRecord {
  readonly tipo: RecordKind;
  /** 1-based line of the file. */
  readonly linha: number;
  readonly campos: readonly string[];
  readonly defeito: RecordDefect;
}

/** Trailing records that may be a footer; more than this is data. */
const MAX_FOOTER = 20;

/**
 * Walks the whole file: every record comes once, with its kind. A footer is only
 * at the end: a "Total" followed by ordinary records is data. `visit` returns
 * false to stop.
 */
export function walkTable(
  texto: string,
  layout: Layout,
  visit: (record: TableRecord) => boolean,
  onProgress?: (share: number) => void,
): void {
  for (const [i, line] of layout.abertura.entries()) {
    const tipo = line.trim() === "" ? "branco" : "preambulo";
    if (!visit({ tipo, linha: i + 1, campos: [line], defeito: null })) return;
  }
  const body = texto.slice(layout.inicio, texto.endsWith("\n") ? -1 : undefined);
  if (body === "") return;
  let width: Width | null = null;
  let pending: TableRecord[] = [];
  let stopped = false;
  const flush = (tipo: "dados" | "rodape"): void => {
    for (const record of pending) {
      if (stopped) break;
      stopped = !visit(tipo === "dados" ? record : { ...record, tipo, defeito: null });
    }
    pending = [];
  };
  forEachRecord(
    body,
    layout.separador,
    layout.abertura.length + 1,
    ({ linha, campos, aspasSemPar }) => {
      if (isBlank(campos)) {
        stopped = !visit({ tipo: "branco", linha, campos, defeito: null });
        return !stopped;
      }
      if (width === null) {
        const isHeader = linha === layout.linhaCabecalho;
        if (isHeader) width = widthOf(campos);
        stopped = !visit({ tipo: isHeader ? "cabecalho" : "preambulo", linha, campos, defeito: null });
        return !stopped;
      }
      const record: TableRecord = { tipo: "dados", linha, campos, defeito: aspasSemPar ? "aspas" : width.defect(campos) };
      if (!aspasSemPar && looksLikeFooter(campos, width.named) && pending.length < MAX_FOOTER) {
        pending.push(record);
        return true;
      }
      flush("dados");
      stopped = stopped || !visit(record);
      return !stopped;
    },
    onProgress,
  );
  flush("rodape");
}

interface Width {
  /** Columns up to the last one with a name. */
  readonly named: number;
  readonly defect: (campos: readonly string[]) => RecordDefect;
}

function widthOf(header: readonly string[]): Width {
  let named = header.length;
  while (named > 1 && (header[named - 1] ?? "").trim() === "") named -= 1;
  return {
    named,
    defect: (campos) => {
      if (campos.length < named) return "colunas";
      return campos.length > header.length && !isBlank(campos.slice(header.length)) ? "colunas" : null;
    },
  };
}

const FOOTER_SOLE = /^(fonte|nota|notas|obs|observacao|observacoes|elaboracao|elaborado|legenda|total|gerado|emitido|extraido|atualizado)\b/;
const FOOTER_HINT = /^\s*(total|subtotal|soma)/i;
const FOOTER_TOTAL = /^(total|total geral|subtotal|soma)$/;

function looksLikeFooter(campos: readonly string[], width: number): boolean {
  const first = campos[0] ?? "";
  if ((campos[1] ?? "") !== "" && !FOOTER_HINT.test(first)) return false;
  const filled = campos.filter((campo) => campo.trim() !== "").length;
  if (filled === 1 && width > 1) return FOOTER_SOLE.test(fold(first));
  return FOOTER_HINT.test(first) && FOOTER_TOTAL.test(fold(first)) && filled < width;
}

/** A file as a table of strings, nothing typed and nothing guarded. */
export interface RawTable {
  readonly cabecalho: readonly string[];
  readonly linhas: readonly (readonly string[])[];
  /** Data records whose shape does not fit the header, kept apart. */
  readonly separadas: readonly TableRecord[];
  readonly puladas: Readonly<Record<"preambulo" | "branco" | "rodape", number>>;
}

/** Collects the whole table; for files that fit in memory twice. */
export function readTable(texto: string, layout: Layout): RawTable {
  let cabecalho: readonly string[] = [];
  const linhas: (readonly string[])[] = [];
  const separadas: TableRecord[] = [];
  const puladas = { preambulo: 0, branco: 0, rodape: 0 };
  walkTable(texto, layout, (record) => {
    if (record.tipo === "cabecalho") cabecalho = headerNames(record.campos);
    else if (record.tipo !== "dados") puladas[record.tipo] += 1;
    else if (record.defeito === null) linhas.push(record.campos.slice(0, Math.max(cabecalho.length, 1)));
    else separadas.push(record);
    return true;
  });
  return { cabecalho, linhas, separadas, puladas };
}

/**
 * Header texts as labels: zero-width characters out, blanks collapsed, trailing
 * empty columns dropped, repeated names told apart ("data", "data (2)").
 */
export function headerNames(campos: readonly string[]): string[] {
  const names = campos.map(cleanHeader);
  while (names.length > 1 && names.at(-1) === "") names.pop();
  const used = new Set<string>(names);
  const seen = new Map<string, number>();
  return names.map((name) => {
    let times = (seen.get(name) ?? 0) + 1;
    if (times > 1) while (used.has(`${name} (${String(times)})`)) times += 1;
    seen.set(name, times);
    if (times === 1) return name;
    const distinct = `${name} (${String(times)})`;
    used.add(distinct);
    return distinct;
  });
}

function cleanHeader(campo: string): string {
  return campo
    .normalize("NFC")
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
    .replaceAll("\0", "")
    .replace(/\s+/g, " ")
    .trim();
}
