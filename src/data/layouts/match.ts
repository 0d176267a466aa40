import { fold } from "../../core/search.ts";
import { isBlank } from "../raw/shape.ts";
import { headerNames } from "../raw/header-names.ts";
import type { OpeningRecord, RawTable } from "../raw/raw.ts";
import { cellText } from "./cells.ts";
import type { Fit } from "./layout.ts";

/** A column a layout knows. */
export interface FieldRule {
  readonly campo: string;
  /** Titles as published, without regard to case, accents or punctuation; the first is shown when the column is missing. */
  readonly titulos: readonly string[];
  /** Further titles, tried on the folded text (`fold`) after the exact ones. */
  readonly padrao?: RegExp;
}

/** A header record and the columns of a layout found in it. */
export interface HeaderFound {
  readonly linha: number;
  readonly titulos: readonly string[];
  readonly posicao: ReadonlyMap<string, number>;
}

/** `fold`, with the ordinal sign of "Nº" taken for punctuation. */
export function titleKey(titulo: string): string {
  return fold(titulo.replace(/[ºª°]/g, " "));
}

/** Titles as they are compared, made once for each header that many layouts look at. */
interface Titles {
  readonly titulos: readonly string[];
  readonly keys: readonly string[];
  /** First column of each key. */
  readonly byKey: ReadonlyMap<string, number>;
}

function comparable(titulos: readonly string[]): Titles {
  const keys = titulos.map(titleKey);
  const byKey = new Map<string, number>();
  keys.forEach((key, i) => {
    if (key !== "" && !byKey.has(key)) byKey.set(key, i);
  });
  return { titulos, keys, byKey };
}

/** Position of each known column: exact titles of all rules first, then patterns. A column is taken once. */
export function findColumns(titulos: readonly string[], rules: readonly FieldRule[]): Map<string, number> {
  return columnsIn(comparable(titulos), rules);
}

function columnsIn({ keys, byKey }: Titles, rules: readonly FieldRule[]): Map<string, number> {
  const posicao = new Map<string, number>();
  const taken = new Set<number>();
  const take = (campo: string, at: number | undefined): void => {
    if (at === undefined || at === -1 || taken.has(at) || posicao.has(campo)) return;
    posicao.set(campo, at);
    taken.add(at);
  };
  for (const { campo, titulos: names } of rules) for (const name of names) take(campo, byKey.get(ruleKey(name)));
  for (const { campo, padrao } of rules) {
    if (padrao === undefined || posicao.has(campo)) continue;
    take(campo, keys.findIndex((key, i) => !taken.has(i) && padrao.test(key)));
  }
  return posicao;
}

const RULE_KEYS = new Map<string, string>();

/** `titleKey` of a title written in a rule: there are a few hundred, compared over and over. */
function ruleKey(titulo: string): string {
  const known = RULE_KEYS.get(titulo);
  if (known !== undefined) return known;
  const key = titleKey(titulo);
  RULE_KEYS.set(titulo, key);
  return key;
}

/** Header records are looked for among so many filled records. */
const SEARCH_RECORDS = 40;

/**
 * The header: the record among the first ones in which most of the rules find a
 * column, the earliest of equals. Null when none finds any.
 */
export function findHeader(tabela: RawTable, rules: readonly FieldRule[]): HeaderFound | null {
  let best: HeaderFound | null = null;
  for (const { linha, titles } of headerCandidates(tabela)) {
    const posicao = columnsIn(titles, rules);
    if (posicao.size > (best?.posicao.size ?? 0)) best = { linha, titulos: titles.titulos, posicao };
  }
  return best;
}

interface Candidate {
  readonly linha: number;
  readonly titles: Titles;
}

const CANDIDATES = new WeakMap<RawTable, readonly Candidate[]>();

/** The records of a table that may be its header: the one its shape tells first. */
function headerCandidates(tabela: RawTable): readonly Candidate[] {
  const known = CANDIDATES.get(tabela);
  if (known !== undefined) return known;
  const { cabecalho, inicio } = tabela;
  const filled = inicio.filter(({ linha, campos }) => linha !== cabecalho?.linha && !isBlank(campos)).slice(0, SEARCH_RECORDS);
  const candidates = filled.map(({ linha, campos }) => ({ linha, titles: comparable(headerNames(campos)) }));
  if (cabecalho !== null) candidates.unshift({ linha: cabecalho.linha, titles: comparable(cabecalho.nomes) });
  CANDIDATES.set(tabela, candidates);
  return candidates;
}

/** Titles, as published, of the rules that found no column. */
export function missingTitles(rules: readonly FieldRule[], posicao: ReadonlyMap<string, number>): string[] {
  return rules.flatMap(({ campo, titulos }) => (posicao.has(campo) ? [] : [titulos[0] ?? campo]));
}

/** The opening records below the header that have any value. */
export function openingRows({ inicio }: RawTable, linhaCabecalho: number): readonly OpeningRecord[] {
  return inicio.filter(({ linha, campos }) => linha > linhaCabecalho && !isBlank(campos));
}

/**
 * Share of the filled opening cells of a column that read as wanted, 0–1; null
 * when all of them are blank: then the values tell nothing.
 */
export function shareOf(rows: readonly OpeningRecord[], position: number | undefined, isWanted: (text: string) => boolean): number | null {
  if (position === undefined) return null;
  const cells = rows.map(({ campos }) => cellText(campos, position)).filter((text) => text !== "");
  return cells.length === 0 ? null : cells.filter(isWanted).length / cells.length;
}

/** A municipality's IBGE code by its form alone: 6 or 7 digits, the first two a state. */
export function looksLikeCode(text: string): boolean {
  return /^(1[1-7]|2[1-9]|3[1-35]|4[1-3]|5[0-3])\d{4,5}(?:[.,]0+)?$/.test(text);
}

/** Puts a fit together; the confidence is kept between 0 and 1. */
export function fitOf(
  { linha, titulos, posicao }: HeaderFound,
  { confianca, motivo, faltam = [], linhasDeCabecalho = 1 }: { confianca: number; motivo: string; faltam?: readonly string[]; linhasDeCabecalho?: number },
): Fit {
  return {
    confianca: Math.max(0, Math.min(1, confianca)),
    motivo,
    posicao,
    faltam,
    titulos,
    linhaCabecalho: linha,
    linhasDeCabecalho,
  };
}
