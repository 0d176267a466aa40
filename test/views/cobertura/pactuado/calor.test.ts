import { describe, expect, it } from "vitest";
import { colunasDoCalor, estrategiasPorEixo, leituraDasEstrategias, leituraDoTempo, linhasNoTempo, maiorDe, tomDe } from "../../../../src/views/cobertura/pactuado/calor.ts";
import { PACTO } from "../../../core/pacto/caso.ts";
import { COBERTURAS, FATIAS, PERIODOS } from "./amostra.ts";

const tabela = estrategiasPorEixo(COBERTURAS.atual, PACTO);
const linha = (chave: string): unknown => tabela.linhas.find((item) => item.chave === chave)?.celulas.map((celula) => ("valor" in celula ? celula.valor : celula.ausencia));

describe("strategies by eixo", () => {
  it("are the twelve strategies by the four eixos, then out of the plan, unclassified and all", () => {
    expect(tabela.linhas).toHaveLength(13);
    expect(tabela.colunas.map(({ titulo }) => titulo)).toEqual([
      "SAAS",
      "Gestão do SUAS",
      "Serviços Socioassistenciais",
      "Benefícios, Programas e Projetos Socioassistenciais",
      "Fora do plano",
      "Não classificado",
      "Total",
    ]);
  });

  it("count each event where its line is", () => {
    // E2 on the benefits, F1 (PAIF) out of the plan; V1 and V2; M4 on the theme of the workshop; N1 and N2 unclassified, N2 by "carta".
    expect(linha("encontro")).toEqual([0, 0, 0, 1, 1, 0, 2]);
    expect(linha("videoconferencia")).toEqual([0, 0, 0, 1, 0, 0, 1]);
    expect(linha("visita-tecnica")).toEqual([2, 0, 0, 0, 0, 0, 2]);
    expect(linha("monitoramento")).toEqual([0, 1, 0, 0, 0, 0, 1]);
    expect(linha("outro-evento")).toEqual([0, 0, 0, 0, 0, 1, 1]);
    expect(linha("nao-classificado")).toEqual([0, 0, 0, 0, 0, 1, 1]);
  });

  it("are read in a sentence that names the strategies with nothing", () => {
    expect(leituraDasEstrategias(tabela)).toMatch(/^6 das 12 estratégias sem nada realizado \(Apoio técnico individualizado; .*\); a mais usada foi Encontros de apoio técnico, com 2 eventos\.$/);
  });

  it("are shaded by their part of the greatest of the plan, none for zero", () => {
    expect(maiorDe(tabela)).toBe(2);
    expect([0, 1, 2, 3, 4, 8].map((valor) => tomDe(valor, 8))).toEqual([0, 1, 1, 2, 2, 4]);
    expect(tomDe(0, 0)).toBe(0);
  });

  it("go to the file with the articles of each strategy", () => {
    const [, artigos] = colunasDoCalor(tabela, "Estratégia", "Artigos");
    const visita = tabela.linhas.find(({ chave }) => chave === "visita-tecnica");
    expect(visita === undefined ? "" : artigos?.valor(visita)).toBe("art. 4º, I, e; art. 6º, V");
  });
});

describe("the lines in time", () => {
  const noTempo = linhasNoTempo(FATIAS, PERIODOS.fatias, PACTO);
  const meses = (chave: string): string[] =>
    (noTempo.linhas.find((item) => item.chave === chave)?.celulas ?? []).flatMap((celula, i) => ("valor" in celula && celula.valor > 0 ? [`${noTempo.colunas[i]?.titulo ?? ""}: ${celula.valor}`] : []));

  it("put each event in its month", () => {
    expect(noTempo.colunas).toHaveLength(12);
    expect(meses("visitas-tecnicas")).toEqual(["mar. 2022: 1", "mai. 2022: 1"]);
    expect(meses("beneficios-eventuais")).toEqual(["jun. 2022: 1", "ago. 2022: 1"]);
    expect(meses("fora-do-plano")).toEqual(["abr. 2022: 1"]);
  });

  it("are read in a sentence", () => {
    expect(leituraDoTempo(noTempo, "mês")).toMatch(/^2 linhas tiveram algo realizado em mais de um mês, 0 em um só e 18 em nenhum\. Nada do plano em dez\. 2021, /);
  });
});
