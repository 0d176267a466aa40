import { fold } from "../../core/search.ts";
import { headerNames } from "../raw/header-names.ts";
import { isBlank } from "../raw/shape.ts";
import type { OpeningRecord, RawTable } from "../raw/raw.ts";
import { cellText } from "./cells.ts";
import { labelRowsAbove, labelsOver } from "./header-blocks.ts";
import { findColumns, openingRows, titleKey, type FieldRule, type HeaderFound } from "./match.ts";

export type IndexSigla = "IDCRAS" | "IDCREAS" | "IDConselho";

export interface Dimension {
  /** Suffix of the catalogue id; "" for the index itself. */
  readonly sufixo: string;
  readonly titulo: string;
  readonly padrao: RegExp;
}

const UNIT_DIMENSIONS: readonly Dimension[] = [
  { sufixo: "-estrutura", titulo: "Estrutura Física", padrao: /\bestrutura fisica\b/ },
  { sufixo: "-equipe", titulo: "Recursos Humanos", padrao: /\brecursos humanos\b|^(?:dimensao )?rh$/ },
  { sufixo: "-servicos", titulo: "Serviços", padrao: /\bservicos\b/ },
];

const COUNCIL_DIMENSIONS: readonly Dimension[] = [
  { sufixo: "-estrutura", titulo: "Estrutura Administrativa", padrao: /\bestrutura administrativa\b/ },
  { sufixo: "-dinamica", titulo: "Dinâmica de Funcionamento", padrao: /\bdinamica\b/ },
  { sufixo: "-composicao", titulo: "Composição do Conselho", padrao: /\bcomposicao\b/ },
];

export const DIMENSIONS: Readonly<Record<IndexSigla, readonly Dimension[]>> = {
  IDCRAS: UNIT_DIMENSIONS,
  IDCREAS: UNIT_DIMENSIONS,
  IDConselho: COUNCIL_DIMENSIONS,
};

/** "IDCRAS 2016sintético", "IDCRAS médio do município", "ID Conselho", "Indicador sintético"; not "Nº IDENTIFICADOR do CRAS". */
const SYNTHETIC = /^(?!.*\bnorma[tl]izad[oa]\b).*(?:(?:^| )id ?(?:cras|creas|conselho)(?=$|[ \d])|\bindicador sintetico\b)/;
const RESPONDENTS = /\b(?:numero|n|qtde?|quantidade)\b.*\b(?:cras|creas)\b.*\brespond/;

const KEYS: readonly FieldRule[] = [
  { campo: "unidade", titulos: ["Nº IDENTIFICADOR", "NU_IDENTIFICADOR"], padrao: /\bidentific\w* .*\b(?:cras|creas)\b|^nu identificador/ },
  { campo: "codigo", titulos: ["IBGE", "Código IBGE", "Código do IBGE", "Cod IBGE", "Código Município"] },
  { campo: "codigo7", titulos: ["IBGE7", "Código IBGE7", "IBGE 7", "Código IBGE 7 dígitos"], padrao: /^(?:cod\w* )?ibge/ },
  { campo: "uf", titulos: ["UF", "Sigla UF", "Estado"] },
  { campo: "municipio", titulos: ["Município", "Nome do Município"], padrao: /\bmunicipio$/ },
];

/** One group of columns of a year: where its dimensions, its index and its count of respondents are. */
export interface Block {
  /** First column that belongs to it, and the first that does not. */
  readonly inicio: number;
  readonly fim: number;
  /** Suffix of the catalogue id → column. */
  readonly dimensoes: ReadonlyMap<string, number>;
  readonly respondentes: number | null;
  /** Texts the rows above write over its columns. */
  readonly rotulos: readonly string[];
  /** Its own column titles. */
  readonly titulos: readonly string[];
}

export interface IndexHeader extends HeaderFound {
  readonly linhasDeCabecalho: number;
  readonly blocos: readonly Block[];
  /** First record of the header, labels included. */
  readonly primeiraLinha: number;
}

/** The header of a table of one of the indices: the record where all dimensions have a column, with the labels above it. */
export function readIndexHeader(tabela: RawTable, sigla: IndexSigla): IndexHeader | null {
  const dimensions = DIMENSIONS[sigla];
  const row = tabela.inicio.find(({ campos }) => {
    const keys = campos.map((campo) => fold(campo));
    return dimensions.every(({ padrao }) => keys.some((key) => key.length <= 60 && padrao.test(key)));
  });
  if (row === undefined) return null;
  const rows = openingRows(tabela, row.linha);
  const keys = row.campos.map((campo) => titleKey(campo));
  const labels = labelRowsAbove(tabela, row.linha);
  const blocos = blocksOf(row, keys, dimensions, labels, rows);
  if (blocos.length === 0) return null;
  const used = new Set(blocos.flatMap(({ dimensoes, respondentes }) => [...dimensoes.values(), respondentes ?? -1]));
  const posicao = findColumns(row.campos.map((campo, at) => (used.has(at) ? "" : campo)), KEYS);
  blocos.forEach(({ dimensoes, respondentes }, i) => {
    for (const [sufixo, at] of dimensoes) posicao.set(`${String(i)}${sufixo}`, at);
    if (respondentes !== null) posicao.set(`${String(i)}:respondentes`, respondentes);
  });
  return {
    linha: row.linha,
    titulos: titlesOf(row, blocos),
    posicao,
    linhasDeCabecalho: 1 + labels.length,
    blocos,
    primeiraLinha: labels[0]?.linha ?? row.linha,
  };
}

