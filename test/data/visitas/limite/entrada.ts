import type { EntradaDoPlano } from "../../../../src/core/visitas/plano.ts";
import { AJUSTES_DE_TESTE } from "../../../core/visitas/ajustes-de-teste.ts";

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
    ajustes: { ...AJUSTES_DE_TESTE, diasPorEquipe: dias, iteracoes: 200, ...more },
    hoje: "2026-11-22",
    carenciaDias: 90,
    reserva: [],
    feriados: ["2027-01-01"],
    matriz: null,
  };
}
