import { addDays, type CivilDate } from "../../../core/civil-date.ts";
import { diaDe } from "../../../core/denuncias/dia.ts";
import { formatDate } from "../../../core/format.ts";
import type { PeriodoDoPacto } from "../../../core/pacto/index.ts";
import { fimDoPeriodo, inicioDoPeriodo } from "../../../core/periodo.ts";
import type { FimDaJanela } from "./estado-da-parte.ts";

/** Days whose support makes a municipality "apoiado", both included. */
export interface Janela {
  readonly de: CivilDate;
  readonly ate: CivilDate;
  readonly dias: PeriodoDoPacto;
}

/**
 * Support between two figures: from the day after the first one's period to the last day of the
 * second one's (or its eve), and never after today. Null when no day lies between.
 */
export function janelaEntre(antes: string, depois: string, ate: FimDaJanela, hoje: CivilDate): Janela | null {
  const de = addDays(fimDoPeriodo(antes), 1);
  const pedido = ate === "fim" ? fimDoPeriodo(depois) : addDays(inicioDoPeriodo(depois), -1);
  const fim = pedido < hoje ? pedido : hoje;
  return fim < de ? null : { de, ate: fim, dias: { de: diaDe(de), ate: diaDe(fim) } };
}

/**
 * What the record of support does not cover of the days, in words; "" when it covers them.
 * @param registro first and last day of the record; null when it has none
 */
export function avisoDoRegistro({ de, ate, dias }: Janela, registro: PeriodoDoPacto | null, dataDe: (dia: number) => CivilDate): string {
  if (registro === null) return "O registro de apoio não tem nenhum dia: não se sabe quem teve apoio entre as duas medidas.";
  if (registro.de > dias.ate || registro.ate < dias.de) {
    return `O registro de apoio vai de ${formatDate(dataDe(registro.de))} a ${formatDate(dataDe(registro.ate))} e não cobre nenhum dia entre as duas medidas (de ${formatDate(de)} a ${formatDate(ate)}): não se sabe quem teve apoio.`;
  }
  const faltas = [
    ...(registro.de > dias.de ? [`começa em ${formatDate(dataDe(registro.de))}`] : []),
    ...(registro.ate < dias.ate ? [`termina em ${formatDate(dataDe(registro.ate))}`] : []),
  ];
  if (faltas.length === 0) return "";
  return `O registro de apoio ${faltas.join(" e ")}: quem teve apoio no resto do período, de ${formatDate(de)} a ${formatDate(ate)}, aparece aqui como sem apoio.`;
}
