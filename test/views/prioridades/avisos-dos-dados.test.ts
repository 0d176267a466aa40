import { describe, expect, it } from "vitest";
import { preparePriority } from "../../../src/core/metodo/priority.ts";
import { avisosDosDados } from "../../../src/views/prioridades/avisos-dos-dados.ts";
import { comPesoDoIndicador } from "../../../src/views/prioridades/pesos.ts";
import { CATALOGO, COLUNAS, METODO, MUNICIPIOS } from "./fixture.ts";

const avisos = (colunas: typeof COLUNAS, metodo = METODO): string[] =>
  avisosDosDados(preparePriority(metodo, CATALOGO, colunas, MUNICIPIOS), metodo, CATALOGO);

describe("what the figures do to the method", () => {
  it("is nothing when every indicator has figures that differ", () => {
    expect(avisos(COLUNAS)).toEqual([]);
  });

  it("says which indicator nobody has, and what to do, unless it has no weight", () => {
    const sem = COLUNAS.filter(({ indicador }) => indicador !== "rede");
    expect(avisos(sem)).toEqual([expect.stringContaining("Nenhum município tem número de “Desenvolvimento da rede”")]);
    expect(avisos(sem)[0]).toContain("Carregue o dado ou dê peso zero ao indicador.");
    expect(avisos(sem, comPesoDoIndicador(METODO, "rede", 0))).toEqual([]);
  });

  it("says which indicator is the same everywhere", () => {
    const iguais = COLUNAS.map((coluna) => (coluna.indicador === "fundo" ? { ...coluna, valores: coluna.valores.map(() => 1) } : coluna));
    expect(avisos(iguais)).toEqual([expect.stringContaining("“Fundo municipal é unidade orçamentária” tem o mesmo número em todos os municípios")]);
  });
});
