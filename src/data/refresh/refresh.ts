import { LIMITS } from "../import/limits.ts";
import { lengthOf } from "../pieces.ts";
import { sha256Hex } from "../sha256.ts";
import { type ActiveRecord, type ActiveVersion, QuotaRefused, type VersionFile, type VersionStore } from "../store/version-store.ts";
import { download, type DownloadContext, DownloadFault, TRY_AGAIN } from "./download.ts";
import { type Manifest, MANIFEST_NAME, readManifest } from "./manifest.ts";

export interface RefreshProgress {
  readonly etapa: "lista" | "arquivos" | "troca";
  /** Bytes of the files that must come; null until the list is read. */
  readonly total: number | null;
  readonly recebidos: number;
}

/** Where a refresh is; a test stops it there. */
export type RefreshStep =
  | "comeco"
  | "versao-ativa-lida"
  | "lista-lida"
  | `arquivo-recebido:${number}`
  | `arquivo-guardado:${number}`
  | "tudo-guardado"
  | "ponteiro-trocado"
  | "antigos-apagados";

export interface RefreshOptions {
  /** Address of `manifest.json`; the files stand beside it. */
  readonly manifestUrl: string;
  readonly versions: VersionStore;
  /** UF the published data must be of. */
  readonly territorio: string;
  /** Instant in ISO 8601, UTC. */
  readonly agora: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RefreshProgress) => void;
  readonly onStep?: (step: RefreshStep) => void;
  readonly fetch?: typeof fetch;
  /** Silence after which the server is given up, ms. */
  readonly silenceMs?: number;
}

/** What became of a refresh. In all but `atualizada` the version that was active is active still, whole. */
export type RefreshOutcome =
  | { readonly tipo: "atualizada"; readonly versao: ActiveVersion; readonly baixados: number; readonly reaproveitados: number }
  | { readonly tipo: "em-dia"; readonly versao: ActiveVersion }
  | { readonly tipo: "cancelada"; readonly versao: ActiveVersion | null }
  | {
      readonly tipo: "mantida";
      readonly versao: ActiveVersion | null;
      readonly motivo: string;
      readonly conserto: string;
      readonly detalhe: string;
    };

const MANIFEST_BYTES = 1024 * 1024;
const SILENCE_MS = 30_000;

/**
 * Brings the published data up to date, or leaves everything as it was: the list,
 * then every file that is not kept yet, each checked by length and SHA-256, then
 * one switch of the pointer; only after it the old files are deleted. One tab at a
 * time. Rejects only for faults of our own or of the browser's store.
 */
export async function refresh(options: RefreshOptions): Promise<RefreshOutcome> {
  const { versions, signal } = options;
  let before: ActiveRecord | null = null;
  try {
    return await versions.alone(async () => {
      signal?.throwIfAborted();
      const reading = await versions.active();
      before = reading.tipo === "ativa" ? reading.registro : null;
      return run(options, before);
    }, signal);
  } catch (error) {
    const versao = (before as ActiveRecord | null)?.versao ?? null;
    if (signal?.aborted === true) return { tipo: "cancelada", versao };
    if (error instanceof DownloadFault) {
      return { tipo: "mantida", versao, motivo: error.message, conserto: error.whatToDo, detalhe: error.detail };
    }
    if (error instanceof QuotaRefused) {
      // What came of the new version is of no use without the rest, and takes the room that is missing.
      await versions.collect();
      return { tipo: "mantida", versao, ...NO_ROOM, detalhe: error.message };
    }
    throw error;
  }
}

