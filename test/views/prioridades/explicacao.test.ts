import { describe, expect, it } from "vitest";
import type { ColunaIndicador, Indicador } from "../../../src/core/indicador.ts";
import type { Metodo } from "../../../src/core/metodo/method.ts";
import { preparePriority, scorePriority, weightsOf } from "../../../src/core/metodo/priority.ts";
import type { Municipio } from "../../../src/core/municipio.ts";
import { painelDe, partesDaBarra, type Contexto } from "../../../src/views/prioridades/explicacao.ts";
import { painelCsv } from "../../../src/views/prioridades/painel/csv.ts";
import { detalheDe, valoresBrutos } from "../../../src/views/prioridades/painel/figuras.ts";
import { intervaloEmPalavras } from "../../../src/views/prioridades/painel/intervalo.ts";
import { dianteDaMediana, fraseDaMediana } from "../../../src/views/prioridades/painel/mediana.ts";
import { fraseDoSorteio, fraseDosLimites, porQueEstaAqui } from "../../../src/views/prioridades/painel/porque.ts";
import { comPesoDaDimensao } from "../../../src/views/prioridades/pesos.ts";
import { CATALOGO, COLUNAS, FONTES, METODO, MUNICIPIOS } from "./fixture.ts";

const HOJE = "2026-10-31";

function contextoDe(metodo: Metodo = METODO, colunas: readonly ColunaIndicador[] = COLUNAS): Contexto {
  const preparada = preparePriority(metodo, CATALOGO, colunas, MUNICIPIOS);
  return { preparada, scores: scorePriority(preparada, weightsOf(preparada, metodo)), catalogo: CATALOGO, colunas, fontes: FONTES, municipios: MUNICIPIOS };
}
const contexto = contextoDe();
const painel = (codigo: number, metodo: Metodo = METODO) => painelDe(codigo, contextoDe(metodo), HOJE);
const porque = (codigo: number, metodo: Metodo = METODO): string => {
  const nome = MUNICIPIOS.find((m) => m.codigo === codigo)?.nome ?? "";
  return porQueEstaAqui(nome, painel(codigo, metodo), metodo.presencaMinima, contextoDe(metodo).scores.ranked);
};
const centavos = (x: number): number => Math.round(100 * x);

