import { describe, expect, it } from "vitest";
import { methodHash, type Metodo } from "../../../src/core/metodo/method.ts";
import { preparePriority, scorePriority, weightsOf, type PriorityScores } from "../../../src/core/metodo/priority.ts";
import { cabecalhoDe } from "../../../src/views/prioridades/cabecalho.ts";
import { colunasCsv, colunasDe } from "../../../src/views/prioridades/colunas.tsx";
import { fraseIndicador, fraseIndice, leituraMapa, type Recorte } from "../../../src/views/prioridades/frase.ts";
import { fundamentoDasVisitas } from "../../../src/core/fundamento.ts";
import { comUnidade, gruposDeIndicadores, medidaIndicador, medidaIndice, type Medida } from "../../../src/views/prioridades/medida.ts";
import { camadaDe, codigosNoFiltro, filtrosEmPalavras, linhasDe, posicoes, type Filtros } from "../../../src/views/prioridades/model.ts";
import { comPesoDaDimensao } from "../../../src/views/prioridades/pesos.ts";
import { CATALOGO, COLUNAS, FONTES, METODO, MUNICIPIOS, TERRITORIO } from "./fixture.ts";

const preparada = preparePriority(METODO, CATALOGO, COLUNAS, MUNICIPIOS);
const notasDe = (metodo: Metodo = METODO): PriorityScores => scorePriority(preparada, weightsOf(preparada, metodo));
const SEM_FILTRO: Filtros = { regiao: [], porte: [], busca: "" };

function medidaDe(id: string): Medida {
  const indicador = CATALOGO.find((i) => i.id === id);
  if (indicador === undefined) throw new Error(id);
  return medidaIndicador(indicador, COLUNAS.find((c) => c.indicador === id) ?? null, MUNICIPIOS, FONTES);
}

function recorte(id: string | null, filtros: Filtros = SEM_FILTRO, metodo: Metodo = METODO): Recorte {
  const scores = notasDe(metodo);
  const medida = id === null ? medidaIndice(TERRITORIO.indice, metodo, MUNICIPIOS, scores) : medidaDe(id);
  return {
    medida,
    layer: camadaDe(medida),
    linhas: linhasDe(MUNICIPIOS, medida, scores, id === null),
    noFiltro: codigosNoFiltro(MUNICIPIOS, filtros),
    municipios: MUNICIPIOS,
    filtros: filtrosEmPalavras(MUNICIPIOS, filtros),
  };
}

const linha = (r: Recorte, nome: string) => r.linhas.find((l) => l.nome === nome);

describe("scores of the made-up state", () => {
  // y(vulnerabilidade) = 100, 75, 50, 25, 0, –; y(rede) = 100, 50, –, 0, 75, –; y(fundo) = 100, 0, 0, 0, 100, 0
  it("are those worked out by hand", () => {
    const notas = notasDe().total;
    expect(notas[0]).toBeCloseTo(100, 10); // 0.6·100 + 0.4·100
    expect(notas[1]).toBeCloseTo(55, 10); // 0.6·75 + 0.4·25
    expect(notas[2]).toBeCloseTo(30, 10); // 0.6·50 + 0.4·0
    expect(notas[3]).toBeCloseTo(15, 10); // 0.6·25 + 0.4·0
    expect(notas[4]).toBeCloseTo(35, 10); // 0.4·87.5
    expect(notas[5]).toBeNaN(); // 40 % of the weight has a score, half is asked
  });
});

describe("rows", () => {
  it("carry position, value, region, size and share of the weight under the index", () => {
    expect(linha(recorte(null), "Campo Novo")).toMatchObject({
      posicao: 4,
      regiao: "Serra Alta",
      porte: "Médio",
      completude: 80,
      periodo: null,
    });
  });

  it("list a municipality with too little data apart, with the reason and not with zero", () => {
    expect(linha(recorte(null), "Fronteira")).toMatchObject({ posicao: null, valor: { ausencia: "dados-insuficientes" } });
  });

  it("put first the lowest figure of an indicator for which higher means less need", () => {
    const r = recorte("rede");
    expect(linha(r, "Água Fria")).toMatchObject({ posicao: 1, periodo: "2021" });
    expect(linha(r, "Divisa")).toMatchObject({ posicao: 4, periodo: "2023" });
    expect(linha(r, "Campo Novo")).toMatchObject({ posicao: null, valor: { ausencia: "sem-dado" }, periodo: null });
  });

  it("share a position between equal figures and print coded answers in words", () => {
    const r = recorte("fundo");
    expect(linha(r, "Esperança")).toMatchObject({ posicao: 1, texto: "Não" });
    expect(linha(r, "Divisa")).toMatchObject({ posicao: 3, texto: "Sim" });
  });

  it("say that an indicator nobody loaded is not loaded, which is not the same as sem dado", () => {
    const indicador = CATALOGO[0];
    if (indicador === undefined) throw new Error("empty catalogue");
    const medida = medidaIndicador(indicador, null, MUNICIPIOS, FONTES);
    expect([...medida.celulas.values()]).toEqual(MUNICIPIOS.map(() => ({ ausencia: "nao-carregado" })));
    expect(posicoes(medida).size).toBe(0);
  });
});

