import { describe, expect, it } from "vitest";
import { buildList } from "../../../src/core/metodo/list.ts";
import { dataHash, explainPriority, missingDimensions, preparePriority, scorePriority, weightsOf } from "../../../src/core/metodo/priority.ts";
import type { ColunaIndicador } from "../../../src/core/indicador.ts";
import type { Metodo, Normalizacao } from "../../../src/core/metodo/method.ts";
import { catalogo, dimensao, indicador, metodo } from "./a-method.ts";

const CATALOGO = catalogo("x", "y", "z", "outro");
const MUNICIPIOS = [11, 22, 33, 44].map((codigo) => ({ codigo, nome: `Município ${codigo}`, porte: null }));

function colunas(valores: Readonly<Record<string, readonly (number | null)[]>>): ColunaIndicador[] {
  return Object.entries(valores).map(([id, v]) => ({ indicador: id, periodo: "2025", valores: v, periodos: null, fonte: "f" }));
}

const FIGURAS = { x: [100, 0, 50, null], y: [50, 0, null, null], z: [25, 100, 10, 80] };

function pronta(m: Metodo = metodo(), figuras: Readonly<Record<string, readonly (number | null)[]>> = FIGURAS): ReturnType<typeof preparePriority> {
  return preparePriority(m, CATALOGO, colunas(figuras), MUNICIPIOS);
}

describe("score", () => {
  const scores = scorePriority(pronta());

  it("is the weighted mean of the dimensions, each the mean of its indicators", () => {
    // 11: 0.6·(100 + 50)/2 + 0.4·25 = 55; 22: 0.6·0 + 0.4·100 = 40.
    expect(scores.total[0]).toBeCloseTo(55, 9);
    expect(scores.total[1]).toBeCloseTo(40, 9);
    expect(Array.from(scores.ranks)).toEqual([1, 2, 0, 0]);
    expect(scores.ranked).toBe(2);
  });

  it("is missing where a dimension has half its weight, since what is left of the total is below 2/3", () => {
    // 33 has 1 of 2 indicators of "a" (1/2 < 2/3): "a" is missing, and "b" alone is 0.4 of the total.
    const preparada = pronta();
    expect(scores.total[2]).toBeNaN();
    expect(missingDimensions(preparada, scores, 2)).toEqual(["a"]);
    expect(scores.present[2]).toBeCloseTo(0.3 + 0.4, 9);
  });

  it("has hard bounds whether it exists or not", () => {
    // 33: present 0.3·50 + 0.4·10 = 19, missing weight 0.3 → 19 to 49. 44: 0.4·80 = 32, missing 0.6 → 32 to 92.
    expect([scores.bounds?.min[2], scores.bounds?.max[2]].map((x) => Number(x?.toFixed(9)))).toEqual([19, 49]);
    expect([scores.bounds?.min[3], scores.bounds?.max[3]].map((x) => Number(x?.toFixed(9)))).toEqual([32, 92]);
    expect(scores.bounds?.min[0]).toBeCloseTo(scores.bounds?.max[0] ?? 0, 9);
  });

  it("renormalises over two of three indicators, exactly the least that is asked", () => {
    const m = metodo({ dimensoes: [dimensao("a", 1, [indicador("x"), indicador("y"), indicador("z")])] });
    const [, , terceiro = Number.NaN] = scorePriority(pronta(m)).total;
    expect(terceiro).toBeCloseTo((50 + 10) / 2, 9);
  });

  it("turns an indicator round inside the formula when more is less need", () => {
    const m = metodo({
      dimensoes: [dimensao("a", 1, [indicador("x", { polaridade: "maior-menos-necessidade", baliza: { lo: 1, hi: 5, origem: "limite-natural", fonte: "escala", periodo: null } })])],
    });
    // 5 → 0, 1 → 100, 2 → 75, and beyond the goalposts no more than their score.
    expect(Array.from(scorePriority(pronta(m, { x: [5, 1, 2, 9] })).total)).toEqual([0, 100, 75, 0]);
  });

  it("takes other weights without preparing again, and refuses those that cannot rank", () => {
    const preparada = pronta();
    const outro = metodo({ dimensoes: [dimensao("a", 0, [indicador("x"), indicador("y")]), dimensao("b", 1, [indicador("z")])] });
    const scores = scorePriority(preparada, weightsOf(preparada, outro));
    expect(Array.from(scores.total, (x) => Math.round(x))).toEqual([25, 100, 10, 80]);
    const zeros = metodo({ dimensoes: [dimensao("a", 0, [indicador("x"), indicador("y")]), dimensao("b", 0, [indicador("z")])] });
    expect(() => weightsOf(preparada, zeros)).toThrow("every weight below");
    const negativo = metodo({ dimensoes: [dimensao("a", -1, [indicador("x"), indicador("y")]), dimensao("b", 1, [indicador("z")])] });
    expect(() => weightsOf(preparada, negativo)).toThrow("got -1");
  });

  it("does not move for anybody when an extreme town leaves, which min–max cannot say", () => {
    const figuras = { x: [1000, 10, 20, 30], y: [900, 30, 20, 10], z: [0, 5, 9, 4] };
    const sem = MUNICIPIOS.slice(1);
    const cut = Object.fromEntries(Object.entries(figuras).map(([id, v]) => [id, v.slice(1)]));
    const scoresOf = (normalizacao: Normalizacao): [number[], number[]] => {
      const m = metodo({ normalizacao });
      const all = scorePriority(pronta(m, figuras)).total.slice(1);
      return [Array.from(all), Array.from(scorePriority(preparePriority(m, CATALOGO, colunas(cut), sem)).total)];
    };
    const [before, after] = scoresOf("balizas");
    expect(after).toEqual(before);
    const [before2, after2] = scoresOf("min-max");
    expect(after2).not.toEqual(before2);
  });
});

