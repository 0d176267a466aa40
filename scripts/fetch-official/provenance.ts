import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { SOURCES } from "./requests.ts";

export const PROVENANCE_NAME = "proveniencia.json";

const text = v.string();
const nullableText = v.nullable(text);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const EntrySchema = v.object({
  fonte: v.picklist(SOURCES),
  titulo: text,
  orgao: text,
  arquivo: text,
  /** As asked for, and where the answer came from after redirects. */
  url: text,
  urlFinal: text,
  /** Instants in ISO 8601, UTC: when the bytes came, and when the server last said they are still the same. */
  baixadoEm: text,
  verificadoEm: text,
  status: count,
  etag: nullableText,
  ultimaModificacao: nullableText,
  tipo: nullableText,
  sha256: text,
  bytes: count,
  linhas: count,
  /** 6-digit codes. */
  municipios: v.array(text),
  avisos: v.array(text),
  licenca: text,
  /** The extract made of it, where one was. */
  extrato: v.nullable(v.object({ arquivo: text, id: text, linhas: count, sha256: text })),
});

const ProvenanceSchema = v.object({ esquema: v.literal(1), uf: text, arquivos: v.array(EntrySchema) });

export type Entry = v.InferOutput<typeof EntrySchema>;
export type Provenance = v.InferOutput<typeof ProvenanceSchema>;

export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** What is known of a folder; nothing where there is no such file, or one that does not read: then all is fetched anew. */
export async function readProvenance(dir: string, uf: string): Promise<Provenance> {
  const nothing: Provenance = { esquema: 1, uf, arquivos: [] };
  const path = join(dir, PROVENANCE_NAME);
  if (!existsSync(path)) return nothing;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), ProvenanceSchema), await readFile(path, "utf8"));
  return parsed.success && parsed.output.uf === uf ? parsed.output : nothing;
}

/** Written beside and renamed: a reader sees the old one or the new one, whole. */
export async function writeProvenance(dir: string, provenance: Provenance): Promise<void> {
  await writeWhole(join(dir, PROVENANCE_NAME), `${JSON.stringify(provenance, null, 2)}\n`);
}

export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}

/** The entry replaces the one of the same file; order of the names. */
export function withEntry(provenance: Provenance, entry: Entry): Provenance {
  const others = provenance.arquivos.filter(({ arquivo }) => arquivo !== entry.arquivo);
  return { ...provenance, arquivos: [...others, entry].sort((a, b) => (a.arquivo < b.arquivo ? -1 : 1)) };
}
