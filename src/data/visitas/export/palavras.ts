import { type CivilDate, daysBetween } from "../../../core/civil-date.ts";
import { formatDate, formatNumber, joinPt } from "../../../core/format.ts";

const SEMANA = ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"] as const;
const MESES = [
  "janeiro",
  "fevereiro",
  "março",
  "abril",
  "maio",
  "junho",
  "julho",
  "agosto",
  "setembro",
  "outubro",
  "novembro",
  "dezembro",
] as const;
const UMA_SEGUNDA: CivilDate = "2024-01-01";

/** "segunda-feira". Throws `RangeError` for text that is not a civil date. */
export function diaDaSemana(data: CivilDate): string {
  const dias = daysBetween(UMA_SEGUNDA, data) % 7;
  return SEMANA[dias < 0 ? dias + 7 : dias] ?? "";
}

/** "04/01/2027", or "04/01/2027 a 06/01/2027". */
export function diasDe(inicio: CivilDate, fim: CivilDate): string {
  return inicio === fim ? formatDate(inicio) : `${formatDate(inicio)} a ${formatDate(fim)}`;
}

/** "3 dias úteis", "1,25 dia útil", "nenhum dia útil". */
export function diasUteis(dias: number): string {
  if (dias === 0) return "nenhum dia útil";
  return `${emDias(dias)} ${dias >= 2 ? "dias úteis" : "dia útil"}`;
}

/** "3", "6,2", "0,25": as many decimal places as the figure needs, two at most. */
export function emDias(dias: number): string {
  const centesimos = Math.round(dias * 100);
  return formatNumber(dias, centesimos % 100 === 0 ? 0 : centesimos % 10 === 0 ? 1 : 2);
}

/** "março", "março e abril". Months are 1 to 12. */
export function mesesEmPalavras(meses: readonly number[]): string {
  return joinPt(meses.map((mes) => MESES[mes - 1] ?? String(mes)));
}
