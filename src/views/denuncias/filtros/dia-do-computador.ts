import type { CivilDate } from "../../../core/civil-date.ts";

/** The civil date an instant has on the reader's own clock, in their time zone and not in UTC. */
export function diaDoComputador(agora: Date): CivilDate {
  const doisAlgarismos = (n: number): string => String(n).padStart(2, "0");
  return `${agora.getFullYear()}-${doisAlgarismos(agora.getMonth() + 1)}-${doisAlgarismos(agora.getDate())}`;
}
