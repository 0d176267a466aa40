import { celula, type Celula } from "../../../core/absence.ts";
import { addDays, addMonths, monthOf, monthsRange, type CivilDate } from "../../../core/civil-date.ts";
import { civilDe, diaDe } from "../../../core/denuncias/dia.ts";
import { SEM_DIA } from "../../../core/denuncias/passos.ts";
import type { Municipio } from "../../../core/municipio.ts";
import { ESTADOS_DO_MINIMO, type CurvaDoMinimo, type EstadoDoMinimo, type MinimoAnual, type RegraDoMinimo } from "../../../core/pacto/index.ts";

/** The yearly minimum of one municipality. */
export interface LinhaDoMinimo {
  readonly municipio: Municipio;
  readonly noLocal: CivilDate | null;
  readonly porDados: CivilDate | null;
  /** Day by which the next is due, by the rule in force. */
  readonly vence: CivilDate | null;
  readonly estado: EstadoDoMinimo;
  /** Days past that day, 0 while in time; an absence where nothing is on record. */
  readonly passados: Celula;
  /** Days left until it, 0 when it is past. */
  readonly restam: Celula;
}

/** One line for each municipality, in the order given. */
export function linhasDoMinimo(municipios: readonly Municipio[], minimo: MinimoAnual, hoje: CivilDate): LinhaDoMinimo[] {
  const dia = diaDe(hoje);
  return municipios.map((municipio, m) => {
    const vence = minimo.vence[m] ?? SEM_DIA;
    const desde = vence === SEM_DIA ? null : dia - vence;
    return {
      municipio,
      noLocal: civilOuNada(minimo.noLocal[m]),
      porDados: civilOuNada(minimo.porDados[m]),
      vence: civilOuNada(vence),
      estado: ESTADOS_DO_MINIMO[minimo.estado[m] ?? -1] ?? "sem-registro",
      passados: celula(desde === null ? null : Math.max(0, desde), "sem-registro"),
      restam: celula(desde === null ? null : Math.max(0, -desde), "sem-registro"),
    };
  });
}

/** Those past the day, the longest first, then those without a record. */
export function devidos(linhas: readonly LinhaDoMinimo[], { vencidos, semRegistro }: Pick<MinimoAnual, "vencidos" | "semRegistro">): LinhaDoMinimo[] {
  return [...vencidos, ...semRegistro].flatMap((m) => linhas[m] ?? []);
}

/** How many are up to date on a day, by each rule. */
export interface LinhaDaCurva {
  readonly dia: CivilDate;
  readonly emDia: Readonly<Record<RegraDoMinimo, number>>;
  /** What the shares are of. */
  readonly municipios: number;
}

export function linhasDaCurva({ dias, emDia, municipios }: CurvaDoMinimo): LinhaDaCurva[] {
  return Array.from(dias, (dia, i) => ({
    dia: civilDe(dia),
    emDia: { qualquer: emDia.qualquer[i] ?? 0, "no-local": emDia["no-local"][i] ?? 0, "por-dados": emDia["por-dados"][i] ?? 0, ambos: emDia.ambos[i] ?? 0 },
    municipios,
  }));
}

/** Months of the curve, at most. */
const MESES_DA_CURVA = 36;

/**
 * Days of the curve: the last of each month, then today. It starts where the record
 * already reaches a whole term back: before that, a monitoring held earlier than the
 * record would be missing.
 * @param inicio first day of the record; null = unknown, and then nothing is left out
 * @param meses length of the term
 */
export function diasDaCurva(hoje: CivilDate, inicio: CivilDate | null, meses: number): number[] {
  const primeiro = addMonths(hoje, -MESES_DA_CURVA);
  const cheio = inicio === null ? primeiro : addMonths(inicio, meses);
  const fins = monthsRange(monthOf(primeiro), monthOf(hoje)).map((mes) => addDays(addMonths(`${mes}-01`, 1), -1));
  return [...fins.filter((dia) => dia < hoje && dia >= primeiro && dia >= cheio), ...(hoje >= cheio ? [hoje] : [])].map(diaDe);
}

/** Municipalities that owe nothing by each rule today, and those that do. */
export function devidosPorRegra(curva: CurvaDoMinimo, hoje: CivilDate): Readonly<Record<RegraDoMinimo, number>> | null {
  const i = curva.dias.indexOf(diaDe(hoje));
  if (i < 0) return null;
  const { emDia, municipios } = curva;
  const faltam = (regra: RegraDoMinimo): number => municipios - (emDia[regra][i] ?? 0);
  return { qualquer: faltam("qualquer"), "no-local": faltam("no-local"), "por-dados": faltam("por-dados"), ambos: faltam("ambos") };
}

function civilOuNada(dia: number | undefined): CivilDate | null {
  return dia === undefined || dia === SEM_DIA ? null : civilDe(dia);
}
