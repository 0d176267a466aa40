import { describe, expect, it } from "vitest";
import { circuloMaximoKm, comDistancia, distanciasEntre, fatorDeDesvio } from "../../../src/core/visitas/distancias.ts";
import type { MatrizDeDistancias } from "../../../src/core/visitas/plano.ts";
import { A, AJUSTES, B, BASE, MUNICIPIOS, municipio } from "./linha-do-equador.ts";

const [base, a, b] = MUNICIPIOS as readonly [(typeof MUNICIPIOS)[number], (typeof MUNICIPIOS)[number], (typeof MUNICIPIOS)[number]];
const MATRIZ: MatrizDeDistancias = { unidade: "km", codigos: [BASE, A, B], valores: [0, 150.04, 300, 150.04, 0, 120, 300, 120, 0], arquivo: "m.csv" };

describe("road distances", () => {
  it("measures a degree of the equator, of a meridian and half the Earth", () => {
    expect(circuloMaximoKm({ lat: 0, lon: 0 }, { lat: 0, lon: 1 })).toBeCloseTo(111.195, 3);
    expect(circuloMaximoKm({ lat: -15, lon: -56 }, { lat: -16, lon: -56 })).toBeCloseTo(111.195, 3);
    // Half of 2π·6371.0088.
    expect(circuloMaximoKm({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(20015.114, 3);
  });

  it("rounds kilometres to one decimal and minutes to whole ones, the same both ways", () => {
    const { km, minutos } = distanciasEntre([base, a, b], AJUSTES, null);
    expect([...km]).toEqual([0, 111.2, 222.4, 111.2, 0, 111.2, 222.4, 111.2, 0]);
    expect([...minutos]).toEqual([0, 111, 222, 111, 0, 111, 222, 111, 0]);
  });

  it("takes the mean of the two ends' detour factors", () => {
    const desvio = { padrao: 1.2, regioes: [{ regiao: 110009, fator: 1.6 }] };
    expect(fatorDeDesvio({ desvio }, 110009)).toBe(1.6);
    expect(fatorDeDesvio({ desvio }, null)).toBe(1.2);
    const longe = municipio(A, 1, 50, { regiao: 110009 });
    // 111.195 × (1.2 + 1.6) ÷ 2 = 155.67.
    expect(distanciasEntre([base, longe], { ...AJUSTES, desvio }, null).km[1]).toBe(155.7);
  });

  it("fills a day of the road with the hours the settings say", () => {
    // 111.2 km at 30 km/h are 3.7067 h; a day of 4 h makes them 480 × 3.7067 ÷ 4 = 444.8 minutes.
    expect(distanciasEntre([base, a], { ...AJUSTES, velocidade: 30, horasPorDia: 4 }, null).minutos[1]).toBe(445);
  });

  it("takes measured kilometres as they are, to one decimal", () => {
    const { km, minutos } = distanciasEntre([base, a], AJUSTES, MATRIZ);
    expect([km[1], minutos[1]]).toEqual([150, 150]);
  });

  it("takes measured hours as they are, and their kilometres at the mean speed", () => {
    const { km, minutos } = distanciasEntre([base, a], AJUSTES, { ...MATRIZ, unidade: "horas", valores: MATRIZ.valores.map((x) => x / 100) });
    // 1.5004 h: 90.02 km at 60 km/h; 480 × 1.5004 ÷ 8 = 90.02 minutes.
    expect([km[1], minutos[1]]).toEqual([90, 90]);
  });

  it("knows whose distance cannot be told", () => {
    const semSede = municipio(A, 0, 10, { sede: null });
    expect(comDistancia(null)(semSede)).toBe(false);
    expect(comDistancia(MATRIZ)(semSede)).toBe(true);
    expect(comDistancia(MATRIZ)(municipio(1100009, 3, 10))).toBe(false);
    expect(() => distanciasEntre([base, semSede], AJUSTES, null)).toThrow(/no seat/);
    expect(() => distanciasEntre([base, municipio(1100009, 3, 10)], AJUSTES, MATRIZ)).toThrow(/not in the matrix m\.csv/);
  });
});
