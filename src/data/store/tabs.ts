import * as v from "valibot";
import type { StoreEvent } from "./store.ts";

const KINDS: readonly StoreEvent["tipo"][] = ["guardada", "retirada", "apagado", "atualizada", "estado"];

/** What goes between tabs; a tab of another version of the app may send something else, which is not for us. */
const MessageSchema = v.object({ tipo: v.picklist(KINDS), id: v.nullable(v.string()) });

export interface Tabs {
  /** Tells this tab's listeners and, except for `estado`, the other tabs. */
  readonly tell: (tipo: StoreEvent["tipo"], id: string | null) => void;
  readonly subscribe: (listener: (event: StoreEvent) => void) => () => void;
  readonly close: () => void;
}

/** The channel between the tabs of one installation; without `BroadcastChannel` only this tab hears. */
export function openTabs(nome: string): Tabs {
  const listeners = new Set<(event: StoreEvent) => void>();
  const notify = (event: StoreEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(nome);
  channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const message = v.safeParse(MessageSchema, data);
    if (message.success) notify({ ...message.output, deOutraAba: true });
  });
  return {
    tell(tipo, id) {
      if (tipo !== "estado") channel?.postMessage({ tipo, id });
      notify({ tipo, id, deOutraAba: false });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      listeners.clear();
      channel?.close();
    },
  };
}

export type Alone = <T>(task: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/**
 * Runs tasks one at a time across the tabs of one installation (Web Locks), or
 * across this page where there are none (plain http, older browsers): there the
 * database's own transactions still keep every write whole. `signal` gives up
 * waiting, and rejects with its reason.
 */
export function oneAtATime(nome: string, locks: LockManager | null): Alone {
  let tail: Promise<unknown> = Promise.resolve();
  return (task, signal) => {
    if (locks !== null) {
      return locks.request(nome, signal === undefined ? {} : { signal }, task);
    }
    const turn = tail.then(() => {
      signal?.throwIfAborted();
      return task();
    });
    tail = turn.catch(() => undefined);
    return turn;
  };
}
