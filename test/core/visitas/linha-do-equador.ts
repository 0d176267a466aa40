import type { Ajustes } from "../../../src/core/visitas/ajustes.ts";
import type { EntradaDoPlano, MunicipioDoPlano } from "../../../src/core/visitas/plano.ts";
import { AJUSTES_DE_TESTE } from "./ajustes-de-teste.ts";

export const BASE = 1100000;
export const A = 1100001;
export const B = 1100002;
export const C = 1100003;
export const EQUIPE = `${BASE}-1`;

/**
 * Four towns on the equator: the base at 0°, A at 1° east, B at 2° east, C at 1°
 * west. A degree is 6371.0088·π/180 = 111.195 km, so the roads (factor 1) are
 *   base–A, base–C, A–B 111.2 km; base–B, A–C 222.4 km; B–C 333.6 km,
 * and at 60 km/h and 8 h a day a kilometre is a minute of the day's 480: 111, 222 and 334.
 */
export const MUNICIPIOS: readonly MunicipioDoPlano[] = [
  municipio(BASE, 0, null, { porte: "grande" }),
  municipio(A, 1, 50, { nota: 60 }),
  municipio(B, 2, 40, { nota: 40, porte: "pequeno-2" }),
  municipio(C, -1, 45, { nota: 50, regiao: 110002 }),
];

export function municipio(codigo: number, lon: number, valor: number | null, mais: Partial<MunicipioDoPlano> = {}): MunicipioDoPlano {
  return { codigo, sede: { lat: 0, lon }, porte: "pequeno-1", regiao: 110001, nota: valor, valor, ultimaVisita: "2026-06-30", exigido: false, ...mais };
}

/** One team, one quarter of 2027, one tour of up to 3 days; a visit is a day; no penalty. */
export const AJUSTES: Ajustes = {
  ...AJUSTES_DE_TESTE,
  bases: [{ codigo: BASE, equipes: 1 }],
  diasPorEquipe: 3,
  diasPorViagem: 3,
  desvio: { padrao: 1, regioes: [] },
  penalidadeDozeMeses: 0,
  iteracoes: 200,
  semente: "teste",
};

export function entrada(ajustes: Partial<Ajustes> = {}, mais: Partial<Omit<EntradaDoPlano, "ajustes">> = {}): EntradaDoPlano {
  return {
    municipios: MUNICIPIOS,
    hoje: "2026-12-01",
    carenciaDias: 90,
    reserva: [],
    feriados: ["2026-12-25", "2027-01-01", "2027-03-26"],
    matriz: null,
    ...mais,
    ajustes: { ...AJUSTES, ...ajustes },
  };
}
