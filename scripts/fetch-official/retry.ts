export interface RetryPolicy {
  /** How many times a file is tried in all. */
  readonly attempts: number;
  readonly baseMs: number;
  readonly ceilingMs: number;
  /** A server that asks for more than this is left for another day. */
  readonly longestWaitMs: number;
}

export const RETRY: RetryPolicy = { attempts: 5, baseMs: 1_000, ceilingMs: 60_000, longestWaitMs: 180_000 };

/**
 * Wait before the next try, ms: doubles each time up to the ceiling, half of it
 * by chance, so that many machines that failed together do not come back together.
 * `attempt` is 1 after the first failure; `random` is uniform in [0, 1).
 */
export function backoffMs(attempt: number, { baseMs, ceilingMs }: RetryPolicy, random: () => number): number {
  const full = Math.min(ceilingMs, baseMs * 2 ** (attempt - 1));
  return Math.round(full / 2 + (full / 2) * random());
}

/** `Retry-After` (RFC 9110, 10.2.3) in ms from `now`: seconds or an HTTP date; null when absent or neither. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const at = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

const TRANSIENT: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Statuses after which the same request may well work later. */
export function isTransient(status: number): boolean {
  return TRANSIENT.has(status);
}
