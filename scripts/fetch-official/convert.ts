import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ExtractId } from "../../src/data/contracts/contract.ts";
import { type Entry, type Provenance, sha256Of, withEntry, writeProvenance, writeWhole } from "./provenance.ts";

/** What the importer made of a raw file. */
export interface Converted {
  /** Canonical CSV; null when the file holds no figure of ours. */
  readonly extract: { readonly id: ExtractId; readonly csv: Uint8Array; readonly linhas: number } | null;
  /** What it found, in words; the first few are printed. */
  readonly avisos: readonly string[];
}

/** Reads a raw file as the app would; rejects only for faults of our own. */
export type Converter = (bytes: Uint8Array<ArrayBuffer>, fileName: string) => Promise<Converted>;

export const EXTRACTS_FOLDER = "extratos";

/**
 * Hands every raw file that is a table to the importer and writes what comes of it
 * beside, under `extratos/`; the provenance then names the extract of each file.
 */
export async function writeExtracts(
  dir: string,
  provenance: Provenance,
  files: readonly string[],
  convert: Converter,
  print: (line: string) => void,
): Promise<Provenance> {
  await mkdir(join(dir, EXTRACTS_FOLDER), { recursive: true });
  let current = provenance;
  for (const entry of provenance.arquivos.filter(({ arquivo }) => files.includes(arquivo))) {
    const { extract, avisos } = await convert(new Uint8Array(await readFile(join(dir, entry.arquivo))), entry.arquivo);
    const extrato = extract === null ? null : await writeExtract(dir, entry, extract);
    current = withEntry(current, { ...entry, extrato });
    await writeProvenance(dir, current);
    print(extrato === null ? `${entry.arquivo}: nenhum número para o aplicativo` : `${entry.arquivo} → ${extrato.arquivo}: ${extrato.linhas} linhas`);
    for (const aviso of avisos.slice(0, 3)) print(`  ${aviso}`);
    if (avisos.length > 3) print(`  e mais ${avisos.length - 3} avisos`);
  }
  return current;
}

async function writeExtract(dir: string, { arquivo }: Entry, { id, csv, linhas }: NonNullable<Converted["extract"]>): Promise<NonNullable<Entry["extrato"]>> {
  const name = `${EXTRACTS_FOLDER}/${arquivo.replace(/\.[a-z]+$/, "")}.${id}.csv`;
  await writeWhole(join(dir, name), csv);
  return { arquivo: name, id, linhas, sha256: sha256Of(csv) };
}
