import { describe, expect, test } from "vitest";
import type { NumeroPublico } from "../../../../src/core/publico/numero.ts";
import type { TabelaProtegida } from "../../../../src/core/publico/publicacao.ts";
import { contagemEmPalavras, entreCurto, entreEmPalavras, fraseDoNumero, fraseDoPrazo, niveisEmPalavras, periodoEmFrase, periodosDe, prazosPorPeriodo, rotuloDe } from "../../../../src/views/transparencia/denuncias/modelo.ts";

function prazos(contagens: Readonly<Record<string, NumeroPublico>>, total: NumeroPublico) {
  const linhas = Object.entries(contagens).map(([prazo, valor]) => ({ membros: { lugar: "XX", tempo: "2025", prazo }, valor }));
  return prazosPorPeriodo({ linhas } as unknown as TabelaProtegida, () => total);
}

describe("the share of complaints answered in time", () => {
  test("is of those that had to be answered by now: in time, late, and open with the term over", () => {
    // 60 ÷ (60 + 30 + 10) = 60 %; those still in time, closed without an answer or without dates do not count.
    const [periodo] = prazos({ "no-prazo": 60, "fora-do-prazo": 30, "aberta-vencida": 10, "aberta-no-prazo": 40, "encerrada-sem-resposta": 7, "sem-como-contar": 3 }, 150);
    expect(periodo?.noPrazo).toEqual({ de: 60, ate: 60 });
  });

  test("lies between two figures where a part is hidden: all that is missing from the total, or none of it, was due", () => {
    // 150 − (60 + 30 + 40) = 20 hidden in two cells: due are 90 to 110, so 60 ÷ 110 = 54.5 % to 60 ÷ 90 = 66.7 %.
    const [periodo] = prazos({ "no-prazo": 60, "fora-do-prazo": 30, "aberta-vencida": "oculto", "aberta-no-prazo": 40, "encerrada-sem-resposta": "oculto" }, 150);
    expect(periodo?.noPrazo).toEqual({ de: 6000 / 110, ate: 6000 / 90 });
    expect(fraseDoPrazo(prazos({ "no-prazo": 60, "fora-do-prazo": 30, "aberta-vencida": "oculto", "encerrada-sem-resposta": "oculto" }, 110))).toBe(
      "Das denúncias de 2025 que já deviam ter resposta, de 55\u00a0% a 67\u00a0% tiveram no prazo de 15 dias.",
    );
  });

  test("is hidden where the answered in time are, or where no total bounds what is hidden", () => {
    expect(prazos({ "no-prazo": "oculto", "fora-do-prazo": 30 }, 150)[0]?.noPrazo).toBe("oculto");
    expect(prazos({ "no-prazo": 60, "aberta-vencida": "oculto" }, "oculto")[0]?.noPrazo).toBe("oculto");
    expect(prazos({ "no-prazo": 60, "aberta-vencida": "oculto" }, null)[0]?.noPrazo).toBe("oculto");
  });

  test("is none where nothing was due, and the sentence says that there is none", () => {
    const nada = prazos({ "no-prazo": 0, "fora-do-prazo": 0, "aberta-vencida": 0, "aberta-no-prazo": 12 }, 12);
    expect(nada[0]?.noPrazo).toBeNull();
    expect(fraseDoPrazo(nada)).toBe("Ainda não há conta de prazo que possa ser publicada.");
  });

  test("is one figure when both ends round to it", () => {
    expect(entreEmPalavras({ de: 55.2, ate: 55.4 })).toBe("55\u00a0%");
    expect(entreCurto({ de: 54.4, ate: 55.2 })).toBe("54 a 55\u00a0%");
    expect(entreEmPalavras({ de: 54.4, ate: 55.2 })).toBe("de 54\u00a0% a 55\u00a0%");
  });
});

describe("words of the part", () => {
  test("a count with a hidden part is said by its least, and never as zero", () => {
    const contagem = { ocultas: 1, visiveis: 1 };
    expect(contagemEmPalavras({ ...contagem, valor: 1234, minimo: 1234 })).toBe("1.234");
    expect(contagemEmPalavras({ ...contagem, valor: "oculto", minimo: 40 })).toBe("ao menos 40");
    expect(contagemEmPalavras({ ...contagem, valor: "oculto", minimo: 0 })).toBe("oculto para proteger pessoas");
    expect(contagemEmPalavras({ ...contagem, valor: null, minimo: 0 })).toBe("sem dado");
    expect(fraseDoNumero(2025, { ...contagem, valor: "oculto", minimo: 40 }, true)).toBe("Em 2025, o Estado registrou ao menos 40 denúncias.");
    expect(fraseDoNumero(2023, { ...contagem, valor: 242, minimo: 242 }, false)).toBe("Em 2023, na parte do ano que há no registro, o Estado registrou 242 denúncias.");
  });

  test("a quarter is said by its months, and levels in the order of the table", () => {
    expect(periodoEmFrase("2025-T3")).toBe("jul. a set. de 2025");
    expect(niveisEmPalavras({ lugar: "regiao", tempo: "trimestre" })).toBe("região imediata e trimestre");
  });

  test("periods come newest first, a whole year before its parts", () => {
    const tabela = (tempos: readonly string[]) => ({ linhas: tempos.map((tempo) => ({ membros: { tempo }, valor: 10 })) }) as unknown as TabelaProtegida;
    expect(periodosDe([tabela(["2024", "2025"]), tabela(["2024-T4", "2025-T1", "2025-T2", "2026-T1"])])).toEqual(["2026-T1", "2025", "2025-T2", "2025-T1", "2024", "2024-T4"]);
  });

  test("a member without a name keeps its id, and municipalities of no region are said to have none", () => {
    expect(rotuloDe({ rotulos: { tema: { a: "Acolhimento" } } }, "tema", "a")).toBe("Acolhimento");
    expect(rotuloDe({ rotulos: {} }, "tema", "a")).toBe("a");
    expect(rotuloDe({ rotulos: {} }, "lugar", "sem-regiao-de-x")).toBe("Sem região");
  });
});
