import { addDays, monthsBetween, type CivilDate } from "../civil-date.ts";
import type { Quota, RouteProblem, Slot } from "../routing/problem.ts";
import type { Trava } from "./ajustes.ts";
import { montarCalendario, type Calendario } from "./calendario.ts";
import { comDistancia, distanciasEntre, MINUTOS_DO_DIA } from "./distancias.ts";
import { agruparPorBase, repartirCota } from "./grupos.ts";
import type { EntradaDoPlano, MotivoFora, MunicipioDoPlano } from "./plano.ts";

/** The problem of one base, and how to read its numbers. */
export interface ProblemaDaBase {
  readonly base: number;
  readonly problema: RouteProblem;
  /** Code of stop i. */
  readonly codigos: readonly number[];
  readonly parada: ReadonlyMap<number, number>;
  /** Team of crew k: "1100015-1". */
  readonly equipes: readonly string[];
  /** Index in the settings' `cotas` of the problem's quota q. */
  readonly cotas: readonly number[];
}

/** An input laid out for the solver, one problem a base. */
export interface Montagem {
  readonly entrada: EntradaDoPlano;
  readonly calendario: Calendario;
  /** In the order of the settings' bases. */
  readonly bases: readonly ProblemaDaBase[];
  /** Municipalities that are no stop of any problem, and why. */
  readonly fora: ReadonlyMap<number, MotivoFora>;
  readonly porCodigo: ReadonlyMap<number, MunicipioDoPlano>;
  /** Codes that must be planned: required, locked in, drawn. */
  readonly exigidos: ReadonlySet<number>;
  /** Codes that would end the plan twelve months or more without a visit. */
  readonly dozeMeses: ReadonlySet<number>;
}

/** Team of a base by its number, from 1. */
export function equipeDaBase(base: number, numero: number): string {
  return `${base}-${numero}`;
}

/** Days of a visit; an unknown porte counts as Pequeno I, as the norms' smallest class. */
export function diasDaVisita({ ajustes }: Pick<EntradaDoPlano, "ajustes">, { porte }: Pick<MunicipioDoPlano, "porte">): number {
  return ajustes.duracao[porte ?? "pequeno-1"];
}

/** Last day of the wait after the last visit; null when there is none, or it is lifted by a demand. */
export function fimDaCarencia({ carenciaDias }: Pick<EntradaDoPlano, "carenciaDias">, { ultimaVisita }: Pick<MunicipioDoPlano, "ultimaVisita">): CivilDate | null {
  return ultimaVisita === null || carenciaDias === 0 ? null : addDays(ultimaVisita, carenciaDias - 1);
}

/**
 * Lays the input out as one routing problem a base. Every number is fixed here:
 * whole minutes, km to one decimal, points as given.
 * @throws RangeError for an input whose settings do not fit its municipalities
 */
