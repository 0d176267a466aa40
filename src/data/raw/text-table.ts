import type { FileWarning } from "../import/whole-file.ts";
import type { LineEnd } from "./dialect.ts";
import { looksLikeFooter } from "./footer.ts";
import { headerNames, joinHeader } from "./header-names.ts";
import type { OpeningRecord, RawTable, TableRecord } from "./raw.ts";
import { forEachRecord, type TextRecord, type TextSpan } from "./records.ts";
import { isBlank } from "./shape.ts";
import type { Structure } from "./structure.ts";

/** A table in a text: the lines before its first record, where its records are, and its header. */
export interface TextLayout {
  readonly nome: string | null;
  /** Lines before the first record: comments, `sep=`, blank lines. */
  readonly abertura: readonly OpeningRecord[];
  readonly trecho: TextSpan;
  readonly estrutura: Structure;
  /** Header records that come again further down, each followed by more rows of the same table. */
  readonly repetidos: ReadonlySet<number>;
  readonly inicio: readonly OpeningRecord[];
  readonly duvidas: readonly FileWarning[];
}

/** A table of a text, and what its reading told about line ends. */
export interface TextTable extends RawTable {
  readonly duvidas: readonly FileWarning[];
  /** Kinds of line end that ended a record; reads the table. */
  readonly finaisDeLinha: () => ReadonlySet<LineEnd>;
}

/** Trailing records that may be a footer; more than this is data. */
const MAX_FOOTER = 20;
/** Blank records among them included. */
const MAX_PENDING = 200;

/**
 * A text as a table. Every record comes once, with its kind. A footer is only at
 * the end: a "Total" followed by ordinary records is data.
 */
export function textTable(layout: TextLayout): TextTable {
  const { cabecalho } = layout.estrutura;
  const last = cabecalho.at(-1);
  return {
    nome: layout.nome,
    cabecalho: last === undefined ? null : { linha: last.linha, nomes: headerNames(joinHeader(cabecalho.map(({ campos }) => campos))) },
    inicio: layout.inicio,
    duvidas: layout.duvidas,
    semFimDeLinha: layout.trecho.fim === layout.trecho.texto.length && !/[\r\n]$/.test(layout.trecho.texto.slice(-1)),
    percorrer: (visit, onProgress) => {
      walk(layout, visit, onProgress);
    },
    finaisDeLinha: () => forEachRecord(layout.trecho, () => true),
  };
}

function walk(layout: TextLayout, visit: (record: TableRecord) => boolean, onProgress?: (share: number) => void): void {
  for (const { linha, campos } of layout.abertura) {
    if (!visit({ tipo: isBlank(campos) ? "branco" : "preambulo", linha, campos, defeito: null })) return;
  }
  const { cabecalho, primeiraDeDados } = layout.estrutura;
  const header = new Map(cabecalho.map(({ linha, campos }) => [linha, campos]));
  const firstData = primeiraDeDados ?? (cabecalho.at(-1)?.linha ?? Infinity) + 1;
  const width = widthOf(layout);
  let pending: TableRecord[] = [];
  let stopped = false;
  const send = (record: TableRecord): boolean => {
    stopped ||= !visit(record);
    return !stopped;
  };
  const flush = (tipo: "dados" | "rodape"): void => {
    for (const record of pending) send(tipo === "dados" || record.tipo === "branco" ? record : { ...record, tipo, defeito: null });
    pending = [];
  };
  const { inicio, fim } = layout.trecho;
  forEachRecord(
    layout.trecho,
    ({ linha, campos, aspas }) => {
      if (isBlankRecord(campos)) {
        const blank: TableRecord = { tipo: "branco", linha, campos, defeito: null };
        if (pending.length === 0) return send(blank);
        pending.push(blank);
        if (pending.length > MAX_PENDING) flush("dados");
        return !stopped;
      }
      if (linha < firstData || layout.repetidos.has(linha)) {
        flush("dados");
        const title = header.get(linha);
        const isHeader = title !== undefined || layout.repetidos.has(linha);
        const mended = isHeader && aspas !== "certas" && title?.length === campos.length ? ({ reparo: "aspas" } as const) : {};
        return send({ tipo: isHeader ? "cabecalho" : "preambulo", linha, campos: title ?? campos, defeito: null, ...mended });
      }
      const record: TableRecord = aspas === "certas" && campos.length === width.total ? { tipo: "dados", linha, campos, defeito: null } : { tipo: "dados", linha, campos, ...defectOf(campos, aspas, width) };
      if (aspas !== "duvidosas" && pending.length < MAX_FOOTER && looksLikeFooter(campos, width.named)) {
        pending.push(record);
        return true;
      }
      if (pending.length > 0) flush("dados");
      return send(record);
    },
    onProgress === undefined ? undefined : (read) => {
      onProgress(read / Math.max(1, fim - inicio));
    },
  );
  if (!stopped) flush("rodape");
}

/** Cheap for the usual record, whose first cell is filled. */
function isBlankRecord(campos: readonly string[]): boolean {
  const first = campos[0] ?? "";
  return (first === "" || first.charCodeAt(0) <= 32 || first.charCodeAt(0) === 160) && isBlank(campos);
}

interface Width {
  /** Columns up to the last one with a name. */
  readonly named: number;
  /** Cells of the header record. */
  readonly total: number;
}

function widthOf({ estrutura: { cabecalho }, trecho: { largura } }: TextLayout): Width {
  if (cabecalho.length === 0) return { named: largura ?? 1, total: largura ?? 1 };
  const header = joinHeader(cabecalho.map(({ campos }) => campos));
  let named = header.length;
  while (named > 1 && (header[named - 1] ?? "").trim() === "") named -= 1;
  return { named, total: header.length };
}

type Flaws = Pick<TableRecord, "defeito" | "reparo">;

const WHOLE: Flaws = { defeito: null };

function defectOf(campos: readonly string[], aspas: TextRecord["aspas"], { named, total }: Width): Flaws {
  if (aspas === "duvidosas") return { defeito: "aspas" };
  if (campos.length < named || (campos.length > total && !isBlank(campos.slice(total)))) return { defeito: "colunas" };
  return aspas === "corrigidas" ? { defeito: null, reparo: "aspas" } : WHOLE;
}
