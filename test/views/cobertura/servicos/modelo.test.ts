import { describe, expect, it } from "vitest";
import { linhasDeMudanca, linhasDosAnos } from "../../../../src/views/cobertura/servicos/entre-anos.ts";
import { colunasDosMunicipios, comparar, gruposDe, leituraDaComparacao, observacaoDe } from "../../../../src/views/cobertura/servicos/entre-municipios.ts";
import { linhasDeFalta, linhasDeProblema } from "../../../../src/views/cobertura/servicos/faltas.ts";
import { fraseDosServicos, medianasEmPalavras, satisfacaoEmPalavras } from "../../../../src/views/cobertura/servicos/palavras.ts";
import { COLUNAS_POR_SERVICO, linhasPorServico } from "../../../../src/views/cobertura/servicos/por-servico.ts";
import { anoEmPalavras, doServico } from "../../../../src/views/cobertura/servicos/recorte.ts";
import { cellText } from "../../../../src/ui/table/cell-text.ts";
import { MUNICIPIOS } from "../../prioridades/fixture.ts";
import { recorte } from "./amostra.ts";

const ACOLHIDA = { servico: "acolhida" };

describe("the sentence of the services", () => {
  it("says what was done in the last complete year, who told it and of whom there is nothing", () => {
    // 2025: 20 + 20 + 40 + 0 + 7 concluded, 3 + 0 + 5 + 2 under way; of the six only the fourth says nothing.
    expect(fraseDosServicos(recorte())).toBe(
      "Em 2025, 5 de 6 municípios informaram algum dos 2 serviços: 87 solicitações concluídas e 10 em andamento. De 1 município não há nada informado.",
    );
  });

  it("of one service, gives the time of all its requests and the satisfaction of each scale", () => {
    // (20 × 7 + 20 × 3 + 40 × 12) / 80 = 8.5; the mark 6 of 1 to 5 and the time without requests are in doubt.
    expect(fraseDosServicos(recorte(ACOLHIDA))).toBe(
      "Em 2025, 4 de 6 municípios informaram “Acolhida”: 80 solicitações concluídas, 8 em andamento, 8,5 dias em média e satisfação 5,00 de 1 a 5 (30 respostas); 8,00 de 0 a 10 (10 respostas). De 2 municípios não há nada informado.",
    );
  });

  it("on the scale 0 to 100, joins them: (100 × 30 + 80 × 10) / 40 = 95", () => {
    expect(fraseDosServicos(recorte({ ...ACOLHIDA, cem: true }))).toMatch(/satisfação 95,0 de 0 a 100 \(40 respostas\)/);
  });

  it("does not take silence for zero", () => {
    expect(fraseDosServicos(recorte({ servico: "beneficio", ano: 2024 }))).toBe("Em 2024, ninguém informou nada de “Benefício”, de 6 municípios à vista.");
  });

  it("marks the year that runs", () => {
    expect(anoEmPalavras(2026, 2026)).toBe("2026 (em curso)");
    expect(anoEmPalavras(2025, 2026)).toBe("2025");
  });
});

describe("the table of services", () => {
  it("has a row a service with what it adds up to, and says that medians do not", () => {
    const [acolhida, beneficio] = linhasPorServico(recorte());
    if (acolhida === undefined || beneficio === undefined) throw new Error("two services were given");
    expect(COLUNAS_POR_SERVICO.map((coluna) => cellText(coluna, acolhida))).toEqual([
      "Acolhida",
      "4",
      "8",
      "80",
      "8,5",
      "80",
      "não se soma: de 6 a 9 dias em 2 municípios",
      "5,00 de 1 a 5 (30 respostas); 8,00 de 0 a 10 (10 respostas)",
    ]);
    expect(COLUNAS_POR_SERVICO.map((coluna) => cellText(coluna, beneficio)).slice(4)).toEqual(["sem dado", "0", "sem dado", "sem dado"]);
    expect(medianasEmPalavras({ informados: 1, menor: 3, maior: 3, emDuvida: 0 })).toBe("3 dias, de um só município");
    expect(satisfacaoEmPalavras([])).toBe("sem dado");
  });

  it("compares two years over who told of both, and keeps every year in the chart", () => {
    const linhas = linhasDeMudanca(linhasPorServico(recorte(ACOLHIDA)).filter(({ servico }) => servico.chave === "acolhida"));
    expect(linhas.map(({ oque, par }) => [oque, par.municipios, par.antes, par.depois, par.diferenca])).toEqual([
      ["Em andamento", 1, 1, 3, 2],
      ["Concluídas", 2, 40, 40, 0],
      ["Tempo médio (dias)", 2, 4, 5, 1],
      ["Satisfação (1 a 5)", 1, 4, 5, 1],
    ]);
    expect(linhasDosAnos(recorte(ACOLHIDA)).map(({ ano, agregado }) => [ano, agregado.tempoMedio.dias])).toEqual([
      [2024, 4],
      [2025, 8.5],
    ]);
  });

  it("follows the page's filters of place", () => {
    const [so] = linhasPorServico(recorte({}, [MUNICIPIOS[0]?.codigo ?? 0]));
    expect(so?.agregado.concluidas.total).toBe(20);
  });
});

