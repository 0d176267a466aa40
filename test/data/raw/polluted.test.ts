import { describe, expect, it } from "vitest";
import { readRaw } from "../../../scripts/extract/raw.ts";
import { openBytes, wholeOf } from "./whole-table.ts";
import { apostrophes, clean, cleanRows, extraDelimiters, extraQuotes, HEADER, lostDelimiters, noEscape, spacedRows, wholeFile, type Polluted } from "./polluted.ts";

interface Outcome {
  readonly tabela: readonly (readonly string[])[];
  readonly avisos: readonly string[];
}

/** The table as `npm run extract -- --raw` prints it, and what its report warns of. */
async function outcomeOf({ texto }: Polluted): Promise<Outcome> {
  const { csv, relatorio } = await readRaw(new TextEncoder().encode(texto), "arquivo.csv");
  return { tabela: parsePrinted(csv), avisos: relatorio.avisos.map(({ tipo }) => tipo) };
}

/** Takes the printed CSV (comma, doubled quotes, CRLF) apart by the letter of RFC 4180. */
function parsePrinted(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

describe("an ordinary file", () => {
  it("is read as it is, without a warning", async () => {
    const { tabela, avisos } = await outcomeOf(clean());
    expect(tabela).toEqual(clean().esperado);
    expect(avisos).toEqual([]);
  });
});

describe("a file polluted as a whole", () => {
  it.each(wholeFile().map((polluted) => [polluted.nome, polluted] as const))("is read as the clean table: %s", async (_, polluted) => {
    expect((await outcomeOf(polluted)).tabela).toEqual(polluted.esperado);
  });

  it.each([
    ["sem cabeçalho", ["sem-cabecalho"]],
    ["cabeçalho em duas linhas", ["cabecalho-de-varias-linhas"]],
    ["preâmbulo delimitado e linha vazia", ["preambulo"]],
    ["preâmbulo solto", ["preambulo"]],
    ["rodapé", ["rodape"]],
    ["outra tabela abaixo, mais estreita", ["outras-tabelas"]],
    ["fins de linha misturados", ["finais-de-linha-misturados"]],
    ["separador tabulação", []],
    ["só o cabeçalho", []],
    ["sem quebra no fim", []],
  ])("says what had to be judged: %s", async (nome, expected) => {
    const polluted = wholeFile().find((candidate) => candidate.nome === nome);
    expect(polluted === undefined ? null : (await outcomeOf(polluted)).avisos).toEqual(expected);
  });

  it("with quotes that nothing escapes is still read, and the rows are named", async () => {
    const { tabela, avisos } = await outcomeOf(noEscape());
    expect(tabela).toEqual(noEscape().esperado);
    expect(avisos).not.toEqual([]);
  });

  it("quoted by apostrophes keeps the apostrophes of its words", async () => {
    const { tabela } = await outcomeOf(apostrophes());
    expect(tabela).toEqual(apostrophes().esperado);
  });
});

describe("one damaged cell", () => {
  it("with a quote too many is read with the quote in its text, wherever it is, and the row is named", async () => {
    for (const polluted of extraQuotes()) {
      const { tabela, avisos } = await outcomeOf(polluted);
      expect(tabela, polluted.nome).toEqual(polluted.esperado);
      expect(avisos, polluted.nome).not.toEqual([]);
    }
  });

  it.each([
    ["a delimiter too many", extraDelimiters()],
    ["a delimiter too few", lostDelimiters()],
    ["another delimiter in one row", spacedRows()],
  ])("by %s costs its own row and no other, and never in silence", async (_, all) => {
    for (const polluted of all) {
      const { tabela, avisos } = await outcomeOf(polluted);
      const isWrong = !same(tabela, polluted.esperado);
      expect(isWrong && avisos.length === 0, `${polluted.nome} came out wrong without a warning`).toBe(false);
      expect(tabela.length, polluted.nome).toBe(polluted.esperado.length);
      const others = polluted.esperado.filter((row) => tabela.some((read) => same(read, row)));
      expect(others.length, polluted.nome).toBeGreaterThanOrEqual(polluted.esperado.length - 1);
    }
  });

  it("in the header by a delimiter too few is not loaded shifted: the header is said to be of another width", async () => {
    const polluted = lostDelimiters()[2];
    expect(polluted?.nome).toContain("linha 1,");
    expect(polluted === undefined ? [] : (await outcomeOf(polluted)).avisos).toContain("cabecalho-de-outra-largura");
  });

  it("leaves its row apart from the data of whole shape", () => {
    const quote = extraQuotes()[9 * 5];
    const { linhas, separadas } = wholeOf(openBytes(quote?.texto ?? "").tabela);
    expect(separadas.map(({ linha, defeito }) => [linha, defeito])).toEqual([[6, "aspas"]]);
    expect(linhas).toEqual(cleanRows().filter((_, i) => i !== 4));
  });
});

describe("a repeated header", () => {
  it("ends no table: the rows below it are more of the same, and the header is not one of them", () => {
    const { esperado, texto } = clean();
    const found = wholeOf(openBytes(texto + texto).tabela);
    expect(found.cabecalho).toEqual(HEADER);
    expect(found.linhas).toEqual([...esperado.slice(1), ...esperado.slice(1)]);
    expect(found.conta).toMatchObject({ lidas: 50, dados: 48, cabecalho: 2 });
    expect(found.avisos).toContain("cabecalho-repetido");
  });
});
