import { type FileHandle, open, readFile, rename, rm, stat } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { Acceptance } from "./accept.ts";
import { exchange, type Exchange, type ExchangeContext } from "./exchange.ts";
import { FetchFailure } from "./failure.ts";
import { type Entry, sha256Of, writeWhole } from "./provenance.ts";
import type { OfficialRequest } from "./requests.ts";
import { backoffMs, type RetryPolicy } from "./retry.ts";

export interface DownloadContext extends ExchangeContext {
  readonly policy: RetryPolicy;
}

export type Download =
  | { readonly tipo: "novo"; readonly entry: Entry }
  /** The server says, or the bytes show, that nothing changed. */
  | { readonly tipo: "igual"; readonly entry: Entry };

const MAX_BYTES = 200 * 1024 * 1024;
const PROGRESS_MS = 2_000;

/**
 * Gets one file: asks only for what changed since `previous`, goes on where an
 * interrupted one stopped, tries again after passing faults, and gives the file
 * its name only once it is whole and is what was asked for. Throws `FetchFailure`
 * in words, or the signal's reason; then what had the name before has it still.
 */
export async function download(request: OfficialRequest, dir: string, previous: Entry | null, context: DownloadContext): Promise<Download> {
  const { world, policy, signal } = context;
  const known = previous !== null && previous.url === request.url && (await isIntact(dir, previous)) ? previous : null;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryOnce(request, dir, known, context);
    } catch (error) {
      if (!(error instanceof FetchFailure) || error.isFinal) throw error;
      if (attempt === policy.attempts) {
        throw new FetchFailure(`${error.message} Foram ${attempt} tentativas.`, error.conserto, true);
      }
      const wait = Math.max(error.waitMs ?? 0, backoffMs(attempt, policy, world.random));
      if (wait > policy.longestWaitMs) {
        const minutes = Math.ceil(wait / 60_000);
        throw new FetchFailure(`${error.message} O servidor pede para esperar ${minutes} min.`, "Rode o comando de novo depois disso.", true);
      }
      world.print(`  ${error.message} Nova tentativa em ${(wait / 1000).toFixed(1).replace(".", ",")} s.`);
      await world.sleep(wait, signal);
    }
  }
}

async function isIntact(dir: string, { arquivo, sha256 }: Entry): Promise<boolean> {
  const path = join(dir, arquivo);
  return existsSync(path) && sha256Of(await readFile(path)) === sha256;
}

async function tryOnce(request: OfficialRequest, dir: string, known: Entry | null, context: DownloadContext): Promise<Download> {
  const part = join(dir, `${request.arquivo}.part`);
  const started = await startedPart(part, request.url);
  const answer = await exchange(request.url, { ...accepts(request), ...conditions(known, started) }, context);
  const { status } = answer.response;
  const now = new Date(context.world.now()).toISOString();
  if (status === 304) {
    await answer.response.body?.cancel();
    if (known === null) throw new FetchFailure("O servidor respondeu “sem mudança” sem que se perguntasse.", "Tente de novo.", false);
    return { tipo: "igual", entry: { ...known, verificadoEm: now } };
  }
  const from = await startAt(answer, part, started);
  await writeBody(request, answer, part, from, context);
  const bytes = await readFile(part);
  const acceptance = request.accept(bytes);
  if (!acceptance.ok) {
    await forget(part);
    throw new FetchFailure(acceptance.motivo, acceptance.conserto, true);
  }
  const entry = entryOf(request, answer, bytes, acceptance, now);
  if (known?.sha256 === entry.sha256) {
    await forget(part);
    return { tipo: "igual", entry: { ...known, verificadoEm: now, etag: entry.etag, ultimaModificacao: entry.ultimaModificacao } };
  }
  await rename(part, join(dir, request.arquivo));
  await forget(part);
  return { tipo: "novo", entry };
}

/** Bytes that came before an interruption, and the validator that says they are of the same content. */
interface Started {
  readonly bytes: number;
  readonly validator: string;
}

const StartedSchema = v.object({ url: v.string(), validator: v.string() });
const notes = (part: string): string => `${part}.json`;

async function startedPart(part: string, url: string): Promise<Started | null> {
  if (!existsSync(part) || !existsSync(notes(part))) return null;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), StartedSchema), await readFile(notes(part), "utf8"));
  if (!parsed.success || parsed.output.url !== url) return null;
  const { size } = await stat(part);
  return size === 0 ? null : { bytes: size, validator: parsed.output.validator };
}

