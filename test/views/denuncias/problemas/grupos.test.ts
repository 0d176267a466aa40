import { describe, expect, it } from "vitest";
import { ESTADOS_DO_PRAZO } from "../../../../src/core/denuncias/prazos.ts";
import type { ResumoDaFila } from "../../../../src/data/denuncias/perguntas.ts";
import {
  COLUNAS_DOS_GRUPOS,
  colunasDoArquivo,
  fraseDosProblemas,
  gruposEmTela,
  linhasDeLado,
} from "../../../../src/views/denuncias/problemas/grupos.ts";

const GRUPOS = gruposEmTela([
  { codigo: "fora-de-ordem", passo: "relatorio", casos: 4 },
  { codigo: "fora-de-ordem", passo: "manifestacao", casos: 7 },
  { codigo: "sem-registro", passo: null, casos: 5 },
  { codigo: "dia-no-futuro", passo: "resposta", casos: 0 },
]);

const RESUMO: ResumoDaFila = {
  casos: 90,
  abertos: 40,
  encerrados: 50,
  apensadas: 10,
  comInconsistencia: 12,
  porEstadoDoPrazo: Object.fromEntries(ESTADOS_DO_PRAZO.map((estado) => [estado, 0])) as ResumoDaFila["porEstadoDoPrazo"],
  semPrazo: 0,
  divididos: 0,
  porEspera: { ouvidoria: 0, estado: 0, municipio: 0, ninguem: 0, principal: 0 },
};

describe("the kinds of problem", () => {
  it("are one entry each, the most seen first, without those never seen", () => {
    expect(GRUPOS.map(({ codigo, vezes }) => [codigo, vezes])).toEqual([
      ["fora-de-ordem", 11],
      ["sem-registro", 5],
    ]);
  });

  it("say in which steps, each with the article that puts it in order", () => {
    const [ordem, registro] = GRUPOS;
    expect(ordem?.passos.map(({ nome, vezes }) => [nome, vezes])).toEqual([
      ["Manifestação do município", 7],
      ["Relatório da verificação", 4],
    ]);
    expect(ordem?.artigo).toBeNull();
    expect(ordem?.passos.every(({ artigo }) => artigo?.startsWith("art") === true)).toBe(true);
    expect(registro?.passos).toEqual([]);
  });

  it("are summed up over all cases, apensadas too, and said not to have been mended", () => {
    // 12 of 90 + 10.
    expect(fraseDosProblemas(RESUMO, GRUPOS)).toBe(
      "12 de 100 casos (12,0\u00a0%) têm algo a conferir, de 2 tipos; o mais comum é “Passo fora de ordem” (11 vezes). Nenhum dado foi mudado: cada um está como veio, contado à parte.",
    );
    expect(fraseDosProblemas({ ...RESUMO, comInconsistencia: 0 }, [])).toBe("Nada a conferir em 100 casos.");
    expect(fraseDosProblemas({ ...RESUMO, casos: 0, apensadas: 0 }, [])).toBe("Nenhum caso com os filtros em uso.");
  });

  it("keep fix, article and steps in the summary file", () => {
    const [ordem] = GRUPOS;
    if (ordem === undefined) throw new Error("a group was given");
    const celula = (id: string) => COLUNAS_DOS_GRUPOS.find((coluna) => coluna.id === id)?.valor(ordem);
    expect(celula("conserto")).toBe("Corrija a data de um dos dois.");
    expect(celula("passos")).toMatch(/^Manifestação do município: 7 \(art[^)]*\); Relatório da verificação: 4 \(art[^)]*\)$/);
  });
});

describe("rows of one kind", () => {
  it("say in the file what is wrong and what to do; a day that is not known is absent, not empty", () => {
    const linha = { protocolo: "P-1", municipio: 9900001, codigo: "sem-data", passo: "manifestacao", dia: null, registro: "2026-01-05" } as const;
    const valores = Object.fromEntries(colunasDoArquivo((codigo) => `município ${codigo}`).map(({ id, valor }) => [id, valor(linha)]));
    expect(valores).toMatchObject({
      protocolo: "P-1",
      municipio: "município 9900001",
      passo: "Manifestação do município",
      dia: { ausencia: "sem-dado" },
      registro: "2026-01-05",
      problema: "Passo sem data",
      conserto: "Preencha a data do passo.",
    });
  });
});

describe("rows of no case", () => {
  it("are counted by kind, with a few protocols to look for", () => {
    const linhas = linhasDeLado({ repetidas: 3, eventosSemCaso: 2, protocolosSemCaso: ["X-1", "X-2"] });
    expect(linhas.map(({ id, quantas }) => [id, quantas])).toEqual([
      ["eventos-sem-caso", 2],
      ["repetidas", 3],
    ]);
    expect(linhas[0]?.oQueE).toContain("Entre eles: X-1 e X-2.");
  });

  it("are not listed where there are none", () => {
    expect(linhasDeLado({ repetidas: 0, eventosSemCaso: 0, protocolosSemCaso: [] })).toEqual([]);
  });
});
