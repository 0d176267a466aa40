import { describe, expect, it } from "vitest";
import { diaDaSemana, diasDe, diasUteis, emDias, mesesEmPalavras } from "../../../../src/data/visitas/export/palavras.ts";

describe("words of the plan's files", () => {
  it.each([
    // 2027 begins on a Friday; 2023-12-31 was a Sunday.
    ["2027-01-01", "sexta-feira"],
    ["2027-01-04", "segunda-feira"],
    ["2023-12-31", "domingo"],
    ["2024-02-29", "quinta-feira"],
  ])("call %s a %s", (data, dia) => {
    expect(diaDaSemana(data)).toBe(dia);
  });

  it.each([
    [0, "nenhum dia útil"],
    [1, "1 dia útil"],
    [1.25, "1,25 dia útil"],
    [2, "2 dias úteis"],
    [6.2, "6,2 dias úteis"],
  ])("count %s as %s", (dias, texto) => {
    expect(diasUteis(dias)).toBe(texto);
  });

  it("keep no more decimal places than a figure needs", () => {
    expect([1, 0.5, 0.25, 1234.75].map(emDias)).toEqual(["1", "0,5", "0,25", "1.234,75"]);
  });

  it("write one day once and a run by its ends", () => {
    expect(diasDe("2027-01-04", "2027-01-04")).toBe("04/01/2027");
    expect(diasDe("2027-01-04", "2027-01-06")).toBe("04/01/2027 a 06/01/2027");
  });

  it("name months", () => {
    expect(mesesEmPalavras([1, 2, 12])).toBe("janeiro, fevereiro e dezembro");
  });
});
