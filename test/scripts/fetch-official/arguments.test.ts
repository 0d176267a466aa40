import { describe, expect, it } from "vitest";
import { readArguments } from "../../../scripts/fetch-official/arguments.ts";
import { BASES, CAMPOS, SOURCES } from "../../../scripts/fetch-official/requests.ts";
import { backoffMs, isTransient, RETRY, retryAfterMs } from "../../../scripts/fetch-official/retry.ts";
import { RO } from "./desk.ts";

const UFS = [RO, { codigo: 12, sigla: "AC", nome: "Acre" }];
const NOW = "2026-11-22T12:00:00.000Z";
const read = (line: string) => readArguments(line.split(" ").filter((word) => word !== ""), NOW, UFS);

describe("the command line", () => {
  it("with the UF alone asks for every source, from January of last year to this month", () => {
    expect(read("--uf RO")).toEqual({
      options: {
        uf: RO,
        only: SOURCES,
        bases: BASES,
        since: "2025-01",
        until: "2026-11",
        municipios: [],
        formato: "csv",
        campos: CAMPOS,
        to: null,
        intervalMs: 1000,
        policy: RETRY,
      },
      semente: null,
      semExtratos: false,
    });
  });

  it("takes what it is told", () => {
    const line = "--uf 12 --only sidra,malhas --to pasta --since 2024-03 --until 2024-05 --municipios 120001,1200138 --formato json --sem-extratos --intervalo-ms 0 --tentativas 2 --semente 9 --base-sidra http://127.0.0.1:9/values/";
    expect(read(line)).toMatchObject({
      options: {
        uf: { sigla: "AC" },
        only: ["sidra", "malhas"],
        bases: { sidra: "http://127.0.0.1:9/values", malhas: BASES.malhas },
        since: "2024-03",
        until: "2024-05",
        municipios: ["120001", "120013"],
        formato: "json",
        to: "pasta",
        intervalMs: 0,
        policy: { attempts: 2 },
      },
      semente: 9,
      semExtratos: true,
    });
  });

  it.each([
    ["", "Diga de que UF: --uf com a sigla ou o código (veio “”)."],
    ["--uf XX", "Diga de que UF: --uf com a sigla ou o código (veio “XX”)."],
    ["--uf RO --only sidra,censo", "--only não conhece “censo”; as fontes são misocial, sidra, localidades, malhas."],
    ["--uf RO --since 2024", "--since é um mês como 2024-01 (veio “2024”)."],
    ["--uf RO --since 2024-13", "--since é um mês como 2024-01 (veio “2024-13”)."],
    ["--uf RO --since 1999-01", "--since é um mês como 2024-01 (veio “1999-01”)."],
    ["--uf RO --since 2026-12", "--since 2026-12 vem depois de --until 2026-11."],
    ["--uf RO --municipios 510340", "--municipios pede códigos IBGE da UF, de 6 ou 7 algarismos (veio “510340”)."],
    ["--uf RO --formato xml", "--formato é csv ou json (veio “xml”)."],
    ["--uf RO --tentativas 0", "--tentativas é um número inteiro a partir de 1 (veio “0”)."],
    ["--uf RO --intervalo-ms 1.5", "--intervalo-ms é um número inteiro a partir de 0 (veio “1.5”)."],
    ["--uf RO --base-sidra file:///etc/passwd", "--base-sidra é um endereço http ou https (veio “file:///etc/passwd”)."],
  ])("%s: is wrong, in words", (line, erro) => {
    expect(read(line)).toEqual({ erro });
  });

  it("with an option it does not know names it", () => {
    expect(read("--uf RO --tudo")).toMatchObject({ erro: expect.stringMatching(/^Opção desconhecida ou sem valor: .*--tudo/) as unknown });
  });
});

describe("waits", () => {
  it("double up to the ceiling, between half of it and all of it", () => {
    const policy = { ...RETRY, baseMs: 1000, ceilingMs: 10_000 };
    const least = [1, 2, 3, 4, 5, 20].map((attempt) => backoffMs(attempt, policy, () => 0));
    const most = [1, 2, 3, 4, 5, 20].map((attempt) => backoffMs(attempt, policy, () => 0.999_999));
    expect(least).toEqual([500, 1000, 2000, 4000, 5000, 5000]);
    expect(most).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000]);
  });

  it("are as long as the server says, in seconds or until a date", () => {
    const now = Date.parse("2026-11-22T12:00:00.000Z");
    expect(["0", "120", " 7 ", "Sun, 22 Nov 2026 12:01:00 GMT", "Sun, 22 Nov 2026 11:00:00 GMT"].map((header) => retryAfterMs(header, now))).toEqual([0, 120_000, 7_000, 60_000, 0]);
    expect([null, "", "-5", "1.5", "amanhã", "2026-11-22", "Sun, 99 Nov 2026 12:01:00 GMT"].map((header) => retryAfterMs(header, now))).toEqual([null, null, null, null, null, null, null]);
  });

  it("are for faults that pass, not for requests that are wrong", () => {
    const statuses = [200, 301, 400, 401, 403, 404, 408, 410, 425, 429, 500, 501, 502, 503, 504];
    expect(statuses.filter(isTransient)).toEqual([408, 425, 429, 500, 502, 503, 504]);
  });
});
