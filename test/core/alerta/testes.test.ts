import { describe, expect, it } from "vitest";
import { normalQuantile, poissonUpperTail } from "../../../src/core/alerta/distributions.ts";
import type { SerieDeContagens } from "../../../src/core/alerta/series.ts";
import { METODOS, type Esperado, type MetodoDeAlerta } from "../../../src/core/alerta/metodos.ts";
import { testarMes } from "../../../src/core/alerta/testes.ts";

function serie(contagens: readonly number[], exposicao = contagens.map(() => 1)): SerieDeContagens {
  return { id: "territorio", tipo: "territorio", chave: "", contagens, exposicao, populacao: 1 };
}

function esperado(contagens: readonly number[], metodo: MetodoDeAlerta, exposicao?: readonly number[]): Esperado {
  const teste = testarMes(serie(contagens, exposicao === undefined ? undefined : [...exposicao]), contagens.length - 1, metodo, 0);
  if ("porque" in teste) throw new Error(teste.porque);
  return teste.esperado;
}

function porque(contagens: readonly number[], metodo: MetodoDeAlerta, desde = 0): string | null {
  const teste = testarMes(serie(contagens), contagens.length - 1, metodo, desde);
  return "porque" in teste ? teste.porque : null;
}

/** Twelve months of 9, and the month tested. */
const NOVES = (agora: number): number[] => [...Array<number>(12).fill(9), agora];
/** Months that come to 9 in the mean, and vary less than a Poisson of 9, whose deviation is 3. */
const CALMA = (agora: number): number[] => [...Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 8 : 10)), agora];
/** Months that come to 9 in the mean and vary more: 1 and 17. */
const AGITADA = (agora: number): number[] => [...Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 1 : 17)), agora];

describe("poisson", () => {
  it("expects 3 to 17 where months of 9 came before", () => {
    // λ = 9: P(X ≤ 2) = 0.0062; P(X ≥ 18) = 0.0053, P(X ≥ 17) = 0.0111 (test of exactPoissonLimits).
    const { media, inferior, superior, acaso, p } = esperado(NOVES(18), "poisson");
    expect({ media, inferior, superior }).toEqual({ media: 9, inferior: 3, superior: 17 });
    expect(acaso).toBeCloseTo(poissonUpperTail(18, 9), 12);
    expect(p).toBe(acaso);
  });

  it("expects by the exposure of the month: half of it, half the count", () => {
    const { media } = esperado(NOVES(9), "poisson", [...Array<number>(12).fill(31), 15.5]);
    expect(media).toBeCloseTo(4.5, 12);
  });

  it("looks 24 months back and no further", () => {
    const { media } = esperado([...Array<number>(10).fill(500), ...Array<number>(24).fill(9), 9], "poisson");
    expect(media).toBe(9);
  });
});

describe("exato", () => {
  it("is the Poisson where the series varies no more than one", () => {
    expect(esperado(CALMA(18), "exato")).toEqual(esperado(CALMA(18), "poisson"));
  });

  it("is wider where it varies more, and keeps at most 1 % above", () => {
    const { inferior, superior, acaso } = esperado(AGITADA(18), "exato");
    expect(superior).toBeGreaterThan(17);
    expect(inferior).toBeLessThan(3);
    expect(acaso).toBeLessThanOrEqual(0.01);
  });

  it("has a variance of σz² times the mean: 16 between neighbours is σz = 16/3/1.128", () => {
    // z of 1 and 17 around 9 differ by 16/√9; phi = 22.4, so size = 9/21.4 and the 99 % quantile is found by its terms.
    const phi = (16 / 3 / 1.128) ** 2;
    const size = 9 / (phi - 1);
    let term = phi ** -size;
    let total = term;
    let x = 0;
    while (total < 0.99) {
      term *= ((size + x) / (x + 1)) * (1 - 1 / phi);
      x += 1;
      total += term;
    }
    expect(esperado(AGITADA(18), "exato").superior).toBe(x);
  });
});

describe("bayes", () => {
  it("is the negative binomial of the counts before, ½ more, and the share of exposure before", () => {
    // One month of 13 is tested: size 12·9 + ½, prob 12/13; P(0) etc. sum to the 99 % quantile.
    const [size, prob] = [108.5, 12 / 13];
    let term = prob ** size;
    let total = term;
    let x = 0;
    while (total < 0.99) {
      term *= ((size + x) / (x + 1)) * (1 - prob);
      x += 1;
      total += term;
    }
    expect(esperado(NOVES(9), "bayes").superior).toBe(x);
  });

  it("is wider than the Poisson, which takes the mean for known", () => {
    expect(esperado(NOVES(9), "bayes").acaso).toBeLessThanOrEqual(0.01);
    expect(esperado(NOVES(9), "bayes").superior).toBeGreaterThanOrEqual(esperado(NOVES(9), "poisson").superior);
  });
});

