import { expect } from "vitest";
import { accountTable, type TableAccount } from "../../../src/data/raw/account.ts";
import type { RawTable, TableRecord } from "../../../src/data/raw/raw.ts";
import { openText, type OpenedText } from "../../../src/data/raw/text.ts";

/** A table read to its end. */
export interface WholeTable {
  readonly cabecalho: readonly string[];
  /** Data rows whose shape fits the header, cut at its last name. */
  readonly linhas: readonly (readonly string[])[];
  /** Data rows whose shape does not fit, kept apart. */
  readonly separadas: readonly TableRecord[];
  readonly conta: TableAccount;
  /** Kinds of everything there is to warn of. */
  readonly avisos: readonly string[];
}

export function openBytes(file: string | Uint8Array): OpenedText {
  return openText(typeof file === "string" ? new TextEncoder().encode(file) : file);
}

/** Reads the first table of a file and checks, on every reading, that each record came once and in order. */
export function readWhole(file: string | Uint8Array): WholeTable {
  const opened = openBytes(file);
  return { ...wholeOf(opened.tabela), avisos: [...opened.avisos.map(({ tipo }) => tipo), ...wholeOf(opened.tabela).avisos] };
}

export function wholeOf(tabela: RawTable): WholeTable {
  const cabecalho = tabela.cabecalho?.nomes ?? [];
  const linhas: (readonly string[])[] = [];
  const separadas: TableRecord[] = [];
  const lines: number[] = [];
  const { conta, avisos } = accountTable(tabela, (record) => {
    lines.push(record.linha);
    if (record.tipo !== "dados") return;
    if (record.defeito === null) linhas.push(cabecalho.length === 0 ? record.campos : record.campos.slice(0, cabecalho.length));
    else separadas.push(record);
  });
  const { lidas, dados, preambulo, cabecalho: titles, branco, rodape } = conta;
  expect(dados + preambulo + titles + branco + rodape, "records are conserved").toBe(lidas);
  expect(lines, "records come in the order of the file").toEqual([...lines].sort((a, b) => a - b));
  expect(new Set(lines).size, "no record comes twice").toBe(lines.length);
  return { cabecalho, linhas, separadas, conta, avisos: [...(tabela.duvidas ?? []), ...avisos].map(({ tipo }) => tipo) };
}
