import { describe, expect, it } from "vitest";
import type { DrawSummary } from "../../../../src/core/metodo/draws.ts";
import type { Metodo } from "../../../../src/core/metodo/method.ts";
import { preparePriority, scorePriority } from "../../../../src/core/metodo/priority.ts";
import type { RankSpread } from "../../../../src/core/metodo/rank-spread.ts";
import { contagemDe, fraseDaFirmeza, fraseDasPartes } from "../../../../src/views/prioridades/firmeza/frase.ts";
import { compararComIndice, fraseDoIndice, LEITURA_PADRAO } from "../../../../src/views/prioridades/firmeza/indice-de-fora.ts";
import { intervaloEmTexto, linhasDaFirmeza, palavraDe } from "../../../../src/views/prioridades/firmeza/linhas.ts";
import { linhasSemUm } from "../../../../src/views/prioridades/firmeza/sem-um.ts";
import { fraseSemUm } from "../../../../src/views/prioridades/firmeza/SemUm.tsx";
import { fraseDasTrocas, nomeados, trocasContraPadrao, trocasEntre } from "../../../../src/views/prioridades/firmeza/trocas.ts";
import { fraseDaVirada, pesoEmTexto, viradaDe } from "../../../../src/views/prioridades/firmeza/virada.ts";
import { opcoesDosSorteios, sorteiosPorMunicipio } from "../../../../src/views/prioridades/use-sorteios.ts";
import { CATALOGO, COLUNAS, METODO, MUNICIPIOS } from "../fixture.ts";

/** Three units: the third never scored. */
function spread(low: number[], median: number[], high: number[], top: number[], scored = [10, 10, 0]): RankSpread {
  return {
    scored: Uint32Array.from(scored),
    low: Uint32Array.from(low),
    median: Uint32Array.from(median),
    high: Uint32Array.from(high),
    top: Float64Array.from(top),
    classes: Float64Array.from([0.7, 0.3, 0.5, 0.5, 0, 0]),
  };
}

const ALL = spread([1, 1, 0], [1, 2, 0], [2, 4, 0], [0.9, 0.3, 0]);
const RESUMO: DrawSummary = {
  drawn: 10,
  draws: 10,
  topK: 1,
  all: ALL,
  statistical: spread([1, 2, 0], [1, 2, 0], [1, 2, 0], [1, 0, 0]),
  method: spread([1, 1, 0], [1, 2, 0], [2, 3, 0], [0.9, 0.3, 0]),
};

const PREPARADA = preparePriority(METODO, CATALOGO, COLUNAS, MUNICIPIOS);
const SCORES = scorePriority(PREPARADA);
const TODOS = new Set(MUNICIPIOS.map(({ codigo }) => codigo));

describe("draws by municipality", () => {
  it("give position, interval, chance, word and the surest class, and leave out who never had a score", () => {
    const sorteios = sorteiosPorMunicipio([11, 22, 33], RESUMO);
    expect(sorteios.get(11)).toEqual({ mediana: 1, de: 1, ate: 2, chance: 0.9, palavra: "firme", classe: 0.7 });
    expect(sorteios.get(22)).toEqual({ mediana: 2, de: 1, ate: 4, chance: 0.3, palavra: "possível", classe: 0.5 });
    expect(sorteios.has(33)).toBe(false);
  });

  it("are asked for with the seed, K, weights and frozen classes of the method", () => {
    const metodo = { ...METODO, mapa: { quebras: [0, 40], periodo: "2023" } };
    expect(opcoesDosSorteios({ preparada: PREPARADA, metodo, scores: SCORES })).toEqual({
      seed: "semente-zz",
      topK: 2,
      draws: 200,
      weights: SCORES.weights,
      aggregation: { kind: "arithmetic" },
      minPresent: 0.5,
      concentration: 0.3,
      lowerLimits: [0, 40],
    });
  });

  it("draw only the mean, and no class, where the normalisation for study has no ends", () => {
    const metodo = { ...METODO, normalizacao: "z" as const, mapa: { quebras: [0, 40], periodo: "2023" } };
    const preparada = preparePriority(metodo, CATALOGO, COLUNAS, MUNICIPIOS);
    const opcoes = opcoesDosSorteios({ preparada, metodo, scores: scorePriority(preparada) });
    expect(opcoes.variants).toEqual([{ kind: "arithmetic" }]);
    expect(opcoes.lowerLimits).toBeUndefined();
  });
});

