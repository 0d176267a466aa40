import { describe, expect, it } from "vitest";
import { methodDiff } from "../../../../src/core/metodo/method-diff.ts";
import type { IndicadorDoMetodo, Metodo } from "../../../../src/core/metodo/method.ts";
import { diferencasEmPalavras } from "../../../../src/views/prioridades/metodo/diferencas.ts";
import { comPesoDaDimensao, comPesoDoIndicador } from "../../../../src/views/prioridades/pesos.ts";
import { CATALOGO, METODO } from "../fixture.ts";

const nomeDe = (id: string): string => CATALOGO.find((registro) => registro.id === id)?.nomeCurto ?? id;
// The interface joins a number to its per cent sign by a no-break space.
const palavras = (metodo: Metodo): string[] => diferencasEmPalavras(METODO, metodo, nomeDe).map((frase) => frase.replaceAll("\u00a0", " "));

function comIndicador(id: string, mudanca: Partial<IndicadorDoMetodo>): Metodo {
  return {
    ...METODO,
    dimensoes: METODO.dimensoes.map((dimensao) => ({
      ...dimensao,
      indicadores: dimensao.indicadores.map((indicador) => (indicador.id === id ? { ...indicador, ...mudanca } : indicador)),
    })),
  };
}

describe("differences from the default in words", () => {
  it("has nothing to say of the default itself", () => {
    expect(palavras(METODO)).toEqual([]);
  });

  it("says a dimension's weight with its share before and after", () => {
    // 60 and 40 become 60 and 20: 20 of 80 is a quarter; it was 40 of 100.
    expect(palavras(comPesoDaDimensao(METODO, "servicos", 20))).toEqual([
      "Peso de “Rede e serviços”: 20 (25 % da nota); no padrão, 40 (40 % da nota).",
    ]);
  });

  it("says an indicator's weight as a share of its dimension", () => {
    expect(palavras(comPesoDoIndicador(METODO, "rede", 2))).toEqual([
      "Peso de “Rede” dentro de “Rede e serviços”: 2 (66,7 % da dimensão); no padrão, 1 (50 % da dimensão).",
    ]);
  });

  it("says goalposts once, whatever part of them changed", () => {
    const metodo = comIndicador("rede", { baliza: { lo: 0.5, hi: 4, origem: "periodo-base", fonte: "tabela inventada", periodo: "2023" } });
    expect(palavras(metodo)).toEqual([
      "Balizas de “Rede”: de 0,5 a 4 (período-base 2023: tabela inventada); no padrão, de 1 a 5 (limite da escala: escala inventada).",
    ]);
  });

  it("says places, aggregation, normalisation, draws and least data", () => {
    const metodo: Metodo = { ...METODO, k: 3, agregacao: "potencia-2", normalizacao: "min-max", concentracao: 0.4, presencaMinima: 2 / 3 };
    expect(palavras(metodo)).toEqual([
      "Agregação: média de potência 2; no padrão, média ponderada.",
      "Variação dos pesos nos sorteios: 40 %; no padrão, 30 %.",
      "Vagas da lista: 3; no padrão, 2.",
      "Normalização: menor e maior valor do dia; no padrão, balizas fixas.",
      "Peso mínimo com dado: 66,7 %; no padrão, 50 %.",
    ]);
  });

  it("says what came and went whole, and nothing of its inside", () => {
    const [social, servicos] = METODO.dimensoes;
    if (social === undefined || servicos === undefined) throw new Error("the fixture lost its dimensions");
    const semFundo = { ...METODO, dimensoes: [social, { ...servicos, indicadores: servicos.indicadores.slice(0, 1) }] };
    expect(palavras(semFundo)).toEqual(["O indicador “Fundo” saiu da lista da dimensão “Rede e serviços”."]);
    const outra = { ...METODO, dimensoes: [social, servicos, { ...servicos, id: "nova", nome: "Nova" }] };
    expect(palavras(outra)).toEqual(["A dimensão “Nova” entrou: o padrão não tem na lista do método."]);
    expect(palavras({ ...METODO, dimensoes: [servicos, social] })).toEqual(["A ordem na lista do método é outra."]);
  });

  it("says dates, planning, map classes and the names of the file", () => {
    const metodo: Metodo = {
      ...METODO,
      nome: "Outro",
      orgao: "Secretaria",
      datas: { ...METODO.datas, fim: "2027-06-30" },
      planejamento: { ...METODO.planejamento, carenciaDias: 60, sementeReserva: "outra" },
      mapa: { quebras: [10, 20.5], periodo: "2023" },
    };
    expect(palavras(metodo)).toEqual([
      "Datas: fixado em 01/10/2026 para o ciclo de 01/11/2026 a 30/06/2027; no padrão, fixado em 01/10/2026 para o ciclo de 01/11/2026 a 30/04/2027.",
      "As classes do mapa são as que começam em 10; 20,5 (2023); no padrão, calculadas na hora.",
      "Nome: “Outro”; no padrão, “Método inventado”.",
      "Órgão: Secretaria; no padrão, não dito.",
      "Dias de carência: 60; no padrão, 90.",
      "Semente da reserva: “outra”; no padrão, “reserva-zz”.",
    ]);
  });

  it("is silent exactly when the address would be", () => {
    const mudados: Metodo[] = [
      { ...METODO, id: "outro" },
      { ...METODO, semente: "outra" },
      { ...METODO, sorteios: 500 },
      comIndicador("fundo", { validadeMeses: 12 }),
      comIndicador("fundo", { polaridade: "maior-mais-necessidade" }),
      comIndicador("fundo", { tipo: "level" }),
      comIndicador("vulnerabilidade", { multiplicador: 100 }),
      { ...METODO, planejamento: { ...METODO.planejamento, pesoNota: 0.7, pesoTempo: 0.3, meses: 24, reserva: 0.15 } },
    ];
    for (const metodo of mudados) {
      expect(methodDiff(METODO, metodo)).not.toBe("");
      expect(palavras(metodo).length).toBeGreaterThan(0);
      expect(palavras(metodo).join(" ")).not.toContain("O campo");
    }
  });
});
