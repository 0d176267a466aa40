import { FetchFailure } from "./failure.ts";
import { isTransient, retryAfterMs } from "./retry.ts";
import type { Turn, World } from "./world.ts";

export interface Timeouts {
  /** Until the answer's headers. */
  readonly answerMs: number;
  /** Silence in the middle of a body. */
  readonly silenceMs: number;
}

export const TIMEOUTS: Timeouts = { answerMs: 120_000, silenceMs: 60_000 };

export interface Exchange {
  readonly response: Response;
  /** Where the answer came from, after redirects. */
  readonly url: string;
  /** Visits the body as it comes. Throws `FetchFailure` when it stops. */
  readonly eachChunk: (visit: (chunk: Uint8Array) => Promise<void>) => Promise<void>;
}

export interface ExchangeContext {
  readonly world: World;
  readonly turn: Turn;
  readonly timeouts: Timeouts;
  readonly signal: AbortSignal;
}

const MAX_REDIRECTS = 5;
const AGENT = "mirante-suas (vigilancia socioassistencial; um pedido por segundo)";

/**
 * One request, redirects followed by hand so that each hop waits its turn and
 * none leads from https to http. Returns on 200, 206, 304 and 416; throws
 * `FetchFailure` on the rest, or the signal's reason.
 */
export async function exchange(address: string, headers: Readonly<Record<string, string>>, context: ExchangeContext): Promise<Exchange> {
  const { signal } = context;
  const controller = new AbortController();
  const follow = (): void => {
    controller.abort();
  };
  signal.addEventListener("abort", follow, { once: true });
  const watch = watchdog(controller, context.timeouts);
  try {
    let url = new URL(address);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      await context.turn(url.host, signal);
      watch.expect(context.timeouts.answerMs);
      const response = await context.world.fetch(url, {
        redirect: "manual",
        signal: controller.signal,
        // Bytes as they stand on the server: ranges and lengths then mean what they say.
        headers: { "User-Agent": AGENT, "Accept-Encoding": "identity", ...headers },
      });
      watch.rest();
      const location = response.headers.get("location");
      if (response.status >= 300 && response.status < 400 && response.status !== 304 && location !== null) {
        await response.body?.cancel();
        url = redirected(url, location);
        continue;
      }
      refuseStatus(response, context.world.now());
      return { response, url: url.href, eachChunk: (visit) => guarded(() => readAll(response, watch, visit), watch, signal) };
    }
    throw new FetchFailure("O servidor mandou a outro endereço vezes demais.", "Confira o endereço base.", true);
  } catch (error) {
    throw translated(error, watch, signal);
  }
}

function redirected(from: URL, location: string): URL {
  const to = new URL(location, from);
  if (from.protocol === "https:" && to.protocol !== "https:") {
    throw new FetchFailure(`O servidor mandou a um endereço sem segurança (${to.host}).`, "Confira o endereço base com o órgão.", true);
  }
  return to;
}

function refuseStatus({ status, headers }: Response, now: number): void {
  if (status === 200 || status === 206 || status === 304 || status === 416) return;
  if (isTransient(status)) {
    const wait = retryAfterMs(headers.get("retry-after"), now);
    throw new FetchFailure(`O servidor respondeu ${status}.`, "Tente de novo mais tarde.", false, wait);
  }
  const conserto = status === 400 ? "Confira os parâmetros do pedido." : "Confira o endereço base; o órgão pode ter mudado o serviço.";
  throw new FetchFailure(`O servidor respondeu ${status}.`, conserto, true);
}

interface Watchdog {
  readonly expect: (ms: number) => void;
  readonly alive: () => void;
  readonly rest: () => void;
  readonly hasExpired: () => boolean;
}

function watchdog(controller: AbortController, { silenceMs }: Timeouts): Watchdog {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let expired = false;
  const rest = (): void => {
    clearTimeout(timer);
  };
  const expect = (ms: number): void => {
    rest();
    timer = setTimeout(() => {
      expired = true;
      controller.abort();
    }, ms);
  };
  return {
    expect,
    rest,
    alive: () => {
      expect(silenceMs);
    },
    hasExpired: () => expired,
  };
}

async function readAll(response: Response, watch: Watchdog, visit: (chunk: Uint8Array) => Promise<void>): Promise<void> {
  watch.alive();
  const reader = response.body?.getReader();
  for (let turn = await reader?.read(); turn?.value !== undefined; turn = await reader?.read()) {
    watch.rest();
    await visit(turn.value);
    watch.alive();
  }
}

async function guarded(work: () => Promise<void>, watch: Watchdog, signal: AbortSignal): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw translated(error, watch, signal);
  } finally {
    watch.rest();
  }
}

/** Our own failures and the user's stop as they are; all else is the connection. */
function translated(error: unknown, watch: Watchdog, signal: AbortSignal): unknown {
  watch.rest();
  signal.throwIfAborted();
  if (error instanceof FetchFailure) return error;
  if (watch.hasExpired()) return new FetchFailure("O servidor parou de responder.", "Tente de novo mais tarde.", false);
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : "";
  const detail = error instanceof Error ? `${error.message}${cause}` : String(error);
  return new FetchFailure(`A conexão falhou (${detail}).`, "Confira a internet e o endereço.", false);
}
