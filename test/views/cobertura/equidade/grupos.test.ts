import { describe, expect, it } from "vitest";
import { sortear } from "../../../../src/core/equidade/index.ts";
import { gruposDaPagina, portesDe, regioesDe, TERCOS, tercosDe, type Grupos } from "../../../../src/views/cobertura/equidade/agrupamentos.ts";
import { textoDoGrupo } from "../../../../src/views/cobertura/equidade/desenho-dos-grupos.ts";
import { fraseDaCorrecao, leituraDosGrupos, metodoEmPalavras } from "../../../../src/views/cobertura/equidade/frase.ts";
import { giniDeSorteio } from "../../../../src/views/cobertura/equidade/gini-de-sorteio.ts";
import { sortearGrupos, type SorteioDosGrupos } from "../../../../src/views/cobertura/equidade/grupos.ts";
import { municipio } from "./abrir.tsx";

/** Two groups of three. */
const METADES: Grupos = { tipo: "porte", de: [0, 0, 0, 1, 1, 1], nomes: ["Pequeno I", "Médio"] };
const VISITAS = { conta: "visitas", medida: "apoios" } as const;

function sorteados(contagens: readonly number[], grupos: Grupos): SorteioDosGrupos {
  const sorteio = sortear({ contagens, grupos: grupos.de, quantosGrupos: grupos.nomes.length, chances: null });
  const [um] = sortearGrupos({ grupos: [grupos], contagens, sorteios: [sorteio], medida: "apoios", chances: null });
  if (um === undefined) throw new Error("no groups");
  return um;
}

/** A cell that is this number but for rounding. */
function proxima(valor: number): { readonly valor: unknown } {
  return { valor: expect.closeTo(valor, 12) };
}

describe("groups of municipalities", () => {
  it("has the thirds by score, who ties with the last of a third in it, and who has none in no third", () => {
    // ceil(6 / 3) = 2 in the first and in the last third.
    expect(tercosDe([10, 20, 30, 40, 50, 60, null]).de).toEqual([2, 2, 1, 1, 0, 0, -1]);
    // The second greatest is 5 and three have 5 or more; the second least is 1 and three have it.
    expect(tercosDe([1, 1, 1, 5, 5, 9]).de).toEqual([2, 2, 2, 0, 0, 0]);
    expect(tercosDe([1]).nomes).toEqual(TERCOS);
  });

  it("offers no thirds where the index tells no municipality from another", () => {
    const lugares = [municipio(1, 2), municipio(2, 2)];
    expect(gruposDaPagina(lugares, [7, 7]).map(({ tipo }) => tipo)).toEqual(["porte", "regiao"]);
    expect(gruposDaPagina(lugares, null).map(({ tipo }) => tipo)).toEqual(["porte", "regiao"]);
    expect(gruposDaPagina(lugares, [7, 8]).map(({ tipo }) => tipo)).toEqual(["necessidade", "porte", "regiao"]);
  });

  it("leaves who has no size or region in no group", () => {
    expect(portesDe([{ porte: "medio" }, { porte: null }, { porte: "pequeno-1" }])).toEqual({ tipo: "porte", de: [1, -1, 0], nomes: ["Pequeno I", "Médio"] });
    const [serra, vale] = [
      { codigo: 2, nome: "Serra" },
      { codigo: 1, nome: "Vale" },
    ];
    expect(regioesDe([{ regiaoImediata: vale }, { regiaoImediata: serra }, { regiaoImediata: null }])).toMatchObject({ de: [1, 0, -1], nomes: ["Serra", "Vale"] });
  });
});

