import { describe, expect, it } from "vitest";
import { taxaPor10Mil } from "../../src/core/denuncia.ts";
import { type LinhaEspecial, resolveCasos } from "../../src/core/denuncia-casos.ts";

describe("rate per 10,000 inhabitants", () => {
  it("is cases over population times ten thousand", () => {
    expect(taxaPor10Mil(3, 7_426)).toBeCloseTo(4.0399, 4);
    expect(taxaPor10Mil(650, 650_000)).toBe(10);
  });

  it("no case is a true zero, and no population is no rate", () => {
    expect(taxaPor10Mil(0, 5_000)).toBe(0);
    expect(taxaPor10Mil(3, null)).toBeNull();
    expect(taxaPor10Mil(3, 0)).toBeNull();
  });
});

/** "p1>p2 2026-01-01": p1 apensada to p2; a `!` says that p2 is not in the extract; a `+` the latest step. */
function linhas(...textos: readonly string[]): LinhaEspecial[] {
  return textos.map((texto, i) => {
    const [caso = "", registro = "-", ultimoPasso] = texto.split(" ");
    const [protocolo = "", principal] = caso.split(">");
    return {
      linha: i + 1,
      protocolo,
      principal: principal?.replace("!", "") ?? null,
      temPrincipal: principal?.endsWith("!") === false,
      registro: registro === "-" ? null : registro,
      ultimoPasso: ultimoPasso ?? null,
    };
  });
}

const classes = (...textos: readonly string[]): (string | null)[] => {
  const rows = linhas(...textos);
  const resolvidos = resolveCasos(rows).classes;
  return rows.map(({ linha }) => resolvidos.get(linha) ?? null);
};

describe("which rows count as a case (Res. CIB/MT 012/2025 art. 5 §4)", () => {
  it("of a repeated protocol the oldest registration counts, a blank one last", () => {
    expect(classes("a -", "a 2026-02-02", "a 2026-02-01")).toEqual(["repetida", "repetida", null]);
  });

  it("between equal registrations the latest step counts, then the first row", () => {
    expect(classes("a 2026-02-01", "a 2026-02-01 2026-03-01", "a 2026-02-01 2026-02-20")).toEqual([
      "repetida",
      null,
      "repetida",
    ]);
    expect(classes("a 2026-02-01", "a 2026-02-01")).toEqual([null, "repetida"]);
  });

  it("an apensada counts through its main protocol, also at the end of a chain", () => {
    expect(classes("b>a 2026-02-01", "c>b 2026-02-01", "d>c 2026-02-01")).toEqual(["apensada", "apensada", "apensada"]);
  });

  it("a protocol apensada to itself is a main protocol", () => {
    expect(classes("a>a 2026-02-01", "b>a 2026-02-02")).toEqual([null, "apensada"]);
  });

  it("the oldest apensada stands for a main protocol that is not in the extract", () => {
    expect(classes("b>x! 2026-02-02", "c>x! 2026-02-01", "d>x! -")).toEqual(["apensada", null, "apensada"]);
  });

  it("a chain that ends at a missing protocol is one case", () => {
    expect(classes("b>x! 2026-02-02", "c>b 2026-02-01")).toEqual([null, "apensada"]);
  });

  it("a circle, and what leads into it, have no main protocol", () => {
    expect(classes("a>b 2026-02-01", "b>c 2026-02-01", "c>a 2026-02-01", "d>a 2026-02-01", "e>f 2026-02-01")).toEqual([
      "circular",
      "circular",
      "circular",
      "circular",
      "apensada",
    ]);
  });

  it("the row that stands for a repeated protocol says whether it is apensada", () => {
    expect(classes("a>m 2026-02-01", "a 2026-02-02")).toEqual(["apensada", "repetida"]);
    expect(classes("a 2026-02-01", "a>m 2026-02-02")).toEqual([null, "repetida"]);
  });

  it("counts the apensadas and those without their main protocol", () => {
    const { apensadas, semPrincipal } = resolveCasos(linhas("b>a 2026-01-01", "c>x! 2026-01-01", "d>x! 2026-01-02", "e 2026-01-01", "e 2026-01-02"));
    expect({ apensadas, semPrincipal }).toEqual({ apensadas: 3, semPrincipal: 2 });
  });

  it("follows a chain of 50,000 without running out of stack", () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `p${i + 1}>p${i}${i === 0 ? "!" : ""} 2026-01-01`);
    expect(resolveCasos(linhas(...rows)).classes.size).toBe(49_999);
  });
});
