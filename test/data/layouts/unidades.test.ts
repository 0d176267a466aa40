import { describe, expect, it } from "vitest";
import { sharedPath } from "../../shared.ts";
import { bundled, byKey } from "./bundled-figures.ts";
import { convert, isConserved, problemsOf, valueOf } from "./converting.ts";

const CENTROS_2019 = sharedPath("dados-oficiais/samples/unidades/centros_2019_CRAS_CREAS_geo__MT.csv");

describe("lists of SUAS units", () => {
  it.skipIf(CENTROS_2019 === null)("counts the 178 CRAS and 45 CREAS of 2019, municipality by municipality as bundled", async () => {
    const { layout, figuras, conversao } = await convert(CENTROS_2019 ?? "");
    expect(layout.id).toBe("unidades-suas");
    const sum = (id: string): number => figuras.filter(({ indicador }) => indicador === id).reduce((total, { valor }) => total + valor, 0);
    expect([sum("cras-unidades"), sum("creas-unidades")]).toEqual([178, 45]);
    expect(byKey(figuras)).toEqual(bundled((id) => id === "cras-unidades" || id === "creas-unidades"));
    expect(conversao.contagem).toMatchObject({ carregadas: 223, separadas: 0, fora: 3, cabecalho: 1 });
    expect(isConserved(conversao)).toBe(true);
  });

  it.skipIf(CENTROS_2019 === null)("drops telephones and addresses and says so", async () => {
    const { conversao } = await convert(CENTROS_2019 ?? "");
    expect(conversao.pessoais).toEqual([
      { titulo: "endereco", dado: "endereço" },
      { titulo: "telefone", dado: "telefone ou contato" },
    ]);
  });

  it("counts a unit once, in the year of the file's name, and leaves other kinds out, announced", async () => {
    const texto = [
      "cod_ibge,tipo_centro,code_suas,municipio,uf,telefone",
      "5100102,CRAS,51001000001,Acorizal,MT,6533333333",
      "5100102,CRAS,51001000001,Acorizal,MT,6533333333",
      "510010,CREAS,51001000002,Acorizal,MT,",
      "5100102,Centro POP,51001000003,Acorizal,MT,",
      "2509370,CRAS,25093000001,Mato Grosso,PB,",
    ].join("\n");
    const { figuras, conversao, totais } = await convert({ texto, arquivo: "centros_2021.csv" });
    expect(valueOf(figuras, 5100102, "cras-unidades", "2021")).toBe(1);
    expect(valueOf(figuras, 5100102, "creas-unidades", "2021")).toBe(1);
    expect(figuras).toHaveLength(2);
    expect([problemsOf(totais, "unidade-repetida"), problemsOf(totais, "outro-tipo-de-unidade")]).toEqual([1, 1]);
    expect(conversao.contagem).toMatchObject({ carregadas: 2, separadas: 2, fora: 1 });
  });
});
