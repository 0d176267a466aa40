import type { ExportHeader } from "../../../../src/core/export-header.ts";
import type { Ajustes } from "../../../../src/core/visitas/ajustes.ts";
import type { EntradaDoPlano, MotivoDentro, Parada, PlanoDeVisitas, Viagem } from "../../../../src/core/visitas/plano.ts";
import type { Municipio } from "../../../../src/core/municipio.ts";
import { AJUSTES_DE_TESTE } from "../../../core/visitas/ajustes-de-teste.ts";

/** Made-up municipalities; the base is Serra. */
export const NOMES: ReadonlyMap<number, string> = new Map([
  [9900001, "Serra"],
  [9900002, "Água Boa; do Norte, D'Oeste"],
  [9900003, "=Cedro"],
  [9900004, "São José do Povoado"],
  [9900005, "Lagoa"],
  [9900006, "Pedra"],
]);

export const nome = (codigo: number): string => NOMES.get(codigo) ?? String(codigo);
export const equipe = (id: string): string => `Equipe ${id.split("-")[1] ?? ""}`;

export const MUNICIPIOS: readonly Municipio[] = [...NOMES].map(([codigo, nomeDele]) => ({
  codigo,
  nome: nomeDele,
  regiaoImediata: { codigo: 990001, nome: "Planalto" },
  regiaoIntermediaria: null,
  sede: null,
  areaKm2: null,
  populacao: null,
  anoCenso: null,
  porte: "pequeno-1",
}));

export const AJUSTES: Ajustes = {
  ...AJUSTES_DE_TESTE,
  bases: [{ codigo: 9900001, equipes: 2 }],
  diasPorEquipe: 20,
  diasPorViagem: 10,
  comPassagem: [9900005],
  semViagem: ["2027-02-08"],
  mesesProibidos: [{ regiao: 990001, meses: [2, 3] }],
  desvio: { padrao: 1.3, regioes: [{ regiao: 990001, fator: 1.25 }] },
  pesoDoTrimestre: [1],
  travas: [
    { codigo: 9900006, tipo: "fora" },
    { codigo: 9900004, tipo: "dentro", trimestre: 1 },
  ],
  cotas: [{ grupo: "regiao", id: 990001, minimo: 3 }],
  iteracoes: 20_000,
};

export const ENTRADA: EntradaDoPlano = {
  municipios: [...NOMES.keys()].map((codigo) => ({
    codigo,
    sede: { lat: -15, lon: -56 },
    porte: "pequeno-1",
    regiao: 990001,
    nota: codigo === 9900006 ? null : 50,
    valor: codigo === 9900006 ? null : 50.25,
    ultimaVisita: null,
    exigido: codigo === 9900003,
  })),
  ajustes: AJUSTES,
  hoje: "2026-11-20",
  carenciaDias: 180,
  reserva: [],
  feriados: ["2027-01-01"],
  matriz: null,
};

export function parada(codigo: number, chegada: string, saida: string, motivo: MotivoDentro = { tipo: "prioridade", posicao: 1 }): Parada {
  return { codigo, chegada, saida, dias: 1, valor: 50.25, motivo };
}

export function viagem(de: Pick<Viagem, "equipe" | "inicio" | "fim" | "paradas"> & Partial<Viagem>): Viagem {
  return {
    id: `${de.equipe}/${de.inicio}`,
    base: 9900001,
    trimestre: 1,
    dias: 2,
    diasDeTrabalho: 1.75,
    km: 312.5,
    comPassagem: false,
    pedirDiariasAte: "2026-12-22",
    travada: false,
    ...de,
  };
}

/** Team 1: Água Boa and Cedro on 4 and 5 January, São José on 18 January; team 2: Lagoa on 4 January. */
export const PRIMEIRA = viagem({
  equipe: "9900001-1",
  inicio: "2027-01-04",
  fim: "2027-01-05",
  paradas: [parada(9900002, "2027-01-04", "2027-01-04"), parada(9900003, "2027-01-05", "2027-01-05", { tipo: "exigido" })],
});
export const SEGUNDA = viagem({
  equipe: "9900001-1",
  inicio: "2027-01-18",
  fim: "2027-01-18",
  dias: 1,
  paradas: [parada(9900004, "2027-01-18", "2027-01-18", { tipo: "travado" })],
});
export const DA_OUTRA = viagem({
  equipe: "9900001-2",
  inicio: "2027-01-04",
  fim: "2027-01-04",
  dias: 1,
  comPassagem: true,
  pedirDiariasAte: "2026-12-15",
  paradas: [parada(9900005, "2027-01-04", "2027-01-04")],
});

export function plano(viagens: readonly Viagem[]): PlanoDeVisitas {
  return {
    viagens,
    fora: [{ codigo: 9900006, motivo: { tipo: "travado-fora" } }],
    naoAtendidas: [],
    objetivo: 100,
    valor: 201,
    valorDeTodos: 251.25,
    km: 937.5,
    dias: 4,
    diasDisponiveis: 40,
    iteracoes: 20_000,
    entrada: "e".repeat(64),
  };
}

export const PLANO = plano([PRIMEIRA, DA_OUTRA, SEGUNDA]);

export const CABECALHO: ExportHeader = {
  titulo: "Plano de visitas, jan.–mar. 2027",
  fontes: ["Censo SUAS (MDS), 2025"],
  filtros: [],
  dataReferencia: "2026-10-31",
  demonstracao: false,
};
