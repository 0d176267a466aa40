import { daysBetween, monthsBetween, type CivilDate } from "../civil-date.ts";
import { TIE } from "./kernel.ts";
import type { Planejamento } from "./method.ts";
import { sampleIndices, seededSource } from "./seeded-random.ts";

const MENOR_RESERVA = 0.1;
const MAIOR_RESERVA = 0.15;

/** A municipality before the plan. */
export interface Candidato {
  readonly codigo: number;
  /** Score S, 0–100; null when it has none. */
  readonly nota: number | null;
  /** Day of the last visit; null when there is none on record. */
  readonly ultimaVisita: CivilDate | null;
  /** Why it must be visited whatever its score (a complaint, a court order): constraints, never points. */
  readonly gatilhos: readonly string[];
}

/** What the plan did with a municipality. */
export type Situacao =
  /** In: something requires the visit. */
  | "gatilho"
  /** In: among the highest V. */
  | "prioridade"
  /** In: drawn at random among those the score did not choose. */
  | "reserva"
  /** Out for now: visited less than the carência ago. */
  | "carencia"
  /** Out: no score, so it could only be drawn or triggered. */
  | "sem-nota"
  /** Out: in the pool, not chosen. */
  | "fora";

export interface LinhaDoPlano {
  readonly codigo: number;
  readonly nota: number | null;
  /** V, 0–100; null without a score. */
  readonly valor: number | null;
  /** Points of V that come from the score and from the time. */
  readonly partes: { readonly nota: number; readonly tempo: number } | null;
  /** Whole months since the last visit; null when there is none on record (counts as the full term). */
  readonly meses: number | null;
  /** Days since the last visit; null when there is none on record. */
  readonly dias: number | null;
  readonly situacao: Situacao;
  readonly gatilhos: readonly string[];
}

export interface Plano {
  /** Aligned with the candidates. */
  readonly linhas: readonly LinhaDoPlano[];
  /** Codes chosen: triggers (by code), then priority (by V), then reserve (in the order drawn). */
  readonly escolhidos: readonly number[];
  readonly vagas: number;
  /** Places the share of the reserve asks for, before triggers are counted. */
  readonly reservaPedida: number;
  /** Triggered beyond the places there are; 0 when all fit. */
  readonly excesso: number;
  /** Places nobody was left to take. */
  readonly sobras: number;
}

/**
 * The plan of a cycle of visits.
 *
 * `V = pesoNota·S + pesoTempo·100·min(1, m ÷ meses)`, m = whole months since the
 * last visit (`monthsBetween`); no visit on record counts as the full term.
 *
 * 1. Triggered: in, even within the carência and even beyond the K places.
 * 2. Out of the pool: visited less than `carenciaDias` ago.
 * 3. Of the places left, `reservePlaces` (or as many as there are) are the reserve's;
 *    the others go to the highest V. Ties within 1e-9: higher S, then longer
 *    without a visit, then lower code.
 * 4. The reserve is drawn among the rest of the pool, those without a score
 *    included, in the order of their codes with `sementeReserva`: what visits
 *    find there against what they find by priority is the lift of the score.
 *
 * @param k places of the cycle, a whole number ≥ 1
 * @throws RangeError for a `k` that is not such a number, a code given twice, a
 * score that is not finite, a visit later than `hoje`, or a date that is not civil
 */
