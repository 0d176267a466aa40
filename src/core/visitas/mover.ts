import { assemblePlan, type TourDraft } from "../routing/assemble.ts";
import { checkPlan } from "../routing/check-plan.ts";
import { cheapestInsertion } from "../routing/insertion.ts";
import { orderTour } from "../routing/order.ts";
import type { RoutePlan, RouteProblem } from "../routing/problem.ts";
import { scheduleSlot, type TourToSchedule } from "../routing/schedule.ts";
import { montarProblemas, type Montagem, type ProblemaDaBase } from "./montar.ts";
import type { EntradaDoPlano, PlanoDeVisitas, Viagem } from "./plano.ts";
import { planoDasRotas, rotasDoPlano } from "./rotas.ts";

export { destravar, destravarViagem, travar, travarMunicipio, travarViagem } from "./travas.ts";

/** Where a municipality goes. */
export type Destino =
  | { readonly tipo: "viagem"; readonly viagem: string }
  /** A tour of its own. */
  | { readonly tipo: "nova"; readonly equipe: string; readonly trimestre: number }
  | { readonly tipo: "fora" };

/** Why an edit is refused. */
export type Recusa =
  | { readonly tipo: "sem-mudanca" }
  | { readonly tipo: "municipio-desconhecido" }
  /** It cannot be a stop: no seat, locked out, no day left. */
  | { readonly tipo: "sem-lugar" }
  | { readonly tipo: "viagem-desconhecida"; readonly viagem: string }
  | { readonly tipo: "equipe-desconhecida"; readonly equipe: string }
  /** A locked tour does not change: unlock it first. */
  | { readonly tipo: "viagem-travada"; readonly viagem: string }
  /** The team leaves from a base that does not serve the municipality. */
  | { readonly tipo: "outra-base"; readonly base: number }
  /** The lock of the municipality says another team, quarter or day. */
  | { readonly tipo: "trava"; readonly codigo: number }
  /** The tour would take so many days, of the most there are. */
  | { readonly tipo: "passa-da-viagem"; readonly dias: number; readonly maximo: number }
  /** The team would work so many days in the quarter, of the most there are. */
  | { readonly tipo: "passa-da-equipe"; readonly dias: number; readonly maximo: number }
  /** No dates fit: windows, holidays, days between tours. */
  | { readonly tipo: "sem-datas" };

export type Edicao =
  | { readonly feita: true; readonly plano: PlanoDeVisitas }
  | { readonly feita: false; readonly recusa: Recusa };

/** A tour while it is changed: `start` null = to be dated anew. */
interface Rascunho {
  readonly slot: number;
  readonly stops: readonly number[];
  readonly start: number | null;
  readonly frozen: boolean;
  readonly days: number;
}

/** What a change by hand works on. */
interface Bancada {
  readonly montagem: Montagem;
  readonly rotas: readonly RoutePlan[];
  readonly b: number;
  readonly base: ProblemaDaBase;
  readonly stop: number;
}

type Passo<T> = { readonly recusa: Recusa } | { readonly valor: T };

/**
 * Moves, adds or takes out a municipality; the tours touched are put in their
 * best order again and dated anew where their dates no longer hold: first they
 * alone, then all the tours of their team's quarter. Demands (locks, quotas) that
 * stop being met are named in the plan, not refused.
 * @throws RangeError for an input that cannot be planned
 */
