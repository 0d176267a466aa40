import { describe, expect, it } from "vitest";
import { numberEvidence, plainNumber, readInteger, readNumber, type NumberStyle } from "../../../src/data/import/numbers.ts";

function styleOf(...texts: string[]): NumberStyle {
  const evidence = numberEvidence();
  for (const text of texts) evidence.add(text);
  return evidence.decide();
}

describe("the style of a column", () => {
  it.each<[NumberStyle, string[]]>([
    ["virgula", ["1.234,56", "4.990"]],
    ["virgula", ["0,412", "12"]],
    ["virgula", ["1.234.567"]],
    ["ponto", ["0.314", "4,990"]],
    ["ponto", ["1,234.5"]],
    ["misto", ["0.314", "0,412"]],
    ["ambiguo", ["4.990", "31.314"]],
    ["inteiro", ["12", "-3", "abc"]],
  ])("is %s for %j", (style, texts) => {
    expect(styleOf(...texts)).toBe(style);
  });
});

describe("readNumber", () => {
  it.each<[string, NumberStyle, number]>([
    ["1.234,56", "virgula", 1234.56],
    ["4.990", "virgula", 4990],
    ["4.990", "ponto", 4.99],
    ["4,990", "virgula", 4.99],
    ["1,234.5", "ponto", 1234.5],
    ["-5,00", "virgula", -5],
    ["R$ 10,00", "virgula", 10],
    ["-R$ 10,50", "virgula", -10.5],
    ["(5,00)", "virgula", -5],
    ["12,5 %", "virgula", 12.5],
    ["\u22125", "inteiro", -5],
    [".5", "ponto", 0.5],
    ["1.5e-7", "ponto", 1.5e-7],
    ["0.314", "misto", 0.314],
    ["0,412", "misto", 0.412],
    ["-0", "inteiro", 0],
  ])("reads %j under %s as %d", (text, style, valor) => {
    expect(readNumber(text, style)).toEqual({ valor });
  });

  it("does not guess a value that reads two ways in a column of both kinds", () => {
    expect(readNumber("4.990", "misto")).toBe("ambiguo");
  });

  it.each(["abc", "1.2.3", "1,2,3", "12a", "--1", "-15.194.97", "1e999"])("finds no number in %j", (text) => {
    expect(readNumber(text, "ponto")).toBe("invalido");
  });

  it("finds no number where the marks contradict the column", () => {
    expect(readNumber("0.314", "virgula")).toBe("invalido");
    expect(readNumber("0,412", "ponto")).toBe("invalido");
  });
});

describe("readInteger", () => {
  it.each([
    ["4.990", 4990],
    ["4,990", 4990],
    ["31314", 31314],
    ["12,0", 12],
    ["4990.0", 4990],
    ["1.234.567", 1_234_567],
    ["-3", -3],
  ])("reads %j as %d", (text, valor) => {
    expect(readInteger(text)).toEqual({ valor });
  });

  it.each(["12,5", "1.2", "x", "99999999999999999999"])("refuses %j", (text) => {
    expect(readInteger(text)).toBe("invalido");
  });
});

describe("plainNumber", () => {
  const TEXTS = ["0", "7", "0012", "4990", "12,5", "12.5", "4,990", "4.990", "1.234,5", ",5", "5,", "1,2,3", "-3", " 3", "1e3", "", "123456789012345", "1234567890123456"];
  const STYLES: readonly NumberStyle[] = ["virgula", "ponto", "misto", "inteiro", "ambiguo"];

  it.each(STYLES)("reads under %s only what the full reader reads, and the same", (style) => {
    for (const text of TEXTS) {
      const quick = plainNumber(text, style);
      if (!Number.isNaN(quick)) expect(readNumber(text, style), text).toEqual({ valor: quick });
    }
  });

  it("reads what nearly all cells hold", () => {
    expect([plainNumber("4990", "inteiro"), plainNumber("12,5", "virgula"), plainNumber("0.314", "ponto")]).toEqual([4990, 12.5, 0.314]);
    expect([plainNumber("4.990", "virgula"), plainNumber("12,5", "misto"), plainNumber("", "virgula")]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});
