import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../src/data/import/limits.ts";
import { Refusal } from "../../../src/data/import/whole-file.ts";
import { openRaw } from "../../../src/data/raw/open.ts";

const bytes = (text: string, at = 0): Uint8Array => {
  const file = new Uint8Array(64).fill(0x41);
  file.set(new TextEncoder().encode(text), at);
  return file;
};

describe("a file of a format the engine would trust", () => {
  it.each([
    ["Parquet", bytes("PAR1")],
    ["Arrow", bytes("ARROW1")],
    ["Feather", bytes("FEA1")],
    ["de banco DuckDB", bytes("DUCK", 8)],
    ["de banco SQLite", bytes("SQLite format 3\0")],
  ])("%s is refused by its first bytes, and told what to bring instead", async (formato, file) => {
    const error: unknown = await openRaw(file, "dados.csv", LIMITS).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Refusal);
    expect(error).toMatchObject({
      message: `É um arquivo ${formato}, que este aplicativo não abre.`,
      conserto: "Exporte a tabela como CSV (UTF-8) e carregue o CSV.",
    });
  });
});
