import { createSha256 } from "../sha256.ts";

/** Why something did not come whole; in words for the user, with the cause. */
export class DownloadFault extends Error {
  override readonly name = "DownloadFault";
  readonly whatToDo: string;
  readonly detail: string;
  constructor(message: string, whatToDo: string, detail: string) {
    super(message);
    this.whatToDo = whatToDo;
    this.detail = detail;
  }
}

export interface DownloadContext {
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal | null;
  /** Silence after which the server is given up, ms. */
  readonly silenceMs: number;
}

export interface Body {
  readonly status: number;
  readonly etag: string | null;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

const KEPT = "os dados que você já tem continuam em uso.";
export const TRY_AGAIN = `Tente de novo mais tarde; ${KEPT}`;

/**
 * Fetches an address whole, hashing what comes. Statuses other than 200 (and 304
 * where `etag` is given) are faults, and so is a body of more than `maxBytes`.
 * `nome` names it in the messages. Throws `DownloadFault`, or the signal's reason when
 * cancelled.
 */
export async function download(
  endereco: string,
  nome: string,
  limits: { readonly maxBytes: number; readonly etag: string | null },
  context: DownloadContext,
  onBytes: (received: number) => void = () => undefined,
): Promise<Body> {
  const watch = watchdog(context);
  try {
    const response = await context.fetch(endereco, {
      // The bytes are kept here, under their hash: a second copy in the browser's cache would only go stale.
      cache: "no-store",
      credentials: "same-origin",
      signal: watch.signal,
      ...(limits.etag === null ? {} : { headers: { "If-None-Match": limits.etag } }),
    });
    const etag = response.headers.get("etag");
    if (response.status === 304 && limits.etag !== null) {
      return { status: 304, etag, bytes: new Uint8Array(0), sha256: "" };
    }
    if (response.status !== 200) throw refusedStatus(nome, response.status);
    const { bytes, sha256 } = await readBody(response, nome, limits.maxBytes, (received) => {
      watch.alive();
      onBytes(received);
    });
    return { status: 200, etag, bytes, sha256 };
  } catch (error) {
    context.signal?.throwIfAborted();
    if (error instanceof DownloadFault) throw error;
    if (watch.hasExpired()) {
      throw new DownloadFault(`O servidor parou de responder durante a busca de ${nome}.`, TRY_AGAIN, "timeout");
    }
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new DownloadFault(`Sem conexão: ${nome} não chegou, ou chegou cortado.`, `Confira a internet e tente de novo; ${KEPT}`, detail);
  } finally {
    watch.stop();
  }
}

async function readBody(
  response: Response,
  nome: string,
  maxBytes: number,
  onBytes: (received: number) => void,
): Promise<{ bytes: Uint8Array; sha256: string }> {
  const hash = createSha256();
  const chunks: Uint8Array[] = [];
  let received = 0;
  const reader = response.body?.getReader();
  for (let turn = await reader?.read(); turn?.value !== undefined; turn = await reader?.read()) {
    if (received === 0) refusePage(turn.value, nome);
    received += turn.value.length;
    if (received > maxBytes) {
      await reader?.cancel();
      throw new DownloadFault(`${nome} veio maior do que o anunciado.`, TRY_AGAIN, `more than ${String(maxBytes)} bytes`);
    }
    hash.update(turn.value);
    chunks.push(turn.value);
    onBytes(received);
  }
  const bytes = new Uint8Array(received);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { bytes, sha256: hash.hex() };
}

/** Some hosts answer an address they do not know with a page of their own and status 200. */
function refusePage(opening: Uint8Array, nome: string): void {
  if (!/^\s*<(?:!doctype|html|head|body)/i.test(new TextDecoder().decode(opening.subarray(0, 200)))) return;
  throw new DownloadFault(`O servidor respondeu uma página da internet em vez de ${nome}.`, TRY_AGAIN, "html with status 200");
}

function refusedStatus(nome: string, status: number): DownloadFault {
  const found = status === 404 || status === 410 ? "não está mais no servidor" : "não pôde ser buscado";
  return new DownloadFault(`${nome} ${found} (resposta ${String(status)}).`, TRY_AGAIN, `status ${String(status)}`);
}

interface Watchdog {
  readonly signal: AbortSignal;
  readonly alive: () => void;
  readonly hasExpired: () => boolean;
  readonly stop: () => void;
}

/** A signal that follows the caller's and also fires after a silence. */
function watchdog({ signal, silenceMs }: DownloadContext): Watchdog {
  const controller = new AbortController();
  let expired = false;
  let timer: ReturnType<typeof setTimeout>;
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      expired = true;
      controller.abort();
    }, silenceMs);
  };
  const follow = (): void => {
    controller.abort();
  };
  if (signal?.aborted === true) follow();
  signal?.addEventListener("abort", follow, { once: true });
  alive();
  return {
    signal: controller.signal,
    alive,
    hasExpired: () => expired,
    stop() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", follow);
    },
  };
}
