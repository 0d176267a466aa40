import * as v from "valibot";
import { LoadRecordSchema, type LoadRecord, RECORD_FORMAT, RecordNameSchema } from "./kept-load.ts";
import { deletePieces, ofLoad, putPieces, readPieces } from "./pieces.ts";
import type { Database, StoreName } from "./schema.ts";
import { lengthOf, type Pieces } from "../pieces.ts";
import { sha256Hex } from "../sha256.ts";
import type { KeptLoad, StoreProblem } from "./store.ts";
import { whole } from "./whole.ts";

const BOTH: StoreName[] = ["cargas", "pedacos"];

/** A load ready to be written: hashing takes time, and no transaction waits for it. */
export interface SealedLoad {
  readonly record: LoadRecord;
  readonly csv: Pieces;
}

export async function sealLoad({ id, ordem, guardadaEm, extract, relatorio }: KeptLoad): Promise<SealedLoad> {
  const { csv, ...rest } = extract;
  const unsealed = {
    formato: RECORD_FORMAT,
    id,
    ordem,
    guardadaEm,
    extract: rest,
    relatorio,
    bytes: lengthOf(csv),
    sha256: await sha256Hex(csv),
  };
  return { record: { ...unsealed, selo: await sealOf(unsealed) }, csv };
}

/** Writes record and bytes in one transaction. Rejects with the browser's error, and then nothing has changed. */
export async function writeLoad(db: Database, { record, csv }: SealedLoad): Promise<void> {
  const transaction = db.transaction(BOTH, "readwrite", { durability: "strict" });
  await whole(transaction, async () => {
    await transaction.objectStore("cargas").put(record, record.id);
    await putPieces(transaction, ofLoad(record.id), csv);
  });
}

export async function deleteLoad(db: Database, id: string): Promise<void> {
  const transaction = db.transaction(BOTH, "readwrite");
  await whole(transaction, async () => {
    await transaction.objectStore("cargas").delete(id);
    await deletePieces(transaction, ofLoad(id));
  });
}

export interface ReadLoads {
  readonly cargas: readonly KeptLoad[];
  readonly problemas: readonly StoreProblem[];
}

/**
 * Reads the loads one by one, so that a damaged one does not take the others
 * down, and checks each against the hashes taken when it was kept. What is
 * damaged is deleted and told; what only did not read this time stays.
 */
export async function readLoads(db: Database): Promise<ReadLoads> {
  const cargas: KeptLoad[] = [];
  const problemas: StoreProblem[] = [];
  for (const id of await db.getAllKeys("cargas")) {
    const reading = await readLoad(db, id);
    if (reading === null) continue;
    if (reading.carga !== null) cargas.push(reading.carga);
    if (reading.problema === null) continue;
    problemas.push(reading.problema);
    if (reading.problema.retirada) await deleteLoad(db, id);
  }
  return { cargas: cargas.sort(inOrder), problemas };
}

/** Lowest `ordem` first; of two of the same, the one kept first. */
export function inOrder(a: KeptLoad, b: KeptLoad): number {
  return a.ordem - b.ordem || a.guardadaEm.localeCompare(b.guardadaEm);
}

interface LoadReading {
  readonly carga: KeptLoad | null;
  readonly problema: StoreProblem | null;
}

async function readLoad(db: Database, id: string): Promise<LoadReading | null> {
  let raw: unknown;
  let csv: Pieces | null = null;
  try {
    const transaction = db.transaction(BOTH);
    raw = await transaction.objectStore("cargas").get(id);
    const length = v.safeParse(v.looseObject({ bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }), raw);
    if (length.success) csv = await readPieces(transaction, ofLoad(id), length.output.bytes);
    await transaction.done;
  } catch (error) {
    return lost(unreadable(id, error));
  }
  // Another tab may have deleted it since the keys were listed.
  if (raw === undefined) return null;
  const name = v.safeParse(RecordNameSchema, raw);
  const titulo = name.success ? name.output.extract.fileName : "Um arquivo guardado";
  if (name.success && name.output.formato > RECORD_FORMAT) return lost(newer(id, titulo));
  const parsed = v.safeParse(LoadRecordSchema, raw);
  if (!parsed.success || csv === null) return lost(damaged(id, titulo));
  const record = parsed.output;
  if (record.id !== id || (await sealOf(raw)) !== record.selo || (await sha256Hex(csv)) !== record.sha256) {
    return lost(damaged(id, titulo));
  }
  const hadReport = (raw as { relatorio?: unknown }).relatorio !== null;
  return {
    carga: {
      id,
      ordem: record.ordem,
      guardadaEm: record.guardadaEm,
      extract: { ...record.extract, csv },
      relatorio: record.relatorio,
    },
    problema: hadReport && record.relatorio === null ? withoutReport(id, titulo) : null,
  };
}

/** JSON keeps the order of the keys, and so does the database. */
function sealOf(record: unknown): Promise<string> {
  return sha256Hex(new TextEncoder().encode(JSON.stringify(record, (key, value: unknown) => (key === "selo" ? undefined : value))));
}

const lost = (problema: StoreProblem): LoadReading => ({ carga: null, problema });

const damaged = (id: string, titulo: string): StoreProblem => ({
  id,
  mensagem: `${titulo}: o que estava guardado neste navegador se estragou e foi retirado. Os outros arquivos continuam.`,
  conserto: "Carregue o arquivo de novo.",
  retirada: true,
});

const newer = (id: string, titulo: string): StoreProblem => ({
  id,
  mensagem: `${titulo}: foi guardado por uma versão mais nova do aplicativo, que esta não sabe ler.`,
  conserto: "Recarregue a página para receber a versão nova.",
  retirada: false,
});

const withoutReport = (id: string, titulo: string): StoreProblem => ({
  id,
  mensagem: `${titulo}: os dados continuam em uso, mas o relatório da leitura é de outra versão do aplicativo e não pôde ser mostrado.`,
  conserto: "Carregue o arquivo de novo para ver o relatório.",
  retirada: false,
});

function unreadable(id: string, error: unknown): StoreProblem {
  const detalhe = error instanceof Error ? error.name : String(error);
  return {
    id,
    mensagem: `Um arquivo guardado não pôde ser lido pelo navegador (${detalhe}). Os outros continuam.`,
    conserto: "Recarregue a página; se continuar, carregue o arquivo de novo.",
    retirada: false,
  };
}