async function run(options: RefreshOptions, before: ActiveRecord | null): Promise<RefreshOutcome> {
  const { versions, onProgress, onStep, signal } = options;
  const step = (name: RefreshStep): void => {
    onStep?.(name);
    signal?.throwIfAborted();
  };
  const context: DownloadContext = {
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    signal: signal ?? null,
    silenceMs: options.silenceMs ?? SILENCE_MS,
  };
  step("comeco");
  // The server is asked "has it changed?" only when what is kept is whole: else "no" would keep it broken.
  const isWhole = before !== null && before.endereco === options.manifestUrl && (await isKeptWhole(versions, before.versao));
  step("versao-ativa-lida");

  onProgress?.({ etapa: "lista", total: null, recebidos: 0 });
  const limits = { maxBytes: MANIFEST_BYTES, etag: isWhole ? before.etag : null };
  const answer = await download(options.manifestUrl, MANIFEST_NAME, limits, context);
  if (answer.status === 304 && isWhole) return { tipo: "em-dia", versao: before.versao };
  const manifesto = accept(answer.bytes, options.territorio, before);
  step("lista-lida");

  const { versao: id, dataReferencia, arquivos } = manifesto;
  const versao: ActiveVersion = { id, dataReferencia, arquivos };
  const registro = { versao, endereco: options.manifestUrl, etag: answer.etag, ativadaEm: options.agora };
  if (isWhole && before.versao.id === id) {
    // Only the server's validator is new.
    await versions.activate(registro);
    return { tipo: "em-dia", versao };
  }

  const missing: VersionFile[] = [];
  for (const file of arquivos) if (!(await isFileWhole(versions, file))) missing.push(file);
  await fetchAll(missing, options, context, step);
  step("tudo-guardado");

  onProgress?.({ etapa: "troca", total: sum(missing), recebidos: sum(missing) });
  await versions.activate(registro);
  onStep?.("ponteiro-trocado");
  await versions.collect();
  onStep?.("antigos-apagados");
  return { tipo: "atualizada", versao, baixados: missing.length, reaproveitados: arquivos.length - missing.length };
}

function accept(bytes: Uint8Array, territorio: string, before: ActiveRecord | null): Manifest {
  const reading = readManifest(new TextDecoder().decode(bytes), territorio);
  if (!("manifesto" in reading)) throw new DownloadFault(reading.motivo, reading.conserto, reading.detalhe);
  const { manifesto } = reading;
  if (before !== null && manifesto.dataReferencia < before.versao.dataReferencia) {
    // A stale copy on the way here; going back in time would look like data that vanished.
    throw new DownloadFault(
      "O servidor ofereceu dados mais antigos do que os que você já tem.",
      "Tente de novo mais tarde; para aceitar os antigos, use “Apagar dados locais” antes.",
      `${manifesto.dataReferencia} < ${before.versao.dataReferencia}`,
    );
  }
  return manifesto;
}

async function fetchAll(
  missing: readonly VersionFile[],
  { manifestUrl, versions, onProgress }: RefreshOptions,
  context: DownloadContext,
  step: (name: RefreshStep) => void,
): Promise<void> {
  const total = sum(missing);
  let done = 0;
  for (const [n, file] of missing.entries()) {
    const bytes = await fetchFile(file, manifestUrl, context, (received) => {
      onProgress?.({ etapa: "arquivos", total, recebidos: done + received });
    });
    step(`arquivo-recebido:${n}`);
    await versions.put(file.sha256, bytes);
    step(`arquivo-guardado:${n}`);
    done += file.bytes;
  }
}

async function fetchFile(
  { nome, bytes: length, sha256 }: VersionFile,
  manifestUrl: string,
  context: DownloadContext,
  onBytes: (received: number) => void,
): Promise<Uint8Array> {
  if (length > LIMITS.bytes) {
    throw new DownloadFault(`${nome} é grande demais para esta página.`, TRY_AGAIN, `${String(length)} bytes announced`);
  }
  const limits = { maxBytes: length, etag: null };
  const body = await download(new URL(nome, manifestUrl).href, nome, limits, context, onBytes);
  if (body.bytes.length !== length) {
    const detail = `${String(body.bytes.length)} of ${String(length)} bytes`;
    throw new DownloadFault(`${nome} chegou cortado.`, TRY_AGAIN, detail);
  }
  if (body.sha256 !== sha256) {
    throw new DownloadFault(`${nome} chegou diferente do que foi publicado.`, TRY_AGAIN, `sha256 ${body.sha256}`);
  }
  return body.bytes;
}

async function isFileWhole(versions: VersionStore, { sha256, bytes: length }: VersionFile): Promise<boolean> {
  const bytes = await versions.read(sha256);
  return bytes !== null && lengthOf(bytes) === length && (await sha256Hex(bytes)) === sha256;
}

async function isKeptWhole(versions: VersionStore, { arquivos }: ActiveVersion): Promise<boolean> {
  for (const file of arquivos) if (!(await isFileWhole(versions, file))) return false;
  return true;
}

const sum = (files: readonly VersionFile[]): number => files.reduce((total, { bytes }) => total + bytes, 0);

const NO_ROOM = {
  motivo: "O navegador não tem espaço para os dados novos.",
  conserto: "Apague arquivos guardados que não usa mais e tente de novo; os dados que você já tem continuam em uso.",
};