export function montarProblemas(entrada: EntradaDoPlano): Montagem {
  const { ajustes, municipios } = entrada;
  const calendario = montarCalendario(entrada);
  const porCodigo = new Map(municipios.map((municipio) => [municipio.codigo, municipio]));
  for (const { codigo } of ajustes.bases) if (!porCodigo.has(codigo)) throw new RangeError(`base ${codigo} is not a municipality of the plan`);
  const travas = new Map(ajustes.travas.map((trava) => [trava.codigo, trava]));
  const exigidos = new Set([
    ...municipios.filter(({ exigido }) => exigido).map(({ codigo }) => codigo),
    ...ajustes.travas.filter(({ tipo }) => tipo === "dentro").map(({ codigo }) => codigo),
    ...entrada.reserva,
  ]);
  const dozeMeses = new Set(
    municipios
      .filter(({ ultimaVisita }) => ultimaVisita === null || monthsBetween(ultimaVisita, calendario.fim) >= 12)
      .map(({ codigo }) => codigo),
  );
  const travadas = new Set(ajustes.viagensTravadas.flatMap((viagem) => viagem.municipios));
  const localizavel = comDistancia(entrada.matriz);
  const fora = new Map<number, MotivoFora>();
  const janelas = new Map<number, Uint8Array | null>();
  const candidatos = municipios.filter((municipio) => {
    const { codigo } = municipio;
    if (!localizavel(municipio)) {
      fora.set(codigo, { tipo: "sem-sede" });
      return false;
    }
    const janela = janelaDoMunicipio(entrada, calendario, municipio, travas.get(codigo));
    const motivo = travadas.has(codigo) ? null : travas.get(codigo)?.tipo === "fora" ? ({ tipo: "travado-fora" } as const) : motivoDaJanela(entrada, calendario, municipio, janela);
    if (motivo !== null) fora.set(codigo, motivo);
    else janelas.set(codigo, janela.every((dia) => dia === 1) ? null : janela);
    return motivo === null;
  });
  const grupos = agruparPorBase(entrada, candidatos);
  const partes = ajustes.cotas.map((cota) => repartirCota(cota, grupos));
  const bases = ajustes.bases.map(({ codigo: base, equipes }, b): ProblemaDaBase => {
    const sede = porCodigo.get(base);
    if (sede === undefined || !localizavel(sede)) throw new RangeError(`base ${base} has no seat or is not in the matrix`);
    const slots = vagas(entrada, calendario, equipes);
    const maiorVaga = slots.reduce((maior, { days }) => Math.max(maior, days), 0);
    const todas = grupos[b] ?? [];
    const { km, minutos } = distanciasEntre([sede, sede, ...todas], ajustes, entrada.matriz);
    const n = todas.length + 2;
    const fica = todas.map((municipio, i) => {
      const dias = Math.ceil((2 * (minutos[i + 2] ?? 0) + MINUTOS_DO_DIA * diasDaVisita(entrada, municipio)) / MINUTOS_DO_DIA);
      if (dias <= Math.min(ajustes.diasPorViagem, maiorVaga) || travadas.has(municipio.codigo)) return true;
      fora.set(municipio.codigo, { tipo: "longe", dias });
      return false;
    });
    const lugares = [0, 1, ...todas.flatMap((_, i) => (fica[i] === true ? [i + 2] : []))];
    const paradas = todas.filter((_, i) => fica[i] === true);
    const codigos = paradas.map(({ codigo }) => codigo);
    const parada = new Map(codigos.map((codigo, i) => [codigo, i]));
    const nomes = Array.from({ length: equipes }, (_, k) => equipeDaBase(base, k + 1));
    const daqui = partes.flatMap((parte, cota) => {
      const { codigos: membros, minimo } = parte[b] ?? { codigos: [], minimo: 0 };
      const stops = membros.flatMap((codigo) => parada.get(codigo) ?? []);
      return minimo === 0 ? [] : [{ cota, quota: { id: `cota-${cota + 1}`, stops, least: minimo } satisfies Quota }];
    });
    const problema: RouteProblem = {
      stops: paradas.length,
      time: recorte(minutos, n, lugares),
      km: recorte(km, n, lugares),
      service: Float64Array.from(paradas, (municipio) => MINUTOS_DO_DIA * diasDaVisita(entrada, municipio)),
      day: MINUTOS_DO_DIA,
      wholeDays: true,
      maxTourDays: ajustes.diasPorViagem,
      slots,
      periods: ajustes.trimestres,
      gap: ajustes.intervalo,
      gain: pontos(entrada, paradas, dozeMeses),
      kmCost: ajustes.custoKm,
      windows: codigos.map((codigo, i) => {
        const janela = janelas.get(codigo) ?? null;
        return travadas.has(codigo) ? janela : depoisDaSaida(calendario, janela, minutos[lugares[i + 2] ?? 0] ?? 0);
      }),
      weeks: calendario.semanas,
      slotsOf: codigos.map((codigo) => vagasDaTrava(travas.get(codigo), nomes, slots)),
      required: codigos.flatMap((codigo, i) => (exigidos.has(codigo) ? [i] : [])),
      quotas: daqui.map(({ quota }) => quota),
      frozen: ajustes.viagensTravadas
        .filter(({ equipe }) => nomes.includes(equipe))
        .map((viagem) => {
          const start = calendario.dias.indexOf(viagem.inicio);
          const slot = slots.findIndex(({ crew, from, to }) => nomes[crew] === viagem.equipe && start >= from && start < to);
          if (start === -1 || slot === -1) throw new RangeError(`the locked tour of ${viagem.equipe} begins on ${viagem.inicio}, not a working day of the plan`);
          const stops = viagem.municipios.map((codigo) => {
            const i = parada.get(codigo);
            if (i === undefined) throw new RangeError(`municipality ${codigo} of a locked tour is not of base ${base}`);
            return i;
          });
          return { slot, stops, start };
        }),
    };
    return { base, problema, codigos, parada, equipes: nomes, cotas: daqui.map(({ cota }) => cota) };
  });
  for (const { equipe } of ajustes.viagensTravadas) {
    if (!bases.some(({ equipes }) => equipes.includes(equipe))) throw new RangeError(`there is no team ${equipe} for a locked tour`);
  }
  return { entrada, calendario, bases, fora, porCodigo, exigidos, dozeMeses };
}

/** Teams × quarters: slot (quarter − 1)·teams + team. */
function vagas({ ajustes }: EntradaDoPlano, { trimestres }: Calendario, equipes: number): Slot[] {
  return trimestres.flatMap(({ de, ate }, period) =>
    Array.from({ length: equipes }, (_, crew) => ({
      crew,
      period,
      days: Math.min(ajustes.diasPorEquipe, ate - de),
      from: de,
      to: ate,
      maxTours: Infinity,
    })),
  );
}

