import { describe, expect, it } from "vitest";
import { PADRAO } from "../../../../src/views/denuncias/estado.ts";
import { filtroDe, filtrosEmPalavras, filtrosForaDaParte, mesesComOsDoEndereco, mesesDoRegistro, recorteNaFrase, soPrazosDoTerritorio } from "../../../../src/views/denuncias/filtros/filtro.ts";
import { nomesDasRegioes } from "../../../../src/core/municipio.ts";
import { municipio } from "../volume/amostras.ts";

const MUNICIPIOS = [municipio(5100001, "Alfa", 510001, 10), municipio(5100002, "Beta", 510002, 10), municipio(5100003, "Gama", null, 10)];
const NOMES = {
  municipios: MUNICIPIOS,
  nomesRegioes: nomesDasRegioes(MUNICIPIOS),
  doTerritorio: {
    prazos: [
      {
        id: "resposta",
        nome: "Resposta a quem denunciou",
        n: 15,
        unidade: "corridos",
        desde: "registro",
        desfecho: null,
        cumpre: "resposta",
        encerra: ["arquivamento"],
        responsavel: "ouvidoria",
        norma: "n",
        artigo: "art. 1º",
      },
    ],
    superintendencias: [{ id: "servicos", nome: "Superintendência de Serviços", temas: [], fonte: null }],
  },
} as const;

describe("the filter of the questions", () => {
  it("asks for every municipality when no place is chosen", () => {
    expect(filtroDe(PADRAO, MUNICIPIOS).municipios).toBeNull();
  });

  it("takes a region as all of its municipalities", () => {
    expect(filtroDe({ ...PADRAO, regioes: [510001, 510002] }, MUNICIPIOS).municipios).toEqual([5100001, 5100002]);
  });

  it("a municipality outside the chosen regions leaves none, and not all", () => {
    expect(filtroDe({ ...PADRAO, regioes: [510002], municipio: 5100001 }, MUNICIPIOS).municipios).toEqual([]);
  });

  it("a municipality that is in no table is still asked for", () => {
    expect(filtroDe({ ...PADRAO, municipio: 5199999 }, MUNICIPIOS).municipios).toEqual([5199999]);
  });
});

describe("the filters in words", () => {
  it("name each filter in force, for the sentence and for exports", () => {
    const estado = { ...PADRAO, de: "2026-01", municipio: 5100002, superintendencias: ["servicos"], prazos: ["resposta"], estadosDoPrazo: ["vencido"] } as const;
    expect(filtrosEmPalavras(estado, NOMES)).toEqual([
      "registro desde jan. 2026",
      "município: Beta",
      "superintendência: Superintendência de Serviços",
      "prazo: Resposta a quem denunciou",
      "situação do prazo: vencido",
    ]);
    expect(recorteNaFrase({ ...PADRAO, municipio: 5100002 }, NOMES)).toBe(" (município: Beta)");
    expect(recorteNaFrase(PADRAO, NOMES)).toBe("");
  });
});

describe("filters that a part does not obey", () => {
  it("are said where they do not hold, and only there", () => {
    const estado = { ...PADRAO, superintendencias: ["servicos"], estadosDoPrazo: ["vencido"], situacoes: ["respondida"] } as const;
    expect(filtrosForaDaParte({ ...estado, parte: "volume" })).toBe("Nesta parte não valem os filtros de superintendência e prazo; em outras, sim.");
    expect(filtrosForaDaParte(estado)).toBe("Nesta parte não vale o filtro de situação declarada; em outras, sim.");
    expect(filtrosForaDaParte({ ...estado, parte: "regras" })).toBeNull();
    expect(filtrosForaDaParte(PADRAO)).toBeNull();
  });
});

describe("what only bounds the queue", () => {
  it("is said not to bound the series of the alerts, which would lose their base", () => {
    const estado = { ...PADRAO, parte: "alertas", de: "2026-10", estadosDoPrazo: ["cumprido"], canais: ["carta-ar"] } as const;
    expect(filtrosForaDaParte(estado)).toBe("Nesta parte não valem os filtros de período e prazo; em outras, sim.");
    expect(filtrosForaDaParte({ ...estado, parte: "prazos" })).toBeNull();
    expect(filtrosForaDaParte({ ...PADRAO, parte: "alertas", canais: ["carta-ar"] })).toBeNull();
  });
});

describe("a term in the address that the territory does not have", () => {
  it("is as none, and the others stay", () => {
    const estado = { ...PADRAO, prazos: ["nao-existe", "resposta"] };
    expect(soPrazosDoTerritorio(estado, NOMES.doTerritorio).prazos).toEqual(["resposta"]);
    expect(filtrosEmPalavras(soPrazosDoTerritorio({ ...PADRAO, prazos: ["nao-existe"] }, NOMES.doTerritorio), NOMES)).toEqual([]);
  });
});

describe("the months a registration is chosen from", () => {
  it("go from the extract's first to today's", () => {
    expect(mesesDoRegistro({ inicio: "2023-11-02", fim: "2026-10-30" }, "2026-10-31")).toEqual({ min: "2023-11", max: "2026-10" });
  });

  it("leave out the years before SUAS and after today", () => {
    expect(mesesDoRegistro({ inicio: "0202-11-02", fim: "2062-01-01" }, "2026-10-31")).toEqual({ min: "2004-10", max: "2026-10" });
    expect(mesesDoRegistro({ inicio: null, fim: null }, "2026-10-31")).toEqual({ min: "2026-10", max: "2026-10" });
  });

  it("reach the months of the address, so that the field never says another", () => {
    const meses = { min: "2023-11", max: "2026-10" };
    expect(mesesComOsDoEndereco(meses, { de: "2030-01", ate: "2031-01" })).toEqual({ min: "2023-11", max: "2031-01" });
    expect(mesesComOsDoEndereco(meses, { de: "2010-05", ate: null })).toEqual({ min: "2010-05", max: "2026-10" });
    expect(mesesComOsDoEndereco(meses, { de: null, ate: "2024-02" })).toEqual(meses);
  });
});
