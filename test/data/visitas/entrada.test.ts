import { describe, expect, it } from "vitest";
import { planCycle } from "../../../src/core/metodo/planning.ts";
import type { Municipio } from "../../../src/core/municipio.ts";
import { entradaDoPlano, type PecasDoPlano } from "../../../src/data/visitas/entrada.ts";
import { AJUSTES } from "../../core/visitas/linha-do-equador.ts";

const N = 20;
const MUNICIPIOS: readonly Municipio[] = Array.from({ length: N }, (_, i) => ({
  codigo: 1100000 + i,
  nome: `Município ${i}`,
  regiaoImediata: { codigo: 110001, nome: "Região" },
  regiaoIntermediaria: null,
  sede: { lat: 0, lon: i / 10 },
  areaKm2: null,
  populacao: null,
  anoCenso: null,
  porte: "pequeno-1",
}));

/** Scores 0, 5, … 95; the first has none. */
const PECAS: PecasDoPlano = {
  municipios: MUNICIPIOS,
  preparada: { bounded: true },
  scores: { total: Float64Array.from(MUNICIPIOS, (_, i) => (i === 0 ? Number.NaN : 5 * i)) },
  metodo: { k: 10, planejamento: { pesoNota: 0.8, pesoTempo: 0.2, meses: 12, carenciaDias: 90, reserva: 0.1, sementeReserva: "r" } },
  ultima: new Map([[1100019, "2026-04-01"]]),
  gatilhos: [{ codigo: 1100003, motivo: "denúncia 7" }],
  ajustes: AJUSTES,
  hoje: "2026-10-01",
  feriados: ["2027-01-01"],
  matriz: null,
};

function entrada(mudadas: Partial<PecasDoPlano> = {}) {
  const feita = entradaDoPlano({ ...PECAS, ...mudadas });
  if (!feita.feita) throw new Error(feita.motivo);
  return feita.entrada;
}

describe("what a plan is made of", () => {
  it("has V of the cycle, and nothing of the trigger but that there is one", () => {
    const { municipios, carenciaDias } = entrada();
    // 0.8 × 95 + 0.2 × 100 × 6 ÷ 12 = 86; never visited counts the whole term: 0.8 × 15 + 20 = 32.
    expect(municipios[19]).toMatchObject({ nota: 95, valor: 86, ultimaVisita: "2026-04-01", exigido: false, regiao: 110001 });
    expect(municipios[3]).toMatchObject({ valor: 32, ultimaVisita: null, exigido: true });
    expect(municipios[0]).toMatchObject({ nota: null, valor: null });
    expect(carenciaDias).toBe(90);
    expect(JSON.stringify(entrada())).not.toContain("denúncia");
  });

  it("draws the very reserve of the cycle's list, and more or fewer when the settings say", () => {
    const candidatos = MUNICIPIOS.map(({ codigo }, i) => ({
      codigo,
      nota: i === 0 ? null : 5 * i,
      ultimaVisita: PECAS.ultima.get(codigo) ?? null,
      gatilhos: i === 3 ? ["x"] : [],
    }));
    const daLista = planCycle(candidatos, PECAS.metodo.planejamento, 10, PECAS.hoje).linhas.filter(({ situacao }) => situacao === "reserva").map(({ codigo }) => codigo);
    expect(daLista).toHaveLength(1);
    expect(entrada().reserva).toEqual(daLista);
    expect(entrada({ ajustes: { ...AJUSTES, reserva: 0 } }).reserva).toEqual([]);
    const quatro = entrada({ ajustes: { ...AJUSTES, reserva: 4 } }).reserva;
    expect(quatro).toHaveLength(4);
    expect(quatro[0]).toBe(daLista[0]);
    // Eight by priority, one required: eleven are left to draw from.
    expect(entrada({ ajustes: { ...AJUSTES, reserva: 20 } }).reserva).toHaveLength(11);
  });

  it("is by code, with figures no machine disagrees on", () => {
    const { municipios } = entrada({ municipios: MUNICIPIOS.toReversed(), scores: { total: Float64Array.from(MUNICIPIOS, () => 100 / 3) } });
    expect(municipios.map(({ codigo }) => codigo)).toEqual(MUNICIPIOS.map(({ codigo }) => codigo));
    expect(municipios[0]?.nota).toBe(33.3333);
  });

  it("cannot be made of a score that does not go from 0 to 100, nor of a visit to come", () => {
    expect(entradaDoPlano({ ...PECAS, preparada: { bounded: false } })).toMatchObject({ feita: false, conserto: "Volte às balizas fixas no método." });
    expect(entradaDoPlano({ ...PECAS, ultima: new Map([[1100002, "2026-10-02"]]) })).toMatchObject({
      feita: false,
      motivo: "Há visita com data depois de 01/10/2026: Município 2.",
    });
  });
});
