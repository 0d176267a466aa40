import type { Ajustes } from "./ajustes.ts";
import { compararPlanos } from "./comparar.ts";
import { createPlanejamento } from "./planejar.ts";
import type { EntradaDoPlano, PlanoDeVisitas } from "./plano.ts";

/** A rule of the plan that can be given up, or a means that can be added. */
export type Regra =
  /** Index in the settings' `cotas`. */
  | { readonly tipo: "cota"; readonly cota: number }
  | { readonly tipo: "trava"; readonly codigo: number }
  /** Index in the settings' `viagensTravadas`. */
  | { readonly tipo: "viagem-travada"; readonly viagem: number }
  | { readonly tipo: "reserva" }
  /** Forbidden months of a region. */
  | { readonly tipo: "meses-proibidos"; readonly regiao: number }
  /** One day more in the field for each team and quarter. */
  | { readonly tipo: "mais-um-dia" }
  /** One team more at a base. */
  | { readonly tipo: "mais-uma-equipe"; readonly base: number };

/** What a rule costs (or a means gives): the plan without it less the plan with it. */
export interface PrecoDaRegra {
  readonly regra: Regra;
  /** Points of the objective, ≥ 0. */
  readonly pontos: number;
  /** Points of V, kilometres, visits and days: signed (a better plan may drive more). */
  readonly valor: number;
  readonly km: number;
  readonly visitas: number;
  readonly dias: number;
  /** Unmet demands that the plan without the rule meets, ≥ 0. */
  readonly demandas: number;
  /** Codes that enter and leave. */
  readonly entram: readonly number[];
  readonly saem: readonly number[];
  /** The plan without the rule. */
  readonly plano: PlanoDeVisitas;
}

/** A price being worked out. */
export interface PrecoEmCurso {
  readonly passo: (n: number) => void;
  readonly feitas: number;
  readonly total: number;
  readonly pronto: boolean;
  /** The price with the best plan so far. */
  readonly preco: () => PrecoDaRegra;
}

/** Most steps of the search for a price, when nobody says how many. */
const PASSOS_DO_PRECO = 5000;

/** The rules of an input that have a price, in the order they are shown. */
export function regrasComPreco({ ajustes, reserva }: Pick<EntradaDoPlano, "ajustes" | "reserva">): Regra[] {
  return [
    ...ajustes.cotas.map((_, cota): Regra => ({ tipo: "cota", cota })),
    ...ajustes.travas.map(({ codigo }): Regra => ({ tipo: "trava", codigo })),
    ...ajustes.viagensTravadas.map((_, viagem): Regra => ({ tipo: "viagem-travada", viagem })),
    ...(reserva.length === 0 ? [] : [{ tipo: "reserva" } as const]),
    ...ajustes.mesesProibidos.map(({ regiao }): Regra => ({ tipo: "meses-proibidos", regiao })),
    { tipo: "mais-um-dia" },
    ...ajustes.bases.map(({ codigo }): Regra => ({ tipo: "mais-uma-equipe", base: codigo })),
  ];
}

/**
 * The input without a rule, or with the means added.
 * @throws RangeError for a rule the input does not have
 */
export function semRegra(entrada: EntradaDoPlano, regra: Regra): EntradaDoPlano {
  const { ajustes } = entrada;
  const com = (mudanca: Partial<Ajustes>): EntradaDoPlano => ({ ...entrada, ajustes: { ...ajustes, ...mudanca } });
  switch (regra.tipo) {
    case "cota":
      return com({ cotas: semItem(ajustes.cotas, (_, i) => i === regra.cota, `quota ${regra.cota}`) });
    case "trava":
      return com({ travas: semItem(ajustes.travas, ({ codigo }) => codigo === regra.codigo, `lock of ${regra.codigo}`) });
    case "viagem-travada":
      return com({ viagensTravadas: semItem(ajustes.viagensTravadas, (_, i) => i === regra.viagem, `locked tour ${regra.viagem}`) });
    case "reserva":
      return { ...com({ reserva: 0 }), reserva: [] };
    case "meses-proibidos":
      return com({ mesesProibidos: semItem(ajustes.mesesProibidos, ({ regiao }) => regiao === regra.regiao, `forbidden months of ${regra.regiao}`) });
    case "mais-um-dia":
      return com({ diasPorEquipe: ajustes.diasPorEquipe + 1 });
    case "mais-uma-equipe":
      if (!ajustes.bases.some(({ codigo }) => codigo === regra.base)) throw new RangeError(`there is no base ${regra.base}`);
      return com({ bases: ajustes.bases.map((base) => (base.codigo === regra.base ? { ...base, equipes: base.equipes + 1 } : base)) });
  }
}

/**
 * Starts the price of a rule: plans without it, from the current plan, so that it is never negative.
 * @param iteracoes steps of the search of each base; the settings', at most 5,000, when absent
 * @throws RangeError for a rule the input does not have
 */
export function createPreco(entrada: EntradaDoPlano, plano: PlanoDeVisitas, regra: Regra, iteracoes?: number): PrecoEmCurso {
  const passos = iteracoes ?? Math.min(entrada.ajustes.iteracoes, PASSOS_DO_PRECO);
  const planejador = createPlanejamento(semRegra(entrada, regra), { de: plano, iteracoes: passos });
  return {
    passo: planejador.passo,
    get feitas() {
      return planejador.feitas;
    },
    get total() {
      return planejador.total;
    },
    get pronto() {
      return planejador.pronto;
    },
    preco: () => precoEntre(regra, plano, planejador.melhor()),
  };
}

/** A plan that meets more demands may have fewer points: then the price is in demands. */
function precoEntre(regra: Regra, com: PlanoDeVisitas, sem: PlanoDeVisitas): PrecoDaRegra {
  const { entram, saem } = compararPlanos(com, sem);
  return {
    regra,
    pontos: Math.max(0, inteiros(sem.objetivo - com.objetivo, 1e6)),
    valor: inteiros(sem.valor - com.valor, 1e4),
    km: inteiros(sem.km - com.km, 10),
    visitas: entram.length - saem.length,
    dias: sem.dias - com.dias,
    demandas: Math.max(0, faltas(com) - faltas(sem)),
    entram,
    saem,
    plano: sem,
  };
}

/** Unmet demands as the search counts them: each municipality, and each one a quota lacks. */
function faltas({ naoAtendidas }: PlanoDeVisitas): number {
  return naoAtendidas.reduce((soma, demanda) => soma + (demanda.tipo === "cota" ? demanda.faltam : 1), 0);
}

function semItem<T>(lista: readonly T[], sai: (item: T, i: number) => boolean, nome: string): T[] {
  const fica = lista.filter((item, i) => !sai(item, i));
  if (fica.length === lista.length) throw new RangeError(`the settings have no ${nome}`);
  return fica;
}

/** Takes away the last bits that the difference of two rounded figures leaves; never −0. */
function inteiros(valor: number, escala: number): number {
  return Math.round(valor * escala) / escala + 0;
}
