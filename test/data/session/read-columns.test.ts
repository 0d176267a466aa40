import { beforeAll, describe, expect, it } from "vitest";
import { numero, texto } from "../../../src/data/queries/query.ts";
import type { Engine } from "../../../src/data/session/engine.ts";
import { readColumns, type TextColumn } from "../../../src/data/session/read-columns.ts";
import { strippedEngine } from "../bundled.ts";
import { ENGINES, openEngineInNode } from "../engine-in-node.ts";

let engine: Engine;

beforeAll(async () => {
  await strippedEngine();
  engine = await openEngineInNode(ENGINES.enxuto);
}, 30_000);

const texts = ({ bytes, at }: TextColumn): string[] =>
  Array.from({ length: at.length - 1 }, (_, i) => new TextDecoder().decode(bytes.subarray(at[i], at[i + 1])));

describe("an answer read as columns", () => {
  const ROW = { n: numero, c: numero, t: texto };

  it("gives whole numbers, bytes and texts, accents and blanks included", async () => {
    const bytes = await engine.askBytes(
      "SELECT n::INTEGER AS n, c, t FROM (VALUES (-2147483648, 255::UTINYINT, 'é'), (7, 0::UTINYINT, ''), (2147483647, 3::UTINYINT, 'ab')) v(n, c, t) WHERE n < $1 OR TRUE",
      [1],
    );
    const columns = readColumns(bytes, ROW);
    expect(columns.rows).toBe(3);
    expect([...columns.int32("n")]).toEqual([-2147483648, 7, 2147483647]);
    expect([...columns.uint8("c")]).toEqual([255, 0, 3]);
    expect(texts(columns.text("t"))).toEqual(["é", "", "ab"]);
  });

  it("gives every row of an answer in many batches, in one array each", async () => {
    const columns = readColumns(await engine.askBytes("SELECT i::INTEGER AS n, (i % 256)::UTINYINT AS c, 'p' || i AS t FROM range(5000) r(i)", []), ROW);
    expect(columns.int32("n").every((value, i) => value === i)).toBe(true);
    expect(columns.uint8("c").every((value, i) => value === i % 256)).toBe(true);
    expect(texts(columns.text("t"))).toEqual(Array.from({ length: 5000 }, (_, i) => `p${String(i)}`));
  });

  it("gives empty columns of an answer without rows", async () => {
    const columns = readColumns(await engine.askBytes("SELECT 1 AS n, 1::UTINYINT AS c, 'a' AS t WHERE FALSE", []), ROW);
    expect([columns.rows, columns.int32("n").length, columns.text("t").at.length]).toEqual([0, 0, 1]);
  });

  it("refuses a missing column, a null and another type by name", async () => {
    const bytes = await engine.askBytes("SELECT NULL::INTEGER AS n, 1 AS c, 'a' AS t", []);
    expect(() => readColumns(bytes, { n: numero })).toThrow(/columns \[n, c, t\]/);
    const columns = readColumns(bytes, ROW);
    expect(() => columns.int32("n")).toThrow("column n has 1 nulls");
    expect(() => columns.uint8("c")).toThrow("column c is not of bytes");
    expect(() => columns.int32("t")).toThrow("column t is not of 32-bit integers");
    expect(() => columns.text("c")).toThrow("column c is not of texts");
  });
});
