import type { Dossie } from "../../core/dossie/dossie.ts";
import { createWorkerClient, type ClientWorker } from "../worker-client.ts";
import type { AberturaDoLote, LotePronto, NoticiaDoLote, PedidoAoLote, RespostaDoLote } from "./lote-mensagens.ts";

export type LoteWorker = ClientWorker<PedidoAoLote, RespostaDoLote>;

/** A batch to be written. */
export interface PedidoDePdf extends AberturaDoLote {
  /** The dossier of each place in the batch, from 0; called in order, once. */
  readonly dossie: (n: number) => Dossie;
}

export interface OuvinteDoLote {
  readonly onEscritos: (escritos: number) => void;
  readonly onPronto: (pronto: LotePronto) => void;
  /** The browser's words or ours, in English. */
  readonly onFalha: (detalhe: string) => void;
}

/** A batch under way. */
export interface EscritaDePdf {
  /** Ends it; nothing more is heard. */
  readonly cancelar: () => void;
}

/** Dossiers sent and not yet written, at most: the page and the worker both have work, and memory stays the same for a country. */
const NO_CAMINHO = 24;
/** Longest stretch of the page's own time, in ms, but for a single dossier that takes longer. */
const FATIA_MS = 8;

const spawnWorker = (): LoteWorker => new Worker(new URL("./lote.worker.ts", import.meta.url), { type: "module", name: "pdf" });

/** Writes a batch in a worker of its own, which ends with it. The dossiers are put together here, in short stretches. */
export function escreverPdf({ dossie, ...abertura }: PedidoDePdf, ouvinte: OuvinteDoLote, spawn: () => LoteWorker = spawnWorker): EscritaDePdf {
  const { ask, tell, close } = createWorkerClient<PedidoAoLote, RespostaDoLote, NoticiaDoLote>(spawn, ({ noticia }) => noticia);
  let enviados = 0;
  let escritos = 0;
  let isFim = false;
  let espera: ReturnType<typeof setTimeout> | null = null;

  const terminar = (): void => {
    isFim = true;
    if (espera !== null) clearTimeout(espera);
    close();
  };
  const falhar = (detalhe: string): void => {
    if (isFim) return;
    terminar();
    ouvinte.onFalha(detalhe);
  };
  const enviar = (): void => {
    espera = null;
    const dossies: Dossie[] = [];
    const ate = performance.now() + FATIA_MS;
    try {
      while (enviados < abertura.quantos && enviados - escritos < NO_CAMINHO && performance.now() < ate) {
        dossies.push(dossie(enviados));
        enviados += 1;
      }
    } catch (error) {
      falhar(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
      return;
    }
    if (dossies.length > 0) tell({ tipo: "dossies", dossies });
    seguir();
  };
  const seguir = (): void => {
    if (espera === null && !isFim && enviados < abertura.quantos && enviados - escritos < NO_CAMINHO) espera = setTimeout(enviar, 0);
  };
  const ouvir = (noticia: NoticiaDoLote): void => {
    if (noticia.tipo === "falha") falhar(noticia.detalhe);
    else if (noticia.tipo === "pronto") {
      terminar();
      ouvinte.onPronto(noticia.pronto);
    } else {
      escritos = noticia.escritos;
      ouvinte.onEscritos(escritos);
      seguir();
    }
  };
  ask((worker, pedido) => {
    worker.postMessage({ tipo: "abrir", pedido, abertura });
  }, ouvir);
  seguir();
  return { cancelar: terminar };
}
