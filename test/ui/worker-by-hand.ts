import { afterEach, beforeEach, vi } from "vitest";
import type { KeeperMessage, KeeperRequest, Questions } from "../../src/data/keeper/messages.ts";
import { settle } from "./render.tsx";

/** A worker's process, answered by hand. */
export interface WorkerByHand<Colunas, Lidos, Ajustes, Q extends Questions<Q>> {
  readonly received: KeeperRequest<Colunas, Ajustes, Q>[];
  /** Answers the request received last. */
  readonly answer: (noticia: KeeperMessage<Lidos, Q>["noticia"]) => void;
  readonly die: (message: string) => void;
}

/** In the tests of a file, every worker started is one by hand. @returns those started in the test, oldest first */
export function workersByHand<Colunas, Lidos, Ajustes, Q extends Questions<Q>>(): {
  readonly all: () => readonly WorkerByHand<Colunas, Lidos, Ajustes, Q>[];
  readonly last: () => WorkerByHand<Colunas, Lidos, Ajustes, Q>;
} {
  let started: ByHand[] = [];
  class ByHand implements WorkerByHand<Colunas, Lidos, Ajustes, Q> {
    onmessage: ((event: { readonly data: KeeperMessage<Lidos, Q> }) => void) | null = null;
    onerror: ((event: { readonly message: string }) => void) | null = null;
    onmessageerror = null;
    readonly received: KeeperRequest<Colunas, Ajustes, Q>[] = [];
    constructor() {
      started.push(this);
    }
    postMessage(request: KeeperRequest<Colunas, Ajustes, Q>): void {
      this.received.push(request);
    }
    terminate(): void {
      this.received.length = 0;
    }
    answer(noticia: KeeperMessage<Lidos, Q>["noticia"]): void {
      const request = this.received.findLast((each) => "pedido" in each);
      this.onmessage?.({ data: { pedido: request?.pedido ?? 0, noticia } });
    }
    die(message: string): void {
      this.onerror?.({ message });
    }
  }
  beforeEach(() => {
    started = [];
    vi.stubGlobal("Worker", ByHand);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  return {
    all: () => started,
    last: () => {
      const found = started.at(-1);
      if (found === undefined) throw new Error("no worker was started");
      return found;
    },
  };
}

/** Lets the query cache tell its listeners: in a timer of its own, set after the promise settled. */
export async function settled(): Promise<void> {
  await settle();
  await settle();
  await settle();
}
