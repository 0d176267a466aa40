import type { Destino, Recusa } from "../../core/visitas/mover.ts";
import type { MatrizDeDistancias, PlanoDeVisitas } from "../../core/visitas/plano.ts";
import { createPlanClient, type PlanClient } from "../../data/visitas/plan-client.ts";
import type { PlanNews } from "../../data/visitas/plan-messages.ts";
import type { Andamento, PlanoFeito } from "./parte.ts";

/** What a plan is made from, with the seals of what gave it. */
export type Pedido = Pick<PlanoFeito, "entrada" | "metodo" | "dados">;

/** The tab's plan, and what can be undone of it. */
export interface EstadoDoPlano {
  readonly feito: PlanoFeito | null;
  readonly anterior: PlanoFeito | null;
  readonly andamento: Andamento;
  /** What the next undo takes back, and the next redo brings again: "mover Alfa"; null for nothing. */
  readonly desfaz: string | null;
  readonly refaz: string | null;
  /** Distances imported in this tab. */
  readonly matriz: MatrizDeDistancias | null;
}

/** Why a change by hand was not made. */
export type NaoFeita = Recusa | { readonly tipo: "falha"; readonly detalhe: string };

export interface PlanoStore {
  readonly estado: () => EstadoDoPlano;
  readonly subscribe: (listener: () => void) => () => void;
  /** Plans anew: the greedy plan takes the place of the one on screen as soon as it is there. */
  readonly planejar: (pedido: Pedido, oQue: string) => void;
  /** No more search; settles when the best plan so far is on screen. */
  readonly parar: () => Promise<void>;
  readonly mover: (codigo: number, destino: Destino, oQue: string) => Promise<NaoFeita | null>;
  /** Puts another plan on screen, undoable; with `guarda`, the one before becomes the one to compare with. */
  readonly trocar: (feito: PlanoFeito, oQue: string, guarda?: boolean) => void;
  /** Each returns the plan now on screen; null when there was nothing to do. */
  readonly desfazer: () => PlanoFeito | null;
  readonly refazer: () => PlanoFeito | null;
  readonly usarMatriz: (matriz: MatrizDeDistancias | null) => void;
}

/** A change: what the screen had before it (or after it, once undone). */
interface Passo {
  readonly feito: PlanoFeito;
  readonly anterior: PlanoFeito | null;
  readonly oQue: string;
}

const MAXIMO_DE_PASSOS = 50;
const ESPERANDO: Andamento = { estado: "esperando", feitas: 0, total: 0, erro: null };