describe("the rows of the part", () => {
  it("follow the list, and tell waiting from being without a score", () => {
    const linhas = linhasDaFirmeza(MUNICIPIOS, SCORES.ranks, TODOS, null);
    expect(linhas.map(({ nome, posicao, falta }) => [nome, posicao, falta])).toEqual([
      ["Água Fria", 1, "esperando"],
      ["Barra d'Oeste", 2, "esperando"],
      ["Esperança", 3, "esperando"],
      ["Campo Novo", 4, "esperando"],
      ["Divisa", 5, "esperando"],
      ["Fronteira", null, "sem-nota"],
    ]);
  });

  it("keep only the municipalities that pass the filters", () => {
    expect(linhasDaFirmeza(MUNICIPIOS, SCORES.ranks, new Set([9900003]), null).map(({ codigo }) => codigo)).toEqual([9900003]);
  });

  it("print an interval of one place as that place", () => {
    expect(intervaloEmTexto({ de: 4, ate: 4 })).toBe("4");
    expect(intervaloEmTexto({ de: 4, ate: 31 })).toBe("4 a 31");
  });

  it("say firme from 0.8, provável from 0.5, possível from 0.2", () => {
    expect([0.8, 0.79, 0.5, 0.49, 0.2, 0.19].map((chance) => palavraDe({ chance }))).toEqual([
      "firme",
      "provável",
      "provável",
      "possível",
      "possível",
      "fora da lista",
    ]);
  });
});

describe("the sentences", () => {
  it("count the words over the municipalities that had a score", () => {
    // Widths 2 − 1 = 1 and 4 − 1 = 3: the lower median is 1.
    expect(contagemDe(ALL)).toEqual({ firme: 1, provavel: 0, possivel: 1, largura: 1 });
  });

  it("say how many are firm, and how many draws that rests on while they run", () => {
    expect(fraseDaFirmeza(RESUMO, 1, 10)).toBe("Em 10 sorteios, 1 município tem escolha firme para o lugar da lista, 1 possível.");
    expect(fraseDaFirmeza({ ...RESUMO, draws: 2_000 }, 35, 2_000)).toContain("Com 10 de 2.000 sorteios feitos, 1 município tem escolha firme");
    expect(fraseDaFirmeza(null, 35, 2_000)).toContain("Sorteando 2.000 vezes");
  });

  it("say which doubt weighs more", () => {
    // Alone, the numbers move nobody (0); the method moves the lower median 1 place.
    expect(fraseDasPartes(RESUMO)).toBe(
      "A escolha do método pesa mais: o município do meio da lista varia nenhum lugar só pelo ruído dos números e 1 lugar só pela escolha do método.",
    );
    expect(fraseDasPartes({ statistical: null, method: null })).toBeNull();
  });
});

describe("the list without one indicator", () => {
  const linhas = linhasSemUm(PREPARADA, SCORES, METODO.k, new Map(CATALOGO.map(({ id, nome }) => [id, nome])));

  it("has a line for each dimension and each indicator of a dimension with several", () => {
    expect(linhas.map(({ tipo, id, fatia }) => [tipo, id, Math.round(fatia)]).sort()).toEqual([
      ["dimensão", "servicos", 40],
      ["dimensão", "social", 60],
      ["indicador", "fundo", 20],
      ["indicador", "rede", 20],
    ]);
  });

  it("says who would come in and go out, by position", () => {
    // Without "social" the score is the mean of rede and fundo: 100 for Água Fria, 87.5 for Esperança, 25 for Barra d'Oeste.
    const social = linhas.find(({ id }) => id === "social");
    expect(social?.entram).toEqual([9900005]);
    expect(social?.saem).toEqual([9900002]);
    expect(fraseSemUm(linhas, 2)).toContain("O que mais decide é Vulnerabilidade social: sem isso, 1 dos 2 lugares da lista mudaria de município.");
  });

  it("leaves out what has no weight, and does not leave out the only dimension", () => {
    const scores = scorePriority(PREPARADA, Float64Array.from(SCORES.weights, (w, k) => (PREPARADA.prepared.tree.ids[k] === "dimensao:social" ? 0 : w)));
    expect(linhasSemUm(PREPARADA, scores, 2, new Map()).map(({ id }) => id).sort()).toEqual(["fundo", "rede"]);
  });
});

