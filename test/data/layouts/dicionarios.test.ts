import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sharedPath } from "../../shared.ts";
import { convert, convertTable, fitsOf, isConserved, open } from "./converting.ts";

const SAMPLES = sharedPath("dados-oficiais/samples");
const dictionaries = SAMPLES === null ? [] : readdirSync(SAMPLES, { recursive: true, encoding: "utf8" }).filter((name) => /dicion|rotulos\.csv|itens_formulario/i.test(name) && /\.\w+$/.test(name) && !/cabecalho/.test(name));

describe("dictionaries", () => {
  it.skipIf(SAMPLES === null)("knows all nine of the samples, sheet by sheet, and loads nothing of them", async () => {
    expect(dictionaries).toHaveLength(9);
    for (const name of dictionaries) {
      const { tabelas, arquivo } = await open(`${SAMPLES ?? ""}/${name}`);
      const fits = fitsOf(tabelas, arquivo);
      expect(fits.map(({ layout }) => layout.id), name).toEqual(fits.map(() => "dicionario"));
      expect(fits.length, name).toBeGreaterThan(0);
      for (const fit of fits) {
        const { figuras, conversao, problemas } = convertTable(fit, arquivo);
        expect(figuras).toEqual([]);
        expect(isConserved(conversao)).toBe(true);
        expect(problemas[0]?.mensagem).toBe("O arquivo descreve colunas, não traz números: nada foi carregado.");
      }
    }
  });

  it.skipIf(SAMPLES === null)("knows a commented list of columns", async () => {
    expect((await convert(`${SAMPLES ?? ""}/rma/rma_base_tratada_COLUNAS.txt`)).layout.id).toBe("lista-de-colunas");
  });

  it("does not take a table of figures with an item and a description for one", async () => {
    const { tabelas, arquivo } = await open({ texto: "item,descricao,valor\n5100102,12.5,3\n5100201,13.5,4\n", arquivo: "x.csv" });
    expect(fitsOf(tabelas, arquivo)).toEqual([]);
  });
});
