import { splitSeed } from "../metodo/seeded-random.ts";
import { greedyPlan, rankOrderPlan } from "../routing/greedy.ts";
import type { RoutePlan } from "../routing/problem.ts";
import { createSearch, type Search } from "../routing/search.ts";
import { montarProblemas, type Montagem, type ProblemaDaBase } from "./montar.ts";
import type { EntradaDoPlano, PlanoDeVisitas } from "./plano.ts";
import { ordemPorValor } from "./razoes.ts";
import { planoDasRotas, rotasDoPlano } from "./rotas.ts";

/** A plan being made: the greedy one at once, then the search by steps. */
export interface Planejador {
  /** The greedy plan. */
  readonly gulosa: () => PlanoDeVisitas;
  /**
   * The plan of a list followed in order: demands first, then V; whoever does not
   * fit is passed over, and nobody without a score enters unless demanded. What a spreadsheet gives.
   */
  readonly ordemDaLista: () => PlanoDeVisitas;
  /** Makes up to `n` steps of the search; bases one after the other. */
  readonly passo: (n: number) => void;
  /** Steps made and to make, all bases together. */
  readonly feitas: number;
  readonly total: number;
  readonly pronto: boolean;
  /** The best plan so far. Never below the greedy one. */
  readonly melhor: () => PlanoDeVisitas;
  /** Problems of the bases, for whoever works on them (bounds, edits). */
  readonly montagem: Montagem;
}

export interface OpcoesDoPlanejador {
  /** Plan the search starts from, when it is one of this input; the greedy one when absent. */
  readonly de?: PlanoDeVisitas;
  /** Steps of the search of each base; the settings' when absent. */
  readonly iteracoes?: number;
}

/**
 * Starts a plan. The same input gives the same plan on every machine.
 * @throws RangeError for an input that cannot be planned
 */
export function createPlanejamento(entrada: EntradaDoPlano, opcoes: OpcoesDoPlanejador = {}): Planejador {
  const montagem = montarProblemas(entrada);
  const { bases } = montagem;
  const iteracoes = opcoes.iteracoes ?? entrada.ajustes.iteracoes;
  const gulosas: RoutePlan[] = [];
  const guloso = (b: number, { problema }: ProblemaDaBase): RoutePlan => (gulosas[b] ??= greedyPlan(problema));
  const partidas = opcoes.de === undefined ? null : rotasDoPlano(montagem, opcoes.de);
  const buscas: (Search | undefined)[] = bases.map(() => undefined);
  const busca = (b: number, { base, problema }: ProblemaDaBase): Search => {
    const from = partidas?.[b];
    return (buscas[b] ??= createSearch(problema, {
      seed: splitSeed(entrada.ajustes.semente, "base", base),
      iterations: iteracoes,
      ...(from === undefined ? {} : { from }),
    }));
  };
  /** Routes of the bases already searched, each the same object from then on. */
  const prontas: RoutePlan[] = [];
  let atual = 0;
  let passos = 0;

  const gulosa = (): PlanoDeVisitas => planoDasRotas(montagem, bases.map((base, b) => guloso(b, base)), 0);
  return {
    montagem,
    gulosa,
    ordemDaLista: () => {
      const porValor = ordemPorValor(entrada.municipios);
      const comValor = new Set(porValor);
      const semValor = entrada.municipios.map(({ codigo }) => codigo).filter((codigo) => !comValor.has(codigo));
      const exigidos = [...porValor, ...semValor].filter((codigo) => montagem.exigidos.has(codigo));
      const lista = [...exigidos, ...porValor.filter((codigo) => !montagem.exigidos.has(codigo))];
      const rotas = bases.map(({ problema, parada }) => {
        const travadas = new Set(problema.frozen.flatMap(({ stops }) => stops));
        return rankOrderPlan(problema, lista.flatMap((codigo) => parada.get(codigo) ?? []).filter((stop) => !travadas.has(stop)));
      });
      return planoDasRotas(montagem, rotas, 0);
    },
    passo: (n) => {
      let faltam = n;
      while (faltam > 0) {
        const base = bases[atual];
        if (base === undefined) return;
        const emCurso = busca(atual, base);
        const antes = emCurso.iteration;
        emCurso.step(faltam);
        const andou = emCurso.iteration - antes;
        passos += andou;
        faltam -= andou;
        if (emCurso.done) {
          prontas[atual] = emCurso.best();
          buscas[atual] = undefined;
          atual += 1;
        } else if (andou === 0) throw new Error("the search made no step");
      }
    },
    get feitas() {
      return passos;
    },
    total: iteracoes * bases.length,
    get pronto() {
      return passos >= iteracoes * bases.length;
    },
    melhor: () => {
      if (passos === 0 && partidas === null) return gulosa();
      const rotas = bases.map((base, b) => prontas[b] ?? buscas[b]?.best() ?? (partidas === null ? guloso(b, base) : busca(b, base).best()));
      return planoDasRotas(montagem, rotas, passos);
    },
  };
}

/** Makes the whole plan at once: for the terminal and tests. */
export function planejar(entrada: EntradaDoPlano): PlanoDeVisitas {
  const planejador = createPlanejamento(entrada);
  while (!planejador.pronto) planejador.passo(1000);
  return planejador.melhor();
}