describe("groups beside a lottery", () => {
  it("gives the exact band of each, and the correction over all of them", () => {
    // 6 events, chance ½: binomial(6, ½) in 64ths 1 6 15 20 15 6 1. P(X ≤ 0) = 1/64 < 2,5 % ≤ P(X ≤ 1), so from 1;
    // P(X ≤ 4) = 57/64 < 97,5 % ≤ P(X ≤ 5) = 63/64, so to 5. All 6 in the first: p = 2/64, and so has the other's 0.
    // Benjamini-Hochberg of two equal p leaves them: 2·p/2.
    const { linhas } = sorteados([4, 2, 0, 0, 0, 0], METADES);
    expect(linhas).toMatchObject([
      { nome: "Pequeno I", municipios: 3, apoios: 6, alcancados: 2, observado: 6, de: 1, ate: 5, situacao: "acima" },
      { nome: "Médio", municipios: 3, apoios: 0, alcancados: 0, observado: 0, de: 1, ate: 5, situacao: "abaixo" },
    ]);
    for (const { esperado, p, q } of linhas) {
      expect(esperado).toBeCloseTo(3, 12);
      expect([p, q]).toEqual([proxima(2 / 64), proxima(2 / 64)]);
    }
  });

  it("draws municipalities reached once each, whatever they had", () => {
    // 12 municipalities, 6 of them in the group, 6 reached, all in it: hypergeometric, 1/924 each end, 36/924 next to it.
    // P(X ≤ 0) < 2,5 % ≤ P(X ≤ 1) = 37/924 and P(X ≤ 4) = 887/924 < 97,5 % ≤ P(X ≤ 5): from 1 to 5; p = 2/924.
    const grupos: Grupos = { tipo: "regiao", de: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], nomes: ["Serra", "Vale"] };
    const contagens = [9, 1, 1, 1, 2, 1, 0, 0, 0, 0, 0, 0];
    const [um] = sortearGrupos({ grupos: [grupos], contagens, sorteios: [], medida: "municipios", chances: null });
    const serra = um?.linhas[0];
    expect(serra).toMatchObject({ apoios: 15, alcancados: 6, observado: 6, de: 1, ate: 5, situacao: "acima" });
    expect(serra?.p).toEqual(proxima(2 / 924));
    if (um === undefined) throw new Error("no groups");
    expect(metodoEmPalavras(um, "visitas", "municipios")).toBe(
      "Método: faixa exata de um sorteio em que cada município sai no máximo uma vez; 6 municípios alcançados entre 12 municípios; intervalo de 95 %.",
    );
  });

  it("counts who is in no group, and does not test a group of which nothing could be said", () => {
    // 6 events once each among 7 units: a group of one has 0 or 1, and both are in the ordinary.
    const grupos: Grupos = { tipo: "porte", de: [0, 1, 1, 1, 1, 1, -1], nomes: ["Grande", "Médio"] };
    const { linhas, semGrupo } = sorteados([1, 1, 1, 1, 1, 0, 1], grupos);
    expect(linhas[0]).toMatchObject({ nome: "Grande", situacao: "nada-a-dizer", p: { ausencia: "dados-insuficientes" }, q: { ausencia: "dados-insuficientes" } });
    expect(semGrupo).toEqual({ municipios: 1, observado: 1 });
  });

  it("leaves out of a group's figures who is outside the filter, or has no inhabitants to draw by", () => {
    const sorteio = sortear({ contagens: [3, 3, 3, NaN, 1, 1], grupos: METADES.de, quantosGrupos: 2, chances: [10, NaN, 10, 10, 10, 10] });
    const [um] = sortearGrupos({ grupos: [METADES], contagens: [3, 3, 3, NaN, 1, 1], sorteios: [sorteio], medida: "apoios", chances: [10, null, 10, 10, 10, 10] });
    expect(um?.linhas.map(({ municipios, apoios, observado }) => [municipios, apoios, observado])).toEqual([
      [2, 6, 6],
      [2, 2, 2],
    ]);
  });

  it("says too few events to draw, with how many would do", () => {
    const um = sorteados([1, 0, 0, 0, 1, 0], METADES);
    expect(um.linhas).toEqual([]);
    expect(leituraDosGrupos(um, VISITAS)).toBe("Dados insuficientes: 2 eventos; o mínimo é 5.");
  });

  it("says how many are out, how many chance would put there, and which stay", () => {
    const fora = sorteados([4, 2, 0, 0, 0, 0], METADES);
    expect(fraseDaCorrecao([fora])).toBe(
      "2 grupos comparados: 2 fora da faixa do sorteio; o acaso sozinho poria até 0,1. Depois da correção de Benjamini e Hochberg (no máximo 5\u00a0% de enganos entre os que ficam), ficam 2: porte Pequeno I (acima) e porte Médio (abaixo).",
    );
    expect(leituraDosGrupos(fora, VISITAS)).toBe(
      "Pequeno I: 6 visitas técnicas em 3 municípios; um sorteio daria de 1 a 5: acima do sorteio. Médio: nenhuma visita técnica em 3 municípios; um sorteio daria de 1 a 5: abaixo do sorteio.",
    );
    // 5 of 6: P(X ≥ 5) = 7/64, inside.
    expect(fraseDaCorrecao([sorteados([3, 2, 0, 1, 0, 0], METADES)])).toBe("2 grupos comparados: nenhum fora da faixa do sorteio; o acaso sozinho poria até 0,1.");
  });

  it("is drawn with its band in words where they fit, and without them where they do not", () => {
    const [primeira] = sorteados([4, 2, 0, 0, 0, 0], METADES).linhas;
    if (primeira === undefined) throw new Error("no rows");
    expect(textoDoGrupo(primeira, 600)).toBe("Pequeno I: 6 (de 1 a 5), acima (firme)");
    expect(textoDoGrupo(primeira, 200)).toBe("Pequeno I: 6, acima (firme)");
  });

  it("does not keep a group that the number of others makes likely by chance", () => {
    // Nine groups beside it that are as expected: q of the two out is 2/64 · 20/2 = 0,3125.
    const iguais = Array.from({ length: 9 }, () => sorteados([1, 1, 1, 1, 1, 1], METADES).grupos);
    const contagens = [4, 2, 0, 0, 0, 0];
    const grupos = [METADES, ...iguais.map(({ nomes }) => ({ tipo: "porte" as const, de: [0, 1, 0, 1, 0, 1], nomes }))];
    const sorteios = grupos.map(({ de }) => sortear({ contagens, grupos: de, quantosGrupos: 2, chances: null }));
    const todos = sortearGrupos({ grupos, contagens, sorteios, medida: "apoios", chances: null });
    expect(todos[0]?.linhas[0]?.q).toEqual(proxima(0.3125));
    expect(fraseDaCorrecao(todos)).toContain("nenhum fica.");
  });
});