export function moverParada(entrada: EntradaDoPlano, plano: PlanoDeVisitas, codigo: number, destino: Destino): Edicao {
  const montagem = montarProblemas(entrada);
  if (!montagem.porCodigo.has(codigo)) return recusar({ tipo: "municipio-desconhecido" });
  const atual = plano.viagens.find(({ paradas }) => paradas.some((parada) => parada.codigo === codigo));
  if (atual?.travada === true) return recusar({ tipo: "viagem-travada", viagem: atual.id });
  if (destino.tipo === "fora" && atual === undefined) return recusar({ tipo: "sem-mudanca" });
  const b = montagem.bases.findIndex(({ parada }) => parada.has(codigo));
  const base = montagem.bases[b];
  const rotas = rotasDoPlano(montagem, plano);
  if (base === undefined) {
    // Not a stop of this input: the routes have already left it out.
    if (destino.tipo === "fora") return { feita: true, plano: planoDasRotas(montagem, rotas, plano.iteracoes) };
    return recusar({ tipo: "sem-lugar" });
  }
  const bancada: Bancada = { montagem, rotas, b, base, stop: base.parada.get(codigo) ?? 0 };
  const alvo = destino.tipo === "fora" ? ({ valor: null } as const) : alvoDe(bancada, plano, atual, codigo, destino);
  if ("recusa" in alvo) return recusar(alvo.recusa);
  const mudados = mudar(bancada, alvo.valor);
  if ("recusa" in mudados) return recusar(mudados.recusa);
  const novas = rotas.map((rota, i) => (i === b ? assemblePlan(base.problema, mudados.valor) : rota));
  return { feita: true, plano: planoDasRotas(montagem, novas, plano.iteracoes) };
}

/** The best place for a municipality that is not planned, within days and windows; null when there is none. */
export function melhorDestino(entrada: EntradaDoPlano, plano: PlanoDeVisitas, codigo: number): Destino | null {
  const montagem = montarProblemas(entrada);
  const b = montagem.bases.findIndex(({ parada }) => parada.has(codigo));
  const [base, rota] = [montagem.bases[b], rotasDoPlano(montagem, plano)[b]];
  const stop = base?.parada.get(codigo);
  if (base === undefined || rota === undefined || stop === undefined || rota.tours.some(({ stops }) => stops.includes(stop))) return null;
  const { within } = cheapestInsertion(base.problema, rota, stop);
  if (within === null) return null;
  const slot = base.problema.slots[within.slot];
  if (slot === undefined) return null;
  if (within.tour === null) return { tipo: "nova", equipe: base.equipes[slot.crew] ?? "", trimestre: slot.period + 1 };
  const primeira = base.codigos[rota.tours[within.tour]?.stops[0] ?? -1];
  const viagem = plano.viagens.find(({ paradas }) => paradas.some((parada) => parada.codigo === primeira));
  return viagem === undefined ? null : { tipo: "viagem", viagem: viagem.id };
}

/** Slot the stop goes to, and the stop that tells the tour it joins; null = a tour of its own. */
interface Alvo {
  readonly slot: number;
  readonly junto: number | null;
}

function alvoDe({ montagem, base, stop }: Bancada, plano: PlanoDeVisitas, atual: Viagem | undefined, codigo: number, destino: Exclude<Destino, { readonly tipo: "fora" }>): Passo<Alvo> {
  const { problema, equipes } = base;
  const viagem = destino.tipo === "viagem" ? plano.viagens.find(({ id }) => id === destino.viagem) : undefined;
  if (destino.tipo === "viagem") {
    if (viagem === undefined) return { recusa: { tipo: "viagem-desconhecida", viagem: destino.viagem } };
    if (viagem.id === atual?.id) return { recusa: { tipo: "sem-mudanca" } };
    if (viagem.travada) return { recusa: { tipo: "viagem-travada", viagem: viagem.id } };
  } else if (atual?.paradas.length === 1 && atual.equipe === destino.equipe && atual.trimestre === destino.trimestre) {
    return { recusa: { tipo: "sem-mudanca" } };
  }
  const lugar = viagem ?? (destino.tipo === "nova" ? destino : null);
  if (lugar === null) return { recusa: { tipo: "sem-mudanca" } };
  const daBase = montagem.bases.find((outra) => outra.equipes.includes(lugar.equipe));
  if (daBase === undefined) return { recusa: { tipo: "equipe-desconhecida", equipe: lugar.equipe } };
  if (daBase !== base) return { recusa: { tipo: "outra-base", base: daBase.base } };
  const crew = equipes.indexOf(lugar.equipe);
  const slot = problema.slots.findIndex((vaga) => vaga.crew === crew && vaga.period === lugar.trimestre - 1);
  if (slot === -1) return { recusa: { tipo: "sem-datas" } };
  const permitidos = problema.slotsOf[stop] ?? null;
  if (permitidos !== null && !permitidos.includes(slot)) return { recusa: { tipo: "trava", codigo } };
  return { valor: { slot, junto: viagem === undefined ? null : (base.parada.get(viagem.paradas[0]?.codigo ?? -1) ?? null) } };
}

