import { describe, expect, it } from "vitest";
import {
  capitalize,
  count,
  formatBytes,
  formatCelula,
  formatDate,
  formatMeasure,
  formatMonth,
  formatNumber,
  formatOrdinal,
  formatPercent,
  formatPeriod,
  joinPt,
} from "../../src/core/format.ts";

describe("numbers", () => {
  it("carry the decimal comma and the thousands dot", () => {
    expect(formatNumber(3658649)).toBe("3.658.649");
    expect(formatNumber(0.5, 3)).toBe("0,500");
  });

  it("are rounded half away from zero to the places asked for", () => {
    expect(formatNumber(2.25, 1)).toBe("2,3");
    expect(formatNumber(1.5)).toBe("2");
  });

  it("carry the minus sign, unless they round to zero", () => {
    expect(formatNumber(-1234.5, 1)).toBe("\u22121.234,5");
    expect(formatNumber(-0.04, 1)).toBe("0,0");
    expect(formatNumber(-0)).toBe("0");
  });

  it("that are not finite are refused by name", () => {
    expect(() => formatNumber(Number.NaN)).toThrow("NaN");
    expect(() => formatNumber(Number.POSITIVE_INFINITY)).toThrow("Infinity");
  });

  it("never part from their unit at the end of a line", () => {
    expect(formatPercent(12.34)).toBe("12,3\u00a0%");
    expect(formatPercent(100, 0)).toBe("100\u00a0%");
    expect(formatMeasure(48, 0, "hab.")).toBe("48\u00a0hab.");
    expect(formatMeasure(1234.5, 2, "R$")).toBe("R$\u00a01.234,50");
    expect(formatMeasure(10, 2, "R$ por hab.")).toBe("R$\u00a010,00 por hab.");
    expect(formatMeasure(0.62, 3, "")).toBe("0,620");
  });

  it("of bytes use decimal multiples", () => {
    expect(formatBytes(812)).toBe("812\u00a0bytes");
    expect(formatBytes(27_400)).toBe("27\u00a0KB");
    expect(formatBytes(4_431_792)).toBe("4,4\u00a0MB");
  });

  it("of an order have their own ending", () => {
    expect(formatOrdinal(1)).toBe("1º");
    expect(formatOrdinal(2, "f")).toBe("2ª");
  });
});

describe("cells", () => {
  it("tell a true zero from each kind of absence", () => {
    expect(formatCelula({ valor: 0 }, 1)).toBe("0,0");
    expect(formatCelula({ ausencia: "sem-dado" })).toBe("sem dado");
    expect(formatCelula({ ausencia: "nao-publicado" })).toBe("não publicado ainda");
    expect(formatCelula({ ausencia: "oculto" })).toBe("oculto para proteger pessoas");
  });
});

describe("dates and periods", () => {
  it("are written as in Brazil", () => {
    expect(formatDate("2026-11-22")).toBe("22/11/2026");
    expect(formatMonth("2026-11")).toBe("nov. 2026");
    expect(formatMonth("2026-05")).toBe("mai. 2026");
  });

  it("of each kind a source publishes are understood", () => {
    expect(formatPeriod("2023")).toBe("2023");
    expect(formatPeriod("2026-06")).toBe("jun. 2026");
    expect(formatPeriod("2023-T2")).toBe("2º trim. 2023");
    expect(formatPeriod("2026-01-31")).toBe("31/01/2026");
  });

  it.each(["22/11/2026", "2026-1-2", "2023-T5", ""])("refuse %j by name", (text) => {
    expect(() => formatPeriod(text)).toThrow(`"${text}"`);
  });

  it("refuse a month that does not exist", () => {
    expect(() => formatMonth("2026-13")).toThrow("2026-13");
  });
});

describe("sentences", () => {
  it("say none in words and in the gender of the thing", () => {
    expect(count(0, "município", "municípios")).toBe("nenhum município");
    expect(count(0, "denúncia", "denúncias", "f")).toBe("nenhuma denúncia");
  });

  it("agree in number", () => {
    expect(count(1, "município", "municípios")).toBe("1 município");
    expect(count(1042, "denúncia", "denúncias", "f")).toBe("1.042 denúncias");
  });

  it("join a list with commas and one e", () => {
    expect(joinPt([])).toBe("");
    expect(joinPt(["a"])).toBe("a");
    expect(joinPt(["a", "b"])).toBe("a e b");
    expect(joinPt(["a", "b", "c"])).toBe("a, b e c");
  });

  it("start in upper case, accents included", () => {
    expect(capitalize("nenhum município")).toBe("Nenhum município");
    expect(capitalize("água")).toBe("Água");
    expect(capitalize("")).toBe("");
  });
});
