import type { Avaliacao, Entrada } from "../../core/qualidade/avaliar.ts";
import type { PacoteDeValores } from "../../core/qualidade/painel.ts";
import type { Porte } from "../../core/municipio.ts";

/** What the worker needs to judge the figures. */
export interface PedidoDeAvaliacao extends Omit<Entrada, "painel"> {
  readonly pacotes: readonly PacoteDeValores[];
  readonly municipios: readonly { readonly codigo: number; readonly porte: Porte | null }[];
}

export type RespostaDoAvaliador =
  | { readonly tipo: "avaliacao"; readonly avaliacao: Avaliacao }
  | { readonly tipo: "falha"; readonly detalhe: string };

/** Judges figures away from the page; rejects with `FalhaDaAvaliacao`. */
export type Avaliador = (pedido: PedidoDeAvaliacao) => Promise<Avaliacao>;

/** The rules could not be applied; the figures may be good. */
export class FalhaDaAvaliacao extends Error {
  override readonly name = "FalhaDaAvaliacao";
}

/** Judges in a worker of its own: a country's figures take a second, and the page stays free. */
export const avaliarNoWorker: Avaliador = (pedido) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./avaliar.worker.ts", import.meta.url), { type: "module", name: "qualidade" });
    const fail = (detalhe: string): void => {
      worker.terminate();
      reject(new FalhaDaAvaliacao(detalhe));
    };
    worker.onmessage = ({ data }: MessageEvent<RespostaDoAvaliador>) => {
      if (data.tipo === "falha") fail(data.detalhe);
      else {
        worker.terminate();
        resolve(data.avaliacao);
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
