import { assemblePlan, type TourDraft } from "../routing/assemble.ts";
import type { RoutePlan, RouteProblem, Tour } from "../routing/problem.ts";
import { pedirDiariasAte } from "./calendario.ts";
import { MINUTOS_DO_DIA } from "./distancias.ts";
import { isDaCota } from "./grupos.ts";
import { hashDaEntrada } from "./hash.ts";
import type { Montagem, ProblemaDaBase } from "./montar.ts";
import type { DemandaNaoAtendida, Parada, PlanoDeVisitas, Viagem } from "./plano.ts";
import { motivosDentro, motivosFora } from "./razoes.ts";

/** The plan that the routes of every base stand for, in dates and municipalities. */
export function planoDasRotas(montagem: Montagem, rotas: readonly RoutePlan[], iteracoes: number): PlanoDeVisitas {
  const { entrada, bases, porCodigo } = montagem;
  const { ajustes } = entrada;
  const planejados = new Set(
    rotas.flatMap((rota, b) => rota.tours.flatMap(({ stops }) => stops.flatMap((stop) => bases[b]?.codigos[stop] ?? []))),
  );
  const motivos = motivosDentro(montagem, rotas, planejados);
  const viagens = rotas
    .flatMap((rota, b) => {
      const base = bases[b];
      return base === undefined ? [] : rota.tours.map((tour) => viagemDaRota(montagem, base, tour, motivos));
    })
    .sort((a, b) => (a.inicio < b.inicio ? -1 : a.inicio > b.inicio ? 1 : porEquipe(a, b)));
  const valores = (codigos: Iterable<number>): number => {
    let soma = 0;
    for (const codigo of codigos) soma += porCodigo.get(codigo)?.valor ?? 0;
    return arredondar(soma, 4);
  };
  const objetivo = rotas.reduce((soma, rota) => soma + rota.objective, 0) - ajustes.penalidadeDozeMeses * montagem.dozeMeses.size;
  return {
    viagens,
    fora: motivosFora(montagem, rotas, planejados),
    naoAtendidas: naoAtendidas(montagem, planejados),
    objetivo: arredondar(objetivo, 6),
    valor: valores([...planejados].sort((a, b) => a - b)),
    valorDeTodos: valores(porCodigo.keys()),
    km: arredondar(
      rotas.reduce((soma, { km }) => soma + km, 0),
      1,
    ),
    dias: viagens.reduce((soma, { dias }) => soma + dias, 0),
    diasDisponiveis: bases.reduce((soma, { problema }) => soma + problema.slots.reduce((total, { days }) => total + days, 0), 0),
    iteracoes,
    entrada: hashDaEntrada(entrada),
  };
}

/**
 * The routes of a plan, in the numbers of the input's problems. Municipalities,
 * teams and days that this input does not have are left out; tours whose first day
 * is not one of its days get another.
 */
export function rotasDoPlano(montagem: Montagem, plano: Pick<PlanoDeVisitas, "viagens">): RoutePlan[] {
  const vistos = new Set<number>();
  return montagem.bases.map((base) => {
    const { problema, equipes, parada } = base;
    const travadas = problema.frozen.map((travada): TourDraft => ({ ...travada, frozen: true }));
    for (const { stops } of travadas) for (const stop of stops) vistos.add(base.codigos[stop] ?? 0);
    const livres = plano.viagens.flatMap((viagem): TourDraft[] => {
      const crew = equipes.indexOf(viagem.equipe);
      const slot = problema.slots.findIndex((vaga) => vaga.crew === crew && vaga.period === viagem.trimestre - 1);
      if (crew === -1 || slot === -1) return [];
      const stops = viagem.paradas.flatMap(({ codigo }) => {
        const stop = parada.get(codigo);
        if (stop === undefined || vistos.has(codigo)) return [];
        vistos.add(codigo);
        return [stop];
      });
      const start = montagem.calendario.dias.indexOf(viagem.inicio);
      return stops.length === 0 ? [] : [{ slot, stops, start: start === -1 ? null : start, frozen: false }];
    });
    return assemblePlan(problema, [...travadas, ...livres]);
  });
}

