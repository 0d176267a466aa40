import { describe, expect, it } from "vitest";
import type { AlertasDoMes } from "../../../src/core/alerta/avaliar.ts";
import { faixaInteira, fraseDaCarta, fraseDoMesDaSerie, fraseDosAlertas, fraseSemTeste, mesPorExtenso } from "../../../src/core/alerta/frase.ts";
import { PORQUES_SEM_TESTE, type PorqueSemTeste, type Teste } from "../../../src/core/alerta/metodos.ts";

const SEM_TESTE = Object.fromEntries(PORQUES_SEM_TESTE.map((porque) => [porque, 0])) as Record<PorqueSemTeste, number>;

function teste(inferior: number, superior: number): Teste {
  return { esperado: { media: (inferior + superior) / 2, inferior, superior, p: 0.01, acaso: 0.01 } };
}

function alertas(mudanca: Partial<AlertasDoMes>): AlertasDoMes {
  return { mes: 0, metodo: "exato", resultados: [], testadas: 160, semTeste: SEM_TESTE, alarmes: [], acaso: 0.9, ficam: 0, ...mudanca };
}

describe("an alarm in words", () => {
  it("says what it saw and what was expected", () => {
    expect(fraseDoMesDaSerie(14, "2026-10", teste(3, 9))).toBe("14 em outubro de 2026; o esperado era de 3 a 9");
  });

  it("takes the whole counts inside limits that are not whole", () => {
    expect(faixaInteira({ inferior: 2.1, superior: 9.7 })).toEqual({ de: 3, ate: 9 });
    expect(fraseDoMesDaSerie(1_400, "2026-03", teste(2.1, 9.7))).toBe("1.400 em março de 2026; o esperado era de 3 a 9");
  });

  it("says “de até” where nothing else is inside", () => {
    expect(fraseDoMesDaSerie(2, "2026-01", teste(0, 0))).toBe("2 em janeiro de 2026; o esperado era de até 0");
  });

  it("does not guess where the base is too short or too sparse", () => {
    expect(fraseDoMesDaSerie(14, "2026-10", { porque: "poucas-denuncias" })).toBe(
      "14 em outubro de 2026; dados insuficientes para dizer o que se esperava (série com menos de 5 denúncias nos meses anteriores)",
    );
  });

  it("writes months out", () => {
    expect(mesPorExtenso("2025-12")).toBe("dezembro de 2025");
  });
});

describe("the month in words", () => {
  it("says how many alarms chance alone would give and how many stay", () => {
    expect(fraseDosAlertas(alertas({ alarmes: [4, 2, 9], ficam: 2 }), "2026-10")).toBe(
      "3 alertas em outubro de 2026, em 160 séries testadas. Só o acaso daria cerca de 0,9 com tantas séries; 2 continuam depois da correção para muitas séries (entre os que continuam, espera-se no máximo 5\u00a0% de falsos).",
    );
  });

  it("says when all stay, the only one stays and none does", () => {
    expect(fraseDosAlertas(alertas({ alarmes: [1, 2], ficam: 2 }), "2026-10")).toContain("; todos continuam depois");
    expect(fraseDosAlertas(alertas({ alarmes: [1], ficam: 1 }), "2026-10")).toContain("1 alerta em outubro de 2026, em 160 séries testadas. Só o acaso daria cerca de 0,9 com tantas séries; ele continua depois");
    expect(fraseDosAlertas(alertas({ alarmes: [1], ficam: 0 }), "2026-10")).toContain("; nenhum continua depois da correção para muitas séries.");
  });

  it("says when there is none, when nothing could be tested and when the method does not know chance", () => {
    expect(fraseDosAlertas(alertas({}), "2026-10")).toBe("Nenhum alerta em outubro de 2026, em 160 séries testadas. Só o acaso daria cerca de 0,9 com tantas séries.");
    expect(fraseDosAlertas(alertas({ acaso: 0.01 }), "2026-10")).toContain("Só o acaso daria quase nenhum");
    expect(fraseDosAlertas(alertas({ testadas: 0 }), "2026-10")).toBe("Nenhuma série pôde ser testada em outubro de 2026.");
    expect(fraseDosAlertas(alertas({ alarmes: [1], acaso: null, ficam: null }), "2026-10")).toBe(
      "1 alerta em outubro de 2026, em 160 séries testadas. Este método não diz quantos alertas o acaso daria.",
    );
  });

  it("counts the series without a test by their reason", () => {
    expect(fraseSemTeste({ semTeste: SEM_TESTE })).toBe("");
    expect(fraseSemTeste({ semTeste: { ...SEM_TESTE, "poucas-denuncias": 40, "sem-variacao": 1 } })).toBe(
      "Dados insuficientes em 41 séries: 40 com menos de 5 denúncias nos meses anteriores e 1 com meses anteriores todos iguais.",
    );
    expect(fraseSemTeste({ semTeste: { ...SEM_TESTE, "serie-curta": 172 } })).toBe(
      "Dados insuficientes em 172 séries com meses anteriores de menos para este método.",
    );
  });
});

describe("a series in words", () => {
  it("says the trend and the run, or nothing", () => {
    expect(fraseDaCarta({ tendencia: "cannot-say", corridas: null })).toBe("");
    const corridas = { longest: 9, longestAllowed: 8, crossings: 5, fewestCrossings: 4, useful: 24, signal: true };
    expect(fraseDaCarta({ tendencia: "rising", corridas })).toBe(
      "Nos últimos cinco semestres, a taxa vem subindo. Houve 9 meses seguidos do mesmo lado da mediana, mais do que o acaso costuma dar (8): o nível pode ter mudado.",
    );
    expect(fraseDaCarta({ tendencia: "none", corridas: { ...corridas, longest: 8, crossings: 3 } })).toContain("Os meses cruzam a mediana menos vezes");
  });
});
