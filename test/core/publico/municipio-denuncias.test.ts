import { describe, expect, it } from "vitest";
import { denunciasDosLugares, type LugarQueContem } from "../../../src/core/publico/municipio-denuncias.ts";
import { textoDasDenuncias } from "../../../src/core/publico/municipio-texto-denuncias.ts";
import type { NumeroPublico } from "../../../src/core/publico/numero.ts";
import type { NiveisDaTabela, TabelaProtegida } from "../../../src/core/publico/publicacao.ts";
import { municipioDeTeste } from "./municipio-de-teste.ts";

const LUGARES: readonly LugarQueContem[] = [
  { nome: "Serra Alta", doMunicipio: true, membros: ["9900001"] },
  { nome: "Vale", doMunicipio: false, membros: ["990001"] },
  { nome: "Terra", doMunicipio: false, membros: ["TT"] },
];

function tabela(id: string, niveis: NiveisDaTabela, linhas: readonly (readonly [string | null, string, NumeroPublico])[]): TabelaProtegida {
  return {
    id,
    titulo: id,
    assunto: "denuncias",
    demonstracao: true,
    niveis,
    pedida: niveis,
    linhas: linhas.map(([lugar, tempo, valor]) => ({ membros: { ...(lugar === null ? {} : { lugar }), tempo }, valor })),
    resumo: { celulas: linhas.length, ocultas: 0, parteOculta: 0 },
  };
}

const DO_MUNICIPIO = tabela("m", { lugar: "municipio", tempo: "ano" }, [["9900001", "2025", "oculto"], ["9900001", "2024", 14], ["9900009", "2024", 99]]);
const DA_REGIAO = tabela("r", { lugar: "regiao", tempo: "ano" }, [["990001", "2025", 40], ["990001", "2024", 30]]);
const DO_TRIMESTRE = tabela("t", { lugar: "regiao", tempo: "trimestre" }, [["990001", "2025-T1", 11]]);
const POR_TEMA = tabela("tema", { lugar: "regiao", tempo: "ano", tema: "tema" }, [["990001", "2025", 1]]);

const texto = (tabelas: readonly TabelaProtegida[]) =>
  textoDasDenuncias(municipioDeTeste({ denuncias: { demonstracao: true, k: 10, inicio: null, lugares: denunciasDosLugares(tabelas, LUGARES) } }));

describe("complaints of a place and of those around it", () => {
  it("takes the municipality's rows alone, in order of time, and prefers years", () => {
    expect(denunciasDosLugares([DO_TRIMESTRE, DO_MUNICIPIO, DA_REGIAO, POR_TEMA], LUGARES)).toEqual([
      { tabela: "m", nivel: "municipio", lugar: "Serra Alta", doMunicipio: true, tempo: "ano", linhas: [{ periodo: "2024", valor: 14 }, { periodo: "2025", valor: "oculto" }] },
      { tabela: "r", nivel: "regiao", lugar: "Vale", doMunicipio: false, tempo: "ano", linhas: [{ periodo: "2024", valor: 30 }, { periodo: "2025", valor: 40 }] },
    ]);
  });

  it("reads a table without place as the widest one", () => {
    expect(denunciasDosLugares([tabela("u", { tempo: "ano" }, [[null, "2025", 200]])], LUGARES)).toMatchObject([{ lugar: "Terra", nivel: "uf" }]);
  });

  it("never reads a table of another dimension", () => {
    expect(denunciasDosLugares([POR_TEMA], LUGARES)).toEqual([]);
  });

  it("shows the region beside a municipality with a hidden figure, with the reason", () => {
    const { frases, mostrados } = texto([DO_MUNICIPIO, DA_REGIAO]);
    expect(mostrados.map(({ lugar }) => lugar)).toEqual(["Serra Alta", "Vale"]);
    expect(frases.slice(0, 3)).toEqual([
      "Em 2024, houve 14 denúncias registradas em Serra Alta.",
      "Alguns números daqui estão ocultos: os de menos de 10 pessoas, e os que ajudariam a achar esses.",
      "Na região de Vale, houve 40 denúncias registradas em 2025.",
    ]);
  });

  it("says that the municipality's own are not published where the table is of regions, without saying that they are few", () => {
    const { frases, mostrados } = texto([DA_REGIAO]);
    expect(mostrados.map(({ lugar }) => lugar)).toEqual(["Vale"]);
    expect(frases[0]).toBe("O número de denúncias só de Serra Alta não é publicado.");
    expect(frases[1]).toBe("Muitas cidades têm poucos casos: um número de menos de 10 pessoas poderia mostrar quem denunciou.");
  });

  it("goes on to a wider place when the region's are all hidden", () => {
    const oculta = tabela("r", { lugar: "regiao", tempo: "ano" }, [["990001", "2025", "oculto"]]);
    expect(texto([oculta, tabela("u", { lugar: "uf", tempo: "ano" }, [["TT", "2025", 200]])]).mostrados.map(({ lugar }) => lugar)).toEqual(["Terra"]);
  });

  it("shows only the municipality when nothing of it is hidden", () => {
    const inteira = tabela("m", { lugar: "municipio", tempo: "ano" }, [["9900001", "2025", 0]]);
    expect(texto([inteira, DA_REGIAO]).mostrados.map(({ lugar }) => lugar)).toEqual(["Serra Alta"]);
  });

  it("says so when no table may go out, and when no record is kept", () => {
    expect(texto([]).mostrados).toEqual([]);
    expect(textoDasDenuncias({ nome: "Serra Alta", denuncias: null }).frases).toEqual(["Não há registro de denúncias nestes dados."]);
  });
});
