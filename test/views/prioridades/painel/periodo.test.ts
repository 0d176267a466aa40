import { describe, expect, it } from "vitest";
import { preparePriority, scorePriority, weightsOf } from "../../../../src/core/metodo/priority.ts";
import { seededSource } from "../../../../src/core/metodo/seeded-random.ts";
import type { ValorMaisNovo } from "../../../../src/data/queries/prioridades-colunas.ts";
import { anosAnteriores, mudancaDe, prepararCom, type Mudanca } from "../../../../src/views/prioridades/painel/periodo.ts";
import { fraseDaMudanca } from "../../../../src/views/prioridades/painel/periodo-frase.ts";
import { CATALOGO, COLUNAS, METODO, MUNICIPIOS } from "../fixture.ts";
import { AGORA, ATE_2020 } from "./periodo-dados.ts";

const entao = prepararCom(ATE_2020, AGORA);
const desde2020 = (n: number): Mudanca => mudancaDe(9900000 + n, 2020, entao, AGORA);

describe("the moments to choose from", () => {
  it("are the years with figures, newest first, without the newest, whose end is now", () => {
    expect(anosAnteriores([2014, 2019, 2026, 2019])).toEqual([2019, 2014]);
    expect(anosAnteriores([2023])).toEqual([]);
    expect(anosAnteriores([])).toEqual([]);
  });
});

