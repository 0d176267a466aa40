import { beforeAll, describe, expect, it } from "vitest";
import { anulavel, logico, numero, texto } from "../../../src/data/queries/query.ts";
import type { Engine } from "../../../src/data/session/engine.ts";
import { readRows } from "../../../src/data/session/read-rows.ts";
import { strippedEngine } from "../bundled.ts";
import { ENGINES, openEngineInNode } from "../engine-in-node.ts";

let engine: Engine;

beforeAll(async () => {
  await strippedEngine();
  engine = await openEngineInNode(ENGINES.enxuto);
}, 30_000);

describe("numbers that leave the engine", () => {
  it.each([
    ["a count", "count(*)", 3],
    ["an integer sum", "sum(inteiro)", 60],
    ["a decimal sum", "sum(decimal)", 3.75],
    ["a decimal literal", "min(decimal) * 0.5", 0],
    ["a big integer", "max(9007199254740991::BIGINT)", 9007199254740991],
    ["a year", "max(year(dia))", 2024],
    ["a difference of days", "max(date_diff('day', DATE '2024-02-28', dia))", 2],
    ["a median", "median(inteiro)", 20],
  ])("%s is a plain number, asked plainly or prepared", async (_, expression, expected) => {
    const sql = `SELECT ${expression} AS n FROM (VALUES
      (10, 1.25::DECIMAL(10, 2), DATE '2024-03-01'), (20, 2.50, NULL), (30, 0.00, NULL)) t(inteiro, decimal, dia)`;
    expect(readRows(await engine.run(sql), { n: numero })).toEqual([{ n: expected }]);
    expect(readRows(await engine.ask(sql, []), { n: numero })).toEqual([{ n: expected }]);
  });

  it("a null among numbers is null, and a zero stays zero", async () => {
    const sql = "SELECT * FROM (VALUES (0, 0.5), (NULL, NULL), (7, 0.0)) t(n, d)";
    expect(readRows(await engine.run(sql), { n: anulavel(numero), d: anulavel(numero) })).toEqual([
      { n: 0, d: 0.5 },
      { n: null, d: null },
      { n: 7, d: 0 },
    ]);
    const table = await engine.run(sql);
    expect(() => readRows(table, { n: numero, d: anulavel(numero) })).toThrow("column n, row 2");
  });

  it("reads past the first of the engine's 2,048-row pieces", async () => {
    const table = await engine.run(
      "SELECT i AS n, 'm' || i AS t, i % 2 = 0 AS par, CASE WHEN i = 4999 THEN NULL ELSE i END AS falta FROM range(5000) r(i)",
    );
    const rows = readRows(table, { n: numero, t: texto, par: logico, falta: anulavel(numero) });
    expect(rows).toHaveLength(5000);
    expect(rows[4998]).toEqual({ n: 4998, t: "m4998", par: true, falta: 4998 });
    expect(rows[4999]).toEqual({ n: 4999, t: "m4999", par: false, falta: null });
  });

  it("a date that was not cast to text is refused, not shown as the day before", async () => {
    const table = await engine.run("SELECT DATE '2024-03-01' AS dia");
    expect(() => readRows(table, { dia: texto })).toThrow(/column dia, row 1: expected text/);
  });
});
