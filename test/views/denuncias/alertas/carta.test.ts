import { describe, expect, it } from "vitest";
import { alertar, type RespostaDeAlertas } from "../../../../src/core/alerta/alertar.ts";
import { monthsRange } from "../../../../src/core/civil-date.ts";
import { leituraDaCarta, linhasDaCarta } from "../../../../src/views/denuncias/alertas/carta.ts";
import { linhasDasSeries, nomeDaSerie, opcoesDeSerie, sinalDe } from "../../../../src/views/denuncias/alertas/series.ts";
import { metodoDe } from "../../../../src/views/denuncias/alertas/rotulos-dos-metodos.ts";

const NOMES = { territorio: "Território", nomesRegioes: new Map([[990001, "Norte"]]), nome: (codigo: number) => (codigo === 9900001 ? "Água" : "Zinco") };

/** One stray month, a year of nothing, then 9 a month for 25 months and 30. */
function resposta(serie: string | null = null): RespostaDeAlertas {
  const meses = monthsRange("2022-06", "2025-08");
  return alertar({
    contagens: { meses, grupos: [{ municipio: 9900001, tema: "bpc" }], contagens: [1, ...Array<number>(12).fill(0), ...Array<number>(25).fill(9), 30] },
    lugares: [
      { codigo: 9900001, populacao: 10_000, regiao: 990001 },
      { codigo: 9900002, populacao: null, regiao: null },
    ],
    ate: "2025-08",
    mes: "2025-08",
    metodo: "poisson",
    serie,
  });
}

describe("the rows of a series", () => {
  const linhas = linhasDaCarta(resposta("municipio-9900001"));

  it("begin after a year without complaints", () => {
    expect(linhas[0]).toMatchObject({ mes: "2023-07", observado: 9, sinal: "sem-teste", media: { ausencia: "dados-insuficientes" } });
    expect(linhas).toHaveLength(26);
  });

  it("carry what was expected of each month by the months before, in whole counts", () => {
    const ultima = linhas.at(-1);
    // The base is the last 24 months of 9, 731 days from August 2023 to July 2025, so 9·24/731·31 in a month of 31 days.
    expect(ultima).toMatchObject({ mes: "2025-08", observado: 30, sinal: "acima", de: { valor: 3 }, ate: { valor: 17 } });
    expect(ultima !== undefined && "valor" in ultima.media ? ultima.media.valor : NaN).toBeCloseTo((9 * 24 * 31) / 731, 9);
    // 30 among 10,000 in 31 days, taken to 30.
    expect(ultima?.taxa).toEqual({ valor: expect.closeTo((30 / 31) * 30, 9) as number });
  });

  it("have no rate where the population is not known, and the territory none either then", () => {
    expect(linhasDaCarta(resposta("territorio")).at(-1)?.taxa).toEqual({ ausencia: "sem-dado" });
  });

  it("read as one sentence with the month, what was expected and how often it was passed", () => {
    const frase = leituraDaCarta(resposta("municipio-9900001"), linhas, "Água");
    expect(frase).toContain("Água: 30 em agosto de 2025; o esperado era de 3 a 17. 1 mês acima do esperado desde ago. 2024.");
  });
});

describe("the series of a month", () => {
  it("put alarms first, then the others by kind and name", () => {
    const linhas = linhasDasSeries(resposta(), NOMES);
    expect(linhas.map(({ id }) => id)).toEqual(["territorio", "regiao-990001", "municipio-9900001", "tema-bpc", "municipio-9900002"]);
    expect(linhas[2]).toMatchObject({ nome: "Água", fica: true, frase: "30 em agosto de 2025; o esperado era de 3 a 17" });
    expect(linhas[4]).toMatchObject({ nome: "Zinco", sinal: "sem-teste", p: { ausencia: "dados-insuficientes" }, fica: null });
  });

  it("are named by their place or theme", () => {
    expect(nomeDaSerie({ tipo: "regiao", chave: "990001" }, NOMES)).toBe("Norte");
    expect(nomeDaSerie({ tipo: "tema", chave: "bpc" }, NOMES)).toBe("Benefício de Prestação Continuada (BPC)");
    expect(opcoesDeSerie(resposta(), NOMES).map(({ grupo }) => grupo)).toEqual(["Todo o território", "Região", "Município", "Município", "Tema"]);
  });

  it("tell above, inside and below the limits, which are inside", () => {
    const teste = { esperado: { media: 6, inferior: 3, superior: 9, p: null, acaso: null } };
    expect([2, 3, 9, 10].map((n) => sinalDe(n, teste))).toEqual(["abaixo", "dentro", "dentro", "acima"]);
  });

  it("fall back to the first method for a name there is not", () => {
    expect([metodoDe("laney"), metodoDe(""), metodoDe("toString")]).toEqual(["laney", "exato", "exato"]);
  });
});
