import { joinPt } from "../../core/format.ts";
import { fold } from "../../core/search.ts";
import { EXTRACTS, type Column, type Contract, type ExtractId } from "../contracts/contract.ts";
import { CONTRACTS } from "../contracts/index.ts";

/** How the header of a file fits a contract. */
export interface HeaderMatch {
  readonly contract: Contract;
  /** Position in the file of each contract column found. */
  readonly posicao: ReadonlyMap<string, number>;
  readonly faltam: readonly Column[];
  /** Header texts that say the very same column twice: no way to know which one is meant. */
  readonly repetidas: readonly string[];
}

export interface Recognition {
  /** Null when no contract fits well enough to load. */
  readonly match: HeaderMatch | null;
  /** The contract that fits best, loaded or not. */
  readonly proximo: HeaderMatch;
  /** Why, in one sentence. */
  readonly motivo: string;
}

/** Finds the columns of one contract in a header, by name first and then by alias, without accents, case or punctuation. */
export function matchHeader(contract: Contract, header: readonly string[]): HeaderMatch {
  const byFold = new Map<string, number[]>();
  header.forEach((name, i) => {
    for (const key of new Set([headerKey(name), headerKey(withoutUnit(name))])) {
      const at = byFold.get(key);
      if (at === undefined) byFold.set(key, [i]);
      else at.push(i);
    }
  });
  const posicao = new Map<string, number>();
  const taken = new Set<number>();
  const repetidas: string[] = [];
  const take = (column: Column, name: string): void => {
    const free = (byFold.get(headerKey(name)) ?? []).filter((i) => !taken.has(i));
    const [first] = free;
    if (posicao.has(column.name) || first === undefined) return;
    if (free.length > 1) repetidas.push(header[first] ?? name);
    posicao.set(column.name, first);
    taken.add(first);
  };
  for (const column of contract.columns) take(column, column.name);
  for (const column of contract.columns) for (const alias of column.aliases) take(column, alias);
  return {
    contract,
    posicao,
    faltam: contract.columns.filter(({ name, required }) => (required || contract.cabecalho?.includes(name) === true) && !posicao.has(name)),
    repetidas,
  };
}

/** So many required columns together are found in no other kind of table. */
const TELLING_COLUMNS = 4;

/**
 * Which extract a header announces. Needs every required column and, where these
 * are few, that the contract explains half of the header or half of its own
 * columns: a table of anything with code and name is not the table of
 * municipalities. `expected` asks for one contract and drops the second condition.
 */
export function recognise(header: readonly string[], expected?: ExtractId): Recognition {
  const matches = EXTRACTS.map((id) => matchHeader(CONTRACTS[id], header)).sort((a, b) => fitness(b) - fitness(a));
  const proximo = matches.find(({ contract }) => contract.id === expected) ?? matches[0];
  if (proximo === undefined) throw new Error("there is no contract to recognise a file by");
  const { contract, faltam, posicao } = proximo;
  if (posicao.size === 0 && expected === undefined) {
    return { match: null, proximo, motivo: "Nenhuma coluna do cabeçalho é de um conjunto de dados conhecido." };
  }
  if (faltam.length > 0) {
    const other = matches.find((match) => match.faltam.length === 0 && explains(match, header));
    const hint = expected !== undefined && other !== undefined ? ` Parece ser um arquivo de ${other.contract.title}.` : "";
    return {
      match: null,
      proximo,
      motivo: `O mais parecido é ${contract.title}, mas ${missing(faltam)}.${hint}`,
    };
  }
  if (expected === undefined && !explains(proximo, header)) {
    return {
      match: null,
      proximo,
      motivo: `Só ${String(posicao.size)} das ${String(header.length)} colunas são de ${contract.title}: pode ser outra coisa.`,
    };
  }
  const required = contract.columns.filter((column) => column.required).length;
  return {
    match: proximo,
    proximo,
    motivo: `O cabeçalho tem ${required === 1 ? "a coluna obrigatória" : `as ${String(required)} colunas obrigatórias`} de ${contract.title}.`,
  };
}

function missing(faltam: readonly Column[]): string {
  const names = joinPt(faltam.map(({ name }) => name));
  return faltam.length === 1 ? `falta a coluna ${names}` : `faltam as colunas ${names}`;
}

function fitness({ contract, posicao, faltam }: HeaderMatch): number {
  const required = contract.columns.filter((column) => column.required).length;
  return (required - faltam.length) / required + posicao.size / 1000;
}

function explains({ contract, posicao }: HeaderMatch, header: readonly string[]): boolean {
  if (contract.columns.filter(({ required }) => required).length >= TELLING_COLUMNS) return true;
  const named = header.filter((name) => name !== "").length;
  return posicao.size * 2 >= named || posicao.size * 2 >= contract.columns.length;
}

/** `fold`, with the ordinal sign of "Nº" taken for punctuation. */
function headerKey(name: string): string {
  return fold(name.replace(/[ºª°]/g, " "));
}

function withoutUnit(name: string): string {
  return name.replace(/\s*\([^()]*\)\s*$/, "");
}