describe("panel", () => {
  it("prints points that add up to the printed score, and to each dimension's, whatever the weights and the aggregation", () => {
    const pesos: readonly (readonly [number, number])[] = [[60, 40], [7, 3], [1, 2], [0, 1], [1, 6]];
    for (const [social, servicos] of pesos) {
      for (const agregacao of ["aritmetica", "potencia-2", "complemento-geometrica"] as const) {
        const metodo = { ...comPesoDaDimensao(comPesoDaDimensao(METODO, "social", social), "servicos", servicos), agregacao };
        for (const { codigo } of MUNICIPIOS) {
          const { nota, dimensoes } = painel(codigo, metodo);
          if (nota === null) continue;
          expect(dimensoes.reduce((s, d) => s + centavos(d.pontos ?? 0), 0)).toBe(centavos(nota));
          for (const d of dimensoes) {
            expect(d.indicadores.reduce((s, i) => s + centavos(i.pontos ?? 0), 0)).toBe(centavos(d.pontos ?? 0));
          }
        }
      }
    }
  });

  it("shows raw figure, period, direction and age beside the points", () => {
    const servicos = painel(9900001).dimensoes[1];
    // End of 2021 to 31 Oct 2026: 58 months; the indicator is valid for 24.
    expect(servicos?.indicadores[0]).toEqual({
      id: "rede",
      nome: "Desenvolvimento da rede",
      valor: "1",
      periodo: "2021",
      vencido: true,
      nota: 100,
      pontos: 20,
      marca: "▼",
    });
    expect(servicos?.indicadores[1]).toMatchObject({ valor: "Não", periodo: "2023", pontos: 20 });
    expect(painel(9900001).dimensoes[0]?.indicadores[0]?.vencido).toBe(false);
  });

  it("gives the hard bounds: what is missing at 0 and at 100, weights not renormalised", () => {
    // 60 % × 50 is there; rede, 20 % of the weight, is missing.
    expect(painel(9900003).limites).toEqual({ min: 30, max: 50 });
    expect(painel(9900001).limites).toEqual({ min: 100, max: 100 });
    expect(fraseDosLimites(painel(9900003))).toBe("Com o que falta, a nota ficaria entre 30,00 e 50,00.");
    expect(fraseDosLimites(painel(9900001))).toBe("Nenhum indicador falta: a nota não tem margem por falta de dado.");
    // Also without a score: 20 % of the weight at need 0, 80 % unknown.
    expect(fraseDosLimites(painel(9900006))).toBe("Com o que falta, a nota ficaria entre 0,00 e 80,00.");
  });

  it("has no bounds on a scale without ends", () => {
    const z = painel(9900003, { ...METODO, normalizacao: "z" });
    expect(z.limites).toBeNull();
    expect(fraseDosLimites(z)).toBeNull();
  });

  it("says what is missing and names the source that lacks it", () => {
    expect(painel(9900003).faltas).toEqual([
      {
        id: "rede",
        nome: "Desenvolvimento da rede",
        motivo: "sem dado: a fonte (Censo da Rede) não traz valor para este município",
      },
    ]);
    expect(painel(9900001).faltas).toEqual([]);
  });

  it("tells an indicator that nobody has from one that only this municipality lacks", () => {
    const semRede = contextoDe(METODO, COLUNAS.filter(({ indicador }) => indicador !== "rede"));
    expect(painelDe(9900001, semRede, HOJE).faltas[0]?.motivo).toBe("nenhum município tem este dado na base carregada");
  });

  it("gives no points to a municipality without score, the share it has and the dimensions that lack one", () => {
    const { nota, posicao, pesoPresente, dimensoes, dimensoesSemNota } = painel(9900006);
    expect([nota, posicao]).toEqual([null, null]);
    expect(pesoPresente).toBeCloseTo(20, 10);
    expect(dimensoes.every(({ pontos }) => pontos === null)).toBe(true);
    expect(dimensoesSemNota).toEqual(["social"]);
    expect(partesDaBarra(dimensoes)).toEqual([]);
  });
});