/** Minutes of a tour before each stop, in its order: travel and visits. */
export function minutosAntes(problema: RouteProblem, stops: readonly number[]): number[] {
  const n = problema.stops + 2;
  let minutos = 0;
  let lugar = 0;
  return stops.map((stop) => {
    minutos += problema.time[lugar * n + stop + 2] ?? 0;
    const antes = minutos;
    minutos += problema.service[stop] ?? 0;
    lugar = stop + 2;
    return antes;
  });
}

function viagemDaRota({ entrada, calendario, porCodigo }: Montagem, base: ProblemaDaBase, tour: Tour, motivos: ReadonlyMap<number, Parada["motivo"]>): Viagem {
  const { ajustes } = entrada;
  const { problema } = base;
  const slot = problema.slots[tour.slot];
  if (slot === undefined) throw new RangeError(`there is no slot ${tour.slot}`);
  const equipe = base.equipes[slot.crew] ?? "";
  const diaDe = (minutos: number): string => {
    const dia = calendario.dias[tour.start + Math.min(tour.days - 1, Math.floor(minutos / MINUTOS_DO_DIA))];
    if (dia === undefined) throw new RangeError(`a tour of ${equipe} goes beyond the plan's days`);
    return dia;
  };
  const antes = minutosAntes(problema, tour.stops);
  const paradas = tour.stops.map((stop, i): Parada => {
    const codigo = base.codigos[stop] ?? 0;
    const chega = antes[i] ?? 0;
    const servico = problema.service[stop] ?? 0;
    return {
      codigo,
      chegada: diaDe(chega),
      saida: diaDe(servico === 0 ? chega : chega + servico - 1),
      dias: servico / MINUTOS_DO_DIA,
      valor: porCodigo.get(codigo)?.valor ?? null,
      motivo: motivos.get(codigo) ?? { tipo: "planejado" },
    };
  });
  const inicio = diaDe(0);
  const comPassagem = paradas.some(({ codigo }) => ajustes.comPassagem.includes(codigo));
  const { uteis, comPassagem: comVoo } = ajustes.prazoDiarias;
  return {
    id: `${equipe}/${inicio}`,
    equipe,
    base: base.base,
    trimestre: slot.period + 1,
    inicio,
    fim: diaDe((tour.days - 1) * MINUTOS_DO_DIA),
    dias: tour.days,
    diasDeTrabalho: arredondar(tour.time / MINUTOS_DO_DIA, 2),
    km: arredondar(tour.km, 1),
    paradas,
    comPassagem,
    pedirDiariasAte: pedirDiariasAte(inicio, comPassagem ? comVoo : uteis, calendario.parados),
    travada: tour.frozen,
  };
}

function naoAtendidas({ entrada, exigidos }: Montagem, planejados: ReadonlySet<number>): DemandaNaoAtendida[] {
  const municipios = [...exigidos].filter((codigo) => !planejados.has(codigo)).sort((a, b) => a - b);
  const cotas = entrada.ajustes.cotas.flatMap((cota, i): DemandaNaoAtendida[] => {
    const tem = entrada.municipios.filter((municipio) => planejados.has(municipio.codigo) && isDaCota(cota, municipio)).length;
    return tem >= cota.minimo ? [] : [{ tipo: "cota", cota: i, faltam: cota.minimo - tem }];
  });
  return [...municipios.map((codigo): DemandaNaoAtendida => ({ tipo: "municipio", codigo })), ...cotas];
}

function porEquipe(a: Viagem, b: Viagem): number {
  return a.base - b.base || a.equipe.length - b.equipe.length || (a.equipe < b.equipe ? -1 : a.equipe > b.equipe ? 1 : 0);
}

/** To so many decimal places, as figures are told. */
function arredondar(valor: number, casas: number): number {
  const escala = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000][casas] ?? 1;
  return Math.round(valor * escala) / escala;
}
