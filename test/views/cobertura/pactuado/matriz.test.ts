import { describe, expect, it } from "vitest";
import { diaDe } from "../../../../src/core/denuncias/dia.ts";
import { maisNecessitados } from "../../../../src/core/pacto/index.ts";
import { colunasDaMatriz, colunasDoArquivo } from "../../../../src/views/cobertura/pactuado/colunas.tsx";
import { deOndeVemOTerco, estrategiasEmPalavras, fraseDoPactuado, porQueNada, ressalvas, semEstrategiaEmPalavras } from "../../../../src/views/cobertura/pactuado/frases.ts";
import { linhasDaMatriz } from "../../../../src/views/cobertura/pactuado/matriz.ts";
import { headerText } from "../../../../src/ui/table/cell-text.ts";
import { PACTO } from "../../../core/pacto/caso.ts";
import { COBERTURAS, daMatriz, MATRIZ, responder, TUDO } from "./amostra.ts";

describe("the matrix of the twelve months to 30 November 2022", () => {
  it("has the twenty lines of art. 7 in its order, then what is out of the plan and what is unclassified", () => {
    expect(MATRIZ.map(({ chave }) => chave)).toEqual([...PACTO.linhas.map(({ id }) => id), "fora-do-plano", "nao-classificado"]);
    expect(MATRIZ).toHaveLength(22);
  });

  it("of the Benefícios Eventuais: E1 and E2 held, three of five municipalities, 8,000 of 10,000 people, one of the three in most need, 15 participants", () => {
    // A, C and D; 1,000 + 3,000 + 4,000; of A, B and E only A; 5 + 7 + 0 + 3. E1 is online, as the line asks; E2 is not.
    expect(daMatriz("beneficios-eventuais")).toMatchObject({
      situacao: "realizada",
      pactuados: 1,
      realizados: 2,
      naModalidade: 1,
      porOutraEstrategia: 1,
      municipios: 3,
      parteDosMunicipios: { valor: 60 },
      parteDaPopulacao: { valor: 80 },
      necessitados: 1,
      parteDosNecessitados: { valor: (1 / 3) * 100 },
      participantes: { valor: 15 },
      semParticipantes: 0,
      antes: { realizados: 0, municipios: 0 },
    });
  });

  it("of the visits: the norm gives no number of times, and one row does not say how many came", () => {
    expect(daMatriz("visitas-tecnicas")).toMatchObject({ pactuados: null, realizados: 2, participantes: { valor: 10 }, semParticipantes: 1 });
  });

  it("of the PETI seminar, planned for 10 December: nothing held, one planned ahead", () => {
    const linha = daMatriz("peti");
    expect(linha).toMatchObject({ situacao: "sem-nada", realizados: 0, previstos: 1, previstosVencidos: 0 });
    expect(porQueNada(linha)).toBe("1 evento previsto adiante");
  });

  it("of the workshop of monitoring: M4 was on its theme by another strategy, and does not count as held", () => {
    const linha = daMatriz("monitoramento-avaliacao");
    expect(linha).toMatchObject({ situacao: "sem-nada", realizados: 0, porOutraEstrategia: 1 });
    expect(porQueNada(linha)).toBe("1 evento no tema por outra estratégia");
    expect(estrategiasEmPalavras(linha)).toBe("Monitoramento com periodicidade mínima anual: 1 (não é estratégia da linha)");
  });

  it("does not say zero participants where no row says how many came", () => {
    // On 2 May 2022 there is only V2, which is silent; a line with nothing held has nobody, which is a true zero.
    const dia = { de: diaDe("2022-05-02"), ate: diaDe("2022-05-02") };
    const [um] = responder({ periodos: [dia], dentro: null }).coberturas;
    if (um === undefined) throw new Error("one period was asked for");
    const [visitas, oficina] = linhasDaMatriz({ atual: um, anterior: um, adiante: um }, PACTO);
    expect(visitas).toMatchObject({ chave: "visitas-tecnicas", realizados: 1, participantes: { ausencia: "sem-dado" }, semParticipantes: 1 });
    expect(oficina).toMatchObject({ realizados: 0, participantes: { valor: 0 } });
  });

  it("counts everything once in the last row: nine events in the five municipalities", () => {
    expect(TUDO).toMatchObject({ realizados: 9, municipios: 5, parteDosMunicipios: { valor: 100 }, necessitados: 3, participantes: { valor: 52 }, semParticipantes: 2 });
    // In the year before only M1 and M2, in A and B.
    expect(TUDO.antes).toEqual({ realizados: 2, municipios: 2 });
  });
});

