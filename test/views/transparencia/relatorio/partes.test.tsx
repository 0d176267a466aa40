// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, type ComponentType } from "react";
import { describe, expect, it, vi } from "vitest";
import type { RelatorioPublico } from "../../../../src/core/publico/relatorio.ts";
import type { ParteDeTransparenciaProps } from "../../../../src/views/transparencia/parte.ts";
import Denuncias from "../../../../src/views/transparencia/denuncias/Denuncias.tsx";
import Protecao from "../../../../src/views/transparencia/protecao/Protecao.tsx";
import Relatorio from "../../../../src/views/transparencia/relatorio/Relatorio.tsx";
import { only, render } from "../../../ui/render.tsx";

const RESUMO = { celulas: 2, ocultas: 1, parteOculta: 0.02 };
const NIVEIS = { lugar: "regiao", tempo: "ano" };

const PUBLICACAO = {
  dataReferencia: "2026-10-31",
  hash: "a".repeat(64),
  politica: "b".repeat(64),
  extratos: [{ id: "denuncias", demonstracao: true, inicio: "2025-01", fim: "2025-12" }],
  protecao: {
    k: { denuncias: 10, servicos: 5 },
    marca: "oculto para proteger pessoas",
    arredondamento: { regra: "nenhum", porque: "Os números saem exatos ou não saem." },
    encarregado: { cargo: null, contato: null },
    responsavel: { nome: "Vigilância", contato: null },
    licenca: { nome: "CC-BY-4.0", titulo: "Creative Commons", url: null },
    quem: { denuncias: "Cada protocolo conta como uma pessoa.", servicos: "Cada pedido conta como uma pessoa." },
  },
  rotulos: { lugar: { "1": "Norte", "2": "Sul" }, tema: { a: "Acolhimento", b: "Benefícios" } },
  tabelas: [
    {
      id: "denuncias-lugar-ano",
      titulo: "Denúncias por lugar e ano",
      assunto: "denuncias",
      demonstracao: true,
      niveis: NIVEIS,
      pedida: { ...NIVEIS, lugar: "municipio" },
      linhas: [
        { membros: { lugar: "2", tempo: "2025" }, valor: 49 },
        { membros: { lugar: "1", tempo: "2025" }, valor: "oculto" },
      ],
      resumo: RESUMO,
    },
  ],
  naoPublicadas: [],
  provas: [{ assunto: "denuncias", k: 10, celulas: 30, ocultas: 4, menorLargura: 11, descobertas: 0, anteriores: 0 }],
};

const CONTAGEM = { valor: 49, minimo: 49, ocultas: 0, visiveis: 1 };
const OCULTA = { valor: "oculto", minimo: 0, ocultas: 1, visiveis: 0 } as const;
const RELATORIO: RelatorioPublico = {
  formato: 1,
  demonstracao: true,
  inicio: "2024-01",
  fim: "2025-12",
  anos: [2024, 2025].map((ano) => ({
    ano,
    completo: true,
    numero: CONTAGEM,
    periodos: [],
    motivos: [{ ...CONTAGEM, membro: "a" }, { ...OCULTA, membro: "b" }],
    recorrentes: [],
    prazos: [],
    desfechos: [],
    apoio: null,
  })),
};

function desenhar(Parte: ComponentType<ParteDeTransparenciaProps>, outros: Partial<Record<keyof ParteDeTransparenciaProps, unknown>> = {}): HTMLElement {
  const client = new QueryClient();
  client.setQueryData(["publico", "glossario"], []);
  const props = {
    territorio: { orgao: "Secretaria", normas: [] },
    municipios: [],
    edicao: "publica",
    publicacao: PUBLICACAO,
    ler: () => ({ estado: "pronto", valor: RELATORIO }),
    estado: { parte: "relatorio", codigo: null, ano: null, ajustes: {} },
    mudar: () => undefined,
    enderecoDe: (parte: string) => `#/transparencia?parte=${parte}`,
    arquivo: (caminho: string) => `publico/${caminho}`,
    norma: () => null,
    nome: String,
    demonstracao: true,
    cabecalho: (titulo: string) => ({ titulo, fontes: [], filtros: [], dataReferencia: "2026-10-31", demonstracao: true }),
    ...outros,
  } as unknown as ParteDeTransparenciaProps;
  return render(
    <QueryClientProvider client={client}>
      <Parte {...props} />
    </QueryClientProvider>,
  ).host;
}

