import { describe, expect, it } from "vitest";
import { diaDe, civilDe } from "../../../../src/core/denuncias/dia.ts";
import type { Comparacao } from "../../../../src/core/equidade/index.ts";
import type { Indicador } from "../../../../src/core/indicador.ts";
import { FATIA } from "../../../../src/views/cobertura/efeito/estado-da-parte.ts";
import { comDoisPeriodos, escolhaDe, figurasDe, type Escolha } from "../../../../src/views/cobertura/efeito/figuras.ts";
import { fraseDoEfeito, fraseDoEquilibrio, fraseDosCandidatos, fraseDosDeFora, leituraDaDiferenca, unidadeDaMudanca } from "../../../../src/views/cobertura/efeito/frase.ts";
import { avisoDoRegistro, janelaEntre } from "../../../../src/views/cobertura/efeito/janela.ts";
import { candidatosDe, deForaDos, paresDe } from "../../../../src/views/cobertura/efeito/pares.ts";
import { resumoDe } from "../../../../src/views/cobertura/efeito/resumo.ts";
import { CATALOGO } from "../../prioridades/fixture.ts";
import { municipio } from "../equidade/abrir.tsx";

const HOJE = "2026-10-31";

function linha(indicador: string, periodo: string, figuras: Readonly<Record<number, number>>, fonte = "censo") {
  const codigos = Object.keys(figuras);
  return {
    indicador,
    periodo,
    fonte,
    codigos: codigos.join("|"),
    valores: Object.values(figuras).join("|"),
    numeradores: null,
    denominadores: null,
    municipios: codigos.length,
  };
}

const ROWS = [
  linha("rede", "2021", { 1: 2, 2: 3 }),
  linha("rede", "2022", { 1: 2.5 }),
  linha("rede", "2023", { 1: 3, 2: 4, 3: 5 }),
  linha("vulnerabilidade", "2022", { 1: 10, 2: 20 }),
  linha("vulnerabilidade", "2023", { 1: 11 }),
  linha("vulnerabilidade", "2023", { 1: 99, 2: 21 }, "outra"),
  linha("fundo", "2022", { 1: 0 }),
  linha("fundo", "2023", { 1: 1 }),
  linha("populacao", "2022", { 1: 100 }),
  linha("desconhecido", "2022", { 1: 1 }),
  linha("desconhecido", "2023", { 1: 1 }),
];
const OPCOES = comDoisPeriodos(ROWS, CATALOGO);

function indicador(id: string): Indicador {
  const achado = CATALOGO.find((um) => um.id === id);
  if (achado === undefined) throw new Error(`no indicator ${id}`);
  return achado;
}

describe("what can be looked at before and after", () => {
  it("is an indicator of the catalogue with figures in two periods, whose difference means something", () => {
    // "fundo" has coded answers, "populacao" one period, "desconhecido" is not of the catalogue.
    expect(OPCOES.map(({ indicador: { id } }) => id)).toEqual(["vulnerabilidade", "rede"]);
    expect(OPCOES[1]?.periodos).toEqual([
      { periodo: "2021", municipios: 2 },
      { periodo: "2022", municipios: 1 },
      { periodo: "2023", municipios: 3 },
    ]);
  });

  it("takes the newest by itself, and what the address says where there are figures of it", () => {
    const escolhida = (pedida: Partial<{ indicador: string; antes: string; depois: string }>) => {
      const escolha = escolhaDe(OPCOES, { indicador: "", antes: "", depois: "", ...pedida });
      return escolha === null ? null : [escolha.opcao.indicador.id, escolha.antes.periodo, escolha.depois.periodo];
    };
    // Both end in 2023 with three figures (two sources of one count together): the catalogue's order.
    expect(escolhida({})).toEqual(["vulnerabilidade", "2022", "2023"]);
    expect(escolhida({ indicador: "rede" })).toEqual(["rede", "2022", "2023"]);
    expect(escolhida({ indicador: "rede", antes: "2021", depois: "2023" })).toEqual(["rede", "2021", "2023"]);
    expect(escolhida({ indicador: "rede", depois: "2022" })).toEqual(["rede", "2021", "2022"]);
    // After comes after before; what is not there is as not said.
    expect(escolhida({ indicador: "rede", antes: "2023", depois: "2022" })).toEqual(["rede", "2021", "2022"]);
    expect(escolhida({ indicador: "nenhum", antes: "1999" })).toEqual(["vulnerabilidade", "2022", "2023"]);
    expect(escolhaDe([], { indicador: "", antes: "", depois: "" })).toBeNull();
  });

  it("has the figures aligned with the municipalities, null where there is none, the first source of two", () => {
    expect(figurasDe(ROWS, "vulnerabilidade", "2023", [2, 1, 3])).toEqual([21, 11, null]);
    expect(figurasDe(ROWS, "vulnerabilidade", "2020", [1])).toEqual([null]);
  });
});

