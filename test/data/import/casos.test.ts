import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { guardFormula } from "../../../src/data/export/formula.ts";
import { readRaw } from "../../../scripts/extract/raw.ts";
import { readExtract } from "../../../src/data/import/read-extract.ts";
import { numberEvidence, readNumber } from "../../../src/data/import/numbers.ts";
import { sharedPath } from "../../shared.ts";
import { readWhole, type WholeTable } from "../raw/whole-table.ts";
import { read } from "./reading.ts";

interface Caso {
  readonly id: string;
  readonly note: string;
  readonly input_b64: string;
  readonly expected: string[][] | null;
  readonly accept?: string[][][];
  readonly dataRows?: string[][];
  readonly mustContainRows?: string[][];
  readonly mustFlag?: boolean;
  readonly mustReject?: boolean;
  readonly maxMs?: number;
  readonly distinctHeaders?: boolean;
  readonly normHeader?: string[];
  readonly numbersPtBr?: number[];
  readonly exportSafe?: string[];
  readonly exportNumberKept?: string[];
}

/** Cases in which nothing is doubtful. */
const ORDINARY: ReadonlySet<string> = new Set([
  "br/01-utf8-semi",
  "br/02-utf8-bom",
  "br/04-cp1252-pontuacao",
  "br/05-utf16le",
  "br/07-sep-line",
  "br/08-cr-only",
  "br/11-2col-decimal",
  "br/13-virgula-aspas-decimal",
  "br/14-newline-no-relato",
  "br/22-colunas-vazias",
  "br/25-proto",
  "br/32-nulos",
  "br/41-so-cabecalho",
  "br/43-pipe",
]);

const path = sharedPath("robustez/csv-casos.json");
const casos: readonly Caso[] = path === null ? [] : (JSON.parse(readFileSync(path, "utf8")) as Caso[]);

const bytesOf = (caso: Caso): Uint8Array => new Uint8Array(Buffer.from(caso.input_b64, "base64"));

const tableOf = (caso: Caso): WholeTable => readWhole(bytesOf(caso));

const whole = ({ cabecalho, linhas }: WholeTable): (readonly string[])[] => (cabecalho.length === 0 ? [] : [cabecalho, ...linhas]);

/** Something a person would see before trusting the table. */
async function flags(caso: Caso): Promise<string[]> {
  const { relatorio } = await readRaw(bytesOf(caso), caso.id);
  return [
    ...relatorio.avisos.map(({ tipo }) => tipo),
    ...(relatorio.recusado === null ? [] : [relatorio.recusado.tipo]),
  ];
}

describe.skipIf(path === null)("polluted files of the reading material", () => {
  it("there are 33 of them", () => {
    expect(casos).toHaveLength(33);
  });

  it.each(casos.filter(({ expected }) => expected !== null && expected.length > 0))("$id reads as the expected table ($note)", (caso) => {
    expect(whole(tableOf(caso))).toEqual(caso.expected);
  });

  it("br/40: no byte is no table, and it is said", async () => {
    const { csv, relatorio } = await readRaw(bytesOf(byId("br/40-vazio")), "vazio.csv");
    expect([csv, relatorio.avisos.map(({ tipo }) => tipo), relatorio.recusado]).toEqual(["", ["vazio"], null]);
  });

  it.each(casos)("$id loses no record and counts none twice on import ($note)", (caso) => {
    const { contagem } = read(bytesOf(caso), {}, caso.id);
    expect(contagem.lidas).toBeGreaterThanOrEqual(0);
  });

  it.each(casos.filter(({ accept }) => accept !== undefined))("$id reads as one of the accepted tables ($note)", (caso) => {
    expect(caso.accept).toContainEqual(whole(tableOf(caso)));
  });

  it.each(casos.filter(({ dataRows }) => dataRows !== undefined))("$id keeps every data row ($note)", (caso) => {
    expect(tableOf(caso).linhas).toEqual(caso.dataRows);
  });

  it.each(casos.filter(({ mustContainRows }) => mustContainRows !== undefined))(
    "$id keeps the rows the damage did not touch ($note)",
    (caso) => {
      const { linhas } = tableOf(caso);
      for (const row of caso.mustContainRows ?? []) expect(linhas).toContainEqual(row);
    },
  );

  it.each(casos.filter(({ mustFlag }) => mustFlag === true))("$id says that something is wrong ($note)", async (caso) => {
    expect(await flags(caso)).not.toEqual([]);
  });

  it.each(casos.filter(({ id }) => ORDINARY.has(id)))("$id is an ordinary file and comes without a warning ($note)", async (caso) => {
    expect(await flags(caso)).toEqual([]);
  });

  it.each(casos.filter(({ mustReject }) => mustReject === true))("$id is refused, in time ($note)", (caso) => {
    const start = performance.now();
    const { extract, problemas } = readExtract(bytesOf(caso), caso.id, { municipios: [] });
    expect(extract).toBeNull();
    expect(problemas.at(-1)?.gravidade).toBe("arquivo-recusado");
    expect(performance.now() - start).toBeLessThan(caso.maxMs ?? 1000);
  });

  it("br/23: two columns of the same name keep two names", () => {
    const caso = byId("br/23-cabecalho-duplicado");
    expect(new Set(tableOf(caso).cabecalho).size).toBe(3);
  });

  it("br/26: NBSP and zero-width characters do not change a header", () => {
    const caso = byId("br/26-cab-espacos-nbsp");
    expect(tableOf(caso).cabecalho).toEqual(caso.normHeader);
  });

  it("br/17: the row with a column less is set apart, not shifted", () => {
    const { linhas, separadas } = tableOf(byId("br/17-coluna-a-menos"));
    expect(linhas.map(([protocolo]) => protocolo)).toEqual(["001", "003"]);
    expect(separadas.map(({ linha, campos }) => [linha, campos[0]])).toEqual([[3, "002"]]);
  });

  it("br/31: Brazilian numbers read by the style of their column", () => {
    const caso = byId("br/31-numeros-br");
    const texts = tableOf(caso).linhas.map(([text]) => text ?? "");
    const evidence = numberEvidence();
    for (const text of texts) evidence.add(text);
    const style = evidence.decide();
    expect(texts.map((text) => readNumber(text, style))).toEqual(caso.numbersPtBr?.map((valor) => ({ valor })));
  });

  it("br/37: formulas are kept on reading and disarmed on export, numbers stay numbers", () => {
    const caso = byId("br/37-formula");
    const byKey = new Map(tableOf(caso).linhas.map(([id, relato]) => [id, relato ?? ""]));
    for (const id of caso.exportSafe ?? []) expect(guardFormula(byKey.get(id) ?? "")).toBe(`'${byKey.get(id) ?? ""}`);
    for (const id of caso.exportNumberKept ?? []) expect(guardFormula(byKey.get(id) ?? "")).toBe(byKey.get(id));
  });
});

function byId(id: string): Caso {
  const caso = casos.find((candidate) => candidate.id === id);
  if (caso === undefined) throw new Error(`the reading material has no case ${id}`);
  return caso;
}
