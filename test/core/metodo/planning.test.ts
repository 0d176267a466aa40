import { describe, expect, it } from "vitest";
import { planCycle, reservePlaces, type Candidato } from "../../../src/core/metodo/planning.ts";
import type { Planejamento } from "../../../src/core/metodo/method.ts";

const REGRA: Planejamento = { pesoNota: 0.8, pesoTempo: 0.2, meses: 12, carenciaDias: 90, reserva: 0.1, sementeReserva: "reserva" };
const HOJE = "2026-11-22";

function candidato(codigo: number, nota: number | null, ultimaVisita: string | null = null, gatilhos: readonly string[] = []): Candidato {
  return { codigo, nota, ultimaVisita, gatilhos };
}

describe("value V of a visit", () => {
  it.each([
    // 0.8·50 + 0.2·100·min(1, m/12)
    ["never visited counts as the full term", null, null, 60],
    ["a year ago is the full term", "2025-11-22", 12, 60],
    ["two years ago is no more than the full term", "2024-11-22", 24, 60],
    ["six whole months are half of the time's points", "2026-05-22", 6, 50],
    ["a month still running does not count", "2026-05-23", 5, 40 + 20 * (5 / 12)],
    ["today brings no points of time", "2026-11-22", 0, 40],
  ])("%s", (_what, ultimaVisita, meses, valor) => {
    const linha = planCycle([candidato(1, 50, ultimaVisita)], REGRA, 1, HOJE).linhas[0];
    expect(linha?.meses).toBe(meses);
    expect(linha?.valor).toBeCloseTo(valor, 9);
    expect((linha?.partes?.nota ?? 0) + (linha?.partes?.tempo ?? 0)).toBe(linha?.valor);
  });

  it("does not exist without a score", () => {
    const linha = planCycle([candidato(1, null, "2020-01-01")], { ...REGRA, carenciaDias: 0 }, 1, HOJE).linhas[0];
    expect(linha).toMatchObject({ valor: null, partes: null, meses: 82 });
  });
});

describe("carência", () => {
  it("keeps out who was visited 89 days ago and lets in who was 90 days ago", () => {
    // 2026-08-24 + 90 days = 2026-11-22.
    const { linhas, escolhidos } = planCycle([candidato(1, 90, "2026-08-25"), candidato(2, 10, "2026-08-24")], REGRA, 2, HOJE);
    expect(linhas.map(({ dias, situacao }) => [dias, situacao])).toEqual([[89, "carencia"], [90, "prioridade"]]);
    expect(escolhidos).toEqual([2]);
  });

  it("gives way to a trigger", () => {
    const { linhas } = planCycle([candidato(1, 5, "2026-11-01", ["denúncia"])], REGRA, 1, HOJE);
    expect(linhas[0]).toMatchObject({ situacao: "gatilho", gatilhos: ["denúncia"] });
  });
});

describe("triggers", () => {
  it("are constraints: they take places whatever the score, and add no points", () => {
    const plano = planCycle([candidato(1, 90), candidato(2, 80), candidato(3, 1, null, ["recomendação"])], REGRA, 2, HOJE);
    expect(plano.escolhidos).toEqual([3, 1]);
    expect(plano.linhas[2]?.valor).toBeCloseTo(0.8 + 20, 9);
  });

  it("all stay when they are more than the places, and the excess is said", () => {
    const plano = planCycle([1, 2, 3].map((codigo) => candidato(codigo, 10, null, ["x"])), REGRA, 2, HOJE);
    expect(plano).toMatchObject({ escolhidos: [1, 2, 3], excesso: 1, sobras: 0 });
  });
});

describe("reserve", () => {
  const muitos = Array.from({ length: 60 }, (_, i) => candidato(i + 1, i < 55 ? 60 - i : null));

  it("draws its places among those the score did not choose, without a score included", () => {
    const plano = planCycle(muitos, REGRA, 20, HOJE);
    const porSituacao = (s: string): number[] => plano.linhas.filter(({ situacao }) => situacao === s).map(({ codigo }) => codigo);
    expect(plano.reservaPedida).toBe(2);
    expect(porSituacao("prioridade")).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
    expect(porSituacao("reserva")).toHaveLength(2);
    expect(porSituacao("reserva").every((codigo) => codigo > 18)).toBe(true);
    expect(plano.escolhidos).toHaveLength(20);
    const sempre = new Set<number>();
    for (let s = 0; s < 200; s += 1) for (const codigo of planCycle(muitos, { ...REGRA, sementeReserva: `s${s}` }, 20, HOJE).escolhidos.slice(18)) sempre.add(codigo);
    expect([...sempre].some((codigo) => codigo > 55)).toBe(true);
  });

  it("is the same for the same seed, whatever the order the municipalities come in", () => {
    const direto = planCycle(muitos, REGRA, 20, HOJE).escolhidos;
    expect(planCycle(muitos.toReversed(), REGRA, 20, HOJE).escolhidos).toEqual(direto);
    expect(planCycle(muitos, { ...REGRA, sementeReserva: "outra" }, 20, HOJE).escolhidos).not.toEqual(direto);
  });

  it.each([
    // 10 % and 15 % of the places, and the whole numbers between them.
    ["35 places at 10 %: 3.5 to 5.25", 0.1, 35, 4],
    ["35 places at 15 %", 0.15, 35, 5],
    ["24 places at 10 %: 2.4 to 3.6 holds only 3", 0.1, 24, 3],
    ["30 places at 10 %: exactly 3", 0.1, 30, 3],
    ["20 places at 15 %: exactly 3", 0.15, 20, 3],
    ["12 places: 1.2 to 1.8 holds no whole number, so the nearest", 0.1, 12, 1],
    ["3 places: none", 0.1, 3, 0],
  ])("%s", (_what, reserva, k, vagas) => {
    expect(reservePlaces(reserva, k)).toBe(vagas);
  });

  it("leaves places over when nobody is left", () => {
    expect(planCycle([candidato(1, 10)], REGRA, 5, HOJE)).toMatchObject({ escolhidos: [1], sobras: 4 });
  });
});

it("breaks ties of V by score, then by time without a visit, then by code", () => {
  // V: 1 → 0.8·50 + 20·(6/12) = 50; 2 → 0.8·37.5 + 20 = 50 with a lower score; 3 and 4 equal in all but the visit.
  const plano = planCycle(
    [candidato(2, 37.5, "2025-11-22"), candidato(1, 50, "2026-05-22"), candidato(4, 37.5, "2024-01-01"), candidato(3, 37.5)],
    { ...REGRA, reserva: 0.1 },
    4,
    HOJE,
  );
  expect(plano.escolhidos).toEqual([1, 3, 4, 2]);
});

it("refuses what cannot be planned, naming it", () => {
  expect(() => planCycle([], REGRA, 0, HOJE)).toThrow("got 0");
  expect(() => planCycle([candidato(7, 1), candidato(7, 2)], REGRA, 1, HOJE)).toThrow("municipality 7 is in the plan twice");
  expect(() => planCycle([candidato(7, Number.NaN)], REGRA, 1, HOJE)).toThrow("score of 7 must be finite or null, got NaN");
  expect(() => planCycle([candidato(7, 1, "2026-11-23")], REGRA, 1, HOJE)).toThrow("the last visit to 7 is on 2026-11-23, after 2026-11-22");
});
