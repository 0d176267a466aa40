import { describe, expect, it } from "vitest";
import { figuraEmTexto, posicaoEmTexto, posicaoPorNecessidade } from "../../../src/core/dossie/figura.ts";
import { enderecoDoMunicipio } from "../../../src/core/dossie/endereco.ts";
import { caixaDoContorno, formasDaMalha } from "../../../src/core/dossie/malha.ts";
import { temasDoTexto } from "../../../src/core/dossie/contatos.ts";
import type { Indicador } from "../../../src/core/indicador.ts";
import { catalogo } from "../metodo/a-method.ts";
import { PECAS } from "./quatro-municipios.ts";

const [base] = catalogo("x");
const registro = (mudancas: Partial<Indicador>): Indicador => {
  if (base === undefined) throw new Error("no record");
  return { ...base, ...mudancas };
};

describe("a figure in words", () => {
  it("has its unit, but for a scale, which only says where it lies; answers are words", () => {
    expect(figuraEmTexto(registro({ unidade: "%", casas: 1 }), 42.25)).toBe("42,3\u00a0%");
    expect(figuraEmTexto(registro({ unidade: "R$", casas: 2 }), 1234.5)).toBe("R$\u00a01.234,50");
    expect(figuraEmTexto(registro({ unidade: "de 1 a 5", casas: 2 }), 3)).toBe("3,00");
    expect(figuraEmTexto(registro({ unidade: "resposta", casas: 0, niveis: { "1": "A menor parte" } }), 1)).toBe("A menor parte");
    expect(figuraEmTexto(registro({ unidade: "resposta", casas: 0, niveis: { "1": "A menor parte" } }), 7)).toBe("7");
  });
});

describe("the place by need", () => {
  const valores = [5, 3, null, 3, 1];
  const todos = [0, 1, 2, 3, 4];

  it("counts from the end that asks for more support; equals share places; those without a figure are not counted", () => {
    expect(posicaoPorNecessidade(valores, 1, todos, "maior-mais-necessidade")).toEqual({ de: 2, ate: 3, entre: 4 });
    expect(posicaoPorNecessidade(valores, 4, todos, "maior-menos-necessidade")).toEqual({ de: 1, ate: 1, entre: 4 });
    expect(posicaoPorNecessidade(valores, 1, [1, 4], "maior-mais-necessidade")).toEqual({ de: 1, ate: 1, entre: 2 });
  });

  it("is none without a figure, and for context, which asks for nothing", () => {
    expect(posicaoPorNecessidade(valores, 2, todos, "maior-mais-necessidade")).toBeNull();
    expect(posicaoPorNecessidade(valores, 0, todos, "contexto")).toBeNull();
  });

  it("reads as an ordinal, or as a range of them", () => {
    expect(posicaoEmTexto({ de: 12, ate: 12, entre: 141 })).toBe("12ª de 141");
    expect(posicaoEmTexto({ de: 12, ate: 15, entre: 1410 })).toBe("12ª a 15ª de 1.410");
    expect(posicaoEmTexto(null)).toBe("–");
  });
});

describe("the box of an outline", () => {
  it("follows relative and absolute lines, and starts again after a ring is closed", () => {
    // (908, 1386) → (945, 1356) → (982, 1364).
    expect(caixaDoContorno("M908 1386l37-30 37 8z")).toEqual({ x: 908, y: 1356, width: 74, height: 30 });
    expect(caixaDoContorno("M0 0L10 0 10 5z")).toEqual({ x: 0, y: 0, width: 10, height: 5 });
    // The second ring starts at (20, 20) and goes left and up.
    expect(caixaDoContorno("M0 0l1 0 0 1zM20 20l-5-2.5z")).toEqual({ x: 0, y: 0, width: 20, height: 20 });
    // Across 4, down 3, back 6.
    expect(caixaDoContorno("M2,1h4v3h-6Z")).toEqual({ x: 0, y: 1, width: 6, height: 3 });
    expect(caixaDoContorno("")).toBeNull();
  });

  it("refuses curves, which it does not read, and a mesh that is not the municipalities'", () => {
    expect(() => caixaDoContorno("M0 0c1 1 2 2 3 3")).toThrow(/command "c"/);
    expect(() => formasDaMalha(PECAS.mesh, [])).toThrow(/4 outlines for 0/);
  });
});

describe("the theme of an indicator", () => {
  it("is that of the words of its name: CREAS is not CRAS, and work is not the management of work", () => {
    expect(temasDoTexto("Índice de Desenvolvimento do CREAS (IDCREAS)")).toEqual(["PAEFI"]);
    expect(temasDoTexto("População por CRAS")).toEqual(["PAIF"]);
    expect(temasDoTexto("Parte da população no Cadastro Único")).toEqual(["CadÚnico"]);
    expect(temasDoTexto("IVS: renda e trabalho")).toEqual([]);
  });
});

describe("the address of a dossier", () => {
  it("has the code in the path, and the method only where it is not the default", () => {
    expect(enderecoDoMunicipio(9_900_001)).toBe("#/municipio/9900001");
    expect(enderecoDoMunicipio(9_900_001, "k:20")).toBe("#/municipio/9900001?metodo=k%3A20");
  });
});
