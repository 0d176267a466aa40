import { describe, expect, it } from "vitest";
import { concentracao, gini, isInsuficiente, type Concentracao, type Resposta } from "../../../../src/core/equidade/index.ts";
import { fatosDoIndice, leituraDaConcentracao, leituraDeLorenz, parteDosEventos, pontosDaCurva } from "../../../../src/views/cobertura/equidade/curvas.ts";
import { fraseDaDesigualdade, fraseDaEquidade, totalDe } from "../../../../src/views/cobertura/equidade/frase.ts";
import { FATIA } from "../../../../src/views/cobertura/equidade/estado-da-parte.ts";

function figura(resposta: Resposta<Concentracao>): Concentracao {
  if (isInsuficiente(resposta)) throw new Error(`insufficient: ${resposta.porque}`);
  return resposta;
}

const POUCOS = { minimoDeUnidades: 3, minimoDeEventos: 1 };
/** Four municipalities, the first with most need: 6, 2, 2 and 0 of ten events. */
const CONTAGENS = [6, 2, 2, 0];
const NECESSIDADE = figura(concentracao({ necessidade: [9, 7, 5, 3], contagens: CONTAGENS, pesos: null }, POUCOS));
const DESIGUALDADE = figura(gini({ contagens: CONTAGENS, pesos: null }, POUCOS));

const PADRAO = FATIA.padrao;

describe("the curves", () => {
  it("have a point where each group of ties ends, in per cent", () => {
    expect(pontosDaCurva(NECESSIDADE.curva).map(({ unidades, eventos }) => [unidades, Math.round(eventos)])).toEqual([
      [0, 0],
      [25, 60],
      [50, 80],
      [75, 100],
      [100, 100],
    ]);
    // From least to most: 0, then the two that tie at 2, then 6.
    expect(pontosDaCurva(DESIGUALDADE.curva).map(({ unidades, eventos }) => [unidades, Math.round(eventos)])).toEqual([
      [0, 0],
      [25, 0],
      [75, 40],
      [100, 100],
    ]);
  });

  it("read what half has, along the line between two points", () => {
    const lorenz = pontosDaCurva(DESIGUALDADE.curva);
    // Half way from (25, 0) to (75, 40).
    expect(parteDosEventos(lorenz, 50)).toBeCloseTo(20, 9);
    expect(leituraDeLorenz(lorenz, "visitas", false)).toBe("A metade dos municípios que teve menos ficou com 20\u00a0% das visitas técnicas.");
    expect(leituraDaConcentracao(pontosDaCurva(NECESSIDADE.curva), "todos", true)).toBe("A metade dos habitantes com mais necessidade teve 80\u00a0% dos apoios.");
  });

  it("say the index, what it was made of, and what a lottery would give", () => {
    // Gini: 2 × (½ − area under the curve). Area: ¼·(0+0)/2 + ½·(0+0,4)/2 + ¼·(0,4+1)/2 = 0,275; 2 × 0,225 = 0,45.
    expect(DESIGUALDADE.indice).toBeCloseTo(0.45, 12);
    const fatos = fatosDoIndice(DESIGUALDADE, { nome: "Coeficiente de Gini", conta: "visitas", foraDoFiltro: 0, doSorteio: 0.25 });
    expect(fatos.map(({ nome }) => nome)).toEqual(["Coeficiente de Gini", "Limites de 95 %", "Um sorteio daria, em média", "Erro padrão", "Visitas técnicas", "Municípios"]);
    expect(fatos[0]?.valor).toBe("0,450");
    expect(fraseDaDesigualdade(DESIGUALDADE, "visitas", 0.25)).toContain("com 10 visitas técnicas entre 4 municípios");
    expect(fraseDaDesigualdade(DESIGUALDADE, "visitas", 0.25)).toContain("Um sorteio daria, em média, 0,250");
  });

  it("say who is left out for what is not known, and not who is outside the filter", () => {
    const fora = figura(concentracao({ necessidade: [9, 7, 5, null].map((nota) => nota ?? NaN), contagens: [6, 2, 2, 0], pesos: null }, POUCOS));
    const municipios = (foraDoFiltro: number) => fatosDoIndice(fora, { nome: "", conta: "visitas", foraDoFiltro, doSorteio: null }).at(-1)?.valor;
    expect(municipios(0)).toBe("3; 1 fora, sem dado");
    expect(municipios(1)).toBe("3");
  });
});

describe("the sentence of the part", () => {
  const entrada = { de: "2025-11-01", ate: "2026-10-31", estado: PADRAO, total: totalDe(CONTAGENS), necessidade: NECESSIDADE, sorteios: [] };

  it("says what was received, by how many, and whether need leads it", () => {
    expect(totalDe([...CONTAGENS, NaN])).toEqual({ apoios: 10, alcancados: 3, municipios: 4 });
    const inclinado = { ...NECESSIDADE, intervalo: { lower: -0.9, upper: -0.1 } };
    expect(fraseDaEquidade({ ...entrada, necessidade: inclinado })).toBe(
      "De 01/11/2025 a 31/10/2026, 10 visitas técnicas recebidas por 3 de 4 municípios, mais onde a necessidade é maior.",
    );
    expect(fraseDaEquidade({ ...entrada, necessidade: { ...NECESSIDADE, intervalo: { lower: -0.2, upper: 0.3 } } })).toContain("sem inclinação firme para onde a necessidade é maior ou menor");
    expect(fraseDaEquidade({ ...entrada, necessidade: null })).toBe("De 01/11/2025 a 31/10/2026, 10 visitas técnicas recebidas por 3 de 4 municípios.");
  });

  it("says of nothing held that there is nothing to draw", () => {
    expect(fraseDaEquidade({ ...entrada, total: totalDe([0, 0, NaN]), necessidade: null })).toBe(
      "De 01/11/2025 a 31/10/2026, nenhuma visita técnica em 2 municípios: não há o que comparar com um sorteio.",
    );
  });
});

describe("the part's own parameters", () => {
  it("go to the address and back, and what is not known is the default", () => {
    const estado = { conta: "todos", porHabitante: true, medida: "municipios" } as const;
    expect(FATIA.decode(FATIA.encode(estado))).toEqual(estado);
    expect(FATIA.encode(PADRAO)).toEqual({});
    expect(FATIA.decode({ contagem: "tudo", peso: "area", sorteio: "" })).toEqual(PADRAO);
  });
});
