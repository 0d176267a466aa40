import type { ExtractId } from "../contracts/contract.ts";
import type { Pieces } from "../pieces.ts";

/** One file of a version of the published data. */
export interface VersionFile {
  readonly extrato: ExtractId;
  /** Content-addressed: `indicadores-0123456789abcdef.csv`. */
  readonly nome: string;
  readonly linhas: number;
  /** Of the file's bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** Ids in `data/fontes.json` and where the figures come from, in words. */
  readonly fonte: string;
  readonly demonstracao: boolean;
}

/** The version of the published data the app answers from. */
export interface ActiveVersion {
  /** Identifies the set of files by their content. */
  readonly id: string;
  /** Newest reference date among the files, `YYYY-MM-DD`. */
  readonly dataReferencia: string;
  readonly arquivos: readonly VersionFile[];
}

/** The active version and how it was come by. */
export interface ActiveRecord {
  readonly versao: ActiveVersion;
  /** Address of its manifest and the validator the server gave with it. */
  readonly endereco: string;
  readonly etag: string | null;
  /** Instant in ISO 8601, UTC. */
  readonly ativadaEm: string;
}

export type ActiveReading =
  | { readonly tipo: "nenhuma" }
  | { readonly tipo: "ativa"; readonly registro: ActiveRecord }
  | { readonly tipo: "ilegivel"; readonly detalhe: string };

/**
 * Files by SHA-256 and the one pointer that says which of them are in use. Every
 * method is all or nothing; `put`, `activate` and `collect` reject with
 * `QuotaRefused` or the browser's error.
 */
export interface VersionStore {
  readonly active: () => Promise<ActiveReading>;
  /** Bytes as kept, not checked; null when they are not there. */
  readonly read: (sha256: string) => Promise<Pieces | null>;
  readonly put: (sha256: string, bytes: Uint8Array) => Promise<void>;
  /** The switch: one transaction, refused when a file it names is not kept. Other tabs are told. */
  readonly activate: (registro: ActiveRecord) => Promise<void>;
  /** Deletes the files the active version does not name; how many they were. */
  readonly collect: () => Promise<number>;
  /** Runs while no other tab does; `signal` gives up waiting. */
  readonly alone: <T>(task: () => Promise<T>, signal?: AbortSignal) => Promise<T>;
}

/** No more room, or the browser does not give any. */
export class QuotaRefused extends Error {
  override readonly name = "QuotaRefused";
}
