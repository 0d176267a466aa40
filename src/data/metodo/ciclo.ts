import type { CivilDate } from "../../core/civil-date.ts";
import { formatDate, joinPt } from "../../core/format.ts";
import type { Metodo } from "../../core/metodo/method.ts";
import { planCycle, type Plano } from "../../core/metodo/planning.ts";
import type { PreparedPriority, PriorityScores } from "../../core/metodo/priority.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { Gatilho } from "./gatilhos.ts";

/** What the plan of a cycle is made of. */
export interface PecasDoCiclo {
  readonly municipios: readonly Pick<Municipio, "codigo" | "nome">[];
  readonly preparada: Pick<PreparedPriority, "bounded">;
  /** Aligned with `municipios`. */
  readonly scores: Pick<PriorityScores, "total">;
  readonly metodo: Pick<Metodo, "k" | "planejamento">;
  /** Day of the last visit by code; one that is not there has none on record. */
  readonly ultima: ReadonlyMap<number, CivilDate>;
  readonly gatilhos: readonly Gatilho[];
  readonly hoje: CivilDate;
}

export type CicloPlanejado =
  /** `plano.linhas` aligned with the municipalities. */
  | { readonly feito: true; readonly plano: Plano }
  /** Why there is no plan, and what to do: whole sentences. */
  | { readonly feito: false; readonly motivo: string; readonly conserto: string };

/**
 * `planCycle` with the scores, visits and triggers there are; refused, in words, where the
 * score is not on 0–100 or a visit is later than `hoje`.
 * @param ondeOMetodo where the reader changes the method, as a sentence goes on: "no método"
 */
export function planejarCiclo({ municipios, preparada, scores, metodo, ultima, gatilhos, hoje }: PecasDoCiclo, ondeOMetodo: string): CicloPlanejado {
  if (!preparada.bounded) {
    return {
      feito: false,
      motivo: "Com esta normalização de estudo a nota não vai de 0 a 100, e não se soma com o tempo sem visita.",
      conserto: `Volte às balizas fixas ${ondeOMetodo}.`,
    };
  }
  const depois = municipios.filter(({ codigo }) => (ultima.get(codigo) ?? hoje) > hoje);
  if (depois.length > 0) {
    return {
      feito: false,
      motivo: `Há visita com data depois de ${formatDate(hoje)}: ${joinPt(depois.map(({ nome }) => nome))}.`,
      conserto: "Confira as datas do extrato de apoios na página Dados.",
    };
  }
  const motivos = agrupados(gatilhos);
  const candidatos = municipios.map(({ codigo }, i) => {
    const nota = scores.total[i] ?? Number.NaN;
    return {
      codigo,
      nota: Number.isNaN(nota) ? null : nota,
      ultimaVisita: ultima.get(codigo) ?? null,
      gatilhos: motivos.get(codigo) ?? [],
    };
  });
  return { feito: true, plano: planCycle(candidatos, metodo.planejamento, metodo.k, hoje) };
}

function agrupados(gatilhos: readonly Gatilho[]): ReadonlyMap<number, readonly string[]> {
  const grupos = new Map<number, string[]>();
  for (const { codigo, motivo } of gatilhos) {
    const grupo = grupos.get(codigo);
    if (grupo === undefined) grupos.set(codigo, [motivo]);
    else grupo.push(motivo);
  }
  return grupos;
}
