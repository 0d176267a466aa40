import loadHighs, { type Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { planejar } from "../../../../src/core/visitas/planejar.ts";
import type { EntradaDoPlano, PlanoDeVisitas } from "../../../../src/core/visitas/plano.ts";
import { colisoesDoPlano, createLimite, type ColisaoDoPlano, type LimiteDoPlano } from "../../../../src/data/visitas/limite/plano.ts";
import { entradaDeTeste } from "./entrada.ts";

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

function limiteDe(entrada: EntradaDoPlano, plano: PlanoDeVisitas): LimiteDoPlano {
  const calculo = createLimite(highs, entrada, plano);
  while (calculo.passo());
  expect(calculo.progresso()).toBe(entrada.ajustes.bases.length === 1 ? null : 1);
  return calculo.estado();
}

function colisoes(entrada: EntradaDoPlano): readonly ColisaoDoPlano[] {
  const busca = colisoesDoPlano(highs, entrada);
  for (;;) {
    const { done, value } = busca.next();
    if (done === true) return value;
  }
}

const LONGE = Array.from({ length: 7 }, (_, i) => ({ codigo: 9900002 + i, tipo: "dentro" as const }));

describe("the bound of a plan of visits", () => {
  it("is a little above what the plan sums, in the same points", () => {
    const entrada = entradaDeTeste(10);
    const plano = planejar(entrada);
    const { limite, distancia, provado } = limiteDe(entrada, plano);
    expect(plano.viagens.length).toBeGreaterThan(0);
    expect(limite).toBeGreaterThanOrEqual(plano.objetivo - 1e-6);
    expect(distancia).toBeCloseTo((limite - plano.objetivo) / limite, 12);
    expect(distancia ?? 1).toBeLessThan(0.1);
    expect(provado).toBe(true);
  });

  it("is, before any round, the points of all that could be visited less nothing for the road", () => {
    const entrada = entradaDeTeste(10);
    // V of 10 to 80 sum 360; the last town, 1,012 km of road away, takes more than five days: 360 − 80, less the penalty of 5 it keeps.
    expect(createLimite(highs, entrada, planejar(entrada)).estado()).toMatchObject({ limite: 275, provado: false, motivo: "interrompido" });
  });

  it("only comes down, round by round", () => {
    const entrada = entradaDeTeste(6);
    const calculo = createLimite(highs, entrada, planejar(entrada));
    let antes = calculo.estado().limite;
    while (calculo.passo()) {
      const { limite } = calculo.estado();
      expect(limite).toBeLessThanOrEqual(antes);
      antes = limite;
    }
  });

  it("sums the bases", () => {
    const entrada = entradaDeTeste(6, { bases: [{ codigo: 9900001, equipes: 1 }, { codigo: 9900008, equipes: 1 }] });
    const plano = planejar(entrada);
    const { limite, provado } = limiteDe(entrada, plano);
    expect(provado).toBe(true);
    expect(limite).toBeGreaterThanOrEqual(plano.objetivo - 1e-6);
    expect(limite).toBeLessThan(360);
  });
});

describe("demands of a plan that collide", () => {
  it("are named by municipality and rule: seven towns do not fit in four days", () => {
    const [primeira] = colisoes(entradaDeTeste(4, { travas: LONGE }));
    expect(primeira?.base).toBe(9900001);
    expect(primeira?.regras).toContain("dias");
    expect(primeira?.municipios.length).toBeGreaterThan(0);
    for (const codigo of primeira?.municipios ?? []) expect(codigo).toBeGreaterThan(9900001);
  });

  it("are none where the plan meets them all", () => {
    const entrada = entradaDeTeste(10, { travas: LONGE.slice(0, 2) });
    expect(planejar(entrada).naoAtendidas).toEqual([]);
    expect(colisoes(entrada)).toEqual([]);
  });

  it("names a quota by its place in the settings", () => {
    const entrada = entradaDeTeste(4, { cotas: [{ grupo: "porte", id: "grande", minimo: 0 }, { grupo: "regiao", id: 990001, minimo: 8 }] });
    expect(colisoes(entrada)).toMatchObject([{ base: 9900001, municipios: [], cotas: [1] }]);
  });
});
