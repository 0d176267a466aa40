import { describe, expect, it } from "vitest";
import { QUERIES } from "../../../src/data/queries/index.ts";
import { WARM_UP } from "../../../src/data/session/database.ts";
import { sqlProblems } from "./sql-lint.ts";

describe("SQL that the engine in the browser cannot run", () => {
  it.each([
    "SELECT current_date",
    "SELECT * FROM denuncia WHERE data_registro > today()",
    "SELECT date_trunc('month', now()) FROM apoio",
    "SELECT TIMESTAMP '2024-01-01' AT TIME ZONE 'America/Cuiaba'",
    "SELECT nome FROM municipio ORDER BY nome COLLATE pt",
    "SELECT '{}'::JSON",
    "SELECT CAST('{}' AS JSON)",
    "SELECT json_extract(nome, '$.a') FROM municipio",
    "SELECT nome->>'$.a' FROM municipio",
    "SELECT * FROM 'dados.parquet'",
    "SELECT * FROM read_parquet('x')",
    "SELECT * FROM read_csv('https://example.org/x.csv')",
    "SELECT 1; DROP VIEW municipio",
    "INSTALL icu",
  ])("is found: %s", (sql) => {
    expect(sqlProblems(sql)).not.toEqual([]);
  });

  it.each([
    "SELECT nome FROM municipio ORDER BY nome COLLATE NOACCENT",
    "SELECT CAST(data AS VARCHAR) FROM apoio WHERE data > CAST($1 AS DATE) -- never now()",
    "SELECT list_contains(string_split($1, '|'), canal) FROM denuncia",
  ])("is not found where there is none: %s", (sql) => {
    expect(sqlProblems(sql)).toEqual([]);
  });

  it.each(QUERIES.map((query) => [query.name, query.sql] as const))("%s has none", (_, sql) => {
    expect(sqlProblems(sql)).toEqual([]);
  });

  it("the warm-up has none", () => {
    expect(WARM_UP.flatMap(sqlProblems)).toEqual([]);
  });
});
