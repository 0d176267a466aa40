import type { PlaceReading } from "./places.ts";

const CONSERTO = "Confira se a linha é um total; se é de um município, escreva o código dele, com 7 algarismos.";

/** The code or name of a state: its total, or the "município ignorado" some bodies code so. */
export const STATE_TOTAL: PlaceReading = {
  tipo: "desconhecido",
  mensagem: "A linha é de um estado inteiro, ou de município ignorado, e não de um município.",
  conserto: CONSERTO,
};

/** "Brasil", "Total" and the like where a municipality should stand. */
export const GENERAL_TOTAL: PlaceReading = {
  tipo: "desconhecido",
  mensagem: "A linha é um total, e não de um município.",
  conserto: CONSERTO,
};

/** True for what reads as a total and not as a municipality; a layout may count such rows as footer. */
export function isTotal(reading: PlaceReading): boolean {
  return reading === STATE_TOTAL || reading === GENERAL_TOTAL;
}
