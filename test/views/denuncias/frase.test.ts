import { describe, expect, it } from "vitest";
import type { ResumoDaFila } from "../../../src/data/denuncias/perguntas.ts";
import { frasePrazos } from "../../../src/views/denuncias/frase.ts";

function resumo(por: Partial<ResumoDaFila["porEstadoDoPrazo"]>, mudanca: Partial<ResumoDaFila> = {}): ResumoDaFila {
  const porEstadoDoPrazo = {
    "nao-se-aplica": 0,
    cumprido: 0,
    "cumprido-fora": 0,
    "no-prazo": 0,
    "vence-logo": 0,
    vencido: 0,
    "sem-como-contar": 0,
    encerrado: 0,
    ...por,
  };
  return {
    casos: 0,
    abertos: 0,
    encerrados: 0,
    apensadas: 0,
    comInconsistencia: 0,
    porEstadoDoPrazo,
    semPrazo: 0,
    divididos: 0,
    porEspera: { ouvidoria: 0, estado: 0, municipio: 0, ninguem: 0, principal: 0 },
    ...mudanca,
  };
}

describe("the sentence of the terms", () => {
  it("counts the open cases by the state of their term, with day and filters", () => {
    const contado = resumo({ vencido: 5, "vence-logo": 8, "sem-como-contar": 3, "no-prazo": 20 }, { abertos: 37, semPrazo: 1 });
    expect(frasePrazos(contado, "2026-10-31", " (tema: Acolhimento)", true)).toBe(
      "37 denúncias abertas em 31/10/2026 (tema: Acolhimento): 5 com prazo vencido, 8 vencem em até 5 dias, 3 sem como contar, 20 no prazo e 1 sem prazo a correr.",
    );
  });

  it("says that none is overdue rather than nothing", () => {
    expect(frasePrazos(resumo({ "vence-logo": 1 }, { abertos: 1 }), "2026-10-31", "", true)).toBe(
      "1 denúncia aberta em 31/10/2026: nenhuma com prazo vencido e 1 vence em até 5 dias.",
    );
  });

  it("says how many depend on a count the norm does not choose", () => {
    expect(frasePrazos(resumo({ vencido: 2 }, { abertos: 2, divididos: 2 }), "2026-10-31", "", true)).toContain(
      "Em 2, a situação muda conforme se contem dias corridos ou úteis: a norma não diz qual.",
    );
  });

  it("with nothing open says only that", () => {
    expect(frasePrazos(resumo({}), "2026-10-31", "", true)).toBe("Nenhuma denúncia aberta em 31/10/2026.");
  });

  it("counts no term where the territory has none", () => {
    expect(frasePrazos(resumo({}, { abertos: 4 }), "2026-10-31", "", false)).toBe(
      "4 denúncias abertas em 31/10/2026; este território não tem prazos cadastrados.",
    );
  });
});
