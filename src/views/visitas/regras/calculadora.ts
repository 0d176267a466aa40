import type { EntradaDoPlano, PlanoDeVisitas } from "../../../core/visitas/plano.ts";
import type { PrecoDaRegra, Regra } from "../../../core/visitas/preco.ts";
import type { PlanClient } from "../../../data/visitas/plan-client.ts";
import type { PlanNews } from "../../../data/visitas/plan-messages.ts";

/** Where the price of a rule stands. */
export type EstadoDoPreco =
  | { readonly estado: "na-fila" }
  | { readonly estado: "andando"; readonly feitas: number; readonly total: number }
  /** `cortado`: stopped before the end of the search: true, and perhaps low. */
  | { readonly estado: "pronto"; readonly preco: PrecoDaRegra; readonly cortado: boolean }
  | { readonly estado: "falhou"; readonly detalhe: string };

export type Precos = ReadonlyMap<string, EstadoDoPreco>;

/** Prices of the rules of one plan, worked out one after the other in a worker of their own. */
export interface Calculadora {
  /** By `chaveDaRegra`; a rule nobody asked about is not here. */
  readonly precos: () => Precos;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks for prices; those already known or under way are not asked again, those that failed are. */
  readonly calcular: (regras: readonly Regra[]) => void;
  /** Forgets those that wait; the one under way ends with what it has. */
  readonly parar: () => void;
  /** Ends the worker. Known prices stay; another question would start one again. */
  readonly fechar: () => void;
}

/** Same rule, same text. */
export function chaveDaRegra(regra: Regra): string {
  switch (regra.tipo) {
    case "cota":
      return `cota ${regra.cota}`;
    case "trava":
      return `trava ${regra.codigo}`;
    case "viagem-travada":
      return `viagem-travada ${regra.viagem}`;
    case "meses-proibidos":
      return `meses-proibidos ${regra.regiao}`;
    case "mais-uma-equipe":
      return `mais-uma-equipe ${regra.base}`;
    case "reserva":
    case "mais-um-dia":
      return regra.tipo;
  }
}

export function criarCalculadora(abrir: () => PlanClient, entrada: EntradaDoPlano, plano: PlanoDeVisitas): Calculadora {
  const listeners = new Set<() => void>();
  let precos: Precos = new Map();
  let fila: readonly Regra[] = [];
  let atual: Regra | null = null;
  let cliente: PlanClient | null = null;

  const dizer = (...mudancas: readonly (readonly [string, EstadoDoPreco | null])[]): void => {
    const novos = new Map(precos);
    for (const [chave, estado] of mudancas) {
      if (estado === null) novos.delete(chave);
      else novos.set(chave, estado);
    }
    precos = novos;
    for (const listener of listeners) listener();
  };
  const proxima = (): void => {
    const [regra, ...resto] = fila;
    if (atual !== null || regra === undefined) return;
    [atual, fila] = [regra, resto];
    const chave = chaveDaRegra(regra);
    dizer([chave, { estado: "andando", feitas: 0, total: 0 }]);
    const ouvir = (news: PlanNews): void => {
      if (atual !== regra) return;
      const dito = doPreco(news);
      if (dito === null) return;
      if (dito.estado !== "andando") atual = null;
      dizer([chave, dito]);
      proxima();
    };
    cliente ??= abrir();
    cliente.run({ tipo: "preco", entrada, plano, regra }, ouvir);
  };

  return {
    precos: () => precos,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    calcular: (regras) => {
      const novas = regras.filter((regra) => {
        const estado = precos.get(chaveDaRegra(regra))?.estado;
        return estado === undefined || estado === "falhou";
      });
      if (novas.length === 0) return;
      fila = [...fila, ...novas];
      dizer(...novas.map((regra) => [chaveDaRegra(regra), { estado: "na-fila" }] as const));
      proxima();
    },
    parar: () => {
      const esquecidas = fila;
      fila = [];
      if (esquecidas.length > 0) dizer(...esquecidas.map((regra) => [chaveDaRegra(regra), null] as const));
      if (atual !== null) cliente?.stop();
    },
    fechar: () => {
      const interrompidas = [...fila, ...(atual === null ? [] : [atual])];
      fila = [];
      atual = null;
      cliente?.close();
      cliente = null;
      if (interrompidas.length > 0) dizer(...interrompidas.map((regra) => [chaveDaRegra(regra), null] as const));
    },
  };
}

function doPreco(news: PlanNews): EstadoDoPreco | null {
  if (news.tipo === "andamento") return { estado: "andando", feitas: news.feitas, total: news.total };
  if (news.tipo === "preco") return { estado: "pronto", preco: news.preco, cortado: news.feitas < news.total };
  return news.tipo === "falha" ? { estado: "falhou", detalhe: news.detalhe } : null;
}
