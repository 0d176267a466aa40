import { diaDe, mesDoDia, textoDoMes } from "../../../core/denuncias/dia.ts";
import { formatPeriod } from "../../../core/format.ts";
import { maisMeses, ultimoDiaDoMes, type PeriodoDoPacto } from "../../../core/pacto/index.ts";

/** A calendar month or quarter, cut by the ends of the period. */
export interface Fatia {
  /** "nov. 2025", "4º trim. 2025". */
  readonly rotulo: string;
  readonly periodo: PeriodoDoPacto;
  /** The period covers only part of it. */
  readonly isParcial: boolean;
  /** The record begins after it ends or ends before it begins: nothing there is not zero. */
  readonly isForaDoRegistro: boolean;
}

/** Every period the part asks for, in the order they are asked: the page's, the one before, the one ahead, then the slices. */
export interface PeriodosDoPactuado {
  readonly atual: PeriodoDoPacto;
  /** As many months, ending on the day before the period begins. */
  readonly anterior: PeriodoDoPacto;
  /** As many months, from the day after it ends: what is planned for then. */
  readonly adiante: PeriodoDoPacto;
  readonly fatias: readonly Fatia[];
}

/** Up to this many months, slices are months; beyond, quarters. */
const MESES_ATE = 12;

/**
 * @param meses length of the page's period, which ends on `atual.ate`
 * @param registro first and last day of the record; null when no row has one
 */
export function periodosDoPactuado(atual: PeriodoDoPacto, meses: number, registro: PeriodoDoPacto | null): PeriodosDoPactuado {
  const { ate } = atual;
  const passo = meses <= MESES_ATE ? 1 : 3;
  const fatias: Fatia[] = [];
  for (let mes = comeco(mesDoDia(atual.de), passo); mes <= mesDoDia(ate); mes += passo) {
    const [abre, fecha] = [diaDe(`${textoDoMes(mes)}-01`), ultimoDiaDoMes(mes + passo - 1)];
    const primeiro = textoDoMes(mes);
    fatias.push({
      rotulo: passo === 1 ? formatPeriod(primeiro) : formatPeriod(`${primeiro.slice(0, 4)}-T${(mes % 12) / 3 + 1}`),
      periodo: { de: Math.max(abre, atual.de), ate: Math.min(fecha, ate) },
      isParcial: abre < atual.de || fecha > ate,
      isForaDoRegistro: !cobre(registro, mes, mes + passo - 1),
    });
  }
  return {
    atual,
    anterior: { de: maisMeses(ate, -2 * meses) + 1, ate: atual.de - 1 },
    adiante: { de: ate + 1, ate: maisMeses(ate, meses) },
    fatias,
  };
}

/** The periods as the question takes them. */
export function periodosPedidos({ atual, anterior, adiante, fatias }: PeriodosDoPactuado): readonly PeriodoDoPacto[] {
  return [atual, anterior, adiante, ...fatias.map(({ periodo }) => periodo)];
}

/** Where the slices begin among the answers. */
export const PRIMEIRA_FATIA = 3;

/** How much of a period the record covers. It is taken to cover the whole of its first and last months: nothing says on which day it was closed. */
export function cobertoPelo(registro: PeriodoDoPacto | null, { de, ate }: PeriodoDoPacto): "todo" | "parte" | "nada" {
  const [primeiro, ultimo] = [mesDoDia(de), mesDoDia(ate)];
  if (registro === null || !cobre(registro, primeiro, ultimo)) return "nada";
  return mesDoDia(registro.de) > primeiro || mesDoDia(registro.ate) < ultimo ? "parte" : "todo";
}

/** Whether any month from `primeiro` to `ultimo` is of the record. */
function cobre(registro: PeriodoDoPacto | null, primeiro: number, ultimo: number): boolean {
  return registro !== null && mesDoDia(registro.de) <= ultimo && mesDoDia(registro.ate) >= primeiro;
}

function comeco(mes: number, passo: number): number {
  return Math.floor(mes / passo) * passo;
}