describe("charts by the normal", () => {
  const z = normalQuantile(0.99);

  it("u: 9 ± z·3", () => {
    const { inferior, superior, p, acaso } = esperado(NOVES(16), "carta-u");
    expect(superior).toBeCloseTo(9 + 3 * z, 9);
    expect(inferior).toBeCloseTo(9 - 3 * z, 9);
    // 9 + 3z = 15.98: an alarm is 16 or more, which a Poisson of 9 gives 2.2 % of the time and not 1 %.
    expect(acaso).toBeCloseTo(poissonUpperTail(16, 9), 12);
    expect(p).toBe(acaso);
  });

  it("u′: σz times as far, and the I chart by the ranges themselves", () => {
    // CALMA: ranges of 2; σz = (2/3)/1.128; sd = 2/1.128.
    expect(esperado(CALMA(9), "laney").superior).toBeCloseTo(9 + (z * 3 * (2 / 3)) / 1.128, 9);
    expect(esperado(CALMA(9), "carta-i").superior).toBeCloseTo(9 + (z * 2) / 1.128, 9);
  });

  it("have nothing to say of a series that never varies or of fewer than 5 a month", () => {
    expect(porque(NOVES(9), "laney")).toBe("sem-variacao");
    expect(porque(NOVES(9), "carta-i")).toBe("sem-variacao");
    expect(porque(CALMA(9).map((n) => Math.round(n / 4)), "carta-u")).toBe("poucas-esperadas");
  });
});

describe("ears, farrington and rki", () => {
  it("EARS C2 passes over the two months before", () => {
    const counts = [7, 9, 11, 7, 9, 11, 9, 80, 90, 30];
    // Mean 9, sd √(16/6).
    expect(esperado(counts, "ears-c2").superior).toBeCloseTo(9 + 3.090232306167813 * Math.sqrt(16 / 6), 9);
    expect(esperado(counts, "ears-c1").superior).toBeGreaterThan(90);
    // z = 3.0902 on a t of 6 after √(8/7): t = 2.8907, P = 0.0138 (tables: 0.01 at 3.143, 0.02 at 2.612).
    expect(esperado(counts, "ears-c2").acaso).toBeCloseTo(0.0138, 4);
  });

  it("Farrington needs two years and a month before the month tested", () => {
    const meses = Array.from({ length: 26 }, (_, i) => 8 + (i % 3));
    expect(porque(meses, "farrington")).toBeNull();
    expect(porque(meses, "farrington", 1)).toBe("serie-curta");
    expect(porque(meses.slice(1), "farrington-1996")).toBe("serie-curta");
    const { media, acaso } = esperado(meses, "farrington");
    expect(media).toBeGreaterThan(7);
    expect(media).toBeLessThan(11);
    expect(acaso).toBeLessThanOrEqual(0.01);
  });

  it("Farrington is silent on fewer than 5 in the last four months", () => {
    const meses = [...Array.from({ length: 26 }, (_, i) => 8 + (i % 3)), 1, 1, 1, 1];
    expect(porque(meses, "farrington")).toBe("poucas-recentes");
  });

  it("RKI gives the table's limit and no probability", () => {
    // Mean of the base 9: limit 16.768.
    expect(esperado([...Array<number>(25).fill(9), 9], "rki")).toEqual({ media: 9, inferior: 0, superior: 16.768, p: null, acaso: null });
  });
});

describe("what is not tested", () => {
  it("a base shorter than twelve months, counted from the first complete one", () => {
    expect(porque(NOVES(9).slice(1), "exato")).toBe("serie-curta");
    expect(porque(NOVES(9), "exato", 1)).toBe("serie-curta");
    expect(porque(NOVES(9), "exato")).toBeNull();
  });

  it("fewer than 5 complaints in it, however many in the month", () => {
    const quatro = [...Array<number>(12).fill(0), 40].map((n, i) => (i < 4 ? 1 : n));
    expect(porque(quatro, "exato")).toBe("poucas-denuncias");
    expect(porque([1, ...quatro.slice(0, 4), ...quatro.slice(4)], "exato")).toBeNull();
  });

  it("a series of zeros by any method", () => {
    for (const metodo of METODOS) expect(porque(Array<number>(40).fill(0), metodo), metodo).not.toBeNull();
  });

  it("nothing after the month: what comes later changes no test", () => {
    const antes = [...AGITADA(18), 5];
    for (const metodo of METODOS) {
      const sem = testarMes(serie(antes), 24, metodo, 0);
      expect(testarMes(serie([...antes.slice(0, 25), 900]), 24, metodo, 0), metodo).toEqual(sem);
    }
  });
});
