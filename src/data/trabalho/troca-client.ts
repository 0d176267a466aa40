import { createWorkerClient, type ClientWorker } from "../worker-client.ts";
import type { Chegada, Pagina, RegistroEmConflito } from "./previa.ts";
import type { Concluido, Decisao, Etapa, Exportado, MensagemDaTroca, NoticiaDaTroca, PedidoDaTroca, Preparado, TrabalhoDaPagina } from "./troca-mensagens.ts";

export type TrocaWorker = ClientWorker<PedidoDaTroca, MensagemDaTroca>;

/** The exchange of files of one tab; one request at a time, the others wait. Each rejects with `TrocaInterrompida`. */
export interface TrocaClient {
  readonly exportar: (trabalho: TrabalhoDaPagina, onEtapa: (etapa: Etapa) => void) => Promise<Exportado>;
  readonly preparar: (trabalho: TrabalhoDaPagina, arquivo: Blob, onEtapa: (etapa: Etapa) => void) => Promise<Preparado>;
  readonly verChegadas: (de: number, quantos: number) => Promise<Pagina<Chegada>>;
  readonly verConflitos: (de: number, quantos: number) => Promise<Pagina<RegistroEmConflito>>;
  readonly concluir: (decisao: Decisao, onEtapa: (etapa: Etapa) => void) => Promise<Concluido>;
  /** Ends what is under way and forgets the file: nothing of it was written, but while "gravando". */
  readonly cancelar: () => void;
}

/** The exchange did not end: cancelled, its worker died, or it refused. */
export class TrocaInterrompida extends Error {
  override readonly name = "TrocaInterrompida";
  readonly isCancelada: boolean;
  constructor(detalhe: string, isCancelada: boolean) {
    super(detalhe);
    this.isCancelada = isCancelada;
  }
}

const spawnWorker = (): TrocaWorker => new Worker(new URL("./troca.worker.ts", import.meta.url), { type: "module", name: "trabalho" });

interface Tarefa {
  readonly corpo: SemNumero<PedidoDaTroca>;
  /** True when the request is over. */
  readonly ouvir: (noticia: NoticiaDaTroca) => boolean;
  readonly falhar: (motivo: TrocaInterrompida) => void;
}

type SemNumero<T> = T extends unknown ? Omit<T, "pedido"> : never;

export function createTrocaClient(spawn: () => TrocaWorker = spawnWorker): TrocaClient {
  const { ask, close } = createWorkerClient<PedidoDaTroca, MensagemDaTroca, NoticiaDaTroca>(spawn, ({ noticia }) => noticia);
  const fila: Tarefa[] = [];
  let atual: Tarefa | null = null;

  const seguir = (): void => {
    const proxima = atual === null ? fila.shift() : undefined;
    if (proxima === undefined) return;
    atual = proxima;
    ask(
      (worker, pedido) => {
        worker.postMessage({ ...proxima.corpo, pedido });
      },
      (noticia) => {
        if (noticia.tipo === "falha") parar(noticia.detalhe, false);
        else if (atual === proxima && proxima.ouvir(noticia)) {
          atual = null;
          seguir();
        }
      },
    );
  };
  const parar = (detalhe: string, isCancelada: boolean): void => {
    const tarefas = [...(atual === null ? [] : [atual]), ...fila.splice(0)];
    atual = null;
    for (const { falhar } of tarefas) falhar(new TrocaInterrompida(detalhe, isCancelada));
  };

  function pedir<T>(corpo: SemNumero<PedidoDaTroca>, ler: (noticia: NoticiaDaTroca) => T | null, onEtapa: (etapa: Etapa) => void = () => undefined): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const ouvir = (noticia: NoticiaDaTroca): boolean => {
        if (noticia.tipo === "etapa") {
          onEtapa(noticia.etapa);
          return false;
        }
        const lida = noticia.tipo === "recusa" ? null : ler(noticia);
        if (lida === null) reject(new TrocaInterrompida(noticia.tipo === "recusa" ? noticia.detalhe : `"${noticia.tipo}" answers another request`, false));
        else resolve(lida);
        return true;
      };
      fila.push({ corpo, ouvir, falhar: reject });
      seguir();
    });
  }

  return {
    exportar: (trabalho, onEtapa) => pedir({ tipo: "exportar", ...trabalho }, (noticia) => (noticia.tipo === "exportado" ? noticia.exportado : null), onEtapa),
    preparar: (trabalho, arquivo, onEtapa) =>
      pedir({ tipo: "preparar", ...trabalho, arquivo }, (noticia) => (noticia.tipo === "preparado" ? noticia.preparado : null), onEtapa),
    verChegadas: (de, quantos) => pedir({ tipo: "ver", lista: "chegadas", de, quantos }, (noticia) => (noticia.tipo === "chegadas" ? noticia.pagina : null)),
    verConflitos: (de, quantos) => pedir({ tipo: "ver", lista: "conflitos", de, quantos }, (noticia) => (noticia.tipo === "conflitos" ? noticia.pagina : null)),
    concluir: (decisao, onEtapa) => pedir({ tipo: "concluir", decisao }, (noticia) => (noticia.tipo === "concluido" ? noticia.concluido : null), onEtapa),
    cancelar() {
      close();
      parar("cancelled", true);
    },
  };
}
