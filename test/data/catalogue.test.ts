import { describe, expect, it } from "vitest";
import type { Fonte, Indicador } from "../../src/core/indicador.ts";
import { indicadoresDoMetodo, type Metodo } from "../../src/core/metodo/method.ts";
import type { Territorio } from "../../src/core/territorio.ts";
import { dataRows, dataText } from "./folder.ts";

const catalogo = JSON.parse(dataText("catalogo.json")) as Indicador[];
const fontes = JSON.parse(dataText("fontes.json")) as Fonte[];
const territorio = JSON.parse(dataText("territorio.json")) as Territorio;
const metodo = JSON.parse(dataText("metodo.json")) as Metodo;
const figures = dataRows("indicadores.csv");

describe("the indicator catalogue", () => {
  it("has at least 25 indicators with real figures", () => {
    expect(new Set(figures.map((f) => f["indicador"])).size).toBeGreaterThanOrEqual(25);
  });

  it("describes every indicator that has figures, each id once", () => {
    const ids = catalogo.map((indicador) => indicador.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(figures.map((f) => f["indicador"]))].filter((id) => !ids.includes(id ?? ""))).toEqual([]);
  });

  it("names a source that exists, and the one the bundled figures themselves name", () => {
    const known = new Set(fontes.map((fonte) => fonte.id));
    for (const { id, fonte } of catalogo) {
      expect(known, id).toContain(fonte);
      const used = new Set(figures.filter((f) => f["indicador"] === id).map((f) => f["fonte"]));
      expect([...used].filter((other) => other !== fonte), id).toEqual([]);
    }
  });

  it("keeps short names short enough for a table header", () => {
    expect(catalogo.filter(({ nomeCurto }) => nomeCurto.length > 22).map(({ id }) => id)).toEqual([]);
  });

  it("never names a year in the title of an indicator of which other years may be loaded", () => {
    const decennial = new Set(["populacao", "populacao-estimada", "populacao-rural"]);
    expect(catalogo.filter(({ id, nome, nomeCurto }) => !decennial.has(id) && /\b20\d\d\b/.test(`${nome} ${nomeCurto}`)).map(({ id }) => id)).toEqual([]);
  });

  it("gives a word to every level of a coded answer, and its limits to the levels", () => {
    for (const { id, niveis, limites } of catalogo) {
      if (niveis === undefined) continue;
      const levels = Object.keys(niveis).map(Number);
      expect({ min: Math.min(...levels), max: Math.max(...levels) }, id).toEqual(limites);
    }
  });

  it("puts each indicator in a dimension of the territory", () => {
    const dimensoes = territorio.indice.dimensoes.map((dimensao) => dimensao.id);
    for (const { id, dimensao } of catalogo) expect(dimensoes, id).toContain(dimensao);
  });

  it("asks a question of each indicator, in a sentence that ends with a question mark", () => {
    expect(catalogo.filter(({ pergunta }) => !/^[A-ZÀ-Ú].*\?$/.test(pergunta))).toEqual([]);
  });

  it("never calls a place worse, critical or bad", () => {
    const texts = [dataText("catalogo.json"), dataText("territorio.json"), dataText("fontes.json")].join(" ");
    expect(texts.match(/\b(pior(es)?|cr[ií]tic[oa]s?|ruim|ruins)\b/giu)).toBeNull();
  });
});

describe("the method of the territory", () => {
  const members = metodo.dimensoes.flatMap((dimensao) =>
    dimensao.indicadores.map(({ id }) => ({ id, dimensao: dimensao.id })),
  );
  const byId = new Map(catalogo.map((indicador) => [indicador.id, indicador]));

  it("uses only indicators that say which way need goes, and reads each that way", () => {
    for (const { id, polaridade } of indicadoresDoMetodo(metodo)) expect(byId.get(id)?.polaridade, id).toBe(polaridade);
  });

  it("has the territory's dimensions, by the same names", () => {
    const nome = new Map(territorio.indice.dimensoes.map((dimensao) => [dimensao.id, dimensao.nome]));
    for (const dimensao of metodo.dimensoes) expect(nome.get(dimensao.id), dimensao.id).toBe(dimensao.nome);
  });

  it("uses each indicator once, under its own dimension", () => {
    expect(new Set(members.map(({ id }) => id)).size).toBe(members.length);
    for (const { id, dimensao } of members) expect(byId.get(id)?.dimensao, id).toBe(dimensao);
  });

  it("never counts a total together with its own parts", () => {
    const ids = new Set(members.map(({ id }) => id));
    for (const total of ["ivs", "idhm", "idcras", "idcreas", "idconselho"]) {
      const parts = [...ids].filter((id) => id.startsWith(`${total}-`));
      expect(ids.has(total) && parts.length > 0, `${total} with ${parts.join(", ")}`).toBe(false);
    }
  });

  it("asks for two thirds of the weight, and draws 2,000 times with 30 % around the weights", () => {
    expect(metodo).toMatchObject({ presencaMinima: 2 / 3, sorteios: 2000, concentracao: 0.3, normalizacao: "balizas" });
  });

  it("takes natural limits from the scale the catalogue states, and names the period of every other table", () => {
    for (const { id, baliza } of indicadoresDoMetodo(metodo)) {
      const limites = byId.get(id)?.limites;
      if (baliza.origem === "limite-natural") expect({ min: baliza.lo, max: baliza.hi }, id).toEqual(limites);
      expect(baliza.periodo !== null, id).toBe(baliza.origem === "periodo-base");
    }
  });
});

describe("the territory", () => {
  it("places the mesh by the linear map fitted for its state", () => {
    const { arquivos } = JSON.parse(dataText("malha/calibracao.json")) as {
      arquivos: Record<string, { lon: number[]; lat: number[] }>;
    };
    const fit = arquivos[territorio.uf.toLowerCase()];
    expect(territorio.malha.lon).toEqual(fit?.lon);
    expect(territorio.malha.lat).toEqual(fit?.lat);
  });

  it("has the linear maps of the 26 states, the Federal District and the country", () => {
    const { arquivos } = JSON.parse(dataText("malha/calibracao.json")) as { arquivos: Record<string, unknown> };
    expect(Object.keys(arquivos)).toHaveLength(28);
  });

  it("cites the article of yearly monitoring and that of the technical visits", () => {
    const apoio = territorio.normas.find((norma) => norma.id === "cib-mt-02-2022");
    expect(apoio?.artigos.map((artigo) => artigo.ref)).toEqual(expect.arrayContaining(["art. 4º, I, c", "art. 9º"]));
  });
});