describe("the days whose support counts", () => {
  it("run from the end of the first period to that of the second, or its eve, and not past today", () => {
    expect(janelaEntre("2022", "2024", "fim", HOJE)).toMatchObject({ de: "2023-01-01", ate: "2024-12-31", dias: { de: diaDe("2023-01-01"), ate: diaDe("2024-12-31") } });
    expect(janelaEntre("2022", "2024", "vespera", HOJE)).toMatchObject({ de: "2023-01-01", ate: "2023-12-31" });
    expect(janelaEntre("2025-T2", "2026", "fim", HOJE)).toMatchObject({ de: "2025-07-01", ate: HOJE });
    expect(janelaEntre("2026-02", "2026-06", "vespera", HOJE)).toMatchObject({ de: "2026-03-01", ate: "2026-05-31" });
  });

  it("are none between two periods in a row up to the eve, or after today", () => {
    expect(janelaEntre("2022", "2023", "vespera", HOJE)).toBeNull();
    expect(janelaEntre("2026", "2027", "fim", HOJE)).toBeNull();
  });

  it("are said not to be covered by the record where they are not", () => {
    const janela = janelaEntre("2022", "2023", "fim", HOJE);
    if (janela === null) throw new Error("no days");
    const aviso = (de: string, ate: string) => avisoDoRegistro(janela, { de: diaDe(de), ate: diaDe(ate) }, civilDe);
    expect(aviso("2020-01-01", "2026-10-31")).toBe("");
    expect(aviso("2023-11-01", "2026-10-31")).toBe("O registro de apoio começa em 01/11/2023: quem teve apoio no resto do período, de 01/01/2023 a 31/12/2023, aparece aqui como sem apoio.");
    expect(aviso("2024-01-01", "2026-10-31")).toContain("não cobre nenhum dia entre as duas medidas");
    expect(avisoDoRegistro(janela, null, civilDe)).toContain("não tem nenhum dia");
  });
});

/** Four municipalities, the first two with support: 0 with 2 and 1 with 3. */
const LUGARES = [municipio(0, 4), municipio(1, 4), municipio(2, 4), municipio(3, 4), municipio(4, 4, null), municipio(5, 4)];
const MEDIDAS = { antes: [50, 30, 51, 29, 40, null], depois: [40, 27, 49, 30, 40, 10] };
const PARES = { apoiados: Int32Array.of(0, 1), semelhantes: Int32Array.of(2, 3) };
/** Changes −10 and −3, against −2 and +1: means −6,5 and −0,5; difference −6. */
const COMPARACAO: Comparacao = {
  ...PARES,
  mudancaApoiados: -6.5,
  mudancaSemelhantes: -0.5,
  diferenca: -6,
  intervalo: { lower: -8, upper: -4 },
  reamostras: 2000,
  distanciaMaxima: 3,
  desequilibrio: 0,
  apoiadosSemPar: 0,
  fora: 2,
};

describe("the pairs", () => {
  it("say who with whom, from where, and how each changed", () => {
    expect(paresDe(PARES, LUGARES, MEDIDAS)[0]).toEqual({
      chave: "9900000-9900002",
      apoiado: "Município 00",
      semelhante: "Município 02",
      porte: "Pequeno I",
      regiao: "Serra",
      antesApoiado: 50,
      antesSemelhante: 51,
      mudancaApoiado: -10,
      mudancaSemelhante: -2,
      diferenca: -8,
    });
    const resumo = resumoDe(COMPARACAO, paresDe(PARES, LUGARES, MEDIDAS));
    // Before: (50 + 30)/2 and (51 + 29)/2.
    expect(resumo.map(({ nome, antes, depois, mudanca, de, ate }) => [nome, antes, depois, mudanca, de, ate])).toEqual([
      ["Com apoio", { valor: 40 }, { valor: 33.5 }, -6.5, "", ""],
      ["Semelhantes sem apoio", { valor: 40 }, { valor: 39.5 }, -0.5, "", ""],
      ["Diferença, com intervalo de 95 %", "", "", -6, { valor: -8 }, { valor: -4 }],
    ]);
  });

  it("leave out, with the reason, whoever lacks a figure or found no like; nobody outside the filter", () => {
    const entrada = { municipios: LUGARES, contagens: [1, 2, 0, NaN, 1, 0], ...MEDIDAS };
    const pares = { apoiados: Int32Array.of(0), semelhantes: Int32Array.of(2) };
    expect(deForaDos({ ...entrada, pares }).map(({ nome, comApoio, porque }) => [nome, comApoio, porque])).toEqual([
      ["Município 01", true, "apoiado-sem-par"],
      ["Município 04", true, "sem-porte-ou-regiao"],
      ["Município 05", false, "sem-antes"],
    ]);
    expect(fraseDosDeFora(deForaDos({ ...entrada, pares }))).toBe("3 municípios ficaram fora: 1 sem número antes, 1 sem porte ou sem região e 1 com apoio e sem par.");
    // Too few pairs: only who lacks something is listed.
    expect(deForaDos({ ...entrada, pares: null })).toHaveLength(2);
    expect(candidatosDe(entrada)).toEqual({ apoiados: 3, completos: 2 });
  });
});

