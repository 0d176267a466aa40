import { describe, expect, it } from "vitest";
import {
  avisosDoRegistro,
  filtrosEmPalavras,
  fraseCobertura,
  fraseMonitoramento,
} from "../../../../src/views/cobertura/mapa/frase.ts";
import { linhasPorMunicipio, semMonitoramento } from "../../../../src/views/cobertura/mapa/model.ts";
import { nomesDasRegioes } from "../../../../src/core/municipio.ts";
import { EXTRATO, MUNICIPIOS, RECORTE } from "../municipios.ts";

const REGIOES = nomesDasRegioes(MUNICIPIOS);

/** Lines in which the first `n` of the places had one on-site event in the period. */
const com = (n: number, municipios = MUNICIPIOS) =>
  linhasPorMunicipio(
    municipios,
    municipios.slice(0, n).map(({ codigo }) => ({
      codigo,
      ultimo_presencial: "2026-05-05",
      ultimo_monitoramento: null,
      ultimo_monitoramento_presencial: null,
      eventos_presenciais: 1,
      eventos_nao_presenciais: 0,
    })),
    RECORTE.em,
  );

const frase = (linhas: ReturnType<typeof com>, mudanca: Partial<typeof RECORTE> = {}) => {
  const recorte = { ...RECORTE, ...mudanca };
  return fraseCobertura(linhas, recorte, REGIOES);
};

describe("the page's sentence", () => {
  it("says how many of how many, in how long, until when", () => {
    expect(frase(com(3))).toBe("3 de 4 municípios tiveram apoio presencial nos 12 meses até 31/10/2026.");
  });

  it("agrees in number with one, none and all", () => {
    expect(frase(com(1))).toBe("1 de 4 municípios teve apoio presencial nos 12 meses até 31/10/2026.");
    expect(frase(com(0))).toBe("Nenhum dos 4 municípios teve apoio presencial nos 12 meses até 31/10/2026.");
    expect(frase(com(4))).toBe("Todos os 4 municípios tiveram apoio presencial nos 12 meses até 31/10/2026.");
    expect(frase(com(0, MUNICIPIOS.slice(0, 1)))).toBe(
      "O único município não teve apoio presencial nos 12 meses até 31/10/2026.",
    );
    expect(frase([])).toBe("Nenhum município corresponde aos filtros de região e porte.");
  });

  it("carries its filters", () => {
    expect(
      frase(com(1, MUNICIPIOS.slice(0, 2)), {
        regioes: [990001, 990002],
        portes: ["pequeno-1", "medio"],
        estrategias: ["visita-tecnica"],
        eixos: ["gestao-suas"],
        meses: 24,
      }),
    ).toBe(
      "1 de 2 municípios das regiões de Serra e Vale de porte Pequeno I ou Médio teve apoio presencial (visita técnica; eixo Gestão do SUAS) nos 24 meses até 31/10/2026.",
    );
  });
});

describe("the sentence of the yearly monitoring", () => {
  it("counts who is past it and, of those, who has nothing on record", () => {
    const linhas = linhasPorMunicipio(
      MUNICIPIOS,
      [
        ["2025-10-31", 9900001],
        ["2026-01-01", 9900002],
      ].map(([data, codigo]) => ({
        codigo: Number(codigo),
        ultimo_presencial: null,
        ultimo_monitoramento: String(data),
        ultimo_monitoramento_presencial: null,
        eventos_presenciais: 0,
        eventos_nao_presenciais: 0,
      })),
      RECORTE.em,
    );
    const atrasados = linhas.filter((linha) => semMonitoramento(linha, "2026-11-01"));
    expect(fraseMonitoramento(atrasados, 4)).toBe(
      "3 municípios estão há mais de 12 meses sem monitoramento, 2 sem nenhum registro.",
    );
    expect(fraseMonitoramento(atrasados.slice(0, 1), 4)).toBe(
      "1 município está há mais de 12 meses sem monitoramento.",
    );
    expect(fraseMonitoramento(atrasados.slice(1), 4)).toBe(
      "2 municípios estão há mais de 12 meses sem monitoramento, sem nenhum registro.",
    );
    expect(fraseMonitoramento([], 4)).toBe("Todos os municípios tiveram monitoramento nos últimos 12 meses.");
  });
});

describe("filters in words", () => {
  it("name the period by its first and last day", () => {
    expect(filtrosEmPalavras(RECORTE, REGIOES)).toEqual(["período: 01/11/2025 a 31/10/2026"]);
    expect(
      filtrosEmPalavras({ ...RECORTE, regioes: [990002, 990009], portes: ["medio"], eixos: ["saas"] }, REGIOES),
    ).toEqual([
      "período: 01/11/2025 a 31/10/2026",
      "região: Vale e região 990009",
      "porte: Médio",
      "eixo: SAAS (gabinete da Assistência Social)",
    ]);
  });
});

describe("what the record cannot answer", () => {
  it("is silent when the record covers the period", () => {
    expect(avisosDoRegistro(RECORTE, EXTRATO, [])).toEqual([]);
    // Last event on the 2nd, first on the 20th: both months are the record's.
    expect(avisosDoRegistro(RECORTE, { inicio: "2025-11-20", fim: "2026-10-02" }, [])).toEqual([]);
  });

  it("is said when the record starts late, ends early, is short for a year, or has unknown codes", () => {
    const avisos = avisosDoRegistro(RECORTE, { ...EXTRATO, inicio: "2026-01-15", fim: "2026-09-30" }, [9999999]);
    expect(avisos).toHaveLength(4);
    expect(avisos[0]).toContain("começa em 15/01/2026, depois do início do período (01/11/2025)");
    expect(avisos[1]).toContain("vai até 30/09/2026");
    expect(avisos[2]).toContain("não permite concluir que faltou monitoramento");
    expect(avisos[3]).toContain("9999999");
  });
});
