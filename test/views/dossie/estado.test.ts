import { describe, expect, it } from "vitest";
import { codec, type Estado } from "../../../src/views/dossie/estado.ts";

describe("the address of the dossier", () => {
  it.each<Estado>([
    { codigo: null, metodo: "", dados: "" },
    { codigo: 5_103_403, metodo: "k:20", dados: "d60261b8879b" },
  ])("%o comes back from what it was written as", (estado) => {
    expect(codec.decode(codec.encode(estado))).toEqual(estado);
  });

  it("leaves defaults out, and falls back where a code or a hash cannot be one", () => {
    expect(codec.encode({ codigo: null, metodo: "", dados: "" })).toEqual({});
    expect(codec.decode({ codigo: "51034", metodo: "", dados: "not a hash" })).toEqual({ codigo: null, metodo: "", dados: "" });
    expect(codec.decode({})).toEqual({ codigo: null, metodo: "", dados: "" });
  });
});