describe("a score between two moments", () => {
  it("moves by what the figures did and by what the new one took of the others' weight", () => {
    // Barra d'Oeste, weights 60 and 40 (rede and fundo half each). Then: vulnerabilidade 30 → 50, rede 5 → 0 alone in its dimension: 0,6·50 + 0,4·0 = 30.
    // Now: 40 → 75; rede 3 → 50, fundo 1 → 0: 0,6·75 + 0,2·50 + 0,2·0 = 55.
    // Real: 0,6·25 = 15; rede ½(0,4 + 0,2)·50 = 15. Data: rede ½(0 + 50)·(0,2 − 0,4) = −5; fundo 0,2·0 = 0.
    const mudanca = desde2020(2);
    expect([mudanca.antes, mudanca.agora]).toEqual([30, 55]);
    expect(mudanca.partes).toEqual({ diferenca: 25, real: 30, dados: -5 });
    expect(mudanca.dimensoes.map(({ id, antes, agora, partes }) => [id, antes, agora, partes])).toEqual([
      ["social", 50, 75, { diferenca: 15, real: 15, dados: 0 }],
      ["servicos", 0, 25, { diferenca: 10, real: 15, dados: -5 }],
    ]);
    expect(mudanca.entraram).toEqual(["Fundo municipal é unidade orçamentária (Sim em 2023)"]);
    expect(mudanca.mudaram).toEqual([
      "Índice de vulnerabilidade (de 30,0\u00a0% em 2020 para 40,0\u00a0% em 2023)",
      "Desenvolvimento da rede (de 5 em 2020 para 3 em 2023)",
    ]);
    expect(fraseDaMudanca(mudanca)).toBe(
      "De 2020 para cá a nota subiu 25,00: +30,00 porque os números mudaram e −5,00 porque há dados que antes não havia.",
    );
  });

  it("needs no signs where both parts push the same way", () => {
    // Esperança: rede 3 → 50 alone: 0,4·50 = 20; now rede 2 → 75, fundo 0 → 100: 0,2·75 + 0,2·100 = 35.
    // Real: rede 0,3·25 = 7,5. Data: rede 62,5·(−0,2) = −12,5; fundo 0,2·100 = 20.
    expect(desde2020(5).partes).toEqual({ diferenca: 15, real: 7.5, dados: 7.5 });
    expect(fraseDaMudanca(desde2020(5))).toBe(
      "De 2020 para cá a nota subiu 15,00: 7,50 porque os números mudaram e 7,50 porque há dados que antes não havia.",
    );
  });

  it("stays where all needs are the highest at both moments, though a figure came in", () => {
    // Água Fria: 100 everywhere. Data: rede 100·(−0,2), fundo +0,2·100.
    expect(desde2020(1).partes).toEqual({ diferenca: 0, real: 0, dados: 0 });
    expect(fraseDaMudanca(desde2020(1))).toBe(
      "De 2020 para cá a nota ficou igual, em 100,00: o que mudou se compensa ou não chega a mover a nota.",
    );
  });

  it("without a score then says what was missing, and there are no parts", () => {
    const mudanca = desde2020(4);
    expect([mudanca.antes, mudanca.agora, mudanca.partes]).toEqual([null, 15, null]);
    expect(mudanca.dimensoes.map(({ antes, partes }) => [antes, partes])).toEqual([
      [null, null],
      [0, null],
    ]);
    expect(fraseDaMudanca(mudanca)).toBe(
      "No fim de 2020 o município estava sem nota: faltavam dados em Vulnerabilidade social. Agora a nota é 15,00; sem a de antes, não há diferença a repartir.",
    );
  });

  it("without any figure then has nothing to compare with", () => {
    expect(fraseDaMudanca(desde2020(3))).toBe(
      "Nenhum número deste município que entra na nota é de 2020 ou de antes: não há o que comparar.",
    );
    expect(fraseDaMudanca(desde2020(6))).toContain("não há o que comparar");
  });

  it("the other way round: figures gone, a score gone, no score at either moment", () => {
    const antes = AGORA.preparada;
    const agora = { ...AGORA, preparada: entao, scores: scorePriority(entao) };
    const desde = (n: number): string => fraseDaMudanca(mudancaDe(9900000 + n, 2030, antes, agora));
    expect(desde(5)).toBe("De 2030 para cá a nota desceu 15,00: 7,50 porque os números mudaram e 7,50 porque faltam dados que antes havia.");
    expect(desde(4)).toBe("No fim de 2030 a nota era 15,00; agora o município está sem nota: faltam dados em Vulnerabilidade social.");
    expect(desde(6)).toBe(
      "O município estava sem nota no fim de 2030 e continua sem nota: faltam dados em Vulnerabilidade social e Rede e serviços.",
    );
  });

  it("of the same figures says that nothing changed", () => {
    const mudanca = mudancaDe(9900002, 2024, AGORA.preparada, AGORA);
    expect(mudanca.partes).toEqual({ diferenca: 0, real: 0, dados: 0 });
    expect(fraseDaMudanca(mudanca)).toBe("De 2024 para cá nada mudou: os números que entram na nota são os mesmos, e a nota é 55,00.");
  });

  it("by one part alone says so", () => {
    // vulnerabilidade 40 → 30: 0,6·(50 − 75) = −15, all of it real
    const menos: readonly ValorMaisNovo[] = COLUNAS.flatMap(({ indicador, valores }) =>
      MUNICIPIOS.flatMap(({ codigo }, i) => {
        const valor = indicador === "vulnerabilidade" && i === 1 ? 30 : (valores[i] ?? null);
        return valor === null ? [] : [{ indicador, codigo, periodo: "2022", valor, numerador: null, denominador: null, fonte: null, carga: null }];
      }),
    );
    const mudanca = mudancaDe(9900002, 2022, prepararCom(menos, AGORA), AGORA);
    expect(mudanca.partes).toEqual({ diferenca: 15, real: 15, dados: 0 });
    expect(fraseDaMudanca(mudanca)).toBe("De 2022 para cá a nota subiu 15,00, tudo porque os números mudaram.");
  });

  it("an indicator that weighs nothing is not named", () => {
    const metodo = {
      ...METODO,
      dimensoes: METODO.dimensoes.map((d) => ({ ...d, indicadores: d.indicadores.map((x) => (x.id === "fundo" ? { ...x, peso: 0 } : x)) })),
    };
    const scores = scorePriority(AGORA.preparada, weightsOf(AGORA.preparada, metodo));
    const mudanca = mudancaDe(9900005, 2020, entao, { ...AGORA, scores });
    expect(mudanca.entraram).toEqual([]);
    // rede 3 → 2: 0,4·25
    expect(mudanca.partes).toEqual({ diferenca: 10, real: 10, dados: 0 });
  });

  it("printed parts add up to the printed difference, and it is that of the printed scores, whatever the figures", () => {
    const source = seededSource("periodo");
    const cents = (x: number | undefined): number => Math.round(100 * (x ?? Number.NaN));
    const at = (): (number | null)[] => MUNICIPIOS.map(() => (source() < 0.15 ? null : 10 + 40 * source()));
    const rede = (): (number | null)[] => MUNICIPIOS.map(() => (source() < 0.3 ? null : 1 + 4 * source()));
    const sample = () =>
      preparePriority(
        METODO,
        CATALOGO,
        COLUNAS.map((c) => (c.indicador === "vulnerabilidade" ? { ...c, valores: at() } : c.indicador === "rede" ? { ...c, valores: rede() } : c)),
        MUNICIPIOS,
      );
    let seen = 0;
    for (let n = 0; n < 200; n += 1) {
      const [antes, preparada] = [sample(), sample()];
      for (const { codigo } of MUNICIPIOS) {
        const { antes: a, agora: b, partes, dimensoes } = mudancaDe(codigo, 2020, antes, { ...AGORA, preparada, scores: scorePriority(preparada) });
        if (partes === null) continue;
        seen += 1;
        const sum = (of: "real" | "dados" | "diferenca"): number => dimensoes.reduce((s, d) => s + cents(d.partes?.[of] ?? 0), 0);
        expect(cents(partes.diferenca)).toBe(cents(b ?? undefined) - cents(a ?? undefined));
        expect(cents(partes.real) + cents(partes.dados)).toBe(cents(partes.diferenca));
        expect([sum("real"), sum("dados"), sum("diferenca")]).toEqual([cents(partes.real), cents(partes.dados), cents(partes.diferenca)]);
      }
    }
    expect(seen).toBeGreaterThan(500);
  });
});
