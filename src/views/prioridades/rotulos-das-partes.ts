import type { Parte } from "./estado.ts";

/** What the page calls its parts. */
export const PARTE_ROTULO: Readonly<Record<Parte, string>> = {
  lista: "Mapa e lista",
  firmeza: "Quão firme é",
  ciclo: "Ciclo",
  metodo: "Método",
};
