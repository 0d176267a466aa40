import { describe, expect, it } from "vitest";
import { anoPadrao, chaveDoServico, montarPainel } from "../../../src/core/servicos/index.ts";
import { linha } from "./linhas.ts";

describe("the panel made of rows", () => {
  it("takes two spellings for one service, and shows the commonest", () => {
    const { servicos } = montarPainel([linha({ servico: "cadastro unico", codigo: 1 }), linha({ servico: "Cadastro Único", codigo: 2 }), linha({ servico: "Cadastro Único", codigo: 3 })], 2026);
    expect(servicos).toEqual([{ chave: "cadastro-unico", nome: "Cadastro Único", grafias: ["Cadastro Único", "cadastro unico"] }]);
  });

  it("counts the first of two rows of one municipality, service and year, and keeps the second apart", () => {
    const { registros, repetidas } = montarPainel([linha({ concluidas: 5 }), linha({ servico: "ACOLHIDA", concluidas: 9 }), linha({ ano: 2024, concluidas: 1 })], 2026);
    expect(registros.map(({ concluidas }) => concluidas)).toEqual([5, 1]);
    expect(repetidas.map(({ concluidas }) => concluidas)).toEqual([9]);
  });

  it("leaves a year that has not begun out of the years", () => {
    const { anos, noFuturo, registros } = montarPainel([linha({ ano: 2031 }), linha({ ano: 2024 })], 2026);
    expect(anos).toEqual([2024]);
    expect(noFuturo).toHaveLength(1);
    expect(registros).toHaveLength(1);
  });

  it("opens on the last year that is over, or on the last there is", () => {
    expect(anoPadrao([2024, 2025, 2026], 2026)).toBe(2025);
    expect(anoPadrao([2026], 2026)).toBe(2026);
    expect(anoPadrao([], 2026)).toBeNull();
  });

  it("gives every name a key that the address can hold", () => {
    expect(chaveDoServico("PAIF: acolhida (2ª vez)")).toBe("paif-acolhida-2ª-vez");
    expect(chaveDoServico("—")).toBe("sem-nome");
  });
});
