import type { CivilDate } from "../../core/civil-date.ts";
import { formatDate, joinPt } from "../../core/format.ts";
import type { Metodo } from "../../core/metodo/method.ts";
import { planCycle, reservePlaces, type LinhaDoPlano } from "../../core/metodo/planning.ts";
import type { PreparedPriority, PriorityScores } from "../../core/metodo/priority.ts";
import { sampleIndices, seededSource } from "../../core/metodo/seeded-random.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { Ajustes } from "../../core/visitas/ajustes.ts";
import type { EntradaDoPlano, MatrizDeDistancias } from "../../core/visitas/plano.ts";
import type { Gatilho } from "../metodo/gatilhos.ts";

export interface PecasDoPlano {
  readonly municipios: readonly Municipio[];
  readonly preparada: Pick<PreparedPriority, "bounded">;
  readonly scores: Pick<PriorityScores, "total">;
  readonly metodo: Pick<Metodo, "k" | "planejamento">;
  /** Day of the last visit by code; one that is not there has none on record. */
  readonly ultima: ReadonlyMap<number, CivilDate>;
  readonly gatilhos: readonly Gatilho[];
  readonly ajustes: Ajustes;
  readonly hoje: CivilDate;
  /** `feriadosDoPlano`. */
  readonly feriados: readonly CivilDate[];
  readonly matriz: MatrizDeDistancias | null;
}

export type EntradaFeita =
  | { readonly feita: true; readonly entrada: EntradaDoPlano }
  /** Why there can be no plan, and what to do: whole sentences. */
  | { readonly feita: false; readonly motivo: string; readonly conserto: string };

/** Decimal places of V and S in a plan: beyond them two machines may differ, and a plan must not. */
const CASAS = 10_000;

/** Builds what a plan is a function of: V and the reserve as `planCycle` gives them. */
export function entradaDoPlano({ municipios, preparada, scores, metodo, ultima, gatilhos, ajustes, hoje, feriados, matriz }: PecasDoPlano): EntradaFeita {
  if (!preparada.bounded) {
    return {
      feita: false,
      motivo: "Com esta normalização de estudo a nota não vai de 0 a 100, e não se soma com o tempo sem visita.",
      conserto: "Volte às balizas fixas no método.",
    };
  }
  const depois = municipios.filter(({ codigo }) => (ultima.get(codigo) ?? hoje) > hoje);
  if (depois.length > 0) {
    return {
      feita: false,
      motivo: `Há visita com data depois de ${formatDate(hoje)}: ${joinPt(depois.map(({ nome }) => nome))}.`,
      conserto: "Confira as datas do extrato de apoios na página Dados.",
    };
  }
  const { planejamento, k } = metodo;
  const candidatos = municipios.map(({ codigo }, i) => {
    const nota = scores.total[i] ?? Number.NaN;
    return {
      codigo,
      nota: Number.isNaN(nota) ? null : nota,
      ultimaVisita: ultima.get(codigo) ?? null,
      gatilhos: gatilhos.filter((gatilho) => gatilho.codigo === codigo).map(({ motivo }) => motivo),
    };
  });
  const ciclo = planCycle(candidatos, planejamento, k, hoje);
  const linhas = new Map(ciclo.linhas.map((linha) => [linha.codigo, linha]));
  const doPlano = municipios
    .map(({ codigo, sede, porte, regiaoImediata }) => {
      const linha = linhas.get(codigo);
      return {
        codigo,
        sede,
        porte,
        regiao: regiaoImediata?.codigo ?? null,
        nota: fixado(linha?.nota ?? null),
        valor: fixado(linha?.valor ?? null),
        ultimaVisita: ultima.get(codigo) ?? null,
        exigido: (linha?.gatilhos.length ?? 0) > 0,
      };
    })
    .sort((a, b) => a.codigo - b.codigo);
  return {
    feita: true,
    entrada: {
      municipios: doPlano,
      ajustes,
      hoje,
      carenciaDias: planejamento.carenciaDias,
      reserva: sorteados(ciclo.linhas, ajustes.reserva ?? reservePlaces(planejamento.reserva, k), planejamento.sementeReserva),
      feriados,
      matriz,
    },
  };
}

/**
 * The reserve: drawn among those the cycle neither requires nor chooses by
 * priority nor makes wait, in the order of their codes, with the method's seed.
 * As many as the method says are the very ones of the cycle's list.
 */
function sorteados(linhas: readonly LinhaDoPlano[], quantos: number, semente: string): number[] {
  const resto = linhas
    .filter(({ situacao }) => situacao === "reserva" || situacao === "sem-nota" || situacao === "fora")
    .map(({ codigo }) => codigo)
    .sort((a, b) => a - b);
  return sampleIndices(seededSource(semente), resto.length, Math.min(quantos, resto.length)).flatMap((i) => resto[i] ?? []);
}

function fixado(x: number | null): number | null {
  return x === null ? null : Math.round(x * CASAS) / CASAS;
}
