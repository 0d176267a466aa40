import type { RegistroDeServico } from "../../core/servicos/montar.ts";
import type { ContextoDoArquivo } from "./campos.ts";
import { csvAberto } from "./csv-aberto.ts";
import { dicionarioAberto, type EntradaDoDicionario } from "./dicionario.ts";
import { zipGuardado } from "./zip-guardado.ts";

/** The open file and what goes beside it. */
export interface PacoteDeServicos {
  /** File names, with extension; the dictionary's is the one its specification asks for. */
  readonly nomes: { readonly csv: string; readonly dicionario: string; readonly zip: string };
  readonly csv: string;
  readonly dicionario: string;
}

export type EntradaDoPacote = ContextoDoArquivo & Omit<EntradaDoDicionario, "csv" | "arquivo" | "linhas"> & {
  /** Name of the files, without extension: lower-case ASCII, figures and hyphens. */
  readonly arquivo: string;
};

/** The rows as an open CSV with its dictionary. */
export function pacoteDeServicos(registros: readonly RegistroDeServico[], entrada: EntradaDoPacote): PacoteDeServicos {
  const arquivo = `${entrada.demonstracao ? "demonstracao-" : ""}${entrada.arquivo}`;
  const nomes = { csv: `${arquivo}.csv`, dicionario: "datapackage.json", zip: `${arquivo}.zip` };
  const csv = csvAberto(registros, entrada);
  const dicionario = dicionarioAberto({ ...entrada, csv, arquivo: nomes.csv, linhas: registros.length });
  return { nomes, csv, dicionario: `${JSON.stringify(dicionario, null, 2)}\n` };
}

/** Both files in one. */
export function zipDoPacote({ nomes, csv, dicionario }: PacoteDeServicos): Uint8Array<ArrayBuffer> {
  const texto = new TextEncoder();
  return zipGuardado([
    { nome: nomes.csv, bytes: texto.encode(csv) },
    { nome: nomes.dicionario, bytes: texto.encode(dicionario) },
  ]);
}
