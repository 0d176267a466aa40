import { expect, it } from "vitest";
import { COLUNAS_DO_METODO_CSV, linhasDoMetodo } from "../../../../src/views/prioridades/metodo/tabela.tsx";
import { kDigitado } from "../../../../src/views/prioridades/metodo/CampoK.tsx";
import { CATALOGO, METODO } from "../fixture.ts";

const linhas = linhasDoMetodo(METODO, CATALOGO);

it("reads goalposts by the end that stands for need, in the indicator's unit or words", () => {
  expect(linhas.map(({ nome, zero, cem }) => [nome, zero.replaceAll("\u00a0", " "), cem.replaceAll("\u00a0", " ")])).toEqual([
    ["Índice de vulnerabilidade", "10 %", "50 %"],
    ["Desenvolvimento da rede", "5", "1"],
    ["Fundo municipal é unidade orçamentária", "Sim", "Não"],
  ]);
});

it("splits the whole weight: 60, and 40 in two halves", () => {
  expect(linhas.map(({ fatia }) => fatia)).toEqual([60, 20, 20]);
  expect(linhas.map(({ fatiaNaDimensao }) => fatiaNaDimensao)).toEqual([100, 50, 50]);
});

it("gives nobody a share when every weight is zero, and never divides by it", () => {
  const zerado = { ...METODO, dimensoes: METODO.dimensoes.map((d) => ({ ...d, peso: 0, indicadores: d.indicadores.map((i) => ({ ...i, peso: 0 })) })) };
  expect(linhasDoMetodo(zerado, CATALOGO).map(({ fatia, fatiaNaDimensao }) => fatia + fatiaNaDimensao)).toEqual([0, 0, 0]);
});

it("exports goalposts as the numbers of the file", () => {
  const [, rede] = linhas;
  if (rede === undefined) throw new Error("no second indicator");
  const valor = (id: string) => COLUNAS_DO_METODO_CSV.find((coluna) => coluna.id === id)?.valor(rede);
  expect([valor("id"), valor("lo"), valor("hi")]).toEqual(["rede", { valor: 1 }, { valor: 5 }]);
});

it.each([
  ["35", 35],
  ["10000", 10_000],
  ["10001", null],
  ["0", null],
  ["-3", null],
  ["3.5", null],
  ["", null],
  ["1e3", null],
])("reads %j typed as the number of places as %j", (texto, k) => {
  expect(kDigitado(texto)).toBe(k);
});
