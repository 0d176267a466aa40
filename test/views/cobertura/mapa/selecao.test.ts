import { describe, expect, it } from "vitest";
import { COLUNAS_EXPORTACAO, COLUNAS_MONITORAMENTO, comFiltros } from "../../../../src/views/cobertura/mapa/colunas.tsx";
import { cabecalhoDaLista } from "../../../../src/views/cobertura/mapa/contexto.ts";
import { codec } from "../../../../src/views/cobertura/estado.ts";
import { recorteDe, selecaoEmPalavras } from "../../../../src/views/cobertura/mapa/recorte.ts";

const EXTRATO = {
  id: "apoios",
  titulo: "Apoio técnico",
  linhas: 1,
  inicio: "2023-11-01",
  fim: "2026-10-29",
  demonstracao: true,
  origem: "incluído no aplicativo",
} as const;

function cabecalho(params: Readonly<Record<string, string>>) {
  const estado = codec.decode(params);
  const contexto = { estado, extrato: EXTRATO, nomesRegioes: new Map<number, string>(), norma: null };
  return cabecalhoDaLista("Todos os municípios", 2, recorteDe(estado, "2026-10-31"), contexto);
}

describe("figures under a filter of strategy or eixo", () => {
  it("are named by the filter, in words", () => {
    const estado = codec.decode({ estrategia: "monitoramento", eixo: "gestao-suas" });
    expect(selecaoEmPalavras(estado)).toBe("estratégia: Monitoramento; eixo: Gestão do SUAS");
    expect(selecaoEmPalavras(codec.decode({}))).toBe("");
  });

  it("say so in their columns, and those of monitoring, which no filter changes, do not", () => {
    expect(comFiltros(COLUNAS_MONITORAMENTO).map(({ titulo }) => titulo)).toEqual([
      "Município",
      "Último monitoramento",
      "Monitorado há",
      "Último apoio presencial, com os filtros",
      "Presencial há, com os filtros",
    ]);
    const filtradas = comFiltros(COLUNAS_EXPORTACAO).filter(({ titulo }) => titulo.endsWith("com os filtros"));
    expect(filtradas.map(({ id }) => id)).toEqual(["presencial", "meses-presencial", "presenciais", "nao-presenciais"]);
  });
});

describe("the head of the downloaded list", () => {
  it("counts the rows that follow, and names the search that chose them", () => {
    const { titulo, filtros } = cabecalho({ busca: "varzea" });
    expect(titulo).toBe("Todos os municípios: 2 municípios");
    expect(filtros).toEqual(["período: 01/11/2025 a 31/10/2026", "nome com “varzea”"]);
    expect(cabecalho({}).filtros).toEqual(["período: 01/11/2025 a 31/10/2026"]);
  });
});
