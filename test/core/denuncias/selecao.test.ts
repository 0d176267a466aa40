import { describe, expect, it } from "vitest";
import { SEM_CODIGO, SUPERINTENDENCIAS } from "../../../src/core/denuncias/passos.ts";
import { ESTADOS_DO_PRAZO, type EstadoDoPrazo } from "../../../src/core/denuncias/prazos.ts";
import { ESPERAS, type Espera } from "../../../src/core/denuncias/reproducao.ts";
import { type FiltroEmCodigos, selecionar } from "../../../src/core/denuncias/selecao.ts";
import { dia } from "./casos.ts";
import { EXEMPLO, HOJE } from "./exemplo.ts";
import { dentro, mesaDe, SEM_FILTRO } from "./mesa.ts";

const MESA = mesaDe(EXEMPLO, HOJE, null, [SUPERINTENDENCIAS.indexOf("servicos"), SUPERINTENDENCIAS.indexOf("gestao-suas")]);
const MANIFESTACAO = 1;

const quais = (filtro: Partial<FiltroEmCodigos>): number[] => dentro(selecionar(MESA, { ...SEM_FILTRO, ...filtro }));
const estados = (...nomes: EstadoDoPrazo[]): number[] => nomes.map((nome) => ESTADOS_DO_PRAZO.indexOf(nome));
const esperas = (...nomes: Espera[]): number[] => nomes.map((nome) => ESPERAS.indexOf(nome));

describe("montarMesa", () => {
  it("gives each case its office: the one it was distributed to, or else its theme's", () => {
    const servicos = SUPERINTENDENCIAS.indexOf("servicos");
    const gestao = SUPERINTENDENCIAS.indexOf("gestao-suas");
    expect([...MESA.superintendencia]).toEqual([servicos, gestao, SEM_CODIGO, servicos, SEM_CODIGO, SEM_CODIGO, servicos, gestao]);
  });

  it("leaves closed cases and apensadas out of the open ones", () => {
    expect([...MESA.aberto]).toEqual([1, 1, 1, 0, 0, 1, 0, 1]);
  });

  it("counts the apensadas of each case and where its inconsistencies are", () => {
    expect([...MESA.apensadas]).toEqual([0, 0, 1, 0, 0, 0, 0, 0]);
    // Only case 5 has any: it has no registration.
    expect([...MESA.problemasEm]).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
  });
});

describe("selecionar", () => {
  it("lets every case pass without a filter, apensadas included", () => {
    expect(quais({})).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("filters by municipality, theme, channel, office and who the case waits for", () => {
    expect(quais({ municipios: [2] })).toEqual([1, 2, 4]);
    expect(quais({ municipios: [] })).toEqual([]);
    expect(quais({ temas: [1, 2] })).toEqual([1, 5, 7]);
    expect(quais({ canais: [0] })).toEqual([0]);
    expect(quais({ superintendencias: [SUPERINTENDENCIAS.indexOf("servicos")] })).toEqual([0, 3, 6]);
    expect(quais({ esperas: esperas("municipio") })).toEqual([1, 2, 7]);
    expect(quais({ esperas: esperas("ouvidoria", "principal") })).toEqual([0, 4, 5]);
  });

  it("takes the first and the last day of registration as in, and leaves out the case without one", () => {
    expect(quais({ de: dia("2025-10-01"), ate: dia("2025-10-20") })).toEqual([0, 1, 7]);
    expect(quais({ de: dia("2025-10-02") })).toEqual([0, 1]);
    expect(quais({ ate: dia("2025-09-01") })).toEqual([2, 3, 6]);
  });

  it("asks a pending state of the most urgent term, as the summary counts it", () => {
    expect(quais({ estadosDoPrazo: estados("vencido") })).toEqual([1, 2, 7]);
    // Case 1 has a manifestação near its day, but its answer is past: it is counted among the past ones.
    expect(quais({ estadosDoPrazo: estados("vence-logo") })).toEqual([0]);
    expect(quais({ estadosDoPrazo: estados("sem-como-contar") })).toEqual([5]);
  });

  it("asks a settled state of any term", () => {
    // Answers in time: 2 in 9 days, 3 in 4, 6 in 8 and 7 in 7.
    expect(quais({ estadosDoPrazo: estados("cumprido") })).toEqual([2, 3, 6, 7]);
    expect(quais({ estadosDoPrazo: estados("cumprido", "vence-logo") })).toEqual([0, 2, 3, 6, 7]);
  });

  it("asks the state of the chosen term, and without a state whether it applies", () => {
    expect(quais({ prazos: [MANIFESTACAO], estadosDoPrazo: estados("vence-logo") })).toEqual([1]);
    expect(quais({ prazos: [MANIFESTACAO] })).toEqual([1, 2, 6, 7]);
  });

  it("lets nothing pass for a code that no case has", () => {
    expect(quais({ temas: [-1] })).toEqual([]);
    expect(quais({ estadosDoPrazo: [-1] })).toEqual([]);
  });
});