describe("layer", () => {
  it("gives the last class to most need also when higher figures mean less need", () => {
    const { classes, classe } = recorte("rede").layer;
    expect(classe.get(9900001)).toBe(classes.length - 1);
    expect(classe.get(9900004)).toBe(0);
    expect(classes.at(-1)?.rotulo).toBe("1");
  });

  it("counts classes and absences so that they add up to the municipalities", () => {
    for (const id of [null, "vulnerabilidade", "rede", "fundo", "populacao"]) {
      const { classes, ausencias } = recorte(id).layer;
      const total = [...classes, ...ausencias].reduce((soma, { contagem }) => soma + contagem, 0);
      expect(total).toBe(6);
    }
  });

  it("keeps the ramp of need for need alone", () => {
    expect(recorte("populacao").layer.ramp).toBe("quantidade");
    expect(recorte("rede").layer.ramp).toBe("necessidade");
  });
});

describe("filters", () => {
  it("cross region, size and search", () => {
    expect([...codigosNoFiltro(MUNICIPIOS, { regiao: [990001], porte: ["pequeno-1"], busca: "" })]).toEqual([9900001, 9900002]);
    expect([...codigosNoFiltro(MUNICIPIOS, { ...SEM_FILTRO, busca: "agua" })]).toEqual([9900001]);
    expect([...codigosNoFiltro(MUNICIPIOS, { ...SEM_FILTRO, busca: "9900004" })]).toEqual([9900004]);
  });

  it("leave out of a region filter who has no region", () => {
    expect(codigosNoFiltro(MUNICIPIOS, { ...SEM_FILTRO, regiao: [990001, 990002] }).has(9900006)).toBe(false);
  });

  it("are put in words", () => {
    expect(filtrosEmPalavras(MUNICIPIOS, { regiao: [990002], porte: ["medio"], busca: " agua " })).toEqual([
      "região: Vale do Rio",
      "porte: Médio",
      "busca: agua",
    ]);
    expect(filtrosEmPalavras(MUNICIPIOS, SEM_FILTRO)).toEqual([]);
  });
});

describe("sentence", () => {
  it("says under the index who needs most, where, and how many have enough data", () => {
    expect(fraseIndice(recorte(null))).toBe(
      "Pelo índice de prioridade, o município com mais necessidade de apoio (nota 100,00) fica na região de Serra Alta; 5 de 6 têm dados suficientes para a nota.",
    );
  });

  it("carries the filter", () => {
    expect(fraseIndice(recorte(null, { ...SEM_FILTRO, regiao: [990002] }))).toBe(
      "No filtro, nenhum município está na faixa de mais necessidade de apoio do estado (nota 100,00); 2 de 2 têm dados suficientes para a nota.",
    );
    expect(fraseIndice(recorte(null, { ...SEM_FILTRO, busca: "xyz" }))).toBe("Nenhum município passa pelos filtros escolhidos.");
  });

  it("says that nobody has a score when nobody has figures", () => {
    const vazia = preparePriority(METODO, CATALOGO, [], MUNICIPIOS);
    const medida = medidaIndice(TERRITORIO.indice, METODO, MUNICIPIOS, scorePriority(vazia));
    expect(fraseIndice({ ...recorte(null), medida, layer: camadaDe(medida), linhas: linhasDe(MUNICIPIOS, medida, scorePriority(vazia), true) })).toBe(
      "Nenhum dos 6 municípios tem dados suficientes para a nota.",
    );
  });

  it("gives median and the end that asks for more support under an indicator", () => {
    expect(fraseIndicador(recorte("vulnerabilidade"))).toBe(
      "Índice de vulnerabilidade, 2023: metade dos 5 municípios com dado tem até 30,0\u00a0%. Mais necessidade de apoio em Água Fria (50,0), Barra d'Oeste (40,0) e Campo Novo (30,0). 1 município sem dado.",
    );
  });

  it("counts those that share the figure at the end instead of naming three of them by chance", () => {
    const indicador = CATALOGO[0];
    if (indicador === undefined) throw new Error("empty catalogue");
    const frase = (valores: readonly (number | null)[]): string => {
      const medida = medidaIndicador(indicador, { indicador: "x", periodo: "2023", valores, periodos: null, fonte: "atlas" }, MUNICIPIOS, FONTES);
      return fraseIndicador({ ...recorte("vulnerabilidade"), medida, linhas: linhasDe(MUNICIPIOS, medida, notasDe(), false) });
    };
    expect(frase([9, 9, 9, 9, 1, 1])).toContain("Mais necessidade de apoio em 4 municípios com 9,0.");
    expect(frase([9, 5, 5, 5, 1, 1])).toContain("Mais necessidade de apoio em Água Fria (9,0) e 3 municípios com 5,0.");
    expect(frase([9, 9, 5, 1, 1, 1])).toContain("em Água Fria (9,0), Barra d'Oeste (9,0) e Campo Novo (5,0).");
    expect(frase([9, null, null, null, null, null])).toMatch(/: só Água Fria tem dado \(9,0\)\. 5 municípios sem dado\.$/);
  });

  it("counts the answers of a coded indicator", () => {
    expect(fraseIndicador(recorte("fundo"))).toBe(
      "Fundo municipal é unidade orçamentária, 2023: 2 em “Não” e 4 em “Sim”, entre 6 municípios com dado.",
    );
  });

  it("speaks of higher figures, not of need, for context", () => {
    expect(fraseIndicador(recorte("populacao"))).toContain("Maiores valores em Esperança (5.000)");
  });

  it("never judges a place", () => {
    for (const id of [null, "vulnerabilidade", "rede", "fundo", "populacao"]) {
      const r = recorte(id);
      const texto = `${id === null ? fraseIndice(r) : fraseIndicador(r)} ${leituraMapa(r)}`;
      expect(texto).not.toMatch(/pior|crític|ruim|melhor/i);
    }
  });
});

