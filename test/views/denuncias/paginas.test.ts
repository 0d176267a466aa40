import { describe, expect, it } from "vitest";
import { trechoEmPalavras } from "../../../src/views/denuncias/Paginas.tsx";

const LINHAS = { porPagina: 50, total: 240, nome: ["linha", "linhas", "f"] } as const;

describe("the pages of a list", () => {
  it("say which rows are on screen", () => {
    expect(trechoEmPalavras({ ...LINHAS, pagina: 1 })).toBe("1 a 50 de 240 linhas");
    expect(trechoEmPalavras({ ...LINHAS, pagina: 5 })).toBe("201 a 240 de 240 linhas");
  });

  it("never count rows beyond the last, for a link over other data", () => {
    expect(trechoEmPalavras({ ...LINHAS, pagina: 6 })).toBe("240 linhas, em 5 páginas: esta não existe");
    expect(trechoEmPalavras({ porPagina: 50, total: 1, nome: ["caso", "casos", "m"], pagina: 99_999 })).toBe("1 caso, em 1 página: esta não existe");
  });
});