describe("municipalities side by side", () => {
  const { painel } = recorte();
  const doAno = (ano: number) => doServico(painel.registros, { chave: "acolhida" }).filter((registro) => registro.ano === ano);
  const entrada = {
    municipios: MUNICIPIOS,
    doAno: doAno(2025),
    deContra: doAno(2024),
    grupos: gruposDe(MUNICIPIOS, "porte"),
    medida: "tempo-medio" as const,
    cem: false,
    populacao: new Map(MUNICIPIOS.flatMap(({ codigo, populacao }) => (populacao === null ? [] : [[codigo, populacao] as const]))),
  };

  it("every municipality in sight has a row; silence, doubt and few cases are told apart", () => {
    const { linhas } = comparar(entrada);
    const colunas = colunasDosMunicipios({ medida: "tempo-medio", cem: false, grupo: "Porte", ano: "2025", contra: "2024" });
    const valor = colunas.find(({ id }) => id === "valor");
    if (valor === undefined) throw new Error("no column of the figure");
    expect(linhas.map((linha) => [linha.municipio.nome, cellText(valor, linha), observacaoDe(linha)])).toEqual([
      ["Água Fria", "7,0", "poucos casos (20)"],
      ["Barra d'Oeste", "3,0", "poucos casos (20)"],
      ["Campo Novo", "12,0", "satisfação fora da escala"],
      ["Divisa", "sem dado", "não informou nada"],
      ["Esperança", "em dúvida", "tempo informado sem nenhuma solicitação concluída"],
      ["Fronteira", "sem dado", "não informou nada"],
    ]);
    const mudanca = colunas.find(({ id }) => id === "mudanca");
    expect(linhas.slice(0, 3).map((linha) => (mudanca === undefined ? "" : cellText(mudanca, linha)))).toEqual(["−3,0", "1,0", "sem dado"]);
  });

  it("says that groups of two have no middle", () => {
    const { comparacao, linhas } = comparar(entrada);
    expect(leituraDaComparacao(comparacao, linhas, { escala: "", medida: "tempo-medio" })).toBe(
      "Nenhum grupo tem 5 municípios com o número: dados insuficientes para dizer o do meio. 3 municípios à vista não têm número que se possa comparar.",
    );
  });

  it("a mark of another scale in the year before shows no change", () => {
    const outra = doAno(2025).map((registro) => ({ ...registro, satisfacaoMin: 0, satisfacaoMax: 10 }));
    const { linhas } = comparar({ ...entrada, medida: "satisfacao", deContra: outra });
    expect(linhas[0]?.antes).toBeNull();
    expect(linhas[1]?.antes).toBe(8);
  });
});

describe("what is missing and what is wrong", () => {
  it("names each municipality and figure that nobody told", () => {
    const faltas = linhasDeFalta(linhasPorServico(recorte()).filter(({ servico }) => servico.chave === "acolhida"));
    const [a, b, c, d, e, f] = MUNICIPIOS.map(({ codigo }) => codigo);
    expect(faltas.map(({ codigo, falta }) => [codigo, falta])).toEqual([
      [d, "tudo"],
      [f, "tudo"],
      [c, "em andamento"],
      [b, "tempo mediano"],
      [e, "satisfação"],
    ]);
    expect(a).toBe(MUNICIPIOS[0]?.codigo);
  });

  it("lists every finding of every year, the row of a year to come and the other spelling", () => {
    expect(linhasDeProblema(recorte()).map(({ tipo, registro }) => [tipo, registro.codigo])).toEqual([
      ["ano-no-futuro", MUNICIPIOS[0]?.codigo],
      ["tempo-sem-concluidas", MUNICIPIOS[4]?.codigo],
      ["satisfacao-fora-da-escala", MUNICIPIOS[2]?.codigo],
      ["outra-grafia", MUNICIPIOS[4]?.codigo],
    ]);
  });
});