describe("reading of the map", () => {
  it("gives range, median, who has no figure and what the stronger colour means", () => {
    expect(leituraMapa(recorte("rede"))).toBe(
      "Desenvolvimento da rede, 2023: de 1 a 5, mediana 3, em 4 municípios; 2 sem valor. No fim da legenda está quem tem mais necessidade de apoio.",
    );
  });
});

describe("what goes with the figures", () => {
  it("prints a unit after the value, and not the scale it lies in", () => {
    expect(comUnidade(medidaDe("vulnerabilidade"), 12.34)).toBe("12,3\u00a0%");
    expect(comUnidade(medidaDe("rede"), 4)).toBe("4");
    expect(comUnidade({ format: () => "410,00", unidade: "R$/hab." }, 410)).toBe("R$\u00a0410,00/hab.");
  });

  it("groups the indicators by dimension with the rest as context", () => {
    expect(gruposDeIndicadores(TERRITORIO, CATALOGO, COLUNAS).map((g) => [g.dimensao, g.indicadores.map((i) => i.id)])).toEqual([
      ["Vulnerabilidade social", ["vulnerabilidade"]],
      ["Rede e serviços", ["rede", "fundo"]],
      ["Contexto", ["populacao"]],
    ]);
  });

  it("names sources, filters, weights and date in the header of exports", () => {
    const metodo = comPesoDaDimensao(METODO, "social", 40);
    expect(
      cabecalhoDe({
        medida: medidaIndice(TERRITORIO.indice, metodo, MUNICIPIOS, notasDe(metodo)),
        eIndice: true,
        metodo,
        hashDados: "0123456789abcdef",
        fontes: FONTES,
        colunas: COLUNAS,
        filtros: ["porte: Médio"],
        dataReferencia: "2026-10-31",
      }),
    ).toEqual({
      titulo: "Índice de prioridade de apoio",
      fontes: ["Atlas Social (Instituto), 2023", "Censo da Rede (Ministério), 2021 a 2023"],
      filtros: [
        "porte: Médio",
        `método: Método inventado, SHA-256 ${methodHash(metodo)}`,
        "pesos: Vulnerabilidade social 50,0%; Rede e serviços 50,0%",
        "dados usados: SHA-256 0123456789abcdef…",
      ],
      dataReferencia: "2026-10-31",
      demonstracao: false,
    });
  });

  it("exports the code before the columns of the screen", () => {
    expect(colunasDe(medidaDe("rede"), false).map(({ id }) => id)).toEqual(["nome", "posicao", "valor", "periodo", "regiao", "porte"]);
    expect(colunasCsv(medidaDe("rede"), false)[0]).toMatchObject({ id: "codigo" });
  });

  it("cites the article the territory names for visits, and none when that norm is not among its norms", () => {
    expect(fundamentoDasVisitas(TERRITORIO)).toMatchObject({ norma: { id: "norma-zz" }, artigo: "art. 9º" });
    expect(fundamentoDasVisitas({ ...TERRITORIO, normas: [] })).toBeNull();
  });
});
