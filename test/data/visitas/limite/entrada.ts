import type { EntradaDoPlano } from "../../../../src/core/visitas/plano.ts";

/** Made up: a base, seven municipalities to its south some 110 km apart, one team of `dias` days in one quarter. */
export function entradaDeTeste(dias: number, more: Partial<EntradaDoPlano["ajustes"]> = {}): EntradaDoPlano {
  return {
    municipios: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({
      codigo: 9900000 + n,
      sede: { lat: -10 - n, lon: -55 },
      porte: "pequeno-1",
      regiao: 990001,
      nota: 10 * n,
      valor: 10 * n,
      ultimaVisita: null,
      exigido: false,
    })),
    ajustes: {
      versao: 1,
      inicio: "2027-01-01",
      trimestres: 1,
      bases: [{ codigo: 9900001, equipes: 1 }],
      diasPorEquipe: dias,
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
      iteracoes: 200,
      semente: "semente",
      ...more,
    },
    hoje: "2026-11-22",
    carenciaDias: 90,
    reserva: [],
    feriados: ["2027-01-01"],
    matriz: null,
  };
}
