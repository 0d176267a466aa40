import { describe, expect, it } from "vitest";
import { mudarTransparencia } from "../../../src/app/transparencia.ts";
import { enderecoDe } from "../../../src/views/transparencia/contexto.ts";
import { codec, type Estado, PADRAO } from "../../../src/views/transparencia/estado.ts";

describe("the page's address", () => {
  it.each<Estado>([
    PADRAO,
    { parte: "relatorio", codigo: null, ano: 2024, ajustes: {} },
    { parte: "denuncias", codigo: 9900017, ano: null, ajustes: { tema: "bpc", por: "trimestre" } },
  ])("comes back as it went: %j", (estado) => {
    expect(codec.decode(codec.encode(estado))).toEqual(estado);
  });

  it("is empty for the front page", () => {
    expect(codec.encode(PADRAO)).toEqual({});
    expect(enderecoDe("municipio")).toBe("#/transparencia");
  });

  it("opens the front page where it cannot be understood", () => {
    expect(codec.decode({ parte: "registros", codigo: "12", ano: "20x4" })).toEqual(PADRAO);
  });

  it("drops choices with names or values that no part has", () => {
    const ajustes = { Tema: "a", "1a": "b", __proto__x: "c", tema: "", longo: "x".repeat(121), por: "mes" };
    expect(codec.decode(ajustes).ajustes).toEqual({ por: "mes" });
  });

  it("of another part does not carry this one's choices", () => {
    expect(enderecoDe("dados", { codigo: 9900017 })).toBe("#/transparencia?parte=dados&codigo=9900017");
  });
});

describe("a change of the page", () => {
  const changed = (params: Record<string, string>, mudanca: Partial<Estado>): Record<string, string> => {
    let written: Record<string, string> = {};
    mudarTransparencia(
      () => params,
      (next) => {
        written = next;
      },
    )(mudanca);
    return written;
  };

  it("of part leaves the part's own choices behind and keeps the municipality", () => {
    expect(changed({ parte: "denuncias", codigo: "9900017", tema: "bpc" }, { parte: "dados" })).toEqual({ parte: "dados", codigo: "9900017" });
  });

  it("inside a part keeps them", () => {
    expect(changed({ parte: "denuncias", tema: "bpc" }, { codigo: 9900017 })).toEqual({ parte: "denuncias", codigo: "9900017", tema: "bpc" });
  });
});
