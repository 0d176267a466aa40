import { describe, expect, it } from "vitest";
import { compararComOGrupo } from "../../../src/core/publico/municipio-comparar.ts";
import { frasesDaFigura, frasesDoQueFalta, secaoDaRede, secaoDeAbertura, secaoDoApoio } from "../../../src/core/publico/municipio-texto.ts";
import { figuraDeTeste, municipioDeTeste } from "./municipio-de-teste.ts";

describe("the opening", () => {
  it("says who lives there, the size and the region", () => {
    expect(secaoDeAbertura(municipioDeTeste()).frases).toEqual([
      "Serra Alta tem 12.345 moradores, pelo Censo 2022.",
      "Pelo porte, é um município pequeno (até 20 mil moradores).",
      "Fica na região de Vale.",
    ]);
  });

  it("says what is not known, and never zero", () => {
    const frases = secaoDeAbertura(municipioDeTeste({ populacao: null, porte: null, regiao: null })).frases;
    expect(frases).toEqual(["Ainda não há número de moradores de Serra Alta nestes dados.", "O IBGE ainda não disse em que região ele fica."]);
  });
});

describe("where to look for help", () => {
  it("gives the nearest CRAS here, the next one away and the reference capacity", () => {
    expect(secaoDaRede(municipioDeTeste()).frases).toEqual([
      "A cidade tinha 2 CRAS em 2019.",
      "A lista não mostra CREAS aqui.",
      "Isso não quer dizer que falte ajuda: o CREAS de outra cidade pode atender.",
      "O CRAS mais perto fica na própria cidade.",
      "Estes dados não trazem o endereço: pergunte na prefeitura.",
      "Fora da cidade, o CRAS mais perto fica em Campo Novo, a cerca de 42 km em linha reta.",
      "Numa cidade deste porte, cada CRAS pode cuidar de até 2.500 famílias: é a capacidade de referência.",
      "Com 2 CRAS, são até 5.000 famílias.",
    ]);
  });

  it("sends to the nearest town where no CRAS is known", () => {
    const { rede } = municipioDeTeste();
    const frases = secaoDaRede(municipioDeTeste({ rede: { ...rede, cras: null } })).frases;
    expect(frases).toContain("O CRAS mais perto fica em Campo Novo, a cerca de 42 km em linha reta.");
    expect(frases.join(" ")).not.toMatch(/própria cidade|0 CRAS/);
  });

  it("prefers the capacity that the municipality declared to the norm's", () => {
    const { rede } = municipioDeTeste();
    const frases = secaoDaRede(municipioDeTeste({ rede: { ...rede, capacidadeDeclarada: { periodo: "2023", valor: 4_000 } } })).frases;
    expect(frases).toContain("A cidade disse, em 2023, que os seus CRAS podem cuidar de 4.000 famílias.");
    expect(frases.join(" ")).not.toContain("5.000");
  });

  it("never turns people into families", () => {
    const { rede } = municipioDeTeste();
    const frases = secaoDaRede(municipioDeTeste({ rede: { ...rede, pessoas: { periodo: "2026-06", valor: 5_400 } } })).frases;
    expect(frases.slice(-2)).toEqual(["Em jun. de 2026, 5.400 pessoas daqui estavam no Cadastro Único.", "Estes dados contam pessoas, e não famílias: por isso não dá para dizer se os CRAS bastam."]);
  });
});

describe("a figure in words", () => {
  const grupo = compararComOGrupo(3, [1, 2, 3, 4, 5, 5], false);

  it("says the value, its place beside each median and where it went", () => {
    const serie = [2014, 2018, 2021].map((ano, i) => ({ periodo: String(ano), valor: 2 + i / 2 }));
    // Sorted 1 2 3 4 5 5: the median is 3.5; p40 = 3 (position 2), so 3 is near; of the region 1 1 1 3 the median is 1 and p60 = 1.
    const regiao = compararComOGrupo(3, [1, 1, 1, 3], false);
    expect(frasesDaFigura(figuraDeTeste({ porte: grupo, regiao, serie, tendencia: "subiu" }))).toEqual([
      "Em 2021, a nota dos CRAS da cidade era 3,0.",
      "Está perto da mediana das cidades de mesmo porte, que é 3,5.",
      "É maior que a mediana da sua região, que é 1,0.",
      "De 2014 a 2021, subiu de 2,0 para 3,0.",
    ]);
  });

  it("says an answer by its word and counts the equal ones", () => {
    const niveis = { "0": "Não", "1": "Sim" };
    const porte = compararComOGrupo(1, [1, 1, 0, 1], true);
    expect(frasesDaFigura(figuraDeTeste({ frase: "Em {periodo}, a resposta foi: “{resposta}”.", niveis, valor: 1, porte }))).toEqual([
      "Em 2021, a resposta foi: “Sim”.",
      "Das cidades de mesmo porte, 3 de 4 deram esta resposta.",
    ]);
  });

  it("says nothing of a figure that is not there, and lists it among what is missing", () => {
    const falta = figuraDeTeste({ valor: null });
    expect(frasesDaFigura(falta)).toEqual([]);
    expect(frasesDoQueFalta(municipioDeTeste({ figuras: [falta, figuraDeTeste()] }))).toEqual([
      "De Serra Alta, não há: nota dos CRAS.",
      "Sem dado não quer dizer zero, nem que falte o serviço.",
    ]);
    expect(frasesDoQueFalta(municipioDeTeste())).toEqual([]);
  });
});

describe("support", () => {
  it("says how many times in the last year, how, and until when the record goes", () => {
    expect(secaoDoApoio(municipioDeTeste()).frases.slice(0, 3)).toEqual([
      "Em 2026, o Estado deu apoio técnico a Serra Alta 3 vezes: 2 presenciais e 1 a distância.",
      "O mais comum foi: visita técnica.",
      "Os números vão até out. de 2026.",
    ]);
  });

  it("says when the record has none of a municipality, which is not a zero of the state", () => {
    const { apoio } = municipioDeTeste();
    const nenhum = apoio === null ? null : { ...apoio, anos: apoio.anos.slice(0, 1) };
    expect(secaoDoApoio(municipioDeTeste({ apoio: nenhum })).frases[0]).toBe("O registro não mostra apoio técnico a Serra Alta.");
    expect(secaoDoApoio(municipioDeTeste({ apoio: null })).frases).toEqual(["Não há registro de apoio técnico nestes dados."]);
  });
});