describe("the words", () => {
  const rede = indicador("rede");
  const opcao = { indicador: rede, periodos: [] };
  const escolha: Escolha = { opcao, antes: { periodo: "2022", municipios: 6 }, depois: { periodo: "2023", municipios: 6 } };
  const janela = janelaEntre("2022", "2023", "fim", HOJE);
  if (janela === null) throw new Error("no days");
  const frase = (comparacao: Comparacao | { porque: "poucos-pares"; ha: number; minimo: number }) =>
    fraseDoEfeito({ escolha, janela, conta: "visitas", comparacao, apoiados: 2, semApoio: 3 });

  it("say associated, with interval and pairs, and never a cause", () => {
    expect(frase(COMPARACAO)).toBe(
      "Rede, de 2022 a 2023. Em 2 pares de municípios semelhantes, o indicador mudou \u22126,5 nos apoiados e \u22120,5 nos outros. O apoio está associado a uma diferença de \u22126,0 (95\u00a0%: de \u22128,0 a \u22124,0); isso não mostra que ele seja a causa. De 01/01/2023 a 31/12/2023, 2 municípios tiveram visita técnica e 3 não.",
    );
    expect(leituraDaDiferenca(COMPARACAO)).toContain("associada ao apoio, o que não mostra que ele seja a causa");
    expect(leituraDaDiferenca({ ...COMPARACAO, intervalo: { lower: -1, upper: 2 } })).toBe("2 pares: o intervalo da diferença contém o zero. A diferença pode ser do acaso.");
  });

  it("say too little to tell, with what there is and the least that would do", () => {
    expect(frase({ porque: "poucos-pares", ha: 6, minimo: 20 })).toBe(
      "Rede, de 2022 a 2023: não dá para dizer se mudou de outro modo onde houve apoio. Dados insuficientes: 6 pares de municípios semelhantes; o mínimo é 20. De 01/01/2023 a 31/12/2023, 2 municípios tiveram visita técnica e 3 não.",
    );
    expect(fraseDosCandidatos({ apoiados: 34, completos: 32 }, 6)).toBe(
      "34 municípios com apoio; 32 com os dois números, porte e região; 6 com um semelhante sem apoio, do mesmo porte e da mesma região, de valor inicial próximo.",
    );
    expect(fraseDosCandidatos({ apoiados: 0, completos: 0 }, 0)).toBe("Nenhum município teve esse apoio entre as duas medidas.");
  });

  it("say how alike the two sides started", () => {
    expect(fraseDoEquilibrio({ desequilibrio: 0.001 })).toContain("Valores iniciais iguais: 0,00 desvio-padrão");
    expect(fraseDoEquilibrio({ desequilibrio: -0.06 })).toBe("Valores iniciais um pouco menores nos apoiados: 0,06 desvio-padrão de distância entre as médias (até 0,1 costuma ser tido como parecido).");
    expect(fraseDoEquilibrio({ desequilibrio: 0.3 })).toContain("Valores iniciais maiores nos apoiados: 0,30 desvio-padrão");
  });

  it("measure the difference of percentages in points", () => {
    expect(unidadeDaMudanca({ unidade: "%" })).toBe("\u00a0p.p.");
    expect(unidadeDaMudanca({ unidade: "de 1 a 5" })).toBe("");
    expect(unidadeDaMudanca({ unidade: "casos" })).toBe("\u00a0casos");
  });
});

describe("the part's own parameters", () => {
  it("go to the address and back, and what is not of their shape is the default", () => {
    const estado = { indicador: "idcras", antes: "2019", depois: "2023-T2", conta: "todos", ate: "vespera" } as const;
    expect(FATIA.decode(FATIA.encode(estado))).toEqual(estado);
    expect(FATIA.encode(FATIA.padrao)).toEqual({});
    expect(FATIA.decode({ indicador: "Fulano de Tal", antes: "2019-13", depois: "ontem", apoio: "x", janela: "y" })).toEqual(FATIA.padrao);
  });
});
