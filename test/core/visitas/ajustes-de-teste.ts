import { AJUSTES_VERSAO, type Ajustes } from "../../../src/core/visitas/ajustes.ts";

/** Made-up settings the tests start from: one base, one team, one quarter of 2027, a visit of a day, no wish about any municipality. */
export const AJUSTES_DE_TESTE: Ajustes = {
  versao: AJUSTES_VERSAO,
  inicio: "2027-01-01",
  trimestres: 1,
  bases: [{ codigo: 9900001, equipes: 1 }],
  diasPorEquipe: 10,
  diasPorViagem: 5,
  horasPorDia: 8,
  velocidade: 60,
  intervalo: 1,
  duracao: { "pequeno-1": 1, "pequeno-2": 1, medio: 1.5, grande: 2, metropole: 3 },
  prazoDiarias: { uteis: 5, comPassagem: 10 },
  comPassagem: [],
  semViagem: [],
  mesesProibidos: [],
  desvio: { padrao: 1.3, regioes: [] },
  pesoDoTrimestre: [1, 0.8, 0.6, 0.4],
  custoKm: 0.002,
  penalidadeDozeMeses: 5,
  travas: [],
  viagensTravadas: [],
  cotas: [],
  reserva: null,
  iteracoes: 100,
  semente: "semente",
};
