import type { LocalMoran, LocalMoranInput } from "../../core/metodo/local-moran.ts";

/** What the worker answers. */
export type RespostaDeMoran =
  | { readonly tipo: "resultado"; readonly resultado: LocalMoran }
  | { readonly tipo: "falha"; readonly detalhe: string };

/** `localMoran` away from the page. */
export type CalculoDeMoran = (pedido: LocalMoranInput, signal: AbortSignal) => Promise<LocalMoran>;

/**
 * Runs `localMoran` in a worker of its own, which ends with the answer.
 * @throws Error with the worker's words when it fails or does not start; what `signal` aborts with when it does.
 */
export const moranNoWorker: CalculoDeMoran = (pedido, signal) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL("./moran.worker.ts", import.meta.url), { type: "module", name: "agrupamentos" });
    const end = (): void => {
      worker.terminate();
      signal.removeEventListener("abort", abort);
    };
    const fail = (detalhe: string): void => {
      end();
      reject(new Error(detalhe));
    };
    const abort = (): void => {
      end();
      reject(new DOMException("the groups were asked for anew", "AbortError"));
    };
    signal.addEventListener("abort", abort);
    worker.onmessage = ({ data }: MessageEvent<RespostaDeMoran>) => {
      if (data.tipo === "falha") fail(data.detalhe);
      else {
        end();
        resolve(data.resultado);
      }
    };
    worker.onerror = (event) => {
      fail(event.message === "" ? "the worker did not start" : event.message);
    };
    worker.onmessageerror = () => {
      fail("a message could not be read");
    };
    worker.postMessage(pedido);
  });
