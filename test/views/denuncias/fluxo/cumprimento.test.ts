import { describe, expect, it } from "vitest";
import {
  colunasDoCumprimento,
  contagensDo,
  cumprimentoDosPrazos,
  leituraDoCumprimento,
  totalDo,
} from "../../../../src/views/denuncias/fluxo/cumprimento.ts";
import { FLUXO, MANIFESTACAO, RESPOSTA } from "./amostra.ts";

const [semNada, manifestacao] = cumprimentoDosPrazos(FLUXO, [RESPOSTA, MANIFESTACAO], null);
if (semNada === undefined || manifestacao === undefined) throw new Error("two terms were given");

describe("how a term is counted", () => {
  it("is what the norm says, whatever the house's rule", () => {
    expect(contagensDo(RESPOSTA, null)).toEqual(["corridos"]);
    expect(contagensDo(RESPOSTA, "uteis")).toEqual(["corridos"]);
  });

  it("is both ways where the norm is silent, until the house chooses", () => {
    expect(contagensDo(MANIFESTACAO, null)).toEqual(["corridos", "uteis"]);
    expect(contagensDo(MANIFESTACAO, "uteis")).toEqual(["uteis"]);
  });
});

describe("terms kept by month", () => {
  it("have every month between the first and the last, the empty ones without a share", () => {
    expect(manifestacao.meses.map(({ mes }) => mes)).toEqual(["2026-01", "2026-02", "2026-03"]);
    expect(manifestacao.meses[1]).toMatchObject({ iniciados: 0, por: { corridos: { parte: { ausencia: "dados-insuficientes" } } } });
  });

  it("are a share of the decided ones only", () => {
    // January in corridos: 4 of 4 + 3; the one that cannot be counted is in neither.
    const [janeiro] = manifestacao.meses;
    expect(janeiro?.por.corridos).toEqual({ noPrazo: 4, fora: 3, parte: { valor: (100 * 4) / 7 } });
    expect(totalDo(manifestacao.meses, "uteis")).toEqual({ noPrazo: 7, fora: 1, parte: { valor: 87.5 } });
  });

  it("are read under each count, with those that still run and those of no month", () => {
    expect(leituraDoCumprimento(manifestacao)).toBe(
      "Cumpridos no prazo: 62,5\u00a0% (5 de 8 já decididos) em dias corridos e 87,5\u00a0% (7 de 8 já decididos) em dias úteis. 2 ainda correm e 3 não se podem contar.",
    );
  });

  it("of a term that never started have no months and say so", () => {
    expect(semNada.meses).toEqual([]);
    expect(leituraDoCumprimento(semNada)).toBe("Nenhum prazo decidido ainda.");
  });

  it("give the file the counts behind each share, under each count shown", () => {
    const ids = (contagens: Parameters<typeof colunasDoCumprimento>[0]): string[] => colunasDoCumprimento(contagens).map(({ id }) => id);
    expect(ids(["corridos"])).toEqual(["mes", "iniciados", "no-prazo-corridos", "fora-corridos", "parte-corridos", "em-curso", "encerrados", "sem-como-contar"]);
    expect(ids(["corridos", "uteis"])).toContain("parte-uteis");
  });
});