function vagasDaTrava(trava: Trava | undefined, equipes: readonly string[], slots: readonly Slot[]): number[] | null {
  const { equipe, trimestre } = trava ?? {};
  if (equipe === undefined && trimestre === undefined) return null;
  return slots.flatMap(({ crew, period }, i) =>
    (equipe === undefined || equipes[crew] === equipe) && (trimestre === undefined || period === trimestre - 1) ? [i] : [],
  );
}

function pontos({ ajustes }: EntradaDoPlano, paradas: readonly MunicipioDoPlano[], dozeMeses: ReadonlySet<number>): Float64Array {
  const n = paradas.length;
  const gain = new Float64Array(n * ajustes.trimestres);
  for (let p = 0; p < ajustes.trimestres; p += 1) {
    const peso = ajustes.pesoDoTrimestre[p];
    if (peso === undefined) throw new RangeError(`quarter ${p + 1} has no weight`);
    paradas.forEach(({ codigo, valor }, i) => {
      gain[p * n + i] = peso * (valor ?? 0) + (dozeMeses.has(codigo) ? ajustes.penalidadeDozeMeses : 0);
    });
  }
  return gain;
}

/**
 * Days on which a municipality may be visited, as `RouteProblem.windows` has them.
 * A fixed date is the day the visit begins. Air fare: a visit comes up to a whole
 * tour after leaving, and the tour must not leave before its term.
 */
function janelaDoMunicipio(entrada: EntradaDoPlano, { dias, meses: mesDoDia, saidaComPassagem }: Calendario, municipio: MunicipioDoPlano, trava: Trava | undefined): Uint8Array {
  const { ajustes } = entrada;
  const isento = municipio.exigido || trava?.tipo === "dentro";
  const carencia = isento ? null : fimDaCarencia(entrada, municipio);
  const meses = mesesProibidosDe(entrada, municipio);
  const data = trava?.tipo === "dentro" ? trava.data : undefined;
  const deAviao = ajustes.comPassagem.includes(municipio.codigo);
  const primeiroDeAviao = deAviao ? dias.findIndex((dia) => dia >= saidaComPassagem) : 0;
  const desde = primeiroDeAviao <= 0 ? (primeiroDeAviao === -1 ? dias.length : 0) : primeiroDeAviao + ajustes.diasPorViagem - 1;
  return Uint8Array.from(dias, (dia, i) => {
    if (i < desde || (carencia !== null && dia <= carencia) || meses.includes(mesDoDia[i] ?? 0)) return 0;
    if (data === undefined || dia === data) return 1;
    return dia > data ? 2 : 0;
  });
}

/**
 * The window without the visits of a tour that would leave too early: a first
 * visit comes as many days after leaving as the road there takes.
 */
function depoisDaSaida({ dias, primeiraSaida }: Calendario, janela: Uint8Array | null, estrada: number): Uint8Array | null {
  if (primeiraSaida === 0) return janela;
  const primeiro = primeiraSaida + Math.floor(estrada / MINUTOS_DO_DIA);
  return Uint8Array.from(dias, (_, i) => (i < primeiro ? 0 : (janela?.[i] ?? 1)));
}

function motivoDaJanela(entrada: EntradaDoPlano, { dias, meses: mesDoDia }: Calendario, municipio: MunicipioDoPlano, janela: Uint8Array): MotivoFora | null {
  if (janela.includes(1)) return null;
  const ultimo = dias.at(-1);
  const carencia = fimDaCarencia(entrada, municipio);
  if (ultimo !== undefined && carencia !== null && !municipio.exigido && carencia >= ultimo) return { tipo: "carencia", ate: carencia };
  const meses = mesesProibidosDe(entrada, municipio);
  if (dias.length > 0 && mesDoDia.every((mes) => meses.includes(mes))) return { tipo: "meses-proibidos", meses };
  return { tipo: "sem-dia" };
}

function mesesProibidosDe({ ajustes }: EntradaDoPlano, { regiao }: MunicipioDoPlano): readonly number[] {
  return ajustes.mesesProibidos.find((item) => item.regiao === regiao)?.meses ?? [];
}

/** Rows and columns of a square matrix. */
function recorte(matriz: Float64Array, n: number, lugares: readonly number[]): Float64Array {
  const m = lugares.length;
  const out = new Float64Array(m * m);
  lugares.forEach((a, i) => {
    lugares.forEach((b, j) => {
      out[i * m + j] = matriz[a * n + b] ?? 0;
    });
  });
  return out;
}