describe("the Gini coefficient of a lottery", () => {
  it("is the mean over every way the events can fall", () => {
    // One event of two units: always (0, 1), Gini ½.
    expect(giniDeSorteio(2, 1)).toBeCloseTo(1 / 2, 12);
    // Two of two: (0, 2) half of the times, ½; (1, 1) the other half, 0.
    expect(giniDeSorteio(2, 2)).toBeCloseTo(1 / 4, 12);
    // Two of three: both in one 1/3 of the times, (0, 0, 2) = 2/3; else (0, 1, 1) = 1/3: 2/9 + 2/9.
    expect(giniDeSorteio(3, 2)).toBeCloseTo(4 / 9, 12);
    // Three of two: (0, 3) ¼, Gini ½; (1, 2) ¾, Gini 1/6: 1/8 + 1/8.
    expect(giniDeSorteio(2, 3)).toBeCloseTo(1 / 4, 12);
  });

  it("falls towards 0 as events grow, near √(n/(π·e)) for many", () => {
    // X₁ − X₂ is near normal with variance 2e/n: E|·| = 2·√(e/(π·n)); times (n − 1)/(2e).
    const [n, e] = [142, 100_000];
    expect(giniDeSorteio(n, e)).toBeCloseTo(((n - 1) / e) * Math.sqrt(e / (Math.PI * n)), 4);
  });

  it("refuses what is no lottery", () => {
    expect(() => giniDeSorteio(1, 5)).toThrow("no lottery of 5 events among 1 units");
    expect(() => giniDeSorteio(5, 0)).toThrow(RangeError);
  });
});
