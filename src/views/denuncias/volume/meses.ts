import { isValor, type Celula } from "../../../core/absence.ts";
import { addDays, addMonths, daysBetween, monthOf, monthsRange, type CivilDate, type CivilMonth } from "../../../core/civil-date.ts";
import { capitalize, count, formatDate, formatMonth, formatNumber, joinPt } from "../../../core/format.ts";
import type { Registro } from "./contexto.ts";

export interface LinhaMes {
  readonly mes: CivilMonth;
  /** Absent when the whole extract has nothing in the month: a gap in the data, not a zero. */
  readonly casos: Celula;
  /** Last day with data when the month is not over by then; null when the month is whole. */
  readonly ateDia: CivilDate | null;
}

/** Days without a complaint before a month's end that make its last days look missing rather than quiet. */
const SILENCIO_DIAS = 7;

/**
 * One row for each month from the extract's first to its last, gaps included. The
 * last is incomplete when the reference date falls in it before its end, or when
 * its last complaint is more than `SILENCIO_DIAS` before its end.
 */
export function linhasPorMes(
  casos: ReadonlyMap<CivilMonth, number>,
  { meses, ultima }: Pick<Registro, "meses" | "ultima">,
  referencia: CivilDate,
): LinhaMes[] {
  const [primeiro] = meses;
  const ultimo = meses.at(-1);
  if (primeiro === undefined || ultimo === undefined) return [];
  const comDado = new Set(meses);
  const ateDia = ultima === null ? null : lastDayWithData(ultima, referencia);
  return monthsRange(primeiro, ultimo).map((mes) => ({
    mes,
    casos: comDado.has(mes) ? { valor: casos.get(mes) ?? 0 } : { ausencia: "sem-dado" },
    ateDia: mes === ultimo ? ateDia : null,
  }));
}

/** "O mês com mais denúncias foi mar. 2025 (201); a média dos 35 meses completos é 157." */
export function leituraMeses(linhas: readonly LinhaMes[]): string {
  const inteiros = linhas.flatMap(({ mes, casos, ateDia }) =>
    isValor(casos) && ateDia === null ? [{ mes, casos: casos.valor }] : [],
  );
  const parcial = linhas.find(({ ateDia }) => ateDia !== null);
  const semDado = linhas.filter(({ casos }) => !isValor(casos));
  const partes: string[] = [];
  const soma = inteiros.reduce((s, { casos }) => s + casos, 0);
  const maior = inteiros.reduce<(typeof inteiros)[number] | null>(
    (m, l) => (m === null || l.casos > m.casos ? l : m),
    null,
  );
  if (maior !== null && soma > 0) {
    const iguais = inteiros.filter(({ casos }) => casos === maior.casos).map(({ mes }) => formatMonth(mes));
    const quais =
      iguais.length > 3
        ? `Os meses com mais denúncias foram ${formatNumber(iguais.length)}`
        : iguais.length === 1
          ? `O mês com mais denúncias foi ${joinPt(iguais)}`
          : `Os meses com mais denúncias foram ${joinPt(iguais)}`;
    partes.push(
      `${quais} (${formatNumber(maior.casos)}); a média de ${count(inteiros.length, "mês completo", "meses completos")} é ${formatNumber(soma / inteiros.length, 1)}.`,
    );
  } else if (inteiros.length > 0) partes.push("Nenhuma denúncia nos meses completos.");
  if (parcial !== undefined && parcial.ateDia !== null) {
    partes.push(`${capitalize(formatMonth(parcial.mes))} só tem dados até ${formatDate(parcial.ateDia)} e não entra na média.`);
  }
  if (semDado.length > 0) {
    const nomes = semDado.map(({ mes }) => formatMonth(mes));
    const quais = nomes.length > 6 ? `${joinPt(nomes.slice(0, 5))} e outros ${nomes.length - 5} meses` : joinPt(nomes);
    partes.push(`Sem dado em ${quais}: o extrato não tem nenhuma denúncia nesse tempo.`);
  }
  return partes.join(" ");
}

/** Null when the month of the last complaint is whole. */
function lastDayWithData(ultima: CivilDate, referencia: CivilDate): CivilDate | null {
  const fim = addDays(addMonths(`${monthOf(ultima)}-01`, 1), -1);
  if (referencia < fim) return referencia;
  return daysBetween(ultima, fim) > SILENCIO_DIAS ? ultima : null;
}
