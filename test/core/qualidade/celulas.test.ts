import { describe, expect, it } from "vitest";
import { anotar, ESTADOS, estadoDaCelula, leitorDeEstados } from "../../../src/core/qualidade/celulas.ts";
import { ESPECIES, type Especie, type Gravidade } from "../../../src/core/qualidade/regra.ts";

function celula(...notas: readonly (readonly [Especie, Gravidade | null])[]): number {
  const celulas = new Uint16Array(1);
  for (const [especie, gravidade] of notas) anotar(celulas, 0, especie, gravidade);
  return celulas[0] ?? 0;
}

describe("the state of a cell", () => {
  it("is not evaluated until a rule looked at it", () => {
    expect(estadoDaCelula(0)).toBe("nao-avaliado");
    expect(estadoDaCelula(celula(["correcao", null]))).toBe("ok");
  });

  it("is the heaviest of what the kinds say: wrong, to check, missing, ok", () => {
    expect(estadoDaCelula(celula(["correcao", "a-conferir"], ["consistencia", "erro"]))).toBe("erro");
    expect(estadoDaCelula(celula(["correcao", null], ["consistencia", "a-conferir"]))).toBe("a-conferir");
    expect(estadoDaCelula(celula(["completude", "sem-dado"], ["correcao", null]))).toBe("sem-dado");
  });

  it("does not depend on the order the rules came in, and a later ok takes nothing back", () => {
    expect(celula(["correcao", "erro"], ["correcao", null], ["correcao", "a-conferir"])).toBe(
      celula(["correcao", "a-conferir"], ["correcao", "erro"]),
    );
  });

  it("is not ok because the figure is there: some rule must have looked at its value", () => {
    const presente = celula(["completude", null], ["atualidade", null]);
    expect(estadoDaCelula(presente)).toBe("nao-avaliado");
    expect(estadoDaCelula(presente, ["completude"])).toBe("ok");
  });

  it("keeps the kinds apart", () => {
    const uma = celula(["correcao", "erro"], ["completude", null], ["atualidade", "sem-dado"]);
    expect(ESPECIES.map((especie) => estadoDaCelula(uma, [especie]))).toEqual(["erro", "ok", "nao-avaliado", "sem-dado"]);
    expect(estadoDaCelula(uma, ["completude", "consistencia"])).toBe("ok");
  });

  it("reads the same through the reader of many cells", () => {
    const ler = leitorDeEstados(["consistencia"]);
    const cells = [0, celula(["consistencia", "a-conferir"]), celula(["correcao", "erro"])];
    expect(cells.map((c) => ESTADOS[ler(c)])).toEqual(["nao-avaliado", "a-conferir", "nao-avaliado"]);
    expect(cells.map(ler)).toEqual(cells.map((c) => ESTADOS.indexOf(estadoDaCelula(c, ["consistencia"]))));
  });
});