describe("who enters and who leaves", () => {
  it("is read off two rankings, in the order of each; ties may hold more than K places", () => {
    const antes = Uint32Array.from([1, 2, 3, 0]);
    const depois = Uint32Array.from([3, 1, 1, 0]);
    expect(trocasEntre([10, 20, 30, 40], antes, depois, 2)).toEqual({ entram: [30], saem: [10] });
    expect(trocasEntre([10, 20, 30, 40], antes, antes, 2)).toEqual({ entram: [], saem: [] });
  });

  it("is told against the default method, in words", () => {
    const outro = { ...METODO, dimensoes: METODO.dimensoes.map((d) => (d.id === "social" ? { ...d, peso: 0 } : d)) };
    const agora = scorePriority(preparePriority(outro, CATALOGO, COLUNAS, MUNICIPIOS)).ranks;
    const linhas = trocasContraPadrao(METODO, agora, 2, { catalogo: CATALOGO, colunas: COLUNAS, municipios: MUNICIPIOS });
    expect(linhas).toEqual([
      { codigo: 9900005, nome: "Esperança", troca: "entra", antes: 3, agora: 2 },
      { codigo: 9900002, nome: "Barra d'Oeste", troca: "sai", antes: 2, agora: 3 },
    ]);
    expect(fraseDasTrocas(linhas, 2)).toBe("Em relação ao método padrão, entra Esperança e sai Barra d'Oeste.");
    expect(fraseDasTrocas([], 2)).toBe("O método mudou, mas os 2 da lista são os mesmos do método padrão.");
  });

  it("names four at most", () => {
    expect(nomeados(["A", "B", "C", "D"])).toBe("A, B, C e D");
    expect(nomeados(["A", "B", "C", "D", "E"])).toBe("A, B, C e mais 2 municípios");
  });
});

describe("the list against an index made elsewhere", () => {
  const valores = new Map([
    [9900001, 0.3],
    [9900002, 0.5],
    [9900005, 0.49],
    [9900004, 0.8],
  ]);
  const comparacao = compararComIndice(MUNICIPIOS, SCORES.ranks, 2, valores, LEITURA_PADRAO);

  it("leaves the cut itself out of the band, and compares nobody without a figure or a score", () => {
    expect(comparacao.linhas.map(({ nome, situacao, posicaoIndice }) => [nome, situacao, posicaoIndice])).toEqual([
      ["Água Fria", "nas duas", 1],
      ["Barra d'Oeste", "só na lista", 3],
      ["Esperança", "só no índice", 2],
      ["Campo Novo", "não comparado", null],
      ["Divisa", "em nenhuma", 4],
      ["Fronteira", "não comparado", null],
    ]);
  });

  it("says it in words", () => {
    // Ours: Água Fria and Barra d'Oeste; theirs: Água Fria (0.30) and Esperança (0.49).
    expect(fraseDoIndice(comparacao, 2, LEITURA_PADRAO)).toBe(
      "2 municípios estão abaixo de 0,50 no índice: 1 também entre os 2 da lista e 1 fora dela. Dos 2 da lista, 1 não está nessa faixa. " +
        "Se o índice escolhesse os 2, 1 seria o mesmo, 1 entraria e 1 sairia.",
    );
  });

  it("counts apart who the index calls and has no score", () => {
    const comFronteira = compararComIndice(MUNICIPIOS, SCORES.ranks, 2, new Map([...valores, [9900006, 0.1]]), LEITURA_PADRAO);
    expect(fraseDoIndice(comFronteira, 2, LEITURA_PADRAO)).toContain("3 municípios estão abaixo de 0,50 no índice: 1 também entre os 2 da lista, 1 fora dela e 1 sem nota.");
  });

  it("sets no list of the index beside ours when it has fewer figures than the list has places", () => {
    const poucos = compararComIndice(MUNICIPIOS, SCORES.ranks, 2, new Map([[9900001, 0.3]]), LEITURA_PADRAO);
    expect(fraseDoIndice(poucos, 2, LEITURA_PADRAO)).toBe(
      "1 município está abaixo de 0,50 no índice: 1 também entre os 2 da lista e nenhum fora dela. Dos 2 da lista, 1 não tem valor no índice.",
    );
  });

  it("reads the other end when more is more need", () => {
    const maior = compararComIndice(MUNICIPIOS, SCORES.ranks, 2, valores, { maisNecessidade: "maior", corte: 0.5 });
    expect(maior.linhas.filter(({ situacao }) => situacao === "só no índice").map(({ nome }) => nome)).toEqual(["Divisa"]);
    expect(maior.linhas.find(({ nome }) => nome === "Divisa")?.posicaoIndice).toBe(1);
  });

  it("says that there is nothing to compare when nobody has a figure", () => {
    const vazio = compararComIndice(MUNICIPIOS, SCORES.ranks, 2, new Map(), LEITURA_PADRAO);
    expect(fraseDoIndice(vazio, 2, LEITURA_PADRAO)).toBe("Nenhum município com nota tem valor no índice: nada a comparar.");
  });
});

