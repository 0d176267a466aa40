import type { Parte } from "./estado.ts";

export const PARTE_ROTULO: Readonly<Record<Parte, string>> = {
  mapa: "Onde chegou",
  pactuado: "O que foi pactuado",
  minimo: "Mínimo anual",
  equidade: "Equidade",
  efeito: "Depois do apoio",
  planos: "Planos",
  servicos: "Serviços",
  trabalho: "Meu trabalho",
};