describe("what it rests on", () => {
  it("says an indicator that tells nobody apart, and one nobody has", () => {
    const preparada = pronta(metodo(), { x: [7, 7, 7, null], z: [1, 2, 3, 4] });
    expect(preparada.indicadores.map(({ constante, presentes }) => [constante, presentes])).toEqual([[true, 3], [false, 0], [false, 4]]);
  });

  it("refuses indicators the catalogue does not have, or has as context", () => {
    expect(() => preparePriority(metodo(), catalogo("x", "y"), [], MUNICIPIOS)).toThrow('"z", which is not in the catalogue');
    const contexto = CATALOGO.map((c) => (c.id === "z" ? { ...c, polaridade: "contexto" as const } : c));
    expect(() => preparePriority(metodo(), contexto, [], MUNICIPIOS)).toThrow('"z" is context only');
  });

  it.each([
    ["equal", 5, 5],
    ["reversed", 5, 1],
  ])("refuses goalposts that are %s", (_what, lo, hi) => {
    const m = metodo({ dimensoes: [dimensao("a", 1, [indicador("x", { baliza: { lo, hi, origem: "limite-natural", fonte: "f", periodo: null } })])] });
    expect(() => pronta(m)).toThrow(`got lo ${lo} and hi ${hi}`);
  });

  it("has a hash of the data that changes with one figure the method uses, and with no other", () => {
    const hash = dataHash(pronta());
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(dataHash(pronta(metodo(), { ...FIGURAS, outro: [1, 2, 3, 4] }))).toBe(hash);
    expect(dataHash(pronta(metodo(), { ...FIGURAS, z: [25, 100, 10, 80.01] }))).not.toBe(hash);
  });
});

describe("contributions", () => {
  it("add up to the score, to 1e-9 as they are and to the last digit as they are printed", () => {
    // Thirds everywhere: 1/7 of the scale gives scores that do not end.
    const m = metodo({ dimensoes: [dimensao("a", 3, [indicador("x"), indicador("y", { peso: 2 })]), dimensao("b", 4, [indicador("z")])] });
    const figuras = { x: [100 / 7, 200 / 7, 33.333, 1], y: [10 / 3, 20 / 3, 66.667, 2], z: [50 / 9, 70 / 9, 0.001, 3] };
    for (const agregacao of ["aritmetica", "potencia-2", "complemento-geometrica"] as const) {
      const preparada = pronta({ ...m, agregacao }, figuras);
      const scores = scorePriority(preparada);
      const { tree } = preparada.prepared;
      MUNICIPIOS.forEach((_, i) => {
        const { points } = explainPriority(preparada, scores, i);
        const leaves = Array.from(tree.leafNode, (k) => points[k] ?? Number.NaN);
        expect(Math.abs(leaves.reduce((a, b) => a + b, 0) - (scores.total[i] ?? 0))).toBeLessThan(1e-9);
      });
      for (const { nota, dimensoes, indicadores } of buildList(preparada, scores, MUNICIPIOS).linhas) {
        const cents = (xs: readonly (number | null)[]): number => xs.reduce((sum: number, x) => sum + Math.round(100 * (x ?? 0)), 0);
        expect(cents(dimensoes)).toBe(Math.round(100 * (nota ?? 0)));
        expect(cents(indicadores)).toBe(Math.round(100 * (nota ?? 0)));
      }
    }
  });
});

describe("list", () => {
  const preparada = pronta();
  const lista = buildList(preparada, scorePriority(preparada), MUNICIPIOS);

  it("orders by position and sets those without a score apart, with their bounds and reason", () => {
    expect(lista.linhas.map(({ posicao, codigo, nota, dimensoes }) => [posicao, codigo, nota, dimensoes])).toEqual([
      [1, 11, 55, [45, 10]],
      [2, 22, 40, [0, 40]],
    ]);
    expect(lista.semNota.map(({ codigo, minimo, maximo, pesoPresente, dimensoesSemNota }) => [codigo, minimo, maximo, pesoPresente, dimensoesSemNota])).toEqual([
      [33, 19, 49, 70, ["a"]],
      [44, 32, 92, 40, ["a"]],
    ]);
  });

  it("refuses municipalities in another order", () => {
    expect(() => buildList(preparada, scorePriority(preparada), MUNICIPIOS.toReversed())).toThrow("municipality 44 is not unit 0");
  });

  it("has no bounds under a normalisation without ends", () => {
    const z = pronta(metodo({ normalizacao: "z" }));
    expect(z.bounded).toBe(false);
    expect(buildList(z, scorePriority(z), MUNICIPIOS).linhas[0]).toMatchObject({ minimo: null, maximo: null });
  });
});
