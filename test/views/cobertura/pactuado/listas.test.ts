import { describe, expect, it } from "vitest";
import { diasEmPalavras, fatosDaDemanda, fraseDaDemanda, linhasDaDemanda, ressalvasDaDemanda } from "../../../../src/views/cobertura/pactuado/demanda.ts";
import { camadaDaLinha, emOrdem, fraseDoMunicipio, leituraPorMunicipio, linhasEmUmMunicipio, linhasPorMunicipio } from "../../../../src/views/cobertura/pactuado/por-municipio.ts";
import { fraseForaDoPlano, temasPorCorrigir } from "../../../../src/views/cobertura/pactuado/sem-linha.ts";
import { BASE, PACTO } from "../../../core/pacto/caso.ts";
import { COBERTURAS, daMatriz, MATRIZ, MUNICIPIOS, PERIODO, responderPedidos, RESPOSTA, TUDO } from "./amostra.ts";

describe("a line by municipality", () => {
  const linhas = linhasPorMunicipio(MUNICIPIOS, COBERTURAS, daMatriz("beneficios-eventuais").casa, BASE.necessitados, null);

  it("has one row a municipality, with a true zero where nothing came", () => {
    expect(linhas.map(({ eventos }) => eventos)).toEqual([1, 0, 2, 1, 0]);
    expect(linhas.map(({ isNecessitado }) => isNecessitado)).toEqual([true, true, false, false, true]);
    expect(emOrdem(linhas).map(({ municipio }) => municipio.nome)).toEqual(["Campo Novo", "Água Fria", "Divisa", "Barra d'Oeste", "Esperança"]);
  });

  it("is read in a sentence that counts those in most need left without", () => {
    expect(leituraPorMunicipio(linhas, "Benefícios eventuais")).toBe("Benefícios eventuais: 3 dos 5 municípios alcançados no período; 2 ficaram sem, 2 deles do terço com mais necessidade.");
    expect(leituraPorMunicipio(linhas.map((linha) => ({ ...linha, isNecessitado: null })), "X")).toBe("X: 3 dos 5 municípios alcançados no período; 2 ficaram sem.");
    expect(leituraPorMunicipio(linhasPorMunicipio(MUNICIPIOS, COBERTURAS, TUDO.casa, null, null), "Tudo")).toBe("Tudo: os 5 municípios alcançados no período.");
  });

  it("counts only the municipalities inside the filter", () => {
    const filtradas = linhasPorMunicipio(MUNICIPIOS, COBERTURAS, daMatriz("beneficios-eventuais").casa, null, new Set([1, 2]));
    expect(emOrdem(filtradas)).toHaveLength(2);
    expect(leituraPorMunicipio(filtradas, "X")).toBe("X: 1 dos 2 municípios alcançado no período; 1 ficou sem.");
  });

  it("is drawn in classes whose counts add up to the municipalities", () => {
    const camada = camadaDaLinha(linhas, "Eventos");
    expect(camada.classes.map(({ rotulo, contagem }) => `${rotulo}: ${contagem}`)).toEqual(["nenhum: 2", "1 evento: 2", "2 eventos: 1", "3 ou 4: 0", "5 a 9: 0", "10 ou mais: 0"]);
  });

  it("turned around says what reached one municipality", () => {
    // C, Campo Novo: E1 and E2 on the benefits, N2 unclassified, M4 under no line.
    const emC = linhasEmUmMunicipio(MATRIZ, COBERTURAS.atual, MUNICIPIOS.length, 2);
    expect(emC.slice(0, 3).map(({ linha, eventos }) => `${linha.chave} ${eventos}`)).toEqual(["beneficios-eventuais 2", "nao-classificado 1", "visitas-tecnicas 0"]);
    expect(fraseDoMunicipio(emC, "Campo Novo")).toBe("Chegou a Campo Novo 1 das 20 linhas do plano.");
    expect(fraseDoMunicipio(emC.map((item) => ({ ...item, eventos: 0 })), "Campo Novo")).toBe("Nenhuma das 20 linhas do plano chegou a Campo Novo no período.");
  });
});

