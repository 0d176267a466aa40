import type { DBSchema, IDBPDatabase, IDBPTransaction } from "idb";

/** What comes out is unknown until it is parsed: another version of the app may have written it. */
export interface LocalSchema extends DBSchema {
  /** Loads without their bytes, by id. */
  cargas: { key: string; value: unknown };
  /** Bytes in pieces: `["carga:ID" or "arquivo:SHA-256", 0, 1, …]`. */
  pedacos: { key: [string, number]; value: unknown };
  /** Files of published versions, by SHA-256: their length. */
  arquivos: { key: string; value: unknown };
  /** Single values: the active version, whether persistence was asked for. */
  ajustes: { key: string; value: unknown };
}

export type Database = IDBPDatabase<LocalSchema>;
export type StoreName = "cargas" | "pedacos" | "arquivos" | "ajustes";

export const STORES: readonly StoreName[] = ["cargas", "pedacos", "arquivos", "ajustes"];

export type Migration = (db: Database, transaction: IDBPTransaction<LocalSchema, StoreName[], "versionchange">) => void;

/**
 * Migration n takes the database from version n to n + 1. One that was published
 * is never changed: a database made by it is out there.
 */
export const MIGRATIONS: readonly Migration[] = [
  (db) => {
    for (const name of STORES) db.createObjectStore(name);
  },
];

export const SETTING = { ativa: "versao-ativa", persistencia: "persistencia-pedida" } as const;