describe("why it is here", () => {
  it("names the indicators that give most points, with figure, period and the points as printed", () => {
    expect(porque(9900002)).toBe(
      "Barra d'Oeste tem a 2ª maior necessidade de apoio entre 5 municípios com nota. A nota soma 55,00 pontos: 45,00 de Índice de vulnerabilidade (40,0\u00a0% em 2023) e 10,00 de Desenvolvimento da rede (3 em 2023).",
    );
    expect(porque(9900003)).toBe(
      "Campo Novo tem a 4ª maior necessidade de apoio entre 5 municípios com nota. A nota soma 30,00 pontos, todos de Índice de vulnerabilidade (30,0\u00a0% em 2023).",
    );
  });

  it("says that nothing points to need instead of naming a largest zero", () => {
    // Without the social dimension: 100, 87.5, 25 and three at 0, who share the fourth place.
    expect(porque(9900004, comPesoDaDimensao(METODO, "social", 0))).toBe(
      "Divisa tem a 4ª maior necessidade de apoio entre 6 municípios com nota: nenhum indicador com dado aponta necessidade, e a nota é 0,00.",
    );
  });

  it("says of a municipality without score that data lack, and where", () => {
    expect(porque(9900006)).toBe(
      "Fronteira fica fora da lista por falta de dados, não por ter menos necessidade: há dado para 20\u00a0% do peso, e a nota pede 50\u00a0% em cada dimensão e no total. Faltam dados em Vulnerabilidade social (nenhum de 1 indicador).",
    );
  });

  it("says under a scale without ends what takes points away", () => {
    const frase = porque(9900005, { ...METODO, normalizacao: "z" });
    expect(frase).toMatch(/; 1 indicador tira \d+,\d\d\.$/);
  });

  it("adds up, named and rest, to the printed score", () => {
    // Seven indicators of one seventh each: needs 11, 22, … 77 give 1.5714…, 3.1428…, and only largest remainders add up.
    const [primeiro] = CATALOGO;
    if (primeiro === undefined) throw new Error("empty catalogue");
    const ids = ["a", "b", "c", "d", "e", "f", "g"];
    const catalogo: Indicador[] = ids.map((id) => ({ ...primeiro, id, nome: `Indicador ${id.toUpperCase()}` }));
    const colunas = ids.map((id, j): ColunaIndicador => ({ indicador: id, periodo: "2023", valores: [11 * (j + 1)], periodos: null, fonte: "atlas" }));
    const metodo: Metodo = {
      ...METODO,
      dimensoes: [
        {
          id: "social",
          nome: "Social",
          peso: 1,
          indicadores: ids.map((id) => ({
            id,
            peso: 1,
            tipo: "amount",
            polaridade: "maior-mais-necessidade",
            baliza: { lo: 0, hi: 100, origem: "limite-natural", fonte: "escala", periodo: null },
            validadeMeses: 120,
          })),
        },
      ],
    };
    const um: readonly Municipio[] = MUNICIPIOS.slice(0, 1);
    const preparada = preparePriority(metodo, catalogo, colunas, um);
    const scores = scorePriority(preparada);
    const p = painelDe(9900001, { preparada, scores, catalogo, colunas, fontes: FONTES, municipios: um }, HOJE);
    const frase = porQueEstaAqui("Água Fria", p, 0.5, 1);
    expect(frase).toContain("de outros 4 indicadores");
    const partes = [...frase.matchAll(/(\d+,\d\d) de /g)].map(([, n = ""]) => centavos(Number(n.replace(",", "."))));
    // (11 + 22 + … + 77) / 7 = 44
    expect(frase).toContain("A nota soma 44,00 pontos: ");
    expect(partes).toHaveLength(4);
    expect(partes.reduce((s, x) => s + x, 0)).toBe(4400);
  });

  it("says how solid the place is", () => {
    const sorteio = { mediana: 18, de: 12, ate: 31, chance: 0.834, palavra: "firme", classe: null } as const;
    expect(fraseDoSorteio(sorteio, 20)).toBe(
      "Em 90\u00a0% dos sorteios fica entre a 12ª e a 31ª posição (mediana 18ª); está entre os 20 primeiros em 83\u00a0% deles: escolha firme.",
    );
    expect(fraseDoSorteio({ ...sorteio, de: 1, ate: 1, mediana: 1, chance: 1 }, 20)).toContain("fica na 1ª posição em pelo menos 90\u00a0% das vezes");
    expect(fraseDoSorteio({ ...sorteio, chance: 0.1, palavra: null }, 20)).toMatch(/fora da lista\.$/);
  });
});

