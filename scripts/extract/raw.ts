import { LIMITS, type ImportLimits } from "../../src/data/import/limits.ts";
import { Refusal, type FileWarning } from "../../src/data/import/whole-file.ts";
import { accountTable, type TableAccount } from "../../src/data/raw/account.ts";
import { joinHeader } from "../../src/data/raw/header-names.ts";
import { openRaw } from "../../src/data/raw/open.ts";
import type { RawDescription } from "../../src/data/raw/raw.ts";

/** What is said of a file read without types. */
export interface RawReport {
  readonly arquivo: string;
  readonly bytes: number;
  readonly descricao: RawDescription | null;
  /** Tables found; the first is the one printed. */
  readonly tabelas: number;
  readonly cabecalho: { readonly linha: number; readonly nomes: readonly string[] } | null;
  readonly contagem: TableAccount | null;
  /** Whatever was guessed, mended, set aside or unusual; empty for an ordinary file. */
  readonly avisos: readonly { readonly tipo: string; readonly linha: number | null; readonly mensagem: string; readonly conserto: string }[];
  /** Why nothing was read; null when something was. */
  readonly recusado: { readonly tipo: string; readonly mensagem: string; readonly conserto: string } | null;
}

/** A table is printed whatever its width: the limit of columns guards the app, not this. */
const RAW_LIMITS: ImportLimits = { ...LIMITS, colunas: 100_000 };

/** Reads bytes into the CSV of their first table and a report. An empty file is an empty table, and it is said. */
export async function readRaw(bytes: Uint8Array, arquivo: string): Promise<{ csv: string; relatorio: RawReport }> {
  const empty = { arquivo, bytes: bytes.length, descricao: null, tabelas: 0, cabecalho: null, contagem: null };
  try {
    const { descricao, tabelas, avisos } = await openRaw(bytes, arquivo, RAW_LIMITS);
    const [tabela] = tabelas;
    if (tabela === undefined) throw new Refusal("sem-tabela", "O arquivo não tem nenhuma tabela.", "Confira se o arquivo foi salvo por inteiro.");
    const header: (readonly string[])[] = [];
    const lines: string[] = [];
    const { conta, avisos: rowWarnings } = accountTable(tabela, ({ tipo, campos, linha }) => {
      if (tipo === "cabecalho" && linha <= (tabela.cabecalho?.linha ?? 0)) header.push(campos);
      else if (tipo === "dados") lines.push(csvLine(campos));
    });
    // A list of objects has names and no record that holds them.
    const names = header.length > 0 ? joinHeader(header) : tabela.cabecalho?.nomes;
    if (names !== undefined) lines.unshift(csvLine(names));
    const warnings = [...avisos, ...(tabela.duvidas ?? []), ...rowWarnings, ...otherTables(tabelas.length)];
    return {
      csv: lines.join(""),
      relatorio: { ...empty, descricao, tabelas: tabelas.length, cabecalho: tabela.cabecalho, contagem: conta, avisos: warnings.map(told), recusado: null },
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { tipo, message, conserto } = error;
    const said = { tipo, mensagem: message, conserto };
    if (tipo === "vazio") return { csv: "", relatorio: { ...empty, avisos: [{ ...said, linha: null }], recusado: null } };
    return { csv: "", relatorio: { ...empty, avisos: [], recusado: said } };
  }
}

function told({ tipo, problem: { linha, mensagem, conserto } }: FileWarning): RawReport["avisos"][number] {
  return { tipo, linha, mensagem, conserto };
}

function otherTables(count: number): FileWarning[] {
  if (count < 2) return [];
  return [
    {
      tipo: "outras-tabelas",
      problem: {
        gravidade: "aviso",
        linha: null,
        coluna: null,
        valor: null,
        mensagem: `O arquivo tem ${String(count)} tabelas; aqui está a primeira.`,
        conserto: "Separe as tabelas em arquivos, se as outras também interessam.",
      },
    },
  ];
}

/** RFC 4180: CRLF, quotes only where needed, doubled inside. */
function csvLine(campos: readonly string[]): string {
  return `${campos.map((campo) => (/[",\r\n]/.test(campo) ? `"${campo.replaceAll('"', '""')}"` : campo)).join(",")}\r\n`;
}
