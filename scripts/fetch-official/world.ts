/** What the fetching touches outside of itself; tests give their own clock. */
export interface World {
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after `ms`; rejects with the signal's reason when it fires. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  /** One line for the person who runs the command. */
  readonly print: (line: string) => void;
}

export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(reasonOf(signal));
      return;
    }
    const stop = (): void => {
      clearTimeout(timer);
      reject(reasonOf(signal));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}

export function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new DOMException("interrompido", "AbortError");
}

export type Turn = (host: string, signal: AbortSignal) => Promise<void>;

/** Spaces the starts of requests to one host by at least `intervalMs`. */
export function politeTurns(intervalMs: number, { now, sleep: wait }: Pick<World, "now" | "sleep">): Turn {
  const next = new Map<string, number>();
  return async (host, signal) => {
    const at = Math.max(now(), next.get(host) ?? 0);
    next.set(host, at + intervalMs);
    if (at > now()) await wait(at - now(), signal);
  };
}