describe("what is in no line", () => {
  const temas = temasPorCorrigir(RESPOSTA.semLinha, PACTO);

  it("comes with the nearest match and what to mend", () => {
    expect(temas.find(({ tema }) => tema === "Cadasto de entidades")).toMatchObject({
      eixo: "Gestão do SUAS",
      linhas: 1,
      parecido: "Cadastro de entidades (CNEAS)",
      conserto: "Se é isso, escreva “Cadastro de entidades (CNEAS)” na coluna “tema”.",
    });
    expect(temas.find(({ tema }) => tema === "Benefícios eventuais")).toMatchObject({
      eixo: "Serviços Socioassistenciais",
      conserto: "O tema é de uma linha do eixo Benefícios, Programas e Projetos Socioassistenciais: confira a coluna “eixo”.",
    });
  });

  it("guesses nothing where nothing is alike or nothing is written", () => {
    const [mudo, outro] = temasPorCorrigir(
      [
        { tema: null, eixo: null, linhas: 3, sugestao: null },
        { tema: "Reforma do telhado", eixo: 0, linhas: 1, sugestao: null },
      ],
      PACTO,
    );
    expect(mudo).toMatchObject({ tema: "", eixo: "não classificado", parecido: null, conserto: "Escreva o tema na coluna “tema”." });
    expect(outro?.conserto).toMatch(/^Nenhuma linha do plano se parece/);
  });

  it("is counted apart, in words", () => {
    expect(fraseForaDoPlano({ foraDoPlano: 1, naoClassificados: 2, semEstrategia: 1, temas, quantosTemas: 2 })).toBe(
      "1 evento fora do plano e 2 não classificados no período, contados à parte. 1 evento de estratégia que não é da lista. 2 temas por corrigir no que se realizou ou está previsto no período; 2 se parecem com uma linha do plano.",
    );
    expect(fraseForaDoPlano({ foraDoPlano: 0, naoClassificados: 0, semEstrategia: 0, temas: [], quantosTemas: 0 })).toBe("Todo evento realizado no período é de uma linha do plano. Nenhum tema por corrigir.");
    expect(fraseForaDoPlano({ foraDoPlano: 0, naoClassificados: 9, semEstrategia: 0, temas, quantosTemas: 150 })).toContain("dos quais a tabela traz os 2 com mais linhas");
  });
});

describe("the requests of the municipalities", () => {
  const demanda = responderPedidos({ periodo: PERIODO, dentro: null });

  it("are five: three answered in 12, 31 and 1 days, two open for 60 and 10", () => {
    // Median 12; the ninth in ten is 12 + 0.8 × (31 − 12) = 27.2 days.
    expect(fraseDaDemanda(demanda)).toBe("Dos 5 pedidos dos municípios, 3 foram respondidos, metade em até 12 dias; 2 seguem em aberto, o mais antigo há 60 dias.");
    expect(fatosDaDemanda(demanda).map(({ valor }) => ("valor" in valor ? Number(valor.valor.toFixed(1)) : valor.ausencia))).toEqual([5, 3, 2, 0, 12, 27.2, 60]);
  });

  it("by municipality put first those that wait", () => {
    expect(linhasDaDemanda(demanda, MUNICIPIOS).map(({ municipio, pedidos, semResposta }) => `${municipio.nome} ${pedidos} ${semResposta}`)).toEqual([
      "Água Fria 1 1",
      "Divisa 1 1",
      "Barra d'Oeste 1 0",
      "Campo Novo 1 0",
      "Esperança 1 0",
    ]);
  });

  it("have no median where none was answered: too few to say, not zero days", () => {
    const nenhum = { ...demanda, respondidos: 0, medianaDias: null, p90Dias: null };
    expect(fatosDaDemanda(nenhum)[4]?.valor).toEqual({ ausencia: "dados-insuficientes" });
    expect(fraseDaDemanda(nenhum)).toBe("Dos 5 pedidos dos municípios, nenhum foi respondido; 2 seguem em aberto, o mais antigo há 60 dias.");
    expect(fraseDaDemanda({ ...demanda, pedidos: 0 })).toBe("Nenhum pedido de município com dia anotado no período.");
  });

  it("warn that a record of what was held makes every request look answered", () => {
    const limpa = { semData: 0, incoerentes: 0 };
    expect(ressalvasDaDemanda(limpa, true)).toHaveLength(1);
    expect(ressalvasDaDemanda(limpa, false)[1]).toContain("um pedido que não foi atendido pode não aparecer nele");
    expect(ressalvasDaDemanda({ semData: 1, incoerentes: 2 }, true)).toHaveLength(3);
  });

  it("wait in days that are not rounded away", () => {
    expect([diasEmPalavras(1), diasEmPalavras(12), diasEmPalavras(12.5)]).toEqual(["1 dia", "12 dias", "12,5 dias"]);
  });
});
