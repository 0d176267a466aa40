import { describe, expect, it } from "vitest";
import { kaplanMeier } from "../../../src/core/denuncias/sobrevida.ts";

/** Days, and "+" for who was not answered until then. */
function curva(texto: string, options?: { readonly confidence?: number }): ReturnType<typeof kaplanMeier> {
  const tempos = texto.split(",");
  return kaplanMeier(
    tempos.map((tempo) => Number.parseInt(tempo, 10)),
    tempos.map((tempo) => (tempo.endsWith("+") ? 0 : 1)),
    options,
  );
}

/** Acute myelogenous leukemia (Miller 1997), the data `aml` of R's `survival`. */
const MAINTAINED = "9,13,13+,18,23,28+,31,34,45+,48,161+";
const NONMAINTAINED = "5,5,8,8,12,16+,23,27,30,33,43,45";

describe("Kaplan–Meier against survfit(Surv(time, status) ~ x, aml) of R's survival, to the digits it prints", () => {
  it.each([
    [9, 11, 1, "0.909", "0.0867", "0.7541", "1.000"],
    [13, 10, 1, "0.818", "0.1163", "0.6192", "1.000"],
    [18, 8, 1, "0.716", "0.1397", "0.4884", "1.000"],
    [23, 7, 1, "0.614", "0.1526", "0.3769", "0.999"],
    [31, 5, 1, "0.491", "0.1642", "0.2549", "0.946"],
    [34, 4, 1, "0.368", "0.1627", "0.1549", "0.875"],
    [48, 2, 1, "0.184", "0.1535", "0.0359", "0.944"],
  ] as const)("maintained, time %d: %d at risk, %d event, survival %s (%s), 95 %% from %s to %s", (dia, emRisco, respondidos, s, erro, inferior, superior) => {
    const ponto = curva(MAINTAINED).pontos.find((um) => um.dia === dia);
    expect(ponto).toMatchObject({ emRisco, respondidos });
    expect([ponto?.sobrevida.toFixed(3), ponto?.erroPadrao?.toFixed(4), ponto?.inferior?.toFixed(4), ponto?.superior?.toFixed(3)]).toEqual([s, erro, inferior, superior]);
  });

  it.each([
    [5, 12, 2, "0.8333", "0.1076", "0.6470", "1.000"],
    [8, 10, 2, "0.6667", "0.1361", "0.4468", "0.995"],
    [12, 8, 1, "0.5833", "0.1423", "0.3616", "0.941"],
    [23, 6, 1, "0.4861", "0.1481", "0.2675", "0.883"],
    [27, 5, 1, "0.3889", "0.1470", "0.1854", "0.816"],
    [30, 4, 1, "0.2917", "0.1387", "0.1148", "0.741"],
    [33, 3, 1, "0.1944", "0.1219", "0.0569", "0.664"],
    [43, 2, 1, "0.0972", "0.0919", "0.0153", "0.620"],
  ] as const)("nonmaintained, time %d: %d at risk, %d event(s), survival %s (%s), 95 %% from %s to %s", (dia, emRisco, respondidos, s, erro, inferior, superior) => {
    const ponto = curva(NONMAINTAINED).pontos.find((um) => um.dia === dia);
    expect(ponto).toMatchObject({ emRisco, respondidos });
    expect([ponto?.sobrevida.toFixed(4), ponto?.erroPadrao?.toFixed(4), ponto?.inferior?.toFixed(4), ponto?.superior?.toFixed(3)]).toEqual([s, erro, inferior, superior]);
  });

  it("has no error nor limits where nobody is left: survfit prints NaN and NA", () => {
    expect(curva(NONMAINTAINED).pontos.at(-1)).toEqual({ dia: 45, emRisco: 1, respondidos: 1, sobrevida: 0, erroPadrao: null, inferior: null, superior: null });
  });

  it("finds the medians survfit prints: 31 (18 to NA) of 11 with 7 events, 23 (8 to NA) of 12 with 11", () => {
    expect(curva(MAINTAINED)).toMatchObject({ casos: 11, respondidos: 7, mediana: 31, medianaInferior: 18, medianaSuperior: null });
    expect(curva(NONMAINTAINED)).toMatchObject({ casos: 12, respondidos: 11, mediana: 23, medianaInferior: 8, medianaSuperior: null });
  });
});

describe("Kaplan–Meier worked by hand", () => {
  it("counts as waiting on a day who leaves on that day", () => {
    // 4 cases; day 2: 1 answered of 4, 1 leaves; day 5: 1 of 2. S = 3/4, then 3/4 · 1/2 = 3/8.
    const { pontos } = curva("2,2+,5,7+");
    expect(pontos.map(({ dia, emRisco, sobrevida }) => [dia, emRisco, sobrevida])).toEqual([
      [2, 4, 0.75],
      [5, 2, 0.375],
    ]);
  });

  it("is the plain share waiting when everybody was answered", () => {
    expect(curva("0,1,1,3,10").pontos.map(({ dia, sobrevida }) => [dia, Number(sobrevida.toFixed(12))])).toEqual([
      [0, 0.8],
      [1, 0.4],
      [3, 0.2],
      [10, 0],
    ]);
  });

  it("takes for the median the first day with half waiting, even when exactly half", () => {
    // After day 3, 2 of 4 wait: half was answered by day 3.
    expect(curva("1,3,8,9").mediana).toBe(3);
    // After 5 of 10, one half as a product of fractions that binary figures only approach.
    expect(curva("1,2,3,4,5,9,9,9,9,9").mediana).toBe(5);
  });

  it("has no median when fewer than half were answered", () => {
    expect(curva("1,9+,9+,9+")).toMatchObject({ mediana: null, respondidos: 1 });
    expect(curva("3+,4+").pontos).toEqual([]);
  });

  it("has no points, and no median, of nobody", () => {
    expect(kaplanMeier([], [])).toEqual({ casos: 0, respondidos: 0, pontos: [], mediana: null, medianaInferior: null, medianaSuperior: null });
  });

  it("narrows its limits with less confidence, around the same share", () => {
    const [largo, estreito] = [curva(MAINTAINED).pontos[3], curva(MAINTAINED, { confidence: 0.5 }).pontos[3]];
    expect(estreito?.sobrevida).toBe(largo?.sobrevida);
    expect(estreito?.inferior ?? 0).toBeGreaterThan(largo?.inferior ?? 1);
  });

  it.each([
    [[1, 2], [1], {}],
    [[-1], [1], {}],
    [[1.5], [1], {}],
    [[1], [2], {}],
    [[1], [1], { confidence: 1 }],
    [[3_000_000], [1], {}],
  ] as const)("refuses durations %j with events %j and %j", (durations, events, options) => {
    expect(() => kaplanMeier(durations, events, options)).toThrow(RangeError);
  });
});
