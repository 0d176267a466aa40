import { describe, expect, it } from "vitest";
import type { Problem } from "../../../src/core/problem.ts";
import { packProblems, unpackProblems } from "../../../src/data/import/packed-problems.ts";
import { readFile } from "./file-reading.ts";

const problema = (linha: number | null, valor: string | null, coluna: string | null = "valor"): Problem => ({
  gravidade: "aviso",
  linha,
  coluna,
  valor,
  mensagem: "O valor não é número.",
  conserto: "Escreva um número.",
});

describe("problems on their way from the worker", () => {
  it("come out as they went in: with no line, no column, no value, and an empty one", () => {
    const problemas = [problema(null, null, null), problema(7, ""), problema(8, "aviso"), { ...problema(9, "x"), gravidade: "linha-separada" as const }];
    expect(unpackProblems(structuredClone(packProblems(problemas)))).toEqual(problemas);
    expect(unpackProblems(packProblems([]))).toEqual([]);
  });

  it("carry a sentence once, however many of them say it", () => {
    const { textos, linhas } = packProblems(Array.from({ length: 1_000 }, (_, i) => problema(i + 2, "abc")));
    expect(textos).toEqual(["aviso", "valor", "abc", "O valor não é número.", "Escreva um número."]);
    expect(linhas).toHaveLength(1_000);
  });

  it("of a file that was read are all there is to each of them", async () => {
    const { problemas } = await readFile("codigo;periodo;indicador;valor\n510340;2023;ivs;dez\n999;2023;ivs;0,4\n", "meu.csv");
    expect(problemas.length).toBeGreaterThan(1);
    expect(unpackProblems(packProblems(problemas))).toStrictEqual(problemas);
  });
});