export function planCycle(candidatos: readonly Candidato[], planejamento: Planejamento, k: number, hoje: CivilDate): Plano {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`a plan needs a whole number of places ≥ 1, got ${k}`);
  const codigos = new Set<number>();
  const medidos = candidatos.map((candidato) => {
    if (codigos.has(candidato.codigo)) throw new RangeError(`municipality ${candidato.codigo} is in the plan twice`);
    codigos.add(candidato.codigo);
    return medir(candidato, planejamento, hoje);
  });

  const comGatilho = medidos.filter(({ gatilhos }) => gatilhos.length > 0).sort((a, b) => a.codigo - b.codigo);
  const pool = medidos.filter(({ gatilhos, dias }) => gatilhos.length === 0 && (dias === null || dias >= planejamento.carenciaDias));
  const livres = Math.max(0, k - comGatilho.length);
  const reservaPedida = reservePlaces(planejamento.reserva, k);
  const daReserva = Math.min(reservaPedida, livres);
  const porPrioridade = pool
    .filter(({ valor }) => valor !== null)
    .sort(byPriority)
    .slice(0, livres - daReserva);
  const escolhidosPorNota = new Set(porPrioridade.map(({ codigo }) => codigo));
  const resto = pool.filter(({ codigo }) => !escolhidosPorNota.has(codigo)).sort((a, b) => a.codigo - b.codigo);
  const quantos = Math.min(daReserva, resto.length);
  const sorteados = sampleIndices(seededSource(planejamento.sementeReserva), resto.length, quantos).flatMap((i) => resto[i]?.codigo ?? []);

  const naReserva = new Set(sorteados);
  const noPool = new Set(pool.map(({ codigo }) => codigo));
  const linhas = medidos.map((medido): LinhaDoPlano => {
    const { codigo, gatilhos, valor } = medido;
    const situacao: Situacao =
      gatilhos.length > 0
        ? "gatilho"
        : escolhidosPorNota.has(codigo)
          ? "prioridade"
          : naReserva.has(codigo)
            ? "reserva"
            : !noPool.has(codigo)
              ? "carencia"
              : valor === null
                ? "sem-nota"
                : "fora";
    return { ...medido, situacao };
  });
  const escolhidos = [...comGatilho.map(({ codigo }) => codigo), ...porPrioridade.map(({ codigo }) => codigo), ...sorteados];
  return {
    linhas,
    escolhidos,
    vagas: k,
    reservaPedida,
    excesso: Math.max(0, comGatilho.length - k),
    sobras: Math.max(0, k - escolhidos.length),
  };
}

/**
 * Places of the reserve: `reserva·K` to the nearest whole number, moved into 10–15 %
 * of the places where a whole number lies there (24 places: 3, and not 2).
 */
export function reservePlaces(reserva: number, k: number): number {
  const least = Math.ceil(MENOR_RESERVA * k - TIE);
  const most = Math.floor(MAIOR_RESERVA * k + TIE);
  const nearest = Math.round(reserva * k);
  return least > most ? nearest : Math.min(most, Math.max(least, nearest));
}

type Medido = Omit<LinhaDoPlano, "situacao">;

function medir({ codigo, nota, ultimaVisita, gatilhos }: Candidato, planejamento: Planejamento, hoje: CivilDate): Medido {
  if (nota !== null && !Number.isFinite(nota)) throw new RangeError(`score of ${codigo} must be finite or null, got ${nota}`);
  const dias = ultimaVisita === null ? null : daysBetween(ultimaVisita, hoje);
  if (dias !== null && dias < 0) throw new RangeError(`the last visit to ${codigo} is on ${ultimaVisita}, after ${hoje}`);
  const meses = ultimaVisita === null ? null : monthsBetween(ultimaVisita, hoje);
  const tempo = planejamento.pesoTempo * 100 * (meses === null ? 1 : Math.min(1, meses / planejamento.meses));
  const partes = nota === null ? null : { nota: planejamento.pesoNota * nota, tempo };
  return { codigo, nota, valor: partes === null ? null : partes.nota + partes.tempo, partes, meses, dias, gatilhos };
}

function byPriority(a: Medido, b: Medido): number {
  const byValor = inTies(b.valor) - inTies(a.valor);
  if (byValor !== 0) return byValor;
  const byNota = inTies(b.nota) - inTies(a.nota);
  if (byNota !== 0) return byNota;
  const [da, db] = [a.dias ?? Number.POSITIVE_INFINITY, b.dias ?? Number.POSITIVE_INFINITY];
  return da === db ? a.codigo - b.codigo : db > da ? 1 : -1;
}

/** In whole steps of the tie, so that the order of three near values never depends on who is compared first. */
function inTies(x: number | null): number {
  return Math.round((x ?? 0) / TIE);
}
