import { describe, expect, it } from "vitest";
import type { Celula } from "../../src/core/absence.ts";
import { assignLayer, buildLayer, classIndex, fixedClasses, frozenClasses, quantileClasses, withUncertain } from "../../src/core/classes.ts";

const inteiro = (v: number): string => String(Math.round(v));
const umaCasa = (v: number): string => v.toFixed(1).replace(".", ",");
const resumo = (classes: readonly { rotulo: string; contagem: number }[]) =>
  classes.map((c) => [c.rotulo, c.contagem]);

describe("quantileClasses", () => {
  it("puts the same number of values in each class and closes only the last", () => {
    const valores = [12, 3, 41, 27, 58, 33, 9, 20, 47, 60];
    expect(resumo(quantileClasses(valores, 5, inteiro))).toEqual([
      ["3 a menos de 10", 2],
      ["10 a menos de 25", 2],
      ["25 a menos de 40", 2],
      ["40 a menos de 50", 2],
      ["50 a 60", 2],
    ]);
  });

  it("gives one class for values that are all equal, labelled with the value alone", () => {
    expect(resumo(quantileClasses([7, 7, 7], 5, inteiro))).toEqual([["7", 3]]);
  });

  it("gives one class per value when there are fewer distinct values than classes", () => {
    expect(resumo(quantileClasses([1, 5, 3, 3, 1, 3], 5, inteiro))).toEqual([
      ["1", 2],
      ["3", 3],
      ["5", 1],
    ]);
  });

  it("gives no class for no value", () => {
    expect(quantileClasses([], 5, inteiro)).toEqual([]);
  });

  it("keeps a large tie of zeros in a class of its own and shares the rest evenly", () => {
    const valores = [0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6];
    expect(resumo(quantileClasses(valores, 4, inteiro))).toEqual([
      ["0 a menos de 1", 6],
      ["1 a menos de 3", 2],
      ["3 a menos de 5", 2],
      ["5 a 6", 2],
    ]);
  });

  it("never makes two limits that print alike", () => {
    const valores = [1.01, 1.02, 1.03, 1.04, 1.05, 1.06, 1.2, 1.3];
    const rotulos = quantileClasses(valores, 4, umaCasa).map((c) => c.rotulo);
    expect(new Set(rotulos).size).toBe(rotulos.length);
    for (const rotulo of rotulos) {
      const [de, ate] = rotulo.split(/ a menos de | a /);
      expect(de).not.toBe(ate);
    }
  });

  it("puts negative values below positive ones", () => {
    expect(resumo(quantileClasses([-30, -12, 4, 17], 2, inteiro))).toEqual([
      ["-30 a menos de 0", 2],
      ["0 a 17", 2],
    ]);
  });

  it("refuses a value that is not a finite number", () => {
    expect(() => quantileClasses([1, Number.NaN], 3, inteiro)).toThrow(/NaN/);
    expect(() => quantileClasses([1], 0, inteiro)).toThrow(RangeError);
  });
});

describe("fixedClasses", () => {
  it("names the open ends and keeps empty classes", () => {
    expect(resumo(fixedClasses([5, 45, 90], [20, 40, 60], inteiro))).toEqual([
      ["menos de 20", 1],
      ["20 a menos de 40", 0],
      ["40 a menos de 60", 1],
      ["60 ou mais", 1],
    ]);
  });

  it("adds no class below the first limit when no value is there", () => {
    expect(resumo(fixedClasses([0, 2, 3, 14], [0, 3, 6, 12], inteiro))).toEqual([
      ["0 a menos de 3", 2],
      ["3 a menos de 6", 1],
      ["6 a menos de 12", 0],
      ["12 ou mais", 1],
    ]);
  });

  it("refuses limits out of order", () => {
    expect(() => fixedClasses([1], [3, 3], inteiro)).toThrow(/increase/);
  });
});

describe("classIndex", () => {
  const classes = fixedClasses([0, 30], [0, 10, 20], inteiro);

  it("puts a value that equals a limit in the class that starts there", () => {
    expect([0, 9.99, 10, 19.9, 20].map((v) => classIndex(classes, v))).toEqual([0, 0, 1, 1, 2]);
  });

  it("includes the greatest value in the last class and says −1 outside", () => {
    expect(classIndex(classes, 30)).toBe(2);
    expect(classIndex(classes, 30.1)).toBe(-1);
    expect(classIndex(classes, -1)).toBe(-1);
    expect(classIndex([], 1)).toBe(-1);
  });
});

