import { describe, expect, it } from "vitest";
import type { TableColumn } from "../../../src/ui/table/props.ts";
import { widestTexts } from "../../../src/ui/table/widest.ts";

interface Linha {
  readonly nome: string;
  readonly n: number;
}

const NOME: TableColumn<Linha> = { id: "nome", titulo: "Nome", tipo: "texto", valor: ({ nome }) => nome };
const N: TableColumn<Linha> = { id: "n", titulo: "N", tipo: "numero", valor: ({ n }) => ({ valor: n }) };

/** The column, and how often it was asked. */
function contada(coluna: TableColumn<Linha>): { readonly coluna: TableColumn<Linha>; readonly vezes: () => number } {
  let vezes = 0;
  return {
    coluna: {
      ...coluna,
      valor: (linha) => {
        vezes += 1;
        return coluna.valor(linha);
      },
    },
    vezes: () => vezes,
  };
}

const linhas = (quantas: number): Linha[] => Array.from({ length: quantas }, (_, i) => ({ nome: `linha ${i}`, n: i }));

describe("the widest text of a column", () => {
  it("is the longest of all rows, and the largest number as it is shown", () => {
    expect(widestTexts([NOME, N], [{ nome: "ab", n: 7 }, { nome: "abcd", n: 1234 }, { nome: "a", n: -2 }])).toEqual(["abcd", "1.234"]);
  });

  it("is cut at 40 characters, and no more rows are asked after one that long", () => {
    const { coluna, vezes } = contada(NOME);
    expect(widestTexts([coluna], [{ nome: "a", n: 1 }, { nome: "b".repeat(60), n: 1 }, ...linhas(100)])).toEqual(["b".repeat(40)]);
    expect(vezes()).toBe(2);
  });

  it("of a very long table is that of rows spread over the whole of it, the first among them", () => {
    const { coluna, vezes } = contada(NOME);
    expect(widestTexts([coluna], linhas(150_000))).toEqual(["linha 100000"]);
    expect(vezes()).toBe(6000);
    expect(widestTexts([NOME], [{ nome: "a primeira linha", n: 0 }, ...linhas(20_000)])).toEqual(["a primeira linha"]);
  });
});
