import { describe, expect, test } from "vitest";
import type { ServicoPublico, ServicosPublicos } from "../../../../src/core/publico/servicos.ts";
import { parseServicosPublicos, servicosNoArquivo } from "../../../../src/data/publico/servicos.ts";
import { fraseDosServicos, municipiosDoServico, notasEmPalavras, servicosDoAno } from "../../../../src/views/transparencia/servicos/modelo.ts";

function linha(codigo: number, parte: Partial<ServicoPublico> = {}): ServicoPublico {
  return { codigo, chave: "acolhida", ano: 2025, emAndamento: "oculto", concluidas: 10, tempoMedio: 10, tempoMediano: 8, satisfacao: null, escala: null, respostas: null, ...parte };
}

function servicos(linhas: readonly ServicoPublico[], parte: Partial<ServicosPublicos> = {}): ServicosPublicos {
  return {
    formato: 1,
    k: 5,
    demonstracao: true,
    anos: [2025],
    servicos: [{ chave: "acolhida", nome: "Acolhida" }],
    linhas,
    emAndamentoPorMunicipio: false,
    concluidasPorMunicipio: true,
    totais: [{ chave: "acolhida", ano: 2025, emAndamento: 70, concluidas: 100 }],
    ...parte,
  };
}

describe("the panel of services, as a citizen reads it", () => {
  test("a mean time is weighed by the requests that can be seen, and a hidden row enters no account", () => {
    // (10 days × 10 + 40 days × 20) ÷ 30 = 30 days; the hidden row is in neither sum.
    const [acolhida] = servicosDoAno(servicos([linha(1), linha(2, { concluidas: 20, tempoMedio: 40 }), linha(3, { concluidas: "oculto", tempoMedio: "oculto", tempoMediano: "oculto" })]), 2025);
    expect(acolhida?.agregado.tempoMedio).toMatchObject({ dias: 30, informados: 2, concluidas: 30 });
    expect([acolhida?.concluidas, acolhida?.emAndamento]).toEqual([100, 70]);
  });

  test("marks of two scales stand side by side and are never joined", () => {
    const [acolhida] = servicosDoAno(servicos([linha(1, { satisfacao: 4, escala: { min: 1, max: 5 }, respostas: 10 }), linha(2, { satisfacao: 8, escala: { min: 0, max: 10 }, respostas: 5 })]), 2025);
    expect(acolhida === undefined ? "" : notasEmPalavras(acolhida.agregado)).toBe("4,0 (de 1 a 5); 8,0 (de 0 a 10)");
  });

  test("the sentence does not make up a total that is hidden", () => {
    const linhas = servicosDoAno(servicos([linha(1)], { totais: [{ chave: "acolhida", ano: 2025, emAndamento: null, concluidas: "oculto" }] }), 2025);
    expect(fraseDosServicos(linhas, 2025)).toBe("Em 2025, nenhum serviço tem total que possa ser dito.");
    expect(fraseDosServicos(servicosDoAno(servicos([linha(1)]), 2025), 2025)).toBe("Em 2025, 1 serviço concluiu 100 pedidos.");
  });

  test("a municipality stands beside the middle of its size only with five of them", () => {
    const cinco = [1, 2, 3, 4, 5].map((codigo) => linha(codigo, { tempoMedio: 10 * codigo }));
    const nomes = { nome: (codigo: number) => `M${codigo}`, porteDe: () => "medio" as const };
    const meio = (linhas: readonly ServicoPublico[]) => municipiosDoServico(servicos(linhas), { ano: 2025, chave: "acolhida", ...nomes }).map((um) => um.meio);
    // 10, 20, 30, 40, 50: the third is the middle.
    expect(meio(cinco)).toEqual([30, 30, 30, 30, 30]);
    expect(meio(cinco.slice(1))).toEqual([null, null, null, null]);
  });

  test("the file gives back what it was made from", () => {
    const dados = servicos([linha(1), linha(2, { satisfacao: 4, escala: { min: 1, max: 5 }, respostas: 10, concluidas: null, tempoMedio: "oculto" })]);
    expect(parseServicosPublicos(JSON.parse(JSON.stringify(servicosNoArquivo(dados))))).toEqual(dados);
  });
});