describe("buildLayer", () => {
  const celulas = new Map<number, Celula>([
    [1, { valor: 0 }],
    [2, { valor: 12 }],
    [3, { ausencia: "oculto" }],
    [4, { ausencia: "sem-dado" }],
    [5, { ausencia: "sem-dado" }],
  ]);
  const layer = buildLayer({
    titulo: "Casos",
    unidade: "casos",
    ramp: "quantidade",
    celulas,
    classes: fixedClasses([0, 12], [0, 10], inteiro),
  });

  it("gives a true zero a class and an absence none", () => {
    expect(layer.classe.get(1)).toBe(0);
    expect(layer.classe.has(4)).toBe(false);
    expect(layer.ausencia.get(4)).toBe("sem-dado");
  });

  it("counts each class and each absence from the cells, absences in legend order", () => {
    expect(layer.classes.map((c) => c.contagem)).toEqual([1, 1]);
    expect(layer.ausencias).toEqual([
      { ausencia: "sem-dado", contagem: 2 },
      { ausencia: "oculto", contagem: 1 },
    ]);
  });

  it("refuses a value that fits no class instead of leaving it uncoloured", () => {
    expect(() =>
      buildLayer({
        titulo: "Casos",
        unidade: "",
        ramp: "tempo",
        celulas: new Map([[9, { valor: 99 }]]),
        classes: fixedClasses([0, 12], [0, 10], inteiro),
      }),
    ).toThrow(/99 of 9/);
  });
});

describe("assignLayer", () => {
  const classes = [0, 1, 2].map((i) => ({ min: i, max: i, rotulo: `tipo ${i}`, contagem: 99 }));
  const lugares = new Map<number, number | "nao-comparado" | "sem-dado">([
    [1, 2],
    [2, "nao-comparado"],
    [3, 0],
    [4, 2],
    [5, "sem-dado"],
  ]);
  const layer = assignLayer({ titulo: "Tipos", unidade: "", ramp: "agrupamento", classes, lugares, nota: "Como ler." });

  it("counts each kind from the places, whatever the classes came with", () => {
    expect(layer.classes.map((c) => c.contagem)).toEqual([1, 0, 2]);
    expect(layer.nota).toBe("Como ler.");
  });

  it("keeps what is not compared apart from what is missing, last in the legend", () => {
    expect(layer.ausencias).toEqual([
      { ausencia: "sem-dado", contagem: 1 },
      { ausencia: "nao-comparado", contagem: 1 },
    ]);
    expect(layer.classe.has(2)).toBe(false);
  });

  it("refuses a class that is not there", () => {
    const errado = new Map([[7, 3]]);
    expect(() => assignLayer({ titulo: "Tipos", unidade: "", ramp: "tempo", classes, lugares: errado })).toThrow(/7 is in class 3 of 3/);
  });
});

describe("withUncertain", () => {
  const classes = fixedClasses([5, 15], [0, 10], inteiro);
  const celulas = new Map<number, Celula>([
    [1, { valor: 5 }],
    [2, { valor: 15 }],
    [3, { valor: 15 }],
    [4, { ausencia: "sem-dado" }],
  ]);
  const layer = buildLayer({ titulo: "", unidade: "", ramp: "tempo", celulas, classes });
  const chances = new Map([
    [1, 0.59],
    [2, 0.6],
    [4, 0.1],
  ]);
  const incertas = withUncertain(layer, (codigo) => chances.get(codigo) ?? null).incertas;

  it("marks a class whose likeliest probability is below 60 %, and 60 % is enough", () => {
    expect(incertas?.has(1)).toBe(true);
    expect(incertas?.has(2)).toBe(false);
  });

  it("marks nobody whose probability is not known or who has no class", () => {
    expect([...(incertas ?? [])]).toEqual([1]);
  });
});

describe("frozenClasses", () => {
  it("are as many as the limits and half-open, whatever the values", () => {
    const classes = frozenClasses([19.9, 20, 60], [5, 20, 40], inteiro);
    expect(resumo(classes)).toEqual([
      ["menos de 20", 1],
      ["20 a menos de 40", 1],
      ["40 ou mais", 1],
    ]);
    expect([-1, 5, 20, 39.99, 40, 60].map((v) => classIndex(frozenClasses([-1, 60], [5, 20, 40], inteiro), v))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("refuses limits out of order", () => {
    expect(() => frozenClasses([1], [3, 3], inteiro)).toThrow(/increase/);
  });
});
