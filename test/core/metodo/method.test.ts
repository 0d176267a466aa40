import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonicalText, methodFileText, methodHash, treeOf, type Metodo } from "../../../src/core/metodo/method.ts";
import { applyMethodDiff, methodDiff } from "../../../src/core/metodo/method-diff.ts";
import { dimensao, indicador, metodo } from "./a-method.ts";

describe("canonical text", () => {
  it("sorts members by code unit, leaves no space and prints numbers as JavaScript does (RFC 8785, appendix)", () => {
    expect(canonicalText({ b: 1e21, a: [56.0, 0.002, 1e-27], "€": "é\n", A: -0, z: null, nada: undefined })).toBe(
      '{"A":0,"a":[56,0.002,1e-27],"b":1e+21,"z":null,"€":"é\\n"}',
    );
  });

  it("refuses a number JSON cannot hold, naming its place", () => {
    expect(() => canonicalText({ dimensoes: [{ peso: Number.NaN }] }, "metodo")).toThrow("metodo.dimensoes[0].peso is NaN");
  });
});

describe("method hash", () => {
  it("is the SHA-256 of the canonical text in UTF-8", () => {
    const m = metodo({ nome: "Método com acento" });
    expect(methodHash(m)).toBe(createHash("sha256").update(canonicalText(m), "utf8").digest("hex"));
  });

  it("does not change with the order of members, and changes with one digit of a weight", () => {
    const m = metodo();
    const reversed = Object.fromEntries(Object.entries(m).reverse()) as unknown as Metodo;
    expect(methodHash(reversed)).toBe(methodHash(m));
    expect(methodHash(metodo({ k: 3 }))).not.toBe(methodHash(m));
  });

  it("stands in the file as its last member, over the same method", () => {
    const file = JSON.parse(methodFileText(metodo())) as Metodo & { sha256: string };
    const { sha256, ...rest } = file;
    expect(sha256).toBe(methodHash(rest));
    expect(Object.keys(file).at(-1)).toBe("sha256");
  });
});

it("gives the kernel a tree of root, dimensions and indicators, without empty dimensions", () => {
  const m = metodo({ dimensoes: [dimensao("x", 3, [indicador("x", { peso: 2 })]), dimensao("vazia", 1, [])] });
  expect(treeOf(m)).toEqual({
    id: "nota",
    weight: 1,
    children: [{ id: "dimensao:x", weight: 3, children: [{ id: "x", weight: 2 }] }],
  });
});

describe("difference from the default, for an address", () => {
  const padrao = metodo({ orgao: "Órgão" });
  const first = padrao.dimensoes[0] ?? dimensao("a", 0, []);
  const second = padrao.dimensoes[1] ?? dimensao("b", 0, []);

  it("is empty for the default itself", () => {
    expect(methodDiff(padrao, metodo({ orgao: "Órgão" }))).toBe("");
    expect(applyMethodDiff(padrao, "")).toEqual(padrao);
  });

  it("names only what changed, by id", () => {
    const outro: Metodo = { ...padrao, k: 5, dimensoes: [{ ...first, peso: 30.5 }, second] };
    expect(methodDiff(padrao, outro)).toBe("d.a.peso:30.5,k:5");
  });

  const semOrgao = metodo();
  const cases: readonly (readonly [string, Metodo])[] = [
    ["a weight of an indicator", { ...padrao, dimensoes: [{ ...first, indicadores: [indicador("x", { peso: 0 }), indicador("y")] }, second] }],
    ["an indicator taken out", { ...padrao, dimensoes: [{ ...first, indicadores: [indicador("y")] }, second] }],
    ["an indicator brought in", { ...padrao, dimensoes: [first, { ...second, indicadores: [indicador("z"), indicador("novo-1", { tipo: "rate", multiplicador: 1000 })] }] }],
    ["a dimension taken out", { ...padrao, dimensoes: [second] }],
    ["another order", { ...padrao, dimensoes: [second, first] }],
    ["a dimension emptied", { ...padrao, dimensoes: [{ ...first, indicadores: [] }, second] }],
    ["an optional member gone", semOrgao],
    ["texts that look like numbers, marks and nothing", { ...padrao, semente: "7", nome: "a:b,c_d%e'f!", orgao: "null", id: "x" }],
    ["no classes of the map", { ...padrao, mapa: null }],
    ["other classes of the map", { ...padrao, mapa: { quebras: [-1.5, 0, 1e21], periodo: "2024" } }],
    ["goalposts", { ...padrao, dimensoes: [first, { ...second, indicadores: [indicador("z", { baliza: { lo: 1, hi: 5, origem: "periodo-base", fonte: "tabela, p. 1", periodo: "2010" } })] }] }],
  ];
  it.each(cases)("comes back whole with %s", (_what, outro) => {
    const texto = methodDiff(padrao, outro);
    expect(texto).not.toBe("");
    expect(applyMethodDiff(padrao, texto)).toEqual(outro);
  });

  it("writes of an optional dimension taken in only that it is, and what of it differs", () => {
    const opcional = dimensao("opcional", 10, [indicador("z-1"), indicador("z-2")]);
    const com = { ...padrao, dimensoes: [...padrao.dimensoes, opcional] };
    expect(methodDiff(padrao, padrao, [opcional])).toBe("");
    expect(applyMethodDiff(padrao, "", [opcional])).toEqual(padrao);
    expect(methodDiff(padrao, com, [opcional])).toBe("d.#:a_b_opcional");
    expect(applyMethodDiff(padrao, "d.#:a_b_opcional", [opcional])).toEqual(com);
    const mudada = { ...com, dimensoes: [...padrao.dimensoes, { ...opcional, peso: 25 }] };
    expect(methodDiff(padrao, mudada, [opcional])).toBe("d.#:a_b_opcional,d.opcional.peso:25");
    expect(applyMethodDiff(padrao, "d.#:a_b_opcional,d.opcional.peso:25", [opcional])).toEqual(mudada);
  });

  it("says null for text that is not of this form", () => {
    for (const texto of ["k", ":5", "k:5,", "k:5:6", ","]) expect(applyMethodDiff(padrao, texto)).toBeNull();
  });

  it("lets no address reach an object's prototype", () => {
    const lido = applyMethodDiff(padrao, "__proto__.k:9,d.__proto__.peso:9") as Record<string, unknown>;
    expect(Object.hasOwn(lido, "__proto__")).toBe(true);
    expect(({} as Record<string, unknown>)["k"]).toBeUndefined();
    expect(({} as Record<string, unknown>)["peso"]).toBeUndefined();
  });
});