describe("the annual report", () => {
  it("shows the newest closed year, and another one when the address says so", () => {
    expect(only(desenhar(Relatorio), "h1").textContent).toBe("Relatório anual das denúncias: 2025");
    expect(only(desenhar(Relatorio, { estado: { ano: 2024, ajustes: {} } }), "h1").textContent).toBe("Relatório anual das denúncias: 2024");
    expect(only(desenhar(Relatorio, { estado: { ano: 1999, ajustes: {} } }), "h1").textContent).toBe("Relatório anual das denúncias: 2025");
  });

  it("puts the year that is chosen in the address", () => {
    const mudar = vi.fn();
    const escolha = only(desenhar(Relatorio, { mudar }), "select", HTMLSelectElement);
    act(() => {
      escolha.value = "2024";
      escolha.dispatchEvent(new Event("change", { bubbles: true }));
    });
    expect(mudar).toHaveBeenCalledWith({ ano: 2024 });
  });

  it("says a hidden reason in its own words, without a number and without a share", () => {
    const linhas = [...desenhar(Relatorio).querySelectorAll("tbody tr")].map((linha) => [...linha.children].map((celula) => celula.textContent));
    expect(linhas).toEqual([
      ["Acolhimento", "49", "100,0\u00a0%"],
      ["Benefícios", "oculto para proteger pessoas", "não calculada"],
    ]);
  });
});

describe("the page of complaints", () => {
  it("has places by name, hidden ones in their own look, and says that the table is coarser than it was asked", () => {
    const host = desenhar(Denuncias);
    const tabela = [...host.querySelectorAll("table")].find((uma) => uma.textContent.includes("Norte"));
    const linhas = [...(tabela?.querySelectorAll("tbody tr") ?? [])].map((linha) => [...linha.children].map((celula) => celula.textContent));
    expect(linhas).toEqual([
      ["Norte", "oculto para proteger pessoas"],
      ["Sul", "49"],
    ]);
    expect(host.textContent).toContain("O pedido era publicar por município e ano.");
    expect(host.textContent).toContain("1 lugar está oculto neste período, de 2.");
  });

  it("tells what protection was applied and what the attack found", () => {
    const host = desenhar(Denuncias);
    expect(host.textContent).toContain("Nenhum número de 1 a 9 é publicado");
    expect(host.textContent).toContain("Nesta publicação, nenhum número oculto pôde ser descoberto.");
    expect(host.textContent).toContain("O menor intervalo foi de 11.");
    expect([...host.querySelectorAll("code")].map((codigo) => codigo.getAttribute("title"))).toEqual(["b".repeat(64), "a".repeat(64)]);
  });

  it("says that a hidden number could be found out, when the proof does", () => {
    const provas = [{ ...PUBLICACAO.provas[0], descobertas: 2 }];
    expect(desenhar(Denuncias, { publicacao: { ...PUBLICACAO, provas } }).textContent).toContain("2 números ocultos puderam ser descobertos.");
  });
});

describe("the page of data protection", () => {
  it("says plainly what is not set yet", () => {
    const host = desenhar(Protecao);
    const ditos = [...host.querySelectorAll("dd")].map((dito) => dito.textContent);
    expect(ditos).toEqual(["Secretaria", "Vigilância", "a definir", "Creative Commons"]);
    expect(host.textContent).toContain("O encarregado ainda está a definir");
  });

  it("names the office when the policy does", () => {
    const protecao = { ...PUBLICACAO.protecao, encarregado: { cargo: "Controladoria", contato: "ouvidoria@orgao.example" } };
    const host = desenhar(Protecao, { publicacao: { ...PUBLICACAO, protecao } });
    expect(host.textContent).toContain("Controladoria: ouvidoria@orgao.example");
    expect(host.textContent).not.toContain("ainda está a definir");
  });

  it("tells the edition that keeps the user's files from the one that keeps nothing", () => {
    expect(desenhar(Protecao).textContent).not.toContain("A edição técnica");
    expect(desenhar(Protecao, { edicao: "tecnica" }).textContent).toContain("A edição técnica muda em um ponto");
  });
});
