import { addDays, daysBetween, type CivilDate } from "../civil-date.ts";
import type { PlanoDeVisitas } from "./plano.ts";
import { visitasDoPlano, type Visita } from "./comparar.ts";

/** A visit held, as the extract of supports has it. */
export interface VisitaRealizada {
  readonly codigo: number;
  readonly data: CivilDate;
}

export type SituacaoDaVisita =
  /** Held within the tour's days, give or take the tolerance. */
  | "no-prazo"
  /** Held before the tour less the tolerance. */
  | "antecipada"
  /** Held after the tour and the tolerance. */
  | "com-atraso"
  /** The tour and the tolerance are past, and no visit is on record. */
  | "perdida"
  | "por-vir"
  /** Held and not in the plan. */
  | "nao-planejada";

export interface LinhaDeRealizada {
  readonly codigo: number;
  readonly situacao: SituacaoDaVisita;
  /** Null when it is not in the plan. */
  readonly planejada: Visita | null;
  /** Day of the visit held; null when none is. */
  readonly realizada: CivilDate | null;
  /** Days from the tour to the visit held: after its end, before its beginning (negative), 0 within; null without one of the two. */
  readonly desvio: number | null;
}

/** Days before and after a tour within which a visit counts as held on time. */
export const TOLERANCIA_DIAS = 7;

/**
 * Visits held from the plan's first day up to `ate`, matched to the plan: each
 * planned municipality takes the visit nearest to its tour (the earlier of two as
 * near); a municipality that is not planned has a row for each visit held. Other
 * visits to a planned one have no row.
 * @param inicio first day of the plan (`ajustes.inicio`)
 * @returns by day of the tour or visit, then code
 * @throws RangeError for a tolerance below 0
 */
export function conferirRealizadas(
  plano: Pick<PlanoDeVisitas, "viagens">,
  inicio: CivilDate,
  visitas: readonly VisitaRealizada[],
  ate: CivilDate,
  tolerancia: number = TOLERANCIA_DIAS,
): LinhaDeRealizada[] {
  if (!(tolerancia >= 0)) throw new RangeError(`the tolerance must be ≥ 0 days, got ${tolerancia}`);
  const planejadas = visitasDoPlano(plano);
  const contam = visitas.filter(({ data }) => data >= inicio && data <= ate).sort(porDia);
  const porCodigo = new Map<number, CivilDate[]>();
  for (const { codigo, data } of contam) {
    const datas = porCodigo.get(codigo);
    if (datas === undefined) porCodigo.set(codigo, [data]);
    else datas.push(data);
  }
  const doPlano = [...planejadas].map(([codigo, visita]) => linhaDoPlano(codigo, visita, porCodigo.get(codigo) ?? [], ate, tolerancia));
  const deFora = contam
    .filter(({ codigo }) => !planejadas.has(codigo))
    .map(({ codigo, data }): LinhaDeRealizada => ({ codigo, situacao: "nao-planejada", planejada: null, realizada: data, desvio: null }));
  const dia = ({ planejada, realizada }: LinhaDeRealizada): CivilDate => planejada?.parada.chegada ?? realizada ?? "";
  return [...doPlano, ...deFora].sort((a, b) => porDia({ codigo: a.codigo, data: dia(a) }, { codigo: b.codigo, data: dia(b) }));
}

function linhaDoPlano(codigo: number, visita: Visita, datas: readonly CivilDate[], ate: CivilDate, tolerancia: number): LinhaDeRealizada {
  const { inicio, fim } = visita.viagem;
  let melhor: { readonly data: CivilDate; readonly desvio: number } | null = null;
  for (const data of datas) {
    const desvio = data < inicio ? -daysBetween(data, inicio) : data > fim ? daysBetween(fim, data) : 0;
    if (melhor === null || Math.abs(desvio) < Math.abs(melhor.desvio)) melhor = { data, desvio };
  }
  if (melhor === null) {
    const situacao = ate > addDays(fim, tolerancia) ? "perdida" : "por-vir";
    return { codigo, situacao, planejada: visita, realizada: null, desvio: null };
  }
  const situacao = melhor.desvio < -tolerancia ? "antecipada" : melhor.desvio > tolerancia ? "com-atraso" : "no-prazo";
  return { codigo, situacao, planejada: visita, realizada: melhor.data, desvio: melhor.desvio };
}

function porDia(a: VisitaRealizada, b: VisitaRealizada): number {
  return a.data < b.data ? -1 : a.data > b.data ? 1 : a.codigo - b.codigo;
}