describe("against the middle of the list", () => {
  it("is the real municipality with the lower median score, difference by dimension adding up", () => {
    // Scores 100, 55, 35, 30, 15: the third from below is Esperança, 35 = 0 + 35.
    const { dimensoes } = painel(9900001);
    const diante = dianteDaMediana(9900001, contexto, dimensoes);
    expect(diante).toMatchObject({ codigo: 9900005, nome: "Esperança", nota: 35, diferenca: 65 });
    expect(diante?.dimensoes.map(({ diferenca }) => diferenca)).toEqual([60, 5]);
    expect(diante === null ? "" : fraseDaMediana(9900001, diante)).toBe(
      "Esperança, no meio da lista, tem nota 35,00. A diferença é de +65,00 pontos: mais pontos em Vulnerabilidade social (+60,00) e Rede e serviços (+5,00).",
    );
  });

  it("names both sides when a municipality has more here and less there", () => {
    // Barra d'Oeste 45 + 10 against 0 + 35; Campo Novo 30 + 0; Divisa 15 + 0 is below the middle.
    const frase = (codigo: number): string => {
      const diante = dianteDaMediana(codigo, contexto, painel(codigo).dimensoes);
      return diante === null ? "" : fraseDaMediana(codigo, diante);
    };
    expect(frase(9900002)).toContain("+20,00 pontos: mais pontos em Vulnerabilidade social (+45,00); menos em Rede e serviços (−25,00).");
    expect(frase(9900003)).toContain("−5,00 pontos: menos pontos em Rede e serviços (−35,00); mais em Vulnerabilidade social (+30,00).");
    expect(frase(9900005)).toBe("É o município do meio da lista: metade dos que têm nota fica acima e metade abaixo dele.");
  });

  it("does not compare a municipality without a score", () => {
    expect(dianteDaMediana(9900006, contexto, painel(9900006).dimensoes)).toBeNull();
  });
});

describe("raw values", () => {
  it("list every indicator with period and source, blank staying blank", () => {
    const valores = valoresBrutos(9900003, contexto, HOJE);
    expect(valores.map(({ id, valor, periodo, fonte }) => [id, valor, periodo, fonte])).toEqual([
      ["vulnerabilidade", "30,0\u00a0%", "2023", "Atlas Social"],
      ["rede", null, null, "Censo da Rede"],
      ["fundo", "Sim", "2023", "Censo da Rede"],
      ["populacao", "3.000\u00a0hab.", "2023", "Atlas Social"],
    ]);
  });

  it("say where need 0 and need 100 lie, the right way round, and what is past its validity", () => {
    const [vulnerabilidade, , fundo, populacao] = valoresBrutos(9900003, contexto, HOJE);
    expect(vulnerabilidade?.detalhe).toMatchObject({ baliza: "0 em 10,0\u00a0%, 100 em 50,0\u00a0%", vencido: null, contagem: null, usado: null });
    expect(fundo?.detalhe?.baliza).toBe("0 em Sim, 100 em Não");
    // End of 2023 to 31 Oct 2026.
    expect(fundo?.detalhe?.vencido).toBe("dado além da validade: tem 34 meses e vale por 24");
    expect(populacao?.detalhe).toBeNull();
  });

  it("do not show goalposts under a study normalisation", () => {
    const [primeiro] = valoresBrutos(9900003, contextoDe({ ...METODO, normalizacao: "percentil" }), HOJE);
    expect(primeiro?.detalhe?.baliza).toBe("normalização de estudo: depende da amostra do dia");
  });
});

