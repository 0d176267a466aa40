import { describe, expect, it } from "vitest";
import { codec, PADRAO } from "../../../src/views/metodologia/estado.ts";

describe("state of #/metodologia in the URL", () => {
  it("opens at the top with an empty address", () => {
    expect(codec.decode({})).toEqual(PADRAO);
    expect(codec.encode(PADRAO)).toEqual({});
  });

  it.each([
    { secao: "indicador-ivs", busca: "" },
    { secao: null, busca: "índice de gestão" },
    { secao: "norma-cib-02-2022", busca: "visita & apoio" },
  ])("reads back $secao / $busca", (estado) => {
    expect(codec.decode(codec.encode(estado))).toEqual(estado);
  });

  it("ignores a section that cannot be an anchor", () => {
    expect(codec.decode({ secao: "a b<c>" }).secao).toBeNull();
  });
});
