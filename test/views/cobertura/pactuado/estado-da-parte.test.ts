import { describe, expect, it } from "vitest";
import { FATIA } from "../../../../src/views/cobertura/pactuado/estado-da-parte.ts";

describe("the part in the address", () => {
  it("is read back as it was written, and leaves its defaults out", () => {
    for (const estado of [FATIA.padrao, { linha: "dezoito-de-maio", comparar: true }, { linha: null, comparar: true }]) {
      expect(FATIA.decode(FATIA.encode(estado))).toEqual(estado);
    }
    expect(FATIA.encode(FATIA.padrao)).toEqual({});
  });

  it("opens on its defaults for what it does not understand", () => {
    for (const linha of ["", "Visitas Técnicas", "<b>", "a".repeat(65), "-x"]) expect(FATIA.decode({ linha })).toEqual(FATIA.padrao);
    expect(FATIA.decode({ comparar: "1" })).toEqual(FATIA.padrao);
    expect(FATIA.decode(Object.create({ linha: "peti", comparar: "sim" }) as Record<string, string>)).toEqual(FATIA.padrao);
  });
});
