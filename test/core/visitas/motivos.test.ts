import { describe, expect, it } from "vitest";
import { fraseDoMotivoDentro, fraseDoMotivoFora, isReservado } from "../../../src/core/visitas/motivos.ts";
import type { MotivoDentro, MotivoFora } from "../../../src/core/visitas/plano.ts";

const nome = (codigo: number): string => ["Um", "Dois", "Três"][codigo] ?? "?";

describe("why a municipality is in the plan", () => {
  it("reads as one phrase to whoever may know", () => {
    const frase = (motivo: MotivoDentro): string => fraseDoMotivoDentro(motivo, { interno: true });
    expect(frase({ tipo: "exigido" })).toBe("visita exigida");
    expect(frase({ tipo: "data-marcada", data: "2027-02-10" })).toBe("data marcada: 10/02/2027");
    expect(frase({ tipo: "travado" })).toBe("travado dentro do plano");
    expect(frase({ tipo: "reserva" })).toBe("sorteado na reserva");
    expect(frase({ tipo: "cota", cota: 1 })).toBe("pela cota 2");
    expect(frase({ tipo: "prioridade", posicao: 3 })).toBe("3ª maior prioridade");
    expect(frase({ tipo: "doze-meses" })).toBe("completaria doze meses sem visita");
    expect(frase({ tipo: "caminho", diasAMais: 1.25 })).toBe("no caminho: soma 1,3 dia à viagem");
    expect(frase({ tipo: "caminho", diasAMais: 2 })).toBe("no caminho: soma 2 dias à viagem");
    expect(frase({ tipo: "planejado" })).toBe("planejado");
  });

  it("does not tell a required visit from other decisions made case by case, to the others", () => {
    const reservados: readonly MotivoDentro[] = [{ tipo: "exigido" }, { tipo: "data-marcada", data: "2027-02-10" }, { tipo: "travado" }, { tipo: "caminho", diasAMais: 1 }];
    expect(new Set(reservados.map((motivo) => fraseDoMotivoDentro(motivo, { interno: false })))).toEqual(new Set(["planejado"]));
    expect(reservados.every(isReservado)).toBe(true);
    expect(fraseDoMotivoDentro({ tipo: "reserva" }, { interno: false })).toBe("sorteado na reserva");
  });
});

describe("why a municipality is not in the plan", () => {
  it("reads as one phrase", () => {
    const frases: readonly (readonly [MotivoFora, string])[] = [
      [{ tipo: "sem-sede" }, "sem sede conhecida ou fora da matriz: não se sabe a distância"],
      [{ tipo: "travado-fora" }, "travado fora do plano"],
      [{ tipo: "carencia", ate: "2027-03-12" }, "em carência até 12/03/2027"],
      [{ tipo: "meses-proibidos", meses: [1, 2, 3] }, "região sem visitas em janeiro, fevereiro e março"],
      [{ tipo: "sem-dia" }, "carência, meses sem viagem e prazos não deixam nenhum dia do plano"],
      [{ tipo: "longe", dias: 11 }, "longe: sozinho levaria 11 dias, mais do que cabe numa viagem"],
      [{ tipo: "sem-nota" }, "sem nota"],
      [{ tipo: "nao-compensa", km: 1234.4 }, "cabe, mas os 1.234 km a mais custam mais pontos do que a visita dá"],
      [{ tipo: "nao-cabe", dias: 6.24, tiraria: [0, 1], saldo: -3 }, "custaria 6,2 dias; tiraria Um e Dois"],
      [{ tipo: "nao-cabe", dias: 0.5, tiraria: [], saldo: 1 }, "custaria 0,5 dia; não há esses dias"],
    ];
    for (const [motivo, frase] of frases) expect(fraseDoMotivoFora(motivo, nome)).toBe(frase);
  });
});