describe("how far one weight is from changing the list", () => {
  const nomes = new Map(CATALOGO.map(({ id, nome }) => [id, nome]));

  it("is found for a municipality outside, and said with the weight that is enough", () => {
    // S = s·social + (1 − s)·serviços: Esperança 0 and 87.5; Barra d'Oeste 75 and 25; they meet at s = 62.5 / 137.5 = 5/11 = 45.45 %.
    const virada = viradaDe(PREPARADA, SCORES, 2, 4, nomes);
    expect(virada?.posicao).toBe(3);
    const social = virada?.linhas.find(({ id }) => id === "dimensao:social");
    expect(social?.mudanca?.effectiveTo).toBeCloseTo(5 / 11, 6);
    expect(social?.mudanca?.rank).toBe(2);
    // Less weight on "social" also gives Fronteira a score, but that is not what moves Esperança.
    expect(social).toMatchObject({ outraPresenca: 1, porPresenca: false });
    expect(fraseDaVirada("Esperança", virada, 2)).toMatch(/^Esperança está em 3º, fora dos 2 da lista\. Entraria se o peso de “.+” passasse de .+ para .+ da nota, e ficaria em 2º\.$/);
  });

  it("says so when no single weight is enough, and when there is no score", () => {
    // Água Fria is the highest on every indicator: nothing puts it out of the first two.
    expect(fraseDaVirada("Água Fria", viradaDe(PREPARADA, SCORES, 2, 0, nomes), 2)).toBe(
      "Água Fria está em 1º, dentro dos 2 da lista. Nenhuma mudança de um só peso o tira dela.",
    );
    expect(viradaDe(PREPARADA, SCORES, 2, 5, nomes)).toBeNull();
    expect(fraseDaVirada("Fronteira", null, 2)).toContain("não tem dados suficientes");
  });

  it("puts last, and says so, a change that works only by who has enough data", () => {
    // Two thirds of the weight needed: three equal indicators, one missing in A, which has exactly that; any less takes A's score.
    const escala = { lo: 0, hi: 100, origem: "limite-natural" as const, fonte: "inventada", periodo: null };
    const metodo: Metodo = {
      ...METODO,
      k: 1,
      presencaMinima: 2 / 3,
      dimensoes: [
        {
          id: "social",
          nome: "Social",
          peso: 1,
          indicadores: ["vulnerabilidade", "rede", "fundo"].map((id) => ({ id, peso: 1, tipo: "amount", polaridade: "maior-mais-necessidade", baliza: escala, validadeMeses: 12 })),
        },
      ],
    };
    const coluna = (indicador: string, valores: (number | null)[]) => ({ indicador, periodo: "2023", valores, periodos: null, fonte: "atlas" });
    const colunas = [coluna("vulnerabilidade", [90, 80]), coluna("rede", [90, 80]), coluna("fundo", [null, 80])];
    const preparada = preparePriority(metodo, CATALOGO, colunas, MUNICIPIOS.slice(0, 2));
    const virada = viradaDe(preparada, scorePriority(preparada), 1, 1, nomes);
    expect(virada?.linhas.map(({ outraPresenca, porPresenca }) => [outraPresenca, porPresenca])).toEqual([
      [1, true],
      [1, true],
      [1, true],
    ]);
    expect(fraseDaVirada("B", virada, 1)).toMatch(/^B está em 2º, fora do lugar da lista\. Um só peso não basta: entraria se .+, mas só porque com esse peso muda quem tem dados suficientes \(1 município\)\.$/);
  });

  it("prints enough decimal places to tell the weights apart, rounded to the side that is enough", () => {
    expect(pesoEmTexto({ effectiveFrom: 0.3, effectiveTo: 0.3421 })).toEqual(["30,0\u00a0%", "34,3\u00a0%"]);
    expect(pesoEmTexto({ effectiveFrom: 0.3, effectiveTo: 0.29996 })).toEqual(["30,000\u00a0%", "29,996\u00a0%"]);
    expect(pesoEmTexto({ effectiveFrom: 0.3, effectiveTo: 0 })).toEqual(["30,0\u00a0%", "0,0\u00a0%"]);
  });
});
