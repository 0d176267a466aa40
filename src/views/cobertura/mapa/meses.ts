import { type Celula, celula } from "../../../core/absence.ts";
import { addDays, addMonths, type CivilMonth, monthOf, monthsRange } from "../../../core/civil-date.ts";
import { count, formatMonth, joinPt } from "../../../core/format.ts";
import { MODALIDADE_ROTULO, type Modalidade } from "../../../data/contracts/apoios.ts";
import type { apoiosPorMes } from "../../../data/queries/cobertura-por-mes.ts";
import type { Recorte } from "../../../data/queries/cobertura-recorte.ts";
import type { RowOf } from "../../../data/queries/query.ts";
import type { Medida } from "./estado-da-parte.ts";

type Row = RowOf<(typeof apoiosPorMes)["row"]>;

export const MODALIDADES = Object.keys(MODALIDADE_ROTULO) as Modalidade[];

export const MEDIDA_ROTULO: Readonly<Record<Medida, string>> = {
  municipios: "municípios alcançados",
  eventos: "eventos",
  alcances: "alcances (evento × município)",
};

export type Contagens = Readonly<Record<Medida, Celula>>;

export interface LinhaMes {
  readonly mes: CivilMonth;
  /** The period covers only part of the month. */
  readonly parcial: boolean;
  readonly porModalidade: Readonly<Record<Modalidade, Contagens>>;
}

/**
 * First and last event of the loaded record; null ends are open. The record is
 * taken to cover the whole of both months: nothing says on which day it was closed.
 */
export interface Registro {
  readonly inicio: string | null;
  readonly fim: string | null;
}

/**
 * Every month of the period. A month with nothing held inside the record's days
 * is zero; a month outside them is "não carregado".
 */
export function linhasPorMes(
  rows: readonly Row[],
  { apos, em }: Pick<Recorte, "apos" | "em">,
  registro: Registro,
): LinhaMes[] {
  const inicio = addDays(apos, 1);
  const porChave = new Map(rows.map((row) => [`${row.mes} ${row.modalidade}`, row]));
  return monthsRange(monthOf(inicio), monthOf(em)).map((mes) => {
    const abre = `${mes}-01`;
    const fecha = addDays(addMonths(abre, 1), -1);
    const fora = !cobreMes(registro, mes);
    const contagens = (modalidade: Modalidade): Contagens => {
      const row = porChave.get(`${mes} ${modalidade}`);
      const valor = (medida: Medida): Celula =>
        celula(row?.[medida] ?? (fora ? null : 0), "nao-carregado");
      return { municipios: valor("municipios"), eventos: valor("eventos"), alcances: valor("alcances") };
    };
    return {
      mes,
      parcial: !fora && (abre < inicio || fecha > em),
      porModalidade: { presencial: contagens("presencial"), "nao-presencial": contagens("nao-presencial") },
    };
  });
}

/** Distinct counts of the whole period, which months do not add up to. */
export function totaisDoPeriodo(rows: readonly Row[]) {
  const geral = rows.find(({ mes, modalidade }) => mes === null && modalidade === null);
  const eventosDe = (modalidade: Modalidade): number =>
    rows.find((row) => row.mes === null && row.modalidade === modalidade)?.eventos ?? 0;
  return {
    eventos: geral?.eventos ?? 0,
    municipios: geral?.municipios ?? 0,
    alcances: geral?.alcances ?? 0,
    presenciais: eventosDe("presencial"),
    naoPresenciais: eventosDe("nao-presencial"),
  };
}

/** "3 eventos no período: 2 presenciais e 1 não presencial, …" */
export function leituraMeses(rows: readonly Row[], linhas: readonly LinhaMes[]): string {
  const total = totaisDoPeriodo(rows);
  if (total.eventos === 0) return "Nenhum apoio registrado no período com esses filtros.";
  const parciais = linhas.filter(({ parcial }) => parcial).map(({ mes }) => formatMonth(mes));
  const aviso = parciais.length === 0 ? "" : ` Meses incompletos no período: ${joinPt(parciais)}.`;
  return (
    `${count(total.eventos, "evento", "eventos")} no período: ` +
    `${count(total.presenciais, "presencial", "presenciais")} e ` +
    `${count(total.naoPresenciais, "não presencial", "não presenciais")}, ` +
    `em ${count(total.municipios, "município", "municípios")}. ` +
    `Um evento pode alcançar vários municípios: são ${count(total.alcances, "alcance", "alcances")} (evento × município).${aviso}`
  );
}

/** Whether the month has days between the record's first and last event. */
export function cobreMes({ inicio, fim }: Registro, mes: CivilMonth): boolean {
  return (inicio === null || mes >= monthOf(inicio)) && (fim === null || mes <= monthOf(fim));
}
