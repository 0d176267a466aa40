import { describe, expect, it } from "vitest";
import { rotulados } from "../../../../src/views/cobertura/mapa/graficos.ts";
import { leituraMeses, linhasPorMes, totaisDoPeriodo } from "../../../../src/views/cobertura/mapa/meses.ts";

const REGISTRO = { inicio: "2023-11-01", fim: "2026-10-31" };

/** March: 2 on-site events reaching 5 places (3 different); October: one remote event reaching 4. */
const ROWS = [
  { mes: "2026-03", modalidade: "presencial", eventos: 2, municipios: 3, alcances: 5 },
  { mes: "2026-10", modalidade: "nao-presencial", eventos: 1, municipios: 4, alcances: 4 },
  { mes: null, modalidade: "nao-presencial", eventos: 1, municipios: 4, alcances: 4 },
  { mes: null, modalidade: "presencial", eventos: 2, municipios: 3, alcances: 5 },
  { mes: null, modalidade: null, eventos: 3, municipios: 6, alcances: 9 },
];

const DOZE = { apos: "2025-10-31", em: "2026-10-31" };

describe("months of the period", () => {
  it("are the twelve whole months up to a date that ends one", () => {
    const linhas = linhasPorMes(ROWS, DOZE, REGISTRO);
    expect(linhas.map(({ mes }) => mes)).toEqual([
      "2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04",
      "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10",
    ]);
    expect(linhas.some(({ parcial }) => parcial)).toBe(false);
  });

  it("tell events, municipalities and reaches apart, and have zero where nothing was held", () => {
    const marco = linhasPorMes(ROWS, DOZE, REGISTRO)[4];
    expect(marco?.porModalidade.presencial).toEqual({
      municipios: { valor: 3 },
      eventos: { valor: 2 },
      alcances: { valor: 5 },
    });
    expect(marco?.porModalidade["nao-presencial"].eventos).toEqual({ valor: 0 });
  });

  it("are marked incomplete at both ends when the date is in mid-month", () => {
    // After 15/10/2025 up to 15/10/2026: thirteen months, the first and last in part.
    const linhas = linhasPorMes([], { apos: "2025-10-15", em: "2026-10-15" }, REGISTRO);
    expect(linhas).toHaveLength(13);
    expect(linhas.filter(({ parcial }) => parcial).map(({ mes }) => mes)).toEqual(["2025-10", "2026-10"]);
  });

  it("are not loaded, instead of zero, where the record has no days", () => {
    const linhas = linhasPorMes([], DOZE, { inicio: "2026-01-10", fim: "2026-08-31" });
    const ausentes = linhas.filter(({ porModalidade }) => "ausencia" in porModalidade.presencial.eventos);
    expect(ausentes.map(({ mes }) => mes)).toEqual(["2025-11", "2025-12", "2026-09", "2026-10"]);
    expect(ausentes[0]?.porModalidade.presencial.eventos).toEqual({ ausencia: "nao-carregado" });
    expect(linhas.some(({ parcial }) => parcial)).toBe(false);
  });

  it("are covered whole by a record whose first and last events fall in mid-month", () => {
    const linhas = linhasPorMes([], DOZE, { inicio: "2025-11-20", fim: "2026-10-02" });
    expect(linhas.every(({ porModalidade }) => "valor" in porModalidade.presencial.eventos)).toBe(true);
  });
});

describe("the whole period", () => {
  it("comes from the engine's own distinct counts, not from adding months up", () => {
    expect(totaisDoPeriodo(ROWS)).toEqual({ eventos: 3, municipios: 6, alcances: 9, presenciais: 2, naoPresenciais: 1 });
  });

  it("is read with events and reaches apart", () => {
    expect(leituraMeses(ROWS, linhasPorMes(ROWS, DOZE, REGISTRO))).toBe(
      "3 eventos no período: 2 presenciais e 1 não presencial, em 6 municípios. Um evento pode alcançar vários municípios: são 9 alcances (evento × município).",
    );
    expect(leituraMeses([], [])).toBe("Nenhum apoio registrado no período com esses filtros.");
  });
});

describe("labels of months", () => {
  it("thin out at even steps and always name the last month", () => {
    const meses = Array.from({ length: 12 }, (_, i) => String(i));
    expect(rotulados(meses, 1000)).toHaveLength(12);
    expect(rotulados(meses, 330)).toEqual(["1", "3", "5", "7", "9", "11"]);
  });
});
