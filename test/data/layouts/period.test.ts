import { describe, expect, it } from "vitest";
import { askMonth, askYear, monthInName, yearFrom } from "../../../src/data/layouts/period.ts";
import { questions } from "../../../src/data/layouts/questions.ts";

describe("the period of a file that has none in its rows", () => {
  it("is the one year of the first text that names any, and none where that text names two", () => {
    expect(yearFrom(["sem ano", "centros_2019.csv"])).toBe("2019");
    expect(yearFrom(["de 2019 a 2021", "centros_2019.csv"])).toBeNull();
    expect(yearFrom(["código 5103403"])).toBeNull();
  });

  it("is the one month of the file's name", () => {
    expect(["cadunico_202606.json", "cadunico-2026-06.json", "06-2026.csv", "20260615.csv", "2026.csv", "202605-202606.csv"].map(monthInName)).toEqual(["2026-06", "2026-06", "2026-06", null, null, null]);
  });

  it("is asked, and only an answer among the options counts", () => {
    const open = questions(new Map([["periodo:ano", "1066"]]));
    expect(askYear(open, "do IVS", 2026)).toBeNull();
    expect(open.open()[0]?.opcoes.map(({ valor }) => valor).slice(0, 2)).toEqual(["2026", "2025"]);
    const answered = questions(new Map([["periodo:ano", "2025"], ["periodo:mes", "03"]]));
    expect(askMonth(answered, "do CadÚnico", 2026)).toBe("2025-03");
    expect(answered.open()).toEqual([]);
  });
});