function accepts({ arquivo }: OfficialRequest): Readonly<Record<string, string>> {
  return { Accept: arquivo.endsWith(".csv") ? "text/csv, text/plain;q=0.9, */*;q=0.1" : "application/json, application/vnd.geo+json, */*;q=0.1" };
}

function conditions(known: Entry | null, started: Started | null): Readonly<Record<string, string>> {
  if (started !== null) return { Range: `bytes=${started.bytes}-`, "If-Range": started.validator };
  return {
    ...(known === null || known.etag === null ? {} : { "If-None-Match": known.etag }),
    ...(known === null || known.ultimaModificacao === null ? {} : { "If-Modified-Since": known.ultimaModificacao }),
  };
}

/** Where the body goes on in the part: 0 for a whole answer. */
async function startAt({ response }: Exchange, part: string, started: Started | null): Promise<number> {
  if (response.status === 200) return 0;
  const range = /^bytes (\d+)-\d+\/(?:\d+|\*)$/.exec(response.headers.get("content-range") ?? "");
  if (response.status === 206 && started !== null && Number(range?.[1]) === started.bytes) return started.bytes;
  await response.body?.cancel();
  await forget(part);
  throw new FetchFailure("O servidor não continuou de onde parou; começa de novo.", "Tente de novo.", false);
}

async function writeBody(request: OfficialRequest, answer: Exchange, part: string, from: number, context: DownloadContext): Promise<void> {
  const { headers } = answer.response;
  const validator = rangeValidator(headers);
  if (from === 0) {
    await forget(part);
    if (validator !== null) await writeWhole(notes(part), JSON.stringify({ url: request.url, validator }));
  }
  // A body encoded on the way is decoded before it comes here, and its length says nothing.
  const length = headers.has("content-encoding") ? null : headers.get("content-length");
  const total = length === null ? null : from + Number(length);
  const tell = progress(total, context);
  const file = await open(part, from === 0 ? "w" : "a");
  let at = from;
  try {
    await answer.eachChunk(async (chunk) => {
      at += chunk.length;
      if (at > MAX_BYTES) throw new FetchFailure("A resposta é grande demais.", "Peça menos meses de cada vez.", true);
      await append(file, chunk);
      tell(at);
    });
  } finally {
    await file.close();
  }
  if (total !== null && at !== total) {
    throw new FetchFailure(`A resposta chegou cortada (${at} de ${total} bytes).`, "Tente de novo mais tarde.", false);
  }
}

/** `If-Range` takes a strong ETag or a date (RFC 9110, 13.1.5). */
function rangeValidator(headers: Headers): string | null {
  if (headers.get("accept-ranges") === "none" || headers.has("content-encoding")) return null;
  const etag = headers.get("etag");
  return etag !== null && etag.startsWith('"') ? etag : headers.get("last-modified");
}

async function append(file: FileHandle, chunk: Uint8Array): Promise<void> {
  try {
    await file.appendFile(chunk);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new FetchFailure(`Não foi possível gravar no disco (${detail}).`, "Libere espaço, confira a permissão da pasta e rode de novo.", true);
  }
}

function progress(total: number | null, { world }: DownloadContext): (at: number) => void {
  let told = world.now();
  return (at) => {
    if (world.now() - told < PROGRESS_MS) return;
    told = world.now();
    world.print(`  ${kilobytes(at)}${total === null ? "" : ` de ${kilobytes(total)}`}…`);
  };
}

export const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024).toLocaleString("pt-BR")} KB`;

async function forget(part: string): Promise<void> {
  await Promise.all([part, notes(part)].map((path) => rm(path, { force: true })));
}

function entryOf(
  { fonte, titulo, orgao, arquivo, url, licenca }: OfficialRequest,
  { response: { status, headers }, url: urlFinal }: Exchange,
  bytes: Uint8Array,
  { linhas, municipios, avisos }: Acceptance & { ok: true },
  now: string,
): Entry {
  return {
    fonte,
    titulo,
    orgao,
    arquivo,
    url,
    urlFinal,
    baixadoEm: now,
    verificadoEm: now,
    status,
    etag: headers.get("etag"),
    ultimaModificacao: headers.get("last-modified"),
    tipo: headers.get("content-type"),
    sha256: sha256Of(bytes),
    bytes: bytes.length,
    linhas,
    municipios: [...municipios],
    avisos: [...avisos],
    licenca,
    extrato: null,
  };
}
