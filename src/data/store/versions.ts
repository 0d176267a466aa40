import type { Pieces } from "../pieces.ts";
import * as v from "valibot";
import { EXTRACTS } from "../contracts/contract.ts";
import { deletePieces, ofFile, putPieces, readPieces } from "./pieces.ts";
import { isQuota } from "./room.ts";
import { type Database, SETTING, type StoreName } from "./schema.ts";
import { StoreError } from "./store.ts";
import type { Alone } from "./tabs.ts";
import { type ActiveReading, type ActiveRecord, QuotaRefused, type VersionFile, type VersionStore } from "./version-store.ts";
import { whole } from "./whole.ts";

const text = v.string();
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

export const VersionFileSchema: v.GenericSchema<unknown, VersionFile> = v.object({
  extrato: v.picklist(EXTRACTS),
  nome: v.pipe(v.string(), v.regex(/^[a-z0-9-]+-[0-9a-f]{16}\.csv$/)),
  linhas: count,
  sha256: hash,
  bytes: count,
  fonte: text,
  demonstracao: v.boolean(),
});

const ActiveRecordSchema: v.GenericSchema<unknown, ActiveRecord> = v.object({
  versao: v.object({
    id: text,
    dataReferencia: v.pipe(v.string(), v.isoDate()),
    arquivos: v.array(VersionFileSchema),
  }),
  endereco: text,
  etag: v.nullable(text),
  ativadaEm: v.pipe(v.string(), v.isoTimestamp()),
});

const FILES: StoreName[] = ["arquivos", "pedacos"];
const SWITCH: StoreName[] = ["arquivos", "ajustes"];
const SWEEP: StoreName[] = ["arquivos", "ajustes", "pedacos"];

function readingOf(raw: unknown): ActiveReading {
  if (raw === undefined) return { tipo: "nenhuma" };
  const parsed = v.safeParse(ActiveRecordSchema, raw);
  if (parsed.success) return { tipo: "ativa", registro: parsed.output };
  return { tipo: "ilegivel", detalhe: parsed.issues[0].message };
}

/** Versions in the database. `database` is the open connection, null when it was lost. */
export function databaseVersions(
  database: () => Promise<Database | null>,
  alone: Alone,
  told: (id: string) => void,
): VersionStore {
  const open = async (): Promise<Database> => {
    const db = await database();
    if (db !== null) return db;
    throw new StoreError("O navegador não está guardando dados.", "Recarregue a página.", "no connection");
  };
  return {
    alone,
    async active() {
      return readingOf(await (await open()).get("ajustes", SETTING.ativa));
    },
    async read(sha256) {
      const transaction = (await open()).transaction(FILES);
      const length: unknown = await transaction.objectStore("arquivos").get(sha256);
      if (typeof length !== "number") return null;
      return readPieces(transaction, ofFile(sha256), length);
    },
    async put(sha256, bytes) {
      const transaction = (await open()).transaction(FILES, "readwrite");
      const write = whole(transaction, async () => {
        await transaction.objectStore("arquivos").put(bytes.length, sha256);
        await putPieces(transaction, ofFile(sha256), [bytes]);
      });
      await saidQuota(write);
    },
    async activate(registro) {
      const transaction = (await open()).transaction(SWITCH, "readwrite", { durability: "strict" });
      const change = whole(transaction, async () => {
        const kept = new Set(await transaction.objectStore("arquivos").getAllKeys());
        const missing = registro.versao.arquivos.find(({ sha256 }) => !kept.has(sha256));
        if (missing !== undefined) throw incomplete(missing);
        await transaction.objectStore("ajustes").put(registro, SETTING.ativa);
      });
      await saidQuota(change);
      told(registro.versao.id);
    },
    async collect() {
      const transaction = (await open()).transaction(SWEEP, "readwrite");
      return whole(transaction, async () => {
        let deleted = 0;
        const reading = readingOf(await transaction.objectStore("ajustes").get(SETTING.ativa));
        // What an unreadable pointer names is not known, so nothing is surely unused.
        if (reading.tipo === "ilegivel") return deleted;
        const used = new Set(reading.tipo === "ativa" ? reading.registro.versao.arquivos.map((a) => a.sha256) : []);
        for (const sha256 of await transaction.objectStore("arquivos").getAllKeys()) {
          if (used.has(sha256)) continue;
          await transaction.objectStore("arquivos").delete(sha256);
          await deletePieces(transaction, ofFile(sha256));
          deleted += 1;
        }
        return deleted;
      });
    },
  };
}

/** Versions of a page that may not store anything: they last as long as it does. */
export function memoryVersions(alone: Alone, told: (id: string) => void): VersionStore {
  const files = new Map<string, Pieces>();
  let current: ActiveRecord | null = null;
  return {
    alone,
    active: () => Promise.resolve(current === null ? { tipo: "nenhuma" } : { tipo: "ativa", registro: current }),
    read: (sha256) => Promise.resolve(files.get(sha256) ?? null),
    put(sha256, bytes) {
      files.set(sha256, [bytes]);
      return Promise.resolve();
    },
    activate(registro) {
      const missing = registro.versao.arquivos.find(({ sha256 }) => !files.has(sha256));
      if (missing !== undefined) return Promise.reject(incomplete(missing));
      current = registro;
      told(registro.versao.id);
      return Promise.resolve();
    },
    collect() {
      const used = new Set(current?.versao.arquivos.map(({ sha256 }) => sha256));
      const unused = [...files.keys()].filter((sha256) => !used.has(sha256));
      for (const sha256 of unused) files.delete(sha256);
      return Promise.resolve(unused.length);
    },
  };
}

function incomplete({ nome }: VersionFile): Error {
  return new Error(`${nome} is not kept: the version is not whole`);
}

async function saidQuota(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw isQuota(error) ? new QuotaRefused("no more room in the browser", { cause: error }) : error;
  }
}