describe("the period before", () => {
  it("that the record has nothing of is not loaded, which is not zero", () => {
    const semAntes = linhasDaMatriz({ ...COBERTURAS, anterior: null }, PACTO);
    const antes = colunasDaMatriz(true).filter(({ id }) => ["antes", "diferenca", "municipios-antes", "diferenca-municipios"].includes(id));
    expect(antes).toHaveLength(4);
    for (const linha of semAntes) for (const { valor } of antes) expect(valor(linha)).toEqual({ ausencia: "nao-carregado" });
  });
});

describe("the sentences of the matrix", () => {
  const quando = "nos 12 meses até 30/11/2022";
  const entrada = { linhas: MATRIZ, tudo: TUDO, base: COBERTURAS.atual.base, quando, isFiltrado: false };

  it("answer the question of the page with its date", () => {
    expect(fraseDoPactuado(entrada)).toBe(
      "Das 20 linhas pactuadas, 2 tiveram algo realizado nos 12 meses até 30/11/2022; 18 não tiveram nada. O apoio chegou a 5 dos 5 municípios (100,0\u00a0%) e a 3 dos 3 com mais necessidade.",
    );
  });

  it("say the filter, leave the third out where no index gives it, and do not divide by a plan that is not there", () => {
    const base = { ...entrada.base, necessitados: 0 };
    expect(fraseDoPactuado({ ...entrada, base, isFiltrado: true })).toMatch(/O apoio chegou a 5 dos 5 municípios do filtro \(100,0.%\)\.$/);
    expect(fraseDoPactuado({ ...entrada, linhas: MATRIZ.slice(20) })).toMatch(/^Nenhuma linha pactuada para comparar, nos 12 meses/);
  });

  it("say that the filters leave no municipality, instead of a share of none", () => {
    const base = { ...entrada.base, municipios: 0, necessitados: 0 };
    expect(fraseDoPactuado({ ...entrada, base, isFiltrado: true })).toBe("Nenhum município corresponde aos filtros de região e porte.");
  });

  it("say how many events have a strategy nobody recognises, and nothing where none has", () => {
    expect(semEstrategiaEmPalavras(2, quando)).toBe("2 eventos realizados nos 12 meses até 30/11/2022 têm estratégia que não se reconhece e não contam em nenhuma linha do plano.");
    expect(semEstrategiaEmPalavras(1, quando)).toBe("1 evento realizado nos 12 meses até 30/11/2022 tem estratégia que não se reconhece e não conta em nenhuma linha do plano.");
    expect(semEstrategiaEmPalavras(0, quando)).toBeNull();
  });

  it("name what is in no count", () => {
    // X1 is of a place that is not in the list; P2 has no day; the population of E is not known.
    expect(ressalvas(COBERTURAS.atual, false)).toEqual([
      "A parte da população é dos municípios de população conhecida: 1 município fica de fora.",
      "1 linha do registro de eventos previstos sem dia marcado, que não entram em nenhum período.",
      "1 linha do registro de municípios que não estão na lista.",
    ]);
  });

  it("say where the third comes from, or that there is none", () => {
    // ceil(5 / 3) = 2, and E ties with B at 80: three.
    const terco = maisNecessitados([90, 80, 50, 20, 80]).reduce((soma, um) => soma + um, 0);
    expect(deOndeVemOTerco(terco, 5, "Índice de prioridade")).toContain("os 3 municípios de nota mais alta no Índice de prioridade, pelo método do território, entre os 5 que têm nota");
    expect(deOndeVemOTerco(null, 0, "Índice de prioridade")).toContain("não pode ser contada");
  });
});

describe("the columns", () => {
  it("of the file have a figure each, every strategy, the words of the norm and the office", () => {
    const titulos = colunasDoArquivo(PACTO).map(headerText);
    expect(new Set(titulos).size).toBe(titulos.length);
    for (const { nome } of PACTO.estrategias) expect(titulos).toContain(`${nome} (eventos)`);
    expect(titulos).toContain("Linha do plano, nas palavras da norma");
    expect(titulos).toContain("Coordenação que responde");
  });

  it("of the screen say the norm gives no number instead of zero, and compare only when asked", () => {
    const [pactuados] = colunasDaMatriz(false).filter(({ id }) => id === "pactuados");
    expect(pactuados?.valor(daMatriz("visitas-tecnicas"))).toBe("sem número");
    expect(pactuados?.valor(daMatriz("fora-do-plano"))).toBe("não é do plano");
    expect(colunasDaMatriz(false).some(({ id }) => id === "antes")).toBe(false);
    expect(colunasDaMatriz(true).some(({ id }) => id === "antes")).toBe(true);
  });
});
