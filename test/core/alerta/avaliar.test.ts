import { describe, expect, it } from "vitest";
import { alertar, type PedidoDeAlertas } from "../../../src/core/alerta/alertar.ts";
import { avaliarMes, cartaDaSerie } from "../../../src/core/alerta/avaliar.ts";
import { poissonUpperTail } from "../../../src/core/alerta/distributions.ts";
import type { SerieDeContagens } from "../../../src/core/alerta/series.ts";
import { monthsRange } from "../../../src/core/civil-date.ts";
import { seededSource } from "../../../src/core/metodo/seeded-random.ts";

function serie(id: string, contagens: readonly number[]): SerieDeContagens {
  return { id, tipo: "municipio", chave: id, contagens, exposicao: contagens.map(() => 1), populacao: 1 };
}

const noves = (agora: number): number[] => [...Array<number>(12).fill(9), agora];

describe("avaliarMes", () => {
  const series = [serie("calma", noves(9)), serie("alta", noves(18)), serie("vazia", Array<number>(13).fill(0)), serie("mais-alta", noves(30))];
  const alertas = avaliarMes(series, 12, "poisson", 0);

  it("raises an alarm on a count above the limit, the least probable first", () => {
    expect(alertas.alarmes).toEqual([3, 1]);
    expect(alertas.resultados.map(({ alarme }) => alarme)).toEqual([false, true, false, true]);
  });

  it("does not test what it cannot, and says why", () => {
    expect(alertas.testadas).toBe(3);
    expect(alertas.semTeste).toMatchObject({ "poucas-denuncias": 1, "serie-curta": 0 });
    expect(alertas.resultados[2]).toMatchObject({ alarme: false, q: null });
  });

  it("says how many alarms chance alone would give: the sum of what each test gives", () => {
    expect(alertas.acaso).toBeCloseTo(3 * poissonUpperTail(18, 9), 12);
  });

  it("corrects over the tests made, and counts the alarms that stay", () => {
    // p: 30 → 1e-8, 18 → 0.0053, 9 → 0.54; times 3/1 and 3/2: 0.008 stays under 5 %.
    expect(alertas.resultados[1]?.q).toBeCloseTo(1.5 * poissonUpperTail(18, 9), 12);
    expect(alertas.ficam).toBe(2);
  });

  it("says neither of a method without probabilities", () => {
    const longas = [serie("uma", Array.from({ length: 26 }, (_, i) => (i === 25 ? 40 : 9)))];
    expect(avaliarMes(longas, 25, "rki", 0)).toMatchObject({ alarmes: [0], acaso: null, ficam: null });
  });

  it("refuses a month there is not", () => {
    expect(() => avaliarMes(series, 13, "poisson", 0)).toThrow(/calma has no month 13/);
  });

  it.each(["exato", "poisson", "bayes", "carta-u", "ears-c1"] as const)("keeps near its word on chance by %s, over made-up series where nothing changes", (metodo) => {
    const random = seededSource(7);
    const poisson = (mean: number): number => {
      let n = 0;
      for (let product = random(); product > Math.exp(-mean); product *= random()) n += 1;
      return n;
    };
    const paradas = Array.from({ length: 2_000 }, (_, i) => serie(`s${i}`, Array.from({ length: 25 }, () => poisson(9))));
    const { acaso, alarmes, testadas, ficam } = avaliarMes(paradas, 24, metodo, 0);
    expect(testadas).toBeGreaterThan(1_900);
    expect(acaso).toBeLessThan(testadas * 0.025);
    // As a Poisson of what it says, within 4 standard deviations, and half as many more for a base that is itself uncertain.
    expect(alarmes.length).toBeLessThan(1.5 * (acaso ?? 0) + 4 * Math.sqrt(acaso ?? 0));
    expect(ficam).toBeLessThanOrEqual(2);
  });
});

describe("cartaDaSerie", () => {
  it("tests every month by those before it alone", () => {
    const contagens = [...noves(18), 9];
    const { testes } = cartaDaSerie(serie("uma", contagens), 13, "poisson", 0);
    expect(testes).toHaveLength(14);
    expect(testes[11]).toEqual({ porque: "serie-curta" });
    expect(testes[12]).toMatchObject({ esperado: { media: 9, superior: 17 } });
    // The month of 18 is now in the base: (12·9 + 18)/13.
    expect(testes[13]).toMatchObject({ esperado: { media: 126 / 13 } });
  });

  it("tells a rise that lasts by the half-years, and cannot without thirty months", () => {
    const sobe = Array.from({ length: 30 }, (_, i) => 20 + 10 * Math.floor(i / 6));
    expect(cartaDaSerie(serie("sobe", sobe), 29, "poisson", 0).tendencia).toBe("rising");
    expect(cartaDaSerie(serie("sobe", sobe), 29, "poisson", 1).tendencia).toBe("cannot-say");
    expect(cartaDaSerie(serie("igual", Array<number>(30).fill(20)), 29, "poisson", 0).tendencia).toBe("none");
  });

  it("counts the runs of its last 24 months, and none of fewer than ten", () => {
    const degrau = [...Array<number>(12).fill(5), ...Array<number>(12).fill(15)];
    expect(cartaDaSerie(serie("degrau", degrau), 23, "poisson", 0).corridas).toMatchObject({ longest: 12, signal: true });
    expect(cartaDaSerie(serie("curta", degrau.slice(0, 9)), 8, "poisson", 0).corridas).toBeNull();
  });
});

describe("alertar", () => {
  const meses = monthsRange("2024-01", "2025-03");
  const pedido: PedidoDeAlertas = {
    contagens: {
      meses,
      grupos: [
        { municipio: 11, tema: "bpc" },
        { municipio: 12, tema: "outro" },
      ],
      contagens: [...Array<number>(13).fill(9), 30, 9, ...Array<number>(15).fill(9)],
    },
    lugares: [
      { codigo: 11, populacao: 1_000, regiao: null },
      { codigo: 12, populacao: 1_000, regiao: null },
    ],
    ate: "2025-02",
    mes: "2025-02",
    metodo: "poisson",
    serie: null,
  };

  it("draws the series of the first alarm, and another when asked for", () => {
    const { series, alertas, escolhida } = alertar(pedido);
    expect(alertas.alarmes.map((i) => series[i]?.id)).toContain("municipio-11");
    expect(escolhida).toBe(alertas.alarmes[0]);
    const outra = alertar({ ...pedido, serie: "municipio-12" });
    expect(outra.series[outra.escolhida]?.id).toBe("municipio-12");
    const nenhuma = alertar({ ...pedido, serie: "municipio-77" });
    expect(nenhuma.escolhida).toBe(escolhida);
  });

  it("leaves out months that are not over, and begins the base after the first month in use", () => {
    const resposta = alertar(pedido);
    expect(resposta.meses.at(-1)).toBe("2025-02");
    expect(resposta.inicio).toBe(0);
    // Months 1 to 12 are the base of month 13 (2025-02): twelve, just enough.
    expect(resposta.alertas.testadas).toBe(5);
    expect(alertar({ ...pedido, mes: "2025-01" }).alertas.semTeste["serie-curta"]).toBe(5);
  });

  it("refuses a month after the last that is over, and a territory of no place", () => {
    expect(() => alertar({ ...pedido, mes: "2025-03" })).toThrow(/2025-03/);
    expect(() => alertar({ ...pedido, lugares: [], contagens: { ...pedido.contagens, grupos: [], contagens: [] } })).toThrow(/no series/);
  });
});