function blocksOf(
  row: OpeningRecord,
  keys: readonly string[],
  dimensions: readonly Dimension[],
  labels: readonly OpeningRecord[],
  rows: readonly OpeningRecord[],
): Block[] {
  const groups: { inicio: number; dimensoes: Map<string, number>; respondentes: number | null }[] = [];
  let current = groups[0];
  const open = (at: number): NonNullable<typeof current> => {
    const group = { inicio: at, dimensoes: new Map<string, number>(), respondentes: null };
    groups.push(group);
    return group;
  };
  keys.forEach((key, at) => {
    if (RESPONDENTS.test(key)) {
      if (current === undefined || current.respondentes !== null || current.dimensoes.size > 0) current = open(at);
      current.respondentes = at;
      return;
    }
    const dimension = dimensions.find(({ padrao }) => padrao.test(key))?.sufixo ?? (SYNTHETIC.test(key) ? "" : undefined);
    if (dimension === undefined) return;
    if (current === undefined || current.dimensoes.has(dimension)) current = open(at);
    current.dimensoes.set(dimension, at);
  });
  const width = Math.max(row.campos.length, ...rows.map(({ campos }) => campos.length));
  return groups
    .filter(({ dimensoes }) => dimensions.every(({ sufixo }) => dimensoes.has(sufixo)))
    .map(({ inicio, dimensoes, respondentes }, i, complete) => {
      const fim = complete[i + 1]?.inicio ?? width;
      if (!dimensoes.has("")) {
        const untitled = untitledMean(keys, rows, dimensoes, dimensions, fim);
        if (untitled !== null) dimensoes.set("", untitled);
      }
      const titulos = row.campos.slice(inicio, fim).map((campo) => campo.trim());
      return { inicio, fim, dimensoes, respondentes, rotulos: labelsOver(labels, inicio, fim), titulos };
    });
}

/**
 * The index without a title: the untitled column right of the dimensions whose
 * opening values are their mean ("Obtém-se o indicador sintético final, por meio
 * de média aritmética simples", note of the published workbooks).
 */
function untitledMean(
  keys: readonly string[],
  rows: readonly OpeningRecord[],
  dimensoes: ReadonlyMap<string, number>,
  dimensions: readonly Dimension[],
  fim: number,
): number | null {
  const at = dimensions.map(({ sufixo }) => dimensoes.get(sufixo) ?? -1);
  for (let column = Math.max(...at) + 1; column < fim; column += 1) {
    if ((keys[column] ?? "") !== "") continue;
    let agree = 0;
    let seen = 0;
    for (const { campos } of rows) {
      const value = readLevel(cellText(campos, column));
      const levels = at.map((position) => readLevel(cellText(campos, position)));
      if (value === null || levels.includes(null)) continue;
      seen += 1;
      const mean = levels.reduce<number>((sum, level) => sum + (level ?? 0), 0) / levels.length;
      if (Math.abs(mean - value) < 0.02) agree += 1;
    }
    if (seen > 0 && agree / seen >= 0.9) return column;
  }
  return null;
}

/** A level or a mean of levels, with comma or dot: the scale goes to 5, so that no mark divides thousands. Null for anything else. */
export function readLevel(text: string): number | null {
  return /^\d{1,2}(?:[.,]\d{1,20})?$/.test(text) ? Number(text.replace(",", ".")) : null;
}

/** Column titles, those of a block under several with the year or label that stands above them. */
function titlesOf({ campos }: OpeningRecord, blocos: readonly Block[]): string[] {
  const last = Math.max(campos.length - 1, ...blocos.flatMap(({ dimensoes }) => [...dimensoes.values()]));
  const texts = Array.from({ length: last + 1 }, (_, at) => {
    const block = blocos.length > 1 ? blocos.find(({ inicio, fim }) => at >= inicio && at < fim) : undefined;
    const label = block === undefined ? "" : (block.rotulos.find((texto) => /(?:19|20)\d{2}/.test(texto)) ?? "");
    const own = (campos[at] ?? "").trim();
    return label === "" || own === "" ? own : `${label}: ${own}`;
  });
  const names = headerNames(texts);
  return [...names, ...Array.from({ length: last + 1 - names.length }, () => "")];
}

/** Which of the two unit indices the table is about, by what names it: titles, the rows above, the sheet, the file. Null when nothing does. */
export function unitNamed(tabela: RawTable, header: IndexHeader, arquivo: string): "IDCRAS" | "IDCREAS" | null {
  const above = tabela.inicio.filter(({ linha, campos }) => linha < header.linha && !isBlank(campos)).flatMap(({ campos }) => campos);
  for (const texts of [header.titulos, above, [tabela.nome ?? ""], [arquivo]]) {
    const folded = texts.map((text) => fold(text)).join(" ");
    const creas = folded.includes("creas");
    const cras = /cras/.test(folded.replaceAll("creas", ""));
    if (creas !== cras) return creas ? "IDCREAS" : "IDCRAS";
  }
  return null;
}
