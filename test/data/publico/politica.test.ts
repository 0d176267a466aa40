import { describe, expect, it } from "vitest";
import { parsePolitica } from "../../../src/data/publico/politica.ts";
import { dataText } from "../folder.ts";
import { schemaErrors } from "../metodo/json-schema.ts";

const SCHEMA = JSON.parse(dataText("publicacao.schema.json")) as Parameters<typeof schemaErrors>[0];
const bruta = JSON.parse(dataText("publicacao.json")) as Record<string, unknown> & { readonly tabelas: readonly Record<string, unknown>[] };

/** The policy with its first table asked for in other ways. */
const comTentar = (...tentar: readonly Record<string, unknown>[]): unknown => ({ ...bruta, tabelas: [{ ...bruta.tabelas[0], tentar }] });

describe("the policy of publication", () => {
  it("fits the published schema, and asks ten persons behind a figure of complaints and five behind one of services", () => {
    expect(schemaErrors(SCHEMA, bruta)).toEqual([]);
    expect(parsePolitica(bruta)).toMatchObject({ k: { denuncias: 10, servicos: 5 }, ocultoAte: 0.05, arredondamento: { regra: "nenhum" } });
  });

  it("asks complaints by municipality and year, by municipality and quarter, and in the state by month and theme, to begin with", () => {
    expect(parsePolitica(bruta).tabelas.filter(({ assunto }) => assunto === "denuncias").map(({ tentar }) => tentar[0])).toEqual([
      { lugar: "municipio", tempo: "ano" },
      { lugar: "municipio", tempo: "trimestre" },
      { lugar: "uf", tempo: "mes", tema: "tema" },
      { lugar: "uf", tempo: "trimestre", prazo: "prazo" },
      { lugar: "uf", tempo: "ano", desfecho: "desfecho" },
    ]);
  });

  it.each([
    { lugar: "municipio", tempo: "mes", tema: "tema" },
    { lugar: "municipio", tempo: "mes" },
    { lugar: "municipio", tempo: "ano", tema: "tema" },
    { lugar: "municipio", tempo: "ano", desfecho: "desfecho" },
  ])("refuses %j, in the program and in the schema", (niveis) => {
    expect(() => parsePolitica(comTentar(niveis))).toThrow("publicacao.json: em “tabelas[1].tentar[1]”, esperava-se nada por município e mês, nem por município e assunto, prazo ou desfecho");
    expect(schemaErrors(SCHEMA, comTentar(niveis))).not.toEqual([]);
  });

  it.each([
    [{ ...bruta, k: { denuncias: 2, servicos: 5 } }, "em “k.denuncias”, esperava-se 3 ou mais"],
    [{ ...bruta, ocultoAte: 5 }, "em “ocultoAte”, esperava-se 1 ou menos"],
    [{ ...bruta, arredondamento: { regra: "base 3", porque: "x" } }, "em “arredondamento.regra”, esperava-se nenhum"],
    [{ ...bruta, encarregado: { cargo: "Fulano, (65) 99999-1234", contato: null } }, "em “encarregado.cargo”, esperava-se o nome de um setor ou cargo, sem telefone"],
    [{ ...bruta, outro: 1 }, "há um campo que a política não tem"],
    [{ ...bruta, marca: undefined }, "em “marca”"],
    [{ ...bruta, tabelas: [bruta.tabelas[0], bruta.tabelas[0]] }, "cada tabela com um nome só seu"],
    [comTentar({ lugar: "uf", tempo: "ano" }, { lugar: "municipio", tempo: "ano" }), "cada nível mais grosso que o anterior"],
    [comTentar({ lugar: "uf", tempo: "mes", tema: "tema" }, { lugar: "uf", tempo: "ano" }), "com as mesmas divisões"],
    [comTentar({ lugar: "bairro", tempo: "ano" }), "um destes níveis: municipio, regiao, intermediaria, uf"],
    [comTentar({ lugar: "uf" }), "um nível de lugar e um de tempo"],
    [comTentar({ lugar: "uf", tempo: "ano", servico: "servico" }), "denúncias por lugar, tempo, tema, prazo ou desfecho"],
    ["k = 10", "no arquivo"],
  ])("says in words what is wrong (%#)", (valor, frase) => {
    expect(() => parsePolitica(valor)).toThrow(frase);
  });
});