/** The plan of one tab: made in a worker, changed by hand, undone. Nothing of it is kept after the tab. */
export function criarPlanoStore(abrir: () => PlanClient = createPlanClient): PlanoStore {
  let cliente: PlanClient | null = null;
  let passado: readonly Passo[] = [];
  let futuro: readonly Passo[] = [];
  let estado: EstadoDoPlano = { feito: null, anterior: null, andamento: ESPERANDO, desfaz: null, refaz: null, matriz: null };
  const listeners = new Set<() => void>();
  let aguardando: (() => void)[] = [];

  const mudar = (mudanca: Partial<EstadoDoPlano>): void => {
    estado = { ...estado, ...mudanca, desfaz: passado.at(-1)?.oQue ?? null, refaz: futuro.at(-1)?.oQue ?? null };
    for (const listener of listeners) listener();
  };
  const acabou = (): void => {
    const esperavam = aguardando;
    aguardando = [];
    for (const seguir of esperavam) seguir();
  };
  const noPassado = (oQue: string): void => {
    if (estado.feito !== null) passado = [...passado, { feito: estado.feito, anterior: estado.anterior, oQue }].slice(-MAXIMO_DE_PASSOS);
    futuro = [];
  };
  const parar = (): Promise<void> => {
    if (estado.andamento.estado !== "andando") return Promise.resolve();
    return new Promise((resolve) => {
      aguardando = [...aguardando, resolve];
      cliente?.stop();
    });
  };

  const planejar = (pedido: Pedido, oQue: string): void => {
    mudar({ andamento: { estado: "andando", feitas: 0, total: pedido.entrada.ajustes.iteracoes, erro: null } });
    let meu: PlanoFeito | null = null;
    const mostrar = (mudanca: Partial<PlanoFeito>, andamento: Andamento): void => {
      if (meu === null) return;
      meu = { ...meu, ...mudanca };
      mudar({ feito: meu, andamento });
    };
    const ouvir = (news: PlanNews): void => {
      const { andamento } = estado;
      switch (news.tipo) {
        case "gulosa":
          noPassado(oQue);
          meu = { ...pedido, plano: news.plano, gulosa: news.plano, ordemDaLista: null, limitadoPor: pedido.entrada, origem: "calculado" };
          mudar({ feito: meu, anterior: estado.feito ?? estado.anterior, andamento: { ...andamento, total: news.total } });
          return;
        case "lista":
          mostrar({ ordemDaLista: news.plano }, andamento);
          return;
        case "andamento":
          mudar({ andamento: { ...andamento, feitas: news.feitas, total: news.total } });
          return;
        case "melhor": {
          const fim = news.feitas >= news.total ? "pronto" : "parado";
          mostrar({ plano: melhorDe(meu, news.plano) }, { estado: fim, feitas: news.feitas, total: news.total, erro: null });
          acabou();
          return;
        }
        case "falha":
          mudar({ andamento: { ...andamento, estado: "falhou", erro: news.detalhe } });
          acabou();
          return;
        case "numeros":
        case "movido":
        case "preco":
      }
    };
    cliente ??= abrir();
    cliente.run({ tipo: "planejar", entrada: pedido.entrada }, ouvir);
  };

  const mover = async (codigo: number, destino: Destino, oQue: string): Promise<NaoFeita | null> => {
    await parar();
    const { feito } = estado;
    if (feito === null) return { tipo: "falha", detalhe: "there is no plan to change" };
    cliente ??= abrir();
    const naMao = cliente;
    const news = await new Promise<PlanNews>((resolve) => {
      naMao.run({ tipo: "mover", entrada: feito.entrada, plano: feito.plano, codigo, destino }, resolve);
    });
    if (news.tipo === "falha") return news;
    if (news.tipo !== "movido" || estado.feito !== feito) return { tipo: "falha", detalhe: "the plan changed meanwhile" };
    if (!news.edicao.feita) return news.edicao.recusa;
    noPassado(oQue);
    mudar({ feito: { ...feito, plano: news.edicao.plano, origem: "editado" } });
    return null;
  };

  const voltarDe = (de: readonly Passo[], guardar: (passo: Passo) => void): PlanoFeito | null => {
    const passo = de.at(-1);
    if (passo === undefined || estado.feito === null || estado.andamento.estado === "andando") return null;
    guardar({ feito: estado.feito, anterior: estado.anterior, oQue: passo.oQue });
    mudar({ feito: passo.feito, anterior: passo.anterior });
    return passo.feito;
  };

  return {
    estado: () => estado,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    planejar,
    parar,
    mover,
    trocar: (feito, oQue, guarda = false) => {
      noPassado(oQue);
      mudar({ feito, ...(guarda && estado.feito !== null ? { anterior: estado.feito } : {}) });
    },
    desfazer: () =>
      voltarDe(passado, (passo) => {
        passado = passado.slice(0, -1);
        futuro = [...futuro, passo];
      }),
    refazer: () =>
      voltarDe(futuro, (passo) => {
        futuro = futuro.slice(0, -1);
        passado = [...passado, passo];
      }),
    usarMatriz: (matriz) => {
      mudar({ matriz });
    },
  };
}

/** The plan on screen while it holds the same: drawing it again would cost and show nothing. */
function melhorDe(feito: PlanoFeito | null, plano: PlanoDeVisitas): PlanoDeVisitas {
  return feito !== null && feito.plano.objetivo === plano.objetivo && feito.plano.iteracoes === plano.iteracoes ? feito.plano : plano;
}
