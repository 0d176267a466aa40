import { diaDe, mesDoDia, textoDoMes } from "../denuncias/dia.ts";

/**
 * Moves a day by whole months as `addMonths` of civil dates does: the last day of
 * the month reached where it is too short (2024-02-29 + 12 → 2025-02-28).
 * @param dia days from 1970-01-01
 * @throws RangeError outside the years 0000 to 9999
 */
export function maisMeses(dia: number, meses: number): number {
  const mes = mesDoDia(dia);
  const alvo = primeiroDia(mes + meses);
  const seguinte = primeiroDia(mes + meses + 1);
  return Math.min(alvo + (dia - primeiroDia(mes)), seguinte - 1);
}

/** Last day of a month counted by `mesDoDia`. */
export function ultimoDiaDoMes(mes: number): number {
  return primeiroDia(mes + 1) - 1;
}

function primeiroDia(mes: number): number {
  return diaDe(`${textoDoMes(mes)}-01`);
}
