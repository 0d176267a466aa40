import { addDays, daysBetween, type CivilDate } from "../../../core/civil-date.ts";
import type { Viagem } from "../../../core/visitas/plano.ts";
import type { Equipe } from "../equipes.ts";
import { diaEMes, type Trimestre } from "../periodo.ts";

/** A working week of the grid. */
export interface Semana {
  /** Its Monday. */
  readonly segunda: CivilDate;
  /** "05/01". */
  readonly rotulo: string;
}

/** A tour inside the grid: columns of working days, Monday to Friday, from 1. */
export interface Bloco {
  readonly viagem: Viagem;
  /** First and one-past-last column. */
  readonly de: number;
  readonly ate: number;
}

export interface LinhaDoCalendario {
  readonly equipe: Equipe;
  readonly blocos: readonly Bloco[];
  /** Working days in the field in this quarter. */
  readonly dias: number;
}

export interface Calendario {
  readonly semanas: readonly Semana[];
  readonly linhas: readonly LinhaDoCalendario[];
  /** Columns of the days nobody travels, with the day. */
  readonly paradas: readonly { readonly coluna: number; readonly data: CivilDate }[];
}

const DIAS_DA_SEMANA = 7;
const DIAS_UTEIS = 5;
/** A Monday, to count weeks from. */
const UMA_SEGUNDA: CivilDate = "2024-01-01";

/** Teams × working days of one quarter, with its tours and the days without travel. */
export function calendarioDe(
  { inicio, fim, numero }: Trimestre,
  equipes: readonly Equipe[],
  viagens: readonly Viagem[],
  semViagem: readonly CivilDate[],
): Calendario {
  const primeira = segundaDe(inicio);
  const quantas = Math.floor(daysBetween(primeira, fim) / DIAS_DA_SEMANA) + 1;
  const semanas = Array.from({ length: quantas }, (_, i) => {
    const segunda = addDays(primeira, DIAS_DA_SEMANA * i);
    return { segunda, rotulo: diaEMes(segunda) };
  });
  const doTrimestre = viagens.filter(({ trimestre }) => trimestre === numero);
  return {
    semanas,
    linhas: equipes.map((equipe) => {
      const suas = doTrimestre.filter((viagem) => viagem.equipe === equipe.id);
      return {
        equipe,
        blocos: suas.map((viagem) => ({ viagem, de: coluna(primeira, viagem.inicio), ate: coluna(primeira, viagem.fim) + 1 })),
        dias: suas.reduce((soma, { dias }) => soma + dias, 0),
      };
    }),
    paradas: [...new Set(semViagem)]
      .filter((data) => data >= inicio && data <= fim && diaDaSemana(data) < DIAS_UTEIS)
      .sort()
      .map((data) => ({ coluna: coluna(primeira, data), data })),
  };
}

/** Column of a day from 1; a Saturday or Sunday stands with the Friday before. */
function coluna(primeira: CivilDate, data: CivilDate): number {
  const dias = daysBetween(primeira, data);
  return DIAS_UTEIS * Math.floor(dias / DIAS_DA_SEMANA) + Math.min(dias % DIAS_DA_SEMANA, DIAS_UTEIS - 1) + 1;
}

function segundaDe(data: CivilDate): CivilDate {
  return addDays(data, -diaDaSemana(data));
}

/** 0 = Monday. */
function diaDaSemana(data: CivilDate): number {
  const resto = daysBetween(UMA_SEGUNDA, data) % DIAS_DA_SEMANA;
  return resto < 0 ? resto + DIAS_DA_SEMANA : resto;
}
