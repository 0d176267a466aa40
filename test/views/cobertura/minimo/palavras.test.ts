import { describe, expect, it } from "vitest";
import type { EstadoDoMinimo, RegraDoMinimo } from "../../../../src/core/pacto/index.ts";
import { fraseDoMinimo, regraEmPalavras } from "../../../../src/views/cobertura/minimo/palavras.ts";

const frase = (vencido: number, nunca: number, municipios: number, regra: RegraDoMinimo = "qualquer", lugar = ""): string => {
  const porEstado: Record<EstadoDoMinimo, number> = { "em-dia": municipios - vencido - nunca, vencido, "sem-registro": nunca };
  return fraseDoMinimo({ municipios, porEstado }, regra, "2026-10-31", lugar);
};

describe("the sentence of the yearly minimum", () => {
  it("counts those past the day apart from those never monitored", () => {
    expect(frase(37, 4, 142)).toBe("37 dos 142 municípios passaram do prazo do monitoramento anual (no local ou por dados) em 31/10/2026; 4 nunca tiveram monitoramento no registro.");
    expect(frase(1, 1, 142, "no-local")).toBe("1 dos 142 municípios passou do prazo do monitoramento anual (no local) em 31/10/2026; 1 nunca teve monitoramento no local no registro.");
    expect(frase(0, 3, 12, "ambos", " da região de Sinop")).toBe("Nenhum dos 12 municípios da região de Sinop passou do prazo do monitoramento anual (no local e por dados) em 31/10/2026; 3 não têm as duas formas no registro.");
    expect(frase(2, 0, 142)).toBe("2 dos 142 municípios passaram do prazo do monitoramento anual (no local ou por dados) em 31/10/2026.");
  });

  it("says so where nothing is owed, and where the filters keep one municipality or none", () => {
    expect(frase(0, 0, 142, "por-dados")).toBe("Todos os 142 municípios estão no prazo do monitoramento anual (por dados) em 31/10/2026.");
    expect(frase(1, 0, 1)).toBe("O único município passou do prazo do monitoramento anual (no local ou por dados) em 31/10/2026.");
    expect(frase(0, 1, 1)).toBe("O único município nunca teve monitoramento no registro até 31/10/2026.");
    expect(frase(0, 0, 1)).toBe("O único município está no prazo do monitoramento anual (no local ou por dados) em 31/10/2026.");
    expect(frase(0, 0, 0)).toBe("Nenhum município corresponde aos filtros de região e porte.");
  });

  it("goes into exports as a choice that the norm does not make", () => {
    expect(regraEmPalavras("ambos")).toBe("monitoramento que conta: no local e por dados (escolha de quem usa; a norma não diz)");
  });
});
