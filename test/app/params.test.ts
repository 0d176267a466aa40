import { expect, it } from "vitest";
import { formatParams, parseParams } from "../../src/app/params.ts";

it.each([
  {},
  { indicador: "ivs" },
  { busca: "Água & Boa = 100 %" },
  { pesos: "rede:0.5,gestao:2", regiao: "510001,510002" },
  { texto: "<img src=x onerror=alert(1)>#?&" },
])("gives back the same parameters after a trip through the address: %o", (params) => {
  expect(parseParams(formatParams(params))).toEqual(params);
});

it("keeps commas and colons readable, since people read and type links", () => {
  expect(formatParams({ pesos: "rede:1,gestao:2" })).toBe("?pesos=rede:1,gestao:2");
});

it("writes nothing, not even a question mark, for no parameters", () => {
  expect(formatParams({})).toBe("");
});

it("survives an address cut in the middle of an accent", () => {
  expect(parseParams("?busca=%C3")).toEqual({ busca: "\uFFFD" });
});

it("does not let a parameter named __proto__ change the record's prototype", () => {
  const params = parseParams("?__proto__=x&indicador=ivs");
  expect(Object.getPrototypeOf(params)).toBe(Object.prototype);
  expect(params.indicador).toBe("ivs");
});
