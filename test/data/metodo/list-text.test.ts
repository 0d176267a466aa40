import { expect, it } from "vitest";
import type { Lista, LinhaDaLista } from "../../../src/core/metodo/list.ts";
import { methodHash } from "../../../src/core/metodo/method.ts";
import { listCsv, listJson } from "../../../src/data/metodo/list-text.ts";
import { metodo } from "../../core/metodo/a-method.ts";

function linha(codigo: number, nome: string, posicao: number | null, nota: number | null): LinhaDaLista {
  return { codigo, nome, posicao, nota, minimo: 1.5, maximo: 60, pesoPresente: 70, dimensoes: [nota, null], indicadores: [nota, 0, null], dimensoesSemNota: posicao === null ? ["a", "b"] : [] };
}

const LISTA: Lista = {
  dimensoes: ["a", "b"],
  indicadores: ["x", "y", "z"],
  linhas: [linha(11, 'Vila, a "Nova"', 1, 55), linha(22, "=SOMA(1)", 2, 40.1), linha(33, "Campo", 3, 0)],
  semNota: [linha(44, "Serra", null, null)],
};
const SELO = { metodo: metodo(), dados: "d".repeat(64) };

it("writes scores with two places, zero as zero, missing as blank, and those among the K by name", () => {
  expect(listCsv(LISTA, SELO)).toBe(
    [
      "posicao,codigo,municipio,nota,entre_os_k,minimo,maximo,peso_presente,pontos_a,pontos_b,sem_nota_por",
      '1,11,"Vila, a ""Nova""",55.00,sim,1.50,60.00,70.0,55.00,,',
      "2,22,'=SOMA(1),40.10,sim,1.50,60.00,70.0,40.10,,",
      "3,33,Campo,0.00,nao,1.50,60.00,70.0,0.00,,",
      ",44,Serra,,nao,1.50,60.00,70.0,,,a b",
      "",
    ].join("\n"),
  );
});

it("keeps the first positions only, ties at the last of them included, when asked", () => {
  const empate: Lista = { ...LISTA, linhas: [...LISTA.linhas.slice(0, 2), linha(33, "Campo", 2, 40.1)] };
  expect(listCsv(empate, SELO, 2).trimEnd().split("\n")).toHaveLength(4);
  expect(listCsv(empate, SELO, 1).trimEnd().split("\n")).toHaveLength(2);
});

it("writes the same figures as JSON, with missing as null and those without a score apart", () => {
  const json = JSON.parse(listJson(LISTA, SELO)) as Record<string, unknown>;
  expect(json["metodo"]).toMatchObject({ id: "pequeno", sha256: methodHash(metodo()), k: 2, semente: "semente" });
  expect(json["dados"]).toEqual({ sha256: "d".repeat(64) });
  expect((json["lista"] as unknown[])[2]).toMatchObject({ nota: 0, pontosPorDimensao: { a: 0, b: null }, pontosPorIndicador: { x: 0, y: 0, z: null } });
  expect(json["semNota"]).toEqual([{ codigo: 44, municipio: "Serra", minimo: 1.5, maximo: 60, pesoPresente: 70, dimensoesSemNota: ["a", "b"] }]);
});
