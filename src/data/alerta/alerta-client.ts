import type { PedidoDeAlertas, RespostaDeAlertas } from "../../core/alerta/alertar.ts";
import { createWorkerClient, type ClientWorker, type Falha } from "../worker-client.ts";

/** What the page sends, numbered. */
export interface MensagemDeAlertas {
  readonly pedido: number;
  readonly entrada: PedidoDeAlertas;
}

/** What the worker answers to the request of the same number. */
export type RecadoDeAlertas =
  | { readonly pedido: number; readonly tipo: "resultado"; readonly resultado: RespostaDeAlertas }
  | { readonly pedido: number; readonly tipo: "falha"; readonly detalhe: string };

/** `alertar` away from the page. */
export type CalculoDeAlertas = (entrada: PedidoDeAlertas, signal: AbortSignal) => Promise<RespostaDeAlertas>;

/**
 * `alertar` in a worker that starts with the first request and serves the next ones.
 * A request gives way to a newer one: it is rejected with an AbortError, as one whose `signal` aborts.
 * @throws (rejects) Error with the worker's words when it fails, dies or does not start
 */
export function criarAlertador(spawn: () => ClientWorker<MensagemDeAlertas, RecadoDeAlertas>): CalculoDeAlertas {
  const client = createWorkerClient<MensagemDeAlertas, RecadoDeAlertas, RecadoDeAlertas | Falha>(spawn, (recado) => recado);
  let desistir: (() => void) | null = null;
  return (entrada, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      desistir?.();
      const abort = (): void => {
        reject(new DOMException("the alarms were asked for anew", "AbortError"));
      };
      desistir = abort;
      signal.addEventListener("abort", abort, { once: true });
      client.ask(
        (worker, pedido) => {
          worker.postMessage({ pedido, entrada });
        },
        (recado) => {
          signal.removeEventListener("abort", abort);
          if (recado.tipo === "falha") reject(new Error(recado.detalhe));
          else resolve(recado.resultado);
        },
      );
    });
}

/** The alarms of the tab. */
export const alertasNoWorker: CalculoDeAlertas = criarAlertador(
  () => new Worker(new URL("./alerta.worker.ts", import.meta.url), { type: "module", name: "alertas" }),
);