describe("figures with counts", () => {
  const [base] = CATALOGO;
  if (base === undefined) throw new Error("empty catalogue");
  const registro: Indicador = { ...base, id: "cobertura", nome: "Sem cobertura" };
  const metodo = (tipo: "rate" | "proportion", multiplicador: number): Metodo => ({
    ...METODO,
    dimensoes: [
      {
        id: "social",
        nome: "Social",
        peso: 1,
        indicadores: [
          {
            id: "cobertura",
            peso: 1,
            tipo,
            multiplicador,
            polaridade: "maior-mais-necessidade",
            baliza: { lo: 0, hi: 25.62, origem: "periodo-base", fonte: "percentis 5 e 95", periodo: "2010" },
            validadeMeses: 24,
          },
        ],
      },
    ],
  });
  const coluna = (valores: (number | null)[], numeradores: (number | null)[], denominadores: (number | null)[]): ColunaIndicador => ({
    indicador: "cobertura",
    periodo: "2026",
    valores,
    periodos: null,
    fonte: "atlas",
    numeradores,
    denominadores,
  });
  const preparar = (m: Metodo, c: ColunaIndicador) => {
    const preparada = preparePriority(m, [registro], [c], MUNICIPIOS);
    const [primeiro] = preparada.indicadores;
    if (primeiro === undefined) throw new Error("no indicator");
    return { preparada, primeiro };
  };

  it("show count, exposed, Wilson's interval, the figure used and the weight of the town's own data", () => {
    const { primeiro } = preparar(metodo("proportion", 100), coluna([10, 4, 30, 12, 8, null], [10, 2, 60, 6, 4, null], [100, 50, 200, 50, 50, null]));
    const detalhe = detalheDe(primeiro, registro, 0, HOJE);
    expect(detalhe.contagem).toBe("10 de 100");
    // Wilson 10/100: (20 + 3.8415 ∓ 1.96·√(3.8415 + 36)) / (2·103.8415) = 5.52 % to 17.44 %
    expect(intervaloEmPalavras(primeiro, registro, 0)).toBe("de 5,5 a 17,4\u00a0% (Wilson)");
    const proprio = primeiro.figuras.pesoProprio[0] ?? Number.NaN;
    expect(proprio > 0 && proprio < 1).toBe(true);
    expect(detalhe.pesoProprio).toBe(`${Math.round(100 * proprio)}\u00a0%`);
    expect(detalhe.usado).toMatch(/^\d+,\d\u00a0%$/);
    expect(detalhe.semContagem).toBeNull();
    // Goalposts of a base period print all their digits, more than the figures have.
    expect(detalhe.baliza).toBe("0 em 0,0\u00a0%, 100 em 25,62\u00a0%");
    expect(detalhe.origemBaliza).toBe("período-base: percentis 5 e 95");
    expect(detalheDe(primeiro, registro, 5, HOJE)).toMatchObject({ contagem: null, usado: null, pesoProprio: null, vencido: null });
  });

  it("take the exact Poisson interval for a small count", () => {
    const { primeiro } = preparar(metodo("rate", 1000), coluna([3, 30, 12, 8, 20, null], [3, 30, 12, 8, 20, null], [1000, 1000, 1000, 1000, 1000, null]));
    expect(detalheDe(primeiro, registro, 0, HOJE).contagem).toBe("3 casos em 1.000 expostos");
    // Garwood 1936: 3 events, 0.6187 to 8.7673.
    expect(intervaloEmPalavras(primeiro, registro, 0)).toBe("de 0,6 a 8,8\u00a0% (Poisson exato)");
    expect(intervaloEmPalavras(primeiro, registro, 1)).toMatch(/\(Byar\)$/);
  });

  it("say why a figure was not shrunk, and that nobody exposed is no rate of zero", () => {
    const c = coluna([10, 0, 30, 12, 8, null], [null, 0, 60, 6, 4, null], [null, 0, 200, 50, 50, null]);
    const { preparada, primeiro } = preparar(metodo("proportion", 100), c);
    expect(detalheDe(primeiro, registro, 0, HOJE).semContagem).toBe("usado como publicado: a fonte não traz a contagem");
    const p = painelDe(9900002, { preparada, scores: scorePriority(preparada), catalogo: [registro], colunas: [c], fontes: FONTES, municipios: MUNICIPIOS }, HOJE);
    expect(p.faltas[0]?.motivo).toContain("denominador zero");
  });
});

describe("the panel's file", () => {
  const cabecalho = { titulo: "x", fontes: ["Atlas Social"], filtros: [], dataReferencia: HOJE, demonstracao: false };

  it("opens with the reasons and holds a row for each indicator, missing in words", () => {
    const linhas = painelCsv(9900003, contexto, cabecalho, HOJE).split("\r\n");
    expect(linhas[0]).toContain("Nota de Campo Novo por partes: 30,00, com dado para 80,0");
    expect(linhas[0]).toContain("Com o que falta, a nota ficaria entre 30,00 e 50,00.");
    expect(linhas.find((l) => l.startsWith("Rede e serviços;Desenvolvimento da rede"))).toMatch(/;sem dado;sem dado$/);
    expect(linhas.find((l) => l.startsWith("Vulnerabilidade social;"))).toMatch(/;10;50;[^;]*;50;30$/);
  });
});
