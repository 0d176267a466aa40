import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { geografiaDe, parseGeografia } from "../../../src/data/publico/geografia.ts";
import { parsePublicacao } from "../../../src/data/publico/ler-publicacao.ts";
import { parseSnapshot } from "../../../src/data/snapshot/parse.ts";

const read = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
const publicacao = (): Record<string, unknown> => read("public/publico/publicacao.json");

describe("the release", () => {
  it("is read as the build wrote it, figure by figure", () => {
    const written = publicacao();
    expect(parsePublicacao(written)).toEqual(written);
  });

  it.each([
    ["another version", { formato: 2 }, "formato"],
    ["a day that does not exist", { dataReferencia: "2026-02-30" }, "2026-02-30"],
    ["a count below zero", { tabelas: [{ ...firstTable(), linhas: [{ membros: { tempo: "2025" }, valor: -1 }] }] }, "tabelas[0].linhas[0].valor"],
    ["a figure that is neither counted nor hidden", { tabelas: [{ ...firstTable(), linhas: [{ membros: { tempo: "2025" }, valor: "<10" }] }] }, "tabelas[0].linhas[0].valor"],
    ["a dimension that nothing is counted by", { tabelas: [{ ...firstTable(), niveis: { pessoa: "nome" } }] }, "tabelas[0].niveis"],
  ])("is refused with %s, saying where", (_what, change, where) => {
    expect(() => parsePublicacao({ ...publicacao(), ...change })).toThrow(where);
  });

  function firstTable(): Record<string, unknown> {
    return (publicacao()["tabelas"] as Record<string, unknown>[])[0] ?? {};
  }
});

describe("the geography of the public edition", () => {
  const snapshot = parseSnapshot(read(".generated/snapshot.json"));

  it("is the snapshot's names, sources, norms and shapes, and no figure, method or extract of it", () => {
    const geografia = geografiaDe(snapshot);
    expect(Object.keys(geografia).sort()).toEqual(["fontes", "mesh", "municipios", "territorio"]);
    expect(parseGeografia(JSON.parse(JSON.stringify(geografia)))).toEqual(geografia);
  });

  it("is refused with a shape too few, or with anything more in it", () => {
    const geografia = geografiaDe(snapshot);
    expect(() => parseGeografia({ ...geografia, mesh: { ...geografia.mesh, paths: geografia.mesh.paths.slice(1) } })).toThrow("141 contornos para 142 municípios");
    expect(() => parseGeografia({ ...geografia, extratos: [] })).toThrow("extratos");
  });
});
