import type { Ajustes } from "../../../../src/core/visitas/ajustes.ts";
import type { EntradaDoPlano, Parada, PlanoDeVisitas, Viagem } from "../../../../src/core/visitas/plano.ts";
import type { PlanoFeito } from "../../../../src/views/visitas/parte.ts";
import { AJUSTES_DE_TESTE } from "../../../core/visitas/ajustes-de-teste.ts";

/** Made-up settings: one base, two teams, one quarter. */
export const AJUSTES: Ajustes = { ...AJUSTES_DE_TESTE, bases: [{ codigo: 9900001, equipes: 2 }] };

export const ENTRADA: EntradaDoPlano = {
  municipios: [1, 2, 3, 4].map((n) => ({
    codigo: 9900000 + n,
    sede: { lat: -10 - n, lon: -55 },
    porte: "pequeno-1",
    regiao: 990001,
    nota: 10 * n,
    valor: 10 * n,
    ultimaVisita: null,
    exigido: false,
  })),
  ajustes: AJUSTES,
  hoje: "2026-11-22",
  carenciaDias: 90,
  reserva: [],
  feriados: ["2027-01-01"],
  matriz: null,
};

export const NOMES: Readonly<Record<number, string>> = { 9900001: "Alfa", 9900002: "Beta", 9900003: "Gama", 9900004: "Delta" };
export const nome = (codigo: number): string => NOMES[codigo] ?? String(codigo);

const parada = (codigo: number, chegada: string): Parada => ({ codigo, chegada, saida: chegada, dias: 1, valor: codigo % 10, motivo: { tipo: "prioridade", posicao: 1 } });

export const VIAGEM: Viagem = {
  id: "9900001-1/2027-01-04",
  equipe: "9900001-1",
  base: 9900001,
  trimestre: 1,
  inicio: "2027-01-04",
  fim: "2027-01-06",
  dias: 3,
  diasDeTrabalho: 2.75,
  km: 512.3,
  paradas: [parada(9900002, "2027-01-04"), parada(9900003, "2027-01-06")],
  comPassagem: false,
  pedirDiariasAte: "2026-12-24",
  travada: false,
};

export const PLANO: PlanoDeVisitas = {
  viagens: [VIAGEM],
  fora: [
    { codigo: 9900001, motivo: { tipo: "sem-nota" } },
    { codigo: 9900004, motivo: { tipo: "nao-cabe", dias: 2, tiraria: [], saldo: -1 } },
  ],
  naoAtendidas: [],
  objetivo: 40,
  valor: 50,
  valorDeTodos: 100,
  km: 512.3,
  dias: 3,
  diasDisponiveis: 20,
  iteracoes: 0,
  entrada: "hash",
};

export const FEITO: PlanoFeito = {
  plano: PLANO,
  entrada: ENTRADA,
  gulosa: PLANO,
  ordemDaLista: null,
  metodo: "m",
  dados: "d",
  limitadoPor: ENTRADA,
  origem: "calculado",
};