/** The base's tours with the stop moved to the target; null = out of the plan. */
function mudar({ base, rotas, b, stop }: Bancada, alvo: Alvo | null): Passo<TourDraft[]> {
  const { problema } = base;
  const tocados = new Set<number>();
  const rascunhos: Rascunho[] = [];
  const reordenado = (tour: { readonly slot: number; readonly start: number | null }, stops: readonly number[]): Rascunho => {
    const ordem = orderTour(problema, tour.slot, stops);
    return { slot: tour.slot, stops: ordem.stops, days: ordem.days, start: tour.start, frozen: false };
  };
  for (const tour of rotas[b]?.tours ?? []) {
    const sai = tour.stops.includes(stop);
    const entra = alvo !== null && alvo.junto !== null && tour.stops.includes(alvo.junto);
    const stops = [...tour.stops.filter((outra) => outra !== stop), ...(entra ? [stop] : [])];
    if (sai || entra) tocados.add(tour.slot);
    if (stops.length === 0) continue;
    rascunhos.push(sai || entra ? reordenado(tour, stops) : tour);
  }
  if (alvo?.junto === null) {
    tocados.add(alvo.slot);
    rascunhos.push(reordenado({ slot: alvo.slot, start: null }, [stop]));
  }
  const longa = rascunhos.find(({ stops, days }) => stops.includes(stop) && days > problema.maxTourDays);
  if (longa !== undefined) return { recusa: { tipo: "passa-da-viagem", dias: longa.days, maximo: problema.maxTourDays } };
  if (alvo !== null) {
    const dias = rascunhos.filter(({ slot }) => slot === alvo.slot).reduce((soma, { days }) => soma + days, 0);
    const maximo = problema.slots[alvo.slot]?.days ?? 0;
    if (dias > maximo) return { recusa: { tipo: "passa-da-equipe", dias, maximo } };
  }
  const datados: TourDraft[] = [];
  for (let slot = 0; slot < problema.slots.length; slot += 1) {
    const daVaga = rascunhos.filter((rascunho) => rascunho.slot === slot);
    const inicios = tocados.has(slot) ? datar(base, slot, daVaga, rotas[b]) : daVaga.map(({ start }) => start);
    if (inicios === null) return { recusa: { tipo: "sem-datas" } };
    daVaga.forEach(({ stops, frozen }, i) => datados.push({ slot, stops, frozen, start: inicios[i] ?? null }));
  }
  return { valor: datados };
}

/** First days of a slot's tours: as they were, where they still hold; else the changed ones anew; else all but the frozen. */
function datar({ problema }: ProblemaDaBase, slot: number, tours: readonly Rascunho[], antes: RoutePlan | undefined): readonly (number | null)[] | null {
  if (valem(problema, slot, tours)) return tours.map(({ start }) => start);
  const iguais = new Set((antes?.tours ?? []).map(({ stops }) => stops.join(" ")));
  const semMudanca = (tour: Rascunho): boolean => tour.frozen || iguais.has(tour.stops.join(" "));
  const datadosAssim = (fica: (tour: Rascunho) => boolean): readonly number[] | null =>
    scheduleSlot(
      problema,
      slot,
      tours.map((tour): TourToSchedule => ({ stops: tour.stops, start: fica(tour) ? tour.start : null })),
    );
  const anteriores = valem(problema, slot, tours.filter(semMudanca)) ? datadosAssim(semMudanca) : null;
  return anteriores ?? datadosAssim(({ frozen }) => frozen);
}

/** Whether tours keep every rule of their slot on the days they have. */
function valem(problema: RouteProblem, slot: number, tours: readonly Rascunho[]): boolean {
  if (tours.some(({ start }) => start === null)) return false;
  const plano = assemblePlan(problema, tours);
  return checkPlan(problema, plano).every(({ tour }) => tour === null || plano.tours[tour]?.slot !== slot);
}

function recusar(recusa: Recusa): Edicao {
  return { feita: false, recusa };
}
