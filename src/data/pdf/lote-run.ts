import type { Dossie } from "../../core/dossie/dossie.ts";
import { abrirLote, type Lote } from "./lote.ts";
import type { AberturaDoLote, NoticiaDoLote, PedidoAoLote, RespostaDoLote } from "./lote-mensagens.ts";
import type { Fontes } from "./papel.ts";

/** What the runner needs of the world. */
export interface MundoDoLote {
  readonly post: (resposta: RespostaDoLote) => void;
  readonly lerFontes: () => Promise<Fontes>;
}

interface Aberto {
  readonly pedido: number;
  readonly quantos: number;
  readonly lote: Lote;
  escritos: number;
}

/** Writes batches, one at a time; messages are worked at in the order they came. */
export function loteRunner({ post, lerFontes }: MundoDoLote): (pedido: PedidoAoLote) => Promise<void> {
  let aberto: Aberto | null = null;
  let fontes: Fontes | null = null;
  let vez: Promise<void> = Promise.resolve();

  const abrir = async (pedido: number, abertura: AberturaDoLote): Promise<void> => {
    aberto = null;
    fontes ??= await lerFontes();
    aberto = { pedido, quantos: abertura.quantos, lote: abrirLote(abertura, fontes), escritos: 0 };
  };
  const escrever = async (atual: Aberto, dossies: readonly Dossie[]): Promise<void> => {
    const dizer = (noticia: NoticiaDoLote): void => {
      post({ pedido: atual.pedido, noticia });
    };
    for (const dossie of dossies) {
      await atual.lote.juntar(dossie);
      atual.escritos += 1;
      dizer({ tipo: "escritos", escritos: atual.escritos });
    }
    if (atual.escritos < atual.quantos) return;
    aberto = null;
    dizer({ tipo: "pronto", pronto: await atual.lote.fechar() });
  };
  const atender = async (mensagem: PedidoAoLote): Promise<void> => {
    const pedido = mensagem.tipo === "abrir" ? mensagem.pedido : aberto?.pedido;
    try {
      if (mensagem.tipo === "abrir") await abrir(mensagem.pedido, mensagem.abertura);
      else if (aberto !== null) await escrever(aberto, mensagem.dossies);
    } catch (error) {
      aberto = null;
      if (pedido !== undefined) post({ pedido, noticia: { tipo: "falha", detalhe: error instanceof Error ? `${error.name}: ${error.message}` : String(error) } });
    }
  };
  return (mensagem) => {
    vez = vez.then(() => atender(mensagem));
    return vez;
  };
}
