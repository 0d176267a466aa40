import { describe, expect, it } from "vitest";
import { compararPlanos, medidasDoPlano, tercoMaisNecessitado } from "../../../src/core/visitas/comparar.ts";
import { planejar } from "../../../src/core/visitas/planejar.ts";
import { createPreco, regrasComPreco, semRegra, type PrecoDaRegra, type Regra } from "../../../src/core/visitas/preco.ts";
import type { EntradaDoPlano, PlanoDeVisitas } from "../../../src/core/visitas/plano.ts";
import { A, B, BASE, C, entrada } from "./linha-do-equador.ts";

const PLANO = planejar(entrada());
const COM_COTA = entrada({ cotas: [{ grupo: "porte", id: "pequeno-2", minimo: 1 }] });

describe("the figures of a plan", () => {
  it("count visits by region and porte, who has none of them last", () => {
    const medidas = medidasDoPlano(entrada(), PLANO);
    expect(medidas).toMatchObject({ visitas: 2, viagens: 1, km: 444.8, dias: 3, diasDisponiveis: 3, valor: 95, valorDeTodos: 135 });
    expect(medidas.regioes).toEqual([{ id: 110001, municipios: 3, visitados: 1 }, { id: 110002, municipios: 1, visitados: 1 }]);
    expect(medidas.portes).toEqual([
      { id: "pequeno-1", municipios: 2, visitados: 2 },
      { id: "pequeno-2", municipios: 1, visitados: 0 },
      { id: "grande", municipios: 1, visitados: 0 },
    ]);
  });

  it("take the third with the highest score, rounded up, those without a score apart", () => {
    // Scores 60 (A), 50 (C) and 40 (B): one of three.
    expect(medidasDoPlano(entrada(), PLANO).terco).toEqual({ municipios: 1, visitados: 1 });
    const nota = (codigo: number, valor: number | null) => ({ codigo, nota: valor });
    expect(tercoMaisNecessitado([nota(1, 10), nota(2, 30), nota(3, 30), nota(4, null), nota(5, 20)])).toEqual([2, 3]);
    expect(tercoMaisNecessitado([nota(1, null)])).toEqual([]);
  });

  it("say who enters, leaves and moves", () => {
    const comB = planejar(COM_COTA);
    expect(compararPlanos(PLANO, comB)).toMatchObject({ entram: [B], saem: [C] });
    const depois = planejar(entrada({ travas: [{ codigo: A, tipo: "dentro", data: "2027-02-10" }] }));
    const { entram, saem, mudam } = compararPlanos(PLANO, depois);
    expect([entram, saem, mudam.map(({ codigo }) => codigo)]).toEqual([[], [], [A, C]]);
    expect(compararPlanos(PLANO, PLANO).mudam).toEqual([]);
  });
});

describe("the price of a rule", () => {
  const preco = (de: EntradaDoPlano, plano: PlanoDeVisitas, regra: Regra): PrecoDaRegra => {
    const emCurso = createPreco(de, plano, regra);
    while (!emCurso.pronto) emCurso.passo(50);
    expect(emCurso.feitas).toBe(emCurso.total);
    return emCurso.preco();
  };

  it("is what the plan without a quota has more", () => {
    // With the quota A and B, 90 points; without it A and C, 95, over the same road.
    expect(preco(COM_COTA, planejar(COM_COTA), { tipo: "cota", cota: 0 })).toMatchObject({ pontos: 5, valor: 5, km: 0, visitas: 0, dias: 0, demandas: 0, entram: [C], saem: [B] });
  });

  it("is nothing for a day that holds no visit", () => {
    expect(preco(entrada(), PLANO, { tipo: "mais-um-dia" })).toMatchObject({ pontos: 0, valor: 0, visitas: 0 });
  });

  it("is what a second team brings", () => {
    // All three: A+B 444.8 km and C 222.4: 135 − 1.3344 − 94.1104.
    expect(preco(entrada(), PLANO, { tipo: "mais-uma-equipe", base: BASE })).toMatchObject({ pontos: 39.5552, valor: 40, km: 222.4, visitas: 1, entram: [B], saem: [] });
  });

  it("is in demands where giving the rule up lets one be met", () => {
    // B is in a locked tour of 2 days; A is required and has no place in the day left.
    const de = entrada({ viagensTravadas: [{ equipe: `${BASE}-1`, inicio: "2027-02-01", municipios: [B] }], travas: [{ codigo: A, tipo: "dentro" }] });
    const plano = planejar(de);
    expect(plano.naoAtendidas).toEqual([{ tipo: "municipio", codigo: A }]);
    expect(preco(de, plano, { tipo: "viagem-travada", viagem: 0 }).demandas).toBe(1);
  });

  it("is never negative, whatever the steps", () => {
    for (const regra of regrasComPreco(COM_COTA)) {
      const emCurso = createPreco(COM_COTA, planejar(COM_COTA), regra, 0);
      expect(emCurso.preco().pontos).toBeGreaterThanOrEqual(0);
    }
  });

  it("is asked of every rule there is, and of a day and a team more", () => {
    const todas = entrada(
      {
        cotas: [{ grupo: "porte", id: "pequeno-2", minimo: 1 }],
        travas: [{ codigo: A, tipo: "fora" }],
        viagensTravadas: [{ equipe: `${BASE}-1`, inicio: "2027-02-01", municipios: [B] }],
        mesesProibidos: [{ regiao: 110002, meses: [1] }],
      },
      { reserva: [C] },
    );
    const regras = regrasComPreco(todas);
    expect(regras.map(({ tipo }) => tipo)).toEqual(["cota", "trava", "viagem-travada", "reserva", "meses-proibidos", "mais-um-dia", "mais-uma-equipe"]);
    const sem = regras.reduce(semRegra, todas);
    expect(sem).toMatchObject({ reserva: [], ajustes: { cotas: [], travas: [], viagensTravadas: [], mesesProibidos: [], reserva: 0, diasPorEquipe: 4, bases: [{ codigo: BASE, equipes: 2 }] } });
    expect(() => semRegra(sem, { tipo: "cota", cota: 0 })).toThrow(/no quota 0/);
    expect(() => semRegra(sem, { tipo: "mais-uma-equipe", base: 5 })).toThrow(/no base 5/);
  });
});
