import { describe, expect, it } from "vitest";
import type { ColunaIndicador } from "../../../src/core/indicador.ts";
import { packDraws } from "../../../src/core/metodo/draw-data.ts";
import { rankDraws } from "../../../src/core/metodo/draws.ts";
import type { Metodo } from "../../../src/core/metodo/method.ts";
import { posteriorMean } from "../../../src/core/metodo/posterior.ts";
import { drawInputOf } from "../../../src/core/metodo/priority-draws.ts";
import { preparePriority } from "../../../src/core/metodo/priority.ts";
import type { PreparedPriority } from "../../../src/core/metodo/priority.ts";
import { catalogo, dimensao, indicador, metodo } from "./a-method.ts";

const MUNICIPIOS = Array.from({ length: 12 }, (_, i) => ({ codigo: 100 + i, porte: i % 2 === 0 ? ("pequeno-1" as const) : null }));
const EXPOSTOS = MUNICIPIOS.map((_, i) => 40 + 35 * i);
const EVENTOS = [1, 9, 4, 20, 3, 30, 12, 8, 41, 2, 55, 17];

const COM_CONTAGENS: ColunaIndicador = {
  indicador: "x", periodo: "2025", periodos: null, fonte: "f",
  valores: EVENTOS.map((o, i) => (i === 3 ? null : (1_000 * o) / (EXPOSTOS[i] ?? NaN))),
  numeradores: EVENTOS, denominadores: EXPOSTOS,
};
const SEM_CONTAGENS: ColunaIndicador = {
  indicador: "y", periodo: "2025", periodos: null, fonte: "f", valores: MUNICIPIOS.map((_, i) => (i * 37) % 100),
};

function pronta(mudanca: Partial<Metodo> = {}): PreparedPriority {
  const baliza = { lo: 20, hi: 110, origem: "periodo-base", fonte: "f", periodo: "2024" } as const;
  const m = metodo({
    dimensoes: [
      dimensao("a", 1, [indicador("x", { tipo: "rate", multiplicador: 1_000, polaridade: "maior-menos-necessidade", baliza })]),
      dimensao("b", 1, [indicador("y", { tipo: "amount" })]),
    ],
    ...mudanca,
  });
  return preparePriority(m, catalogo("x", "y"), [COM_CONTAGENS, SEM_CONTAGENS], MUNICIPIOS);
}

describe("drawInputOf", () => {
  it("draws around the very figures that are ranked: the mean of each posterior is on the map of the goalposts", () => {
    const preparada = pronta();
    const data = packDraws(drawInputOf(preparada));
    const { posterior } = preparada.indicadores[0]?.figuras ?? { posterior: [] };
    // Eleven municipalities with counts; the twelfth is missing, and "y" has none.
    expect(data.cells).toHaveLength(11);
    for (const cell of data.cells) {
      const unit = Math.floor(cell / 2);
      const belief = posterior[unit];
      if (belief === null || belief === undefined) throw new Error(`no posterior for unit ${unit}`);
      const score = (data.offset[0] ?? NaN) + (data.slope[0] ?? NaN) * posteriorMean(belief);
      expect(Math.min(100, Math.max(0, score))).toBeCloseTo(preparada.prepared.y[cell] ?? NaN, 9);
    }
  });

  it("lends figures within the porte alone", () => {
    const input = drawInputOf(pronta());
    expect(input.groups).toEqual(MUNICIPIOS.map(({ porte }) => porte));
    // Unit 3 lacks "x", half of the weight, and stays without a score; it is in no draw.
    const { all } = rankDraws(input, { seed: "s", topK: 3, draws: 40 });
    expect(all.scored[3]).toBe(0);
    expect(all.scored[0]).toBe(40);
  });

  it("draws no figure under a normalisation that looks at the sample", () => {
    expect(packDraws(drawInputOf(pronta({ normalizacao: "min-max" }))).cells).toHaveLength(0);
  });
});
