import { describe, expect, it } from "vitest";
import { sharedPath } from "../../shared.ts";
import { bundled, byKey } from "./bundled-figures.ts";
import { convert, isConserved, problemsOf } from "./converting.ts";

const POPULACAO = sharedPath("dados-oficiais/samples/ibge/cozsolidarias_municipios-populacao_sidra4709.json");
const CADUNICO = sharedPath("dados-oficiais/samples/mds_misocial/cozsolidarias_municipios-cadunico_pessoas_202606.json");

describe("code → value JSON", () => {
  it.skipIf(POPULACAO === null)("loads nothing until the user says what the numbers are; the name only orders the options", async () => {
    const { layout, figuras, conversao } = await convert(POPULACAO ?? "");
    expect(layout.id).toBe("codigo-valor");
    expect(figuras).toEqual([]);
    expect(conversao.perguntas.map(({ id }) => id)).toEqual(["indicador"]);
    expect(conversao.perguntas[0]?.opcoes.map(({ valor }) => valor)).toEqual(["populacao", "populacao-estimada", "cadunico-pessoas", "nenhum"]);
    expect(isConserved(conversao)).toBe(true);
  });

  it.skipIf(POPULACAO === null)("brings the population of 2022 once told, summing 3,658,649", async () => {
    const { figuras, conversao } = await convert(POPULACAO ?? "", { indicador: "populacao" });
    expect(byKey(figuras)).toEqual(bundled((id) => id === "populacao"));
    expect(figuras.reduce((sum, { valor }) => sum + valor, 0)).toBe(3658649);
    expect(conversao.contagem).toMatchObject({ carregadas: 141, fora: 5570 - 141, separadas: 0 });
    expect(conversao.perguntas).toEqual([]);
  });

  it.skipIf(CADUNICO === null)("takes the month of the CadÚnico from the file's name", async () => {
    const { figuras } = await convert(CADUNICO ?? "", { indicador: "cadunico-pessoas" });
    expect(byKey(figuras)).toEqual(bundled((id) => id === "cadunico-pessoas"));
  });

  it("asks year and month where the name has none", async () => {
    const file = { texto: '{"5100102": 4187, "5100201": 12656, "1100015": 12531}', arquivo: "cadunico.json" };
    const asked = await convert(file, { indicador: "cadunico-pessoas" });
    expect(asked.figuras).toEqual([]);
    expect(asked.conversao.perguntas.map(({ id }) => id)).toEqual(["periodo:ano", "periodo:mes"]);
    const told = await convert(file, { indicador: "cadunico-pessoas", "periodo:ano": "2026", "periodo:mes": "05" });
    expect(told.figuras).toEqual([
      { codigo: 5100102, periodo: "2026-05", indicador: "cadunico-pessoas", valor: 4187 },
      { codigo: 5100201, periodo: "2026-05", indicador: "cadunico-pessoas", valor: 12656 },
    ]);
  });

  it("takes no for an answer, and keeps null and fractions apart from numbers of persons", async () => {
    const none = await convert({ texto: '{"5100102": 4187, "5100201": 12656}', arquivo: "x.json" }, { indicador: "nenhum" });
    expect(none.figuras).toEqual([]);
    expect(problemsOf(none.totais, "sem-numeros")).toBe(1);
    const odd = await convert({ texto: '{"5100102": null, "5100201": 12.5, "5100250": 7}', arquivo: "x_2024.json" }, { indicador: "populacao-estimada" });
    expect(odd.figuras).toEqual([{ codigo: 5100250, periodo: "2024", indicador: "populacao-estimada", valor: 7 }]);
    expect([problemsOf(odd.totais, "sem-valor"), problemsOf(odd.totais, "numero-invalido")]).toEqual([1, 1]);
  });
});
