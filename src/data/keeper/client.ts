import { createWorkerClient, type ClientWorker, type Falha } from "../worker-client.ts";
import type { Ask, KeeperMessage, KeeperNews, KeeperRequest, Questions } from "./messages.ts";

/** A worker that keeps data; one question at a time, the others wait in their order. */
export interface KeeperClient<Colunas, Lidos, Ajustes, Q extends Questions<Q>> {
  /** Gives data away to a worker started if there is none; it takes the place of the data before. */
  readonly carregar: (colunas: Colunas) => Promise<Lidos>;
  /** Asks under these adjustments; the same object is sent once. Rejects with the signal's reason when it aborts. */
  readonly perguntar: Ask<Ajustes, Q>;
  /** Ends the worker; what waits is told so. */
  readonly close: () => void;
}

/** The worker is gone, and the data with it: they have to be given again. */
export class KeeperStopped extends Error {
  override readonly name = "KeeperStopped";
}

/** A request was refused; the worker and its data are well. */
export class QuestionRefused extends Error {
  override readonly name = "QuestionRefused";
}

export interface KeeperClientOptions<Colunas, Lidos, Ajustes, Q extends Questions<Q>> {
  readonly spawn: () => ClientWorker<KeeperRequest<Colunas, Ajustes, Q>, KeeperMessage<Lidos, Q>>;
  /** Buffers of the data that are given away instead of copied. */
  readonly transfer: (colunas: Colunas) => ArrayBuffer[];
  /** Called when the worker ended by itself, busy or not: it has no data any more. */
  readonly onDeath: () => void;
}

interface Tarefa<W, News> {
  readonly enviar: (worker: W, pedido: number) => void;
  readonly ouvir: (noticia: News) => void;
  readonly falhar: (motivo: unknown) => void;
}

/** Keeps data in a worker of their own: the page stays free. */
export function createKeeperClient<Colunas, Lidos, Ajustes extends object, Q extends Questions<Q>>({
  spawn,
  transfer,
  onDeath,
}: KeeperClientOptions<Colunas, Lidos, Ajustes, Q>): KeeperClient<Colunas, Lidos, Ajustes, Q> {
  type Request = KeeperRequest<Colunas, Ajustes, Q>;
  type Message = KeeperMessage<Lidos, Q>;
  type News = KeeperNews<Lidos, Q>;
  type Worker = ClientWorker<Request, Message>;
  const { ask, close } = createWorkerClient<Request, Message, News>(spawn, ({ noticia }) => noticia);
  const fila: Tarefa<Worker, News>[] = [];
  const ajustado = new WeakMap<Worker, Ajustes>();
  let atual: Tarefa<Worker, News> | null = null;

  const seguir = (): void => {
    if (atual !== null) return;
    const proxima = fila.shift();
    if (proxima === undefined) return;
    atual = proxima;
    ask(proxima.enviar, (noticia) => {
      ouvir(proxima, noticia);
    });
  };
  const ouvir = (tarefa: Tarefa<Worker, News>, noticia: News | Falha): void => {
    if (noticia.tipo === "falha") {
      parar(noticia.detalhe);
      onDeath();
      return;
    }
    // A worker that answers twice is not listened to twice.
    if (atual !== tarefa) return;
    atual = null;
    tarefa.ouvir(noticia);
    seguir();
  };
  const parar = (detalhe: string): void => {
    const tarefas = [...(atual === null ? [] : [atual]), ...fila.splice(0)];
    atual = null;
    for (const { falhar } of tarefas) falhar(new KeeperStopped(detalhe));
  };

  function pedir<T>(enviar: (worker: Worker, pedido: number) => void, ler: (noticia: News) => { readonly lida: T } | null, signal?: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      signal?.throwIfAborted();
      const tarefa: Tarefa<Worker, News> = {
        enviar,
        ouvir: (noticia) => {
          if (noticia.tipo === "recusa") {
            reject(new QuestionRefused(noticia.detalhe));
            return;
          }
          const lida = ler(noticia);
          if (lida === null) reject(new QuestionRefused(`the worker answered "${noticia.tipo}" to another question`));
          else resolve(lida.lida);
        },
        falhar: reject,
      };
      fila.push(tarefa);
      signal?.addEventListener("abort", () => {
        const at = fila.indexOf(tarefa);
        if (at !== -1) fila.splice(at, 1);
        reject(signal.reason as Error);
      });
      seguir();
    });
  }

  return {
    carregar: (colunas) =>
      pedir(
        (worker, pedido) => {
          worker.postMessage({ tipo: "carregar", pedido, colunas }, { transfer: transfer(colunas) });
        },
        (noticia) => (noticia.tipo === "carregado" ? { lida: noticia.lidos } : null),
      ),
    perguntar: <N extends keyof Q>(ajustes: Ajustes, nome: N, pede: Q[N]["pede"], signal?: AbortSignal) =>
      pedir(
        (worker, pedido) => {
          if (ajustado.get(worker) !== ajustes) {
            worker.postMessage({ tipo: "ajustar", ajustes });
            ajustado.set(worker, ajustes);
          }
          worker.postMessage({ tipo: "perguntar", pedido, nome, pede });
        },
        (noticia) => (noticia.tipo === "resposta" ? { lida: noticia.resposta } : null),
        signal,
      ),
    close() {
      close();
      parar("the worker was closed");
    },
  };
}
