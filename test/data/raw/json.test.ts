import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../src/data/import/limits.ts";
import { Refusal } from "../../../src/data/import/whole-file.ts";
import { openJson } from "../../../src/data/raw/json.ts";
import type { RawTable } from "../../../src/data/raw/raw.ts";
import { sharedPath } from "../../shared.ts";
import { recordsOf } from "./workbook-files.ts";

interface Read {
  readonly nome: string | null;
  readonly nomes: readonly string[];
  readonly linhas: readonly (readonly string[])[];
}

const read = (table: RawTable): Read => ({ nome: table.nome, nomes: table.cabecalho?.nomes ?? [], linhas: recordsOf(table).map(({ campos }) => campos) });
const tables = (value: unknown): Read[] => openJson(typeof value === "string" ? value : JSON.stringify(value)).map(read);

function refusal(texto: string, limits = LIMITS): Refusal {
  try {
    openJson(texto, limits);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("the JSON was not refused");
}

describe("a list of objects", () => {
  it("is a table whose columns are all the keys, in the order they first come", () => {
    expect(tables([{ a: 1, b: null }, { b: "x", c: true }, {}])).toEqual([
      { nome: null, nomes: ["a", "b", "c"], linhas: [["1", "", ""], ["", "x", "true"], ["", "", ""]] },
    ]);
  });

  it("has its records numbered from 1 under a header numbered 0, and blank ones told", () => {
    const [table] = openJson('[{"a":1},{},{"a":2}]');
    expect(table?.cabecalho?.linha).toBe(0);
    expect(table === undefined ? [] : recordsOf(table).map(({ linha, tipo }) => [linha, tipo])).toEqual([[1, "dados"], [2, "branco"], [3, "dados"]]);
    expect(table?.inicio.map(({ linha }) => linha)).toEqual([1, 2, 3]);
  });

  it("flattens what is inside with dots, joins lists of values, and makes lists of objects tables of their own", () => {
    expect(tables([{ id: 1, UF: { sigla: "CE", regiao: { nome: "Nordeste" } }, anos: [2023, "2024"], itens: [{ x: 1 }, { x: 2 }] }])).toEqual([
      { nome: null, nomes: ["id", "UF.sigla", "UF.regiao.nome", "anos", "itens"], linhas: [["1", "CE", "Nordeste", "2023; 2024", "[lista]"]] },
      { nome: "itens", nomes: ["x"], linhas: [["1"], ["2"]] },
    ]);
  });

  it("keeps __proto__, constructor, blank and repeated keys as columns", () => {
    expect(tables('[{"__proto__":"p","constructor":"c","":"v","a":1,"a":2}]')).toEqual([
      { nome: null, nomes: ["__proto__", "constructor", "(sem nome)", "a", "a (2)"], linhas: [["p", "c", "v", "1", "2"]] },
    ]);
    expect(({} as { p?: string }).p).toBeUndefined();
  });

  it("keeps every digit of a long number, decodes escapes, and takes zero for zero", () => {
    expect(tables('[{"id":12345678901234567890,"n":652184.0,"z":0,"t":"\\u00c1gua \\"Boa\\"\\\\\\n"}]')[0]?.linhas).toEqual([
      ["12345678901234567890", "652184", "0", 'Água "Boa"\\\n'],
    ]);
  });

  it("may stand anywhere, named by its path, and be empty", () => {
    expect(tables({ response: { numFound: 1, docs: [{ a: 1 }] } }).map(({ nome }) => nome)).toEqual(["response.docs"]);
    expect(tables({ response: { numFound: 0, docs: [] } })).toEqual([{ nome: "response.docs", nomes: [], linhas: [] }]);
    expect(tables({ url: "x", body: '{"response":{"docs":[{"a":1}]}}' })).toEqual([{ nome: "response.docs", nomes: ["a"], linhas: [["1"]] }]);
  });

  it("can be walked again and stopped", () => {
    const [table] = openJson('[{"a":1},{"a":2},{"a":3}]');
    const seen: string[] = [];
    table?.percorrer(({ campos }) => {
      seen.push(campos[0] ?? "");
      return seen.length < 2;
    });
    expect(seen).toEqual(["1", "2"]);
    expect(table === undefined ? [] : recordsOf(table)).toHaveLength(3);
  });
});

describe("an object", () => {
  it("from codes to values is a table of keys and values", () => {
    expect(tables({ "5100102": 4990, "5100201": null })).toEqual([{ nome: null, nomes: ["chave", "valor"], linhas: [["5100102", "4990"], ["5100201", ""]] }]);
    expect(tables({ dados: { "2304400": "1", "2303709": "2" } })[0]).toMatchObject({ nome: "dados", nomes: ["chave", "valor"] });
  });

  it("from codes to records keeps the code of each, and that of the lists under it", () => {
    expect(tables({ "5100102": { pop: 1 }, "5100201": { pop: 2 } })).toEqual([{ nome: null, nomes: ["chave", "pop"], linhas: [["5100102", "1"], ["5100201", "2"]] }]);
    expect(tables({ "5100102": [{ ano: 2022 }, { ano: 2023 }], "5100201": [{ ano: 2023 }] })).toEqual([
      { nome: "*", nomes: ["chave", "ano"], linhas: [["5100102", "2022"], ["5100102", "2023"], ["5100201", "2023"]] },
    ]);
  });

  it("alone is one record", () => {
    expect(tables({ id: 5100102, nome: "Acorizal", UF: { sigla: "MT" } })).toEqual([{ nome: null, nomes: ["id", "nome", "UF.sigla"], linhas: [["5100102", "Acorizal", "MT"]] }]);
  });
});

it("GeoJSON features give their properties, and of the geometry only the type", () => {
  const feature = { type: "Feature", id: 7, geometry: { coordinates: [[[1, 2]]], type: "Polygon" }, properties: { codarea: "5100102", id: "x" } };
  expect(tables({ type: "FeatureCollection", features: [feature] })).toEqual([
    { nome: "features", nomes: ["id", "geometria", "codarea", "id (2)"], linhas: [["7", "Polygon", "5100102", "x"]] },
  ]);
});

it("a list of lists is a table whose header is told by its shape", () => {
  expect(tables([["Município", "População"], ["Acorizal", 4990], ["Água Boa", 31314]])).toEqual([
    { nome: null, nomes: ["Município", "População"], linhas: [["Município", "População"], ["Acorizal", "4990"], ["Água Boa", "31314"]] },
  ]);
});

describe("what is no JSON is refused", () => {
  it.each([
    ['[{"a":1},\n {"a" 2}]', "na linha 2, caractere 7: ali devia haver dois-pontos"],
    ["[{'a':1}]", "na linha 1, caractere 3: ali devia haver o nome de um campo entre aspas"],
    ['[{"a":1,}]', "na linha 1, caractere 9: ali devia haver o nome"],
    ['[{"a":01}]', "na linha 1, caractere 8: ali devia haver vírgula"],
    ['[{"a":1}] x', "na linha 1, caractere 11: ali devia haver o fim do arquivo"],
    ['[{"a":"\\x"}]', "um texto bem escrito"],
    ['[{"a":undefined}]', "um valor"],
    ['[{"a":1},{"a":"corta', "termina no meio"],
    ["", "termina no meio"],
  ])("%s: %s", (texto, palavras) => {
    const refused = refusal(texto);
    expect(refused.tipo).toBe("json-quebrado");
    expect(refused.message).toContain(palavras);
    expect(refused.conserto).toMatch(/^Baixe /);
  });

  it("when its lists or objects are nested a hundred thousand deep", () => {
    expect(refusal("[".repeat(100_000))).toMatchObject({ tipo: "json-profundo" });
    expect(refusal('{"a":'.repeat(100_000))).toMatchObject({ tipo: "json-profundo" });
  });

  it("when it has no table, or more fields or records than the limits", () => {
    expect(refusal('"texto"')).toMatchObject({ tipo: "json-sem-tabela" });
    expect(refusal("[1,2]")).toMatchObject({ tipo: "json-sem-tabela" });
    expect(refusal('[{"a":1,"b":2},{"c":3}]', { ...LIMITS, colunas: 2 })).toMatchObject({ tipo: "colunas-demais" });
    expect(refusal('[{"a":1},{"a":2}]', { ...LIMITS, linhas: 1 })).toMatchObject({ tipo: "linhas-demais" });
  });
});

it("reads a hundred thousand records in linear time", () => {
  const time = (count: number): number => {
    const texto = JSON.stringify(Array.from({ length: count }, (_, i) => ({ codigo: 5100102 + i, valor: i / 8, nome: `n${String(i)}` })));
    const start = performance.now();
    const [table] = openJson(texto);
    expect(table === undefined ? 0 : recordsOf(table).length).toBe(count);
    return performance.now() - start;
  };
  time(10_000);
  expect(time(100_000) / time(25_000)).toBeLessThan(16);
});

describe("the published JSON files", () => {
  const sample = (name: string): string | null => sharedPath(`dados-oficiais/samples/${name}`);
  const open = (path: string | null): Read[] => openJson(readFileSync(path ?? "", "utf8")).map(read);
  const populacao = sample("ibge/cozsolidarias_municipios-populacao_sidra4709.json");
  const sidra = sample("ibge/sidra_values_t6881_n6_5107925_sorriso.json");
  const localidades = sample("ibge/ibge_localidades_v1_municipio_1100015.json");
  const misocial = sample("mds_misocial/misocial_solr_json_turvo-pr_202608-202609.json");
  const malha = sample("ibge/tbrugz_geojs-51-mun.json");

  it.skipIf(populacao === null)("the census by code: 3,658,649 in the 141 of code 51", () => {
    const [table] = open(populacao);
    const mt = table?.linhas.filter(([chave]) => chave?.startsWith("51")) ?? [];
    expect(mt).toHaveLength(141);
    expect(mt.reduce((sum, [, valor]) => sum + Number(valor), 0)).toBe(3_658_649);
  });

  it.skipIf(sidra === null)("SIDRA: keys for header, labels for first record", () => {
    const [table] = open(sidra);
    expect(table?.nomes.slice(0, 7)).toEqual(["NC", "NN", "MC", "MN", "V", "D1C", "D1N"]);
    expect(table?.linhas).toHaveLength(5);
    expect(table?.linhas[0]?.slice(4, 7)).toEqual(["Valor", "Município (Código)", "Município"]);
    expect(table?.linhas[1]?.slice(4, 7)).toEqual(["828", "5107925", "Sorriso (MT)"]);
  });

  it.skipIf(localidades === null)("IBGE localidades: one row with its regions", () => {
    const [table] = open(localidades);
    const at = (name: string): string | undefined => table?.linhas[0]?.[table.nomes.indexOf(name)];
    expect([at("id"), at("microrregiao.mesorregiao.UF.sigla"), at("regiao-imediata.nome")]).toEqual(["1100015", "RO", "Cacoal"]);
  });

  it.skipIf(misocial === null)("MI Social: the zeros that mean not published stay zeros, the absent stay blank", () => {
    const [table] = open(misocial);
    const column = (name: string): (string | undefined)[] => table?.linhas.map((campos) => campos[table.nomes.indexOf(name)]) ?? [];
    expect(table?.nome).toBe("docs");
    expect([column("anomes_s"), column("bpc_ben_i"), column("bpc_idoso_ben_i"), column("valor_repassado_bolsa_familia")]).toEqual([
      ["202608", "202609"],
      ["324", "0"],
      ["128", ""],
      ["652184", "665693"],
    ]);
  });

  it.skipIf(malha === null)("a municipal mesh: 141 features with code and name", () => {
    const [table] = open(malha);
    expect(table?.nomes).toEqual(["id", "name", "description", "geometria"]);
    expect(table?.linhas).toHaveLength(141);
    expect(table?.linhas[0]).toEqual(["5100102", "Acorizal", "Acorizal", "Polygon"]);
  });
});
