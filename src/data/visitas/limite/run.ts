import type { Highs } from "highs";
import type { NoticiaDoLimite, PedidoDoLimite, RespostaDoLimite, TarefaDoLimite } from "./messages.ts";
import { colisoesDoPlano, createLimite } from "./plano.ts";

/** What the runner needs of the world. */
export interface MundoDoLimite {
  readonly post: (resposta: RespostaDoLimite) => void;
  /** HiGHS, loaded on the first task; asked for again after a failure. */
  readonly highs: () => Promise<Highs>;
  /** Calls back after the messages that wait. */
  readonly later: (task: () => void) => void;
}

/** A task under way. */
interface Trabalho {
  /** One piece of work; false when it was the last. */
  readonly passo: () => boolean;
  /** What is known; `pronto` marks the last word. Null where there is nothing to tell yet. */
  readonly conta: (pronto: boolean) => NoticiaDoLimite | null;
  readonly fecha: () => void;
}

/** Works at tasks round by round, so that a newer one or a stop is seen after one round. */
export function limiteRunner({ post, highs, later }: MundoDoLimite): (pedido: PedidoDoLimite) => void {
  let atual = -1;
  let trabalho: Trabalho | null = null;

  const falha = (pedido: number, error: unknown): void => {
    if (pedido !== atual) return;
    trabalho?.fecha();
    trabalho = null;
    atual = -1;
    post({ pedido, noticia: { tipo: "falha", detalhe: error instanceof Error ? `${error.name}: ${error.message}` : String(error) } });
  };
  const fim = (pedido: number, feito: Trabalho | null): void => {
    const noticia = feito?.conta(true) ?? { tipo: "parado" };
    feito?.fecha();
    trabalho = null;
    atual = -1;
    post({ pedido, noticia });
  };
  const passo = (pedido: number, feito: Trabalho): void => {
    if (pedido !== atual || trabalho !== feito) return;
    try {
      if (!feito.passo()) {
        fim(pedido, feito);
        return;
      }
      const noticia = feito.conta(false);
      if (noticia !== null) post({ pedido, noticia });
    } catch (error) {
      falha(pedido, error);
      return;
    }
    later(() => {
      passo(pedido, feito);
    });
  };

  return (recebido) => {
    if (recebido.tipo === "parar") {
      if (atual >= 0) fim(atual, trabalho);
      return;
    }
    const { pedido, tarefa } = recebido;
    trabalho?.fecha();
    trabalho = null;
    atual = pedido;
    highs().then(
      (engine) => {
        if (pedido !== atual) return;
        try {
          const novo = comeca(engine, tarefa);
          trabalho = novo;
          passo(pedido, novo);
        } catch (error) {
          falha(pedido, error);
        }
      },
      (error: unknown) => {
        falha(pedido, error);
      },
    );
  };
}

function comeca(highs: Highs, tarefa: TarefaDoLimite): Trabalho {
  if (tarefa.tipo === "limite") {
    const calculo = createLimite(highs, tarefa.entrada, tarefa.plano, tarefa.opcoes);
    return {
      passo: calculo.passo,
      conta: (pronto) => ({ tipo: "limite", limite: calculo.estado(), progresso: pronto ? 1 : calculo.progresso(), pronto }),
      fecha: calculo.fechar,
    };
  }
  const busca = colisoesDoPlano(highs, tarefa.entrada);
  let achadas: NoticiaDoLimite | null = null;
  return {
    passo() {
      const { done, value } = busca.next();
      if (done !== true) return true;
      achadas = { tipo: "colisoes", colisoes: value, pronto: true };
      return false;
    },
    conta: (pronto) => (pronto ? achadas : null),
    fecha() {
      busca.return([]);
    },
  };
}
