import type { Parte } from "./estado.ts";

export const PARTE_ROTULO: Readonly<Record<Parte, string>> = {
  plano: "Plano",
  motivos: "Motivos",
  regras: "Regras e preços",
  comparar: "Comparar",
  feitas: "Visitas feitas",
  ajustes: "Ajustes",
};
