import { createWorkerClient, type ClientWorker, type Falha } from "../worker-client.ts";
import type { AjustesDoRelogio, NomeDaPergunta, Perguntas } from "./perguntas.ts";
import type { CasosLidos, ColunasCruas, MensagemDoRelogio, NoticiaDoRelogio, PedidoDoRelogio, Perguntar, RespostaDoRelogio } from "./relogio-mensagens.ts";

/** The part of a Worker this module uses. */
export type RelogioWorker = ClientWorker<PedidoDoRelogio, MensagemDoRelogio>;

/** The worker that keeps the cases; one question at a time, the others wait in their order. */
export interface RelogioClient {
  /** Gives cases away to a worker started if there is none; they take the place of the ones before. */
  readonly carregar: (colunas: ColunasCruas) => Promise<CasosLidos>;
  /** Asks under these adjustments; the same object is sent once. Rejects with the signal's reason when it aborts. */
  readonly perguntar: Perguntar;
  /** Ends the worker; what waits is told so. */
  readonly close: () => void;
}

/** The worker is gone, and the cases with it: they have to be given again. */
export class RelogioParado extends Error {
  override readonly name = "RelogioParado";
}

/** A request was refused; the worker and its cases are well. */
export class PerguntaRecusada extends Error {
  override readonly name = "PerguntaRecusada";
}

interface Tarefa {
  readonly enviar: (worker: RelogioWorker, pedido: number) => void;
  readonly ouvir: (noticia: NoticiaDoRelogio) => void;
  readonly falhar: (motivo: unknown) => void;
}

const spawnWorker = (): RelogioWorker => new Worker(new URL("./relogio.worker.ts", import.meta.url), { type: "module", name: "relogio" });

/**
 * Keeps the cases in a worker of their own: the page stays free.
 * @param onMorte called when the worker ended by itself, busy or not: it has no cases any more
 */
export function createRelogioClient(onMorte: () => void = () => undefined, spawn: () => RelogioWorker = spawnWorker): RelogioClient {
  const { ask, close } = createWorkerClient<PedidoDoRelogio, MensagemDoRelogio, NoticiaDoRelogio>(spawn, ({ noticia }) => noticia);
  const fila: Tarefa[] = [];
  const ajustado = new WeakMap<RelogioWorker, AjustesDoRelogio>();
  let atual: Tarefa | null = null;

  const seguir = (): void => {
    if (atual !== null) return;
    const proxima = fila.shift();
    if (proxima === undefined) return;
    atual = proxima;
    ask(proxima.enviar, (noticia) => {
      ouvir(proxima, noticia);
    });
  };
  const ouvir = (tarefa: Tarefa, noticia: NoticiaDoRelogio | Falha): void => {
    if (noticia.tipo === "falha") {
      parar(noticia.detalhe);
      onMorte();
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
    for (const { falhar } of tarefas) falhar(new RelogioParado(detalhe));
  };

  function pedir<T>(enviar: Tarefa["enviar"], ler: (noticia: NoticiaDoRelogio) => T | null, signal?: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      signal?.throwIfAborted();
      const tarefa: Tarefa = {
        enviar,
        ouvir: (noticia) => {
          if (noticia.tipo === "recusa") reject(new PerguntaRecusada(noticia.detalhe));
          else {
            const lida = ler(noticia);
            if (lida === null) reject(new PerguntaRecusada(`the worker answered "${noticia.tipo}" to another question`));
            else resolve(lida);
          }
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
          const transfer = [colunas.denuncias.buffer, ...(colunas.andamentos === null ? [] : [colunas.andamentos.buffer])];
          worker.postMessage({ tipo: "carregar", pedido, colunas }, { transfer });
        },
        (noticia) => (noticia.tipo === "carregado" ? noticia.lidos : null),
      ),
    perguntar: <N extends NomeDaPergunta>(ajustes: AjustesDoRelogio, nome: N, pede: Perguntas[N]["pede"], signal?: AbortSignal) =>
      pedir(
        (worker, pedido) => {
          if (ajustado.get(worker) !== ajustes) {
            worker.postMessage({ tipo: "ajustar", ajustes });
            ajustado.set(worker, ajustes);
          }
          worker.postMessage({ tipo: "perguntar", pedido, nome, pede } as PedidoDoRelogio);
        },
        (noticia) => (noticia.tipo === "resposta" ? (noticia.resposta as RespostaDoRelogio<N>) : null),
        signal,
      ),
    close() {
      close();
      parar("the clock was closed");
    },
  };
}
