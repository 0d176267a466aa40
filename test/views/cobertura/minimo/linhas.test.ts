import { describe, expect, it } from "vitest";
import { civilDe, diaDe } from "../../../../src/core/denuncias/dia.ts";
import type { Municipio } from "../../../../src/core/municipio.ts";
import { calcularMinimo, curvaDoMinimo } from "../../../../src/core/pacto/index.ts";
import { camadaDoMinimo, leituraDoMapa } from "../../../../src/views/cobertura/minimo/camada.ts";
import { devidos, devidosPorRegra, diasDaCurva, linhasDaCurva, linhasDoMinimo } from "../../../../src/views/cobertura/minimo/linhas.ts";
import { leituraDaCurva } from "../../../../src/views/cobertura/minimo/palavras.ts";
import { colunasDe, HOJE, PACTO } from "../../../core/pacto/caso.ts";

/**
 * The worked case of test/core/pacto: A was monitored on site on 2021-11-30, B by data
 * on 2021-11-29, C by data on 2022-02-01, D on site on 2020-02-29, E never; today is
 * 2022-11-30. So the next is due on 2022-11-30 (today), 2022-11-29, 2023-02-01 and,
 * since 2021 has no 29 February, 2021-02-28.
 */
const MUNICIPIOS: readonly Municipio[] = ["A", "B", "C", "D", "E"].map((nome, i) => ({
  codigo: 9900001 + i,
  nome,
  regiaoImediata: null,
  regiaoIntermediaria: null,
  sede: null,
  areaKm2: null,
  populacao: null,
  anoCenso: null,
  porte: null,
}));
const hoje = civilDe(HOJE);
const pedido = { colunas: colunasDe().colunas, pacto: PACTO, municipios: 5, dentro: null, hoje: HOJE };
const minimo = calcularMinimo({ ...pedido, regra: "qualquer" });
const linhas = linhasDoMinimo(MUNICIPIOS, minimo, hoje);

describe("the yearly minimum by municipality", () => {
  it("says the days past the due day, or the days left, never both", () => {
    // From 2021-02-28 to 2022-11-30: 365 days to 2022-02-28 and 275 more. From today to 2023-02-01: 31 of December, 31 of January, 1.
    expect(linhas.map(({ municipio, vence, passados, restam }) => [municipio.nome, vence, passados, restam])).toEqual([
      ["A", "2022-11-30", { valor: 0 }, { valor: 0 }],
      ["B", "2022-11-29", { valor: 1 }, { valor: 0 }],
      ["C", "2023-02-01", { valor: 0 }, { valor: 63 }],
      ["D", "2021-02-28", { valor: 640 }, { valor: 0 }],
      ["E", null, { ausencia: "sem-registro" }, { ausencia: "sem-registro" }],
    ]);
  });

  it("lists what is owed with the longest past first and those without a record last", () => {
    expect(devidos(linhas, minimo).map(({ municipio }) => municipio.nome)).toEqual(["D", "B", "E"]);
  });

  it("puts each municipality on the map in the class of its days", () => {
    // A and C fall due within 90 days, B passed yesterday, D passed more than 180 days ago.
    const { classe, ausencia, classes } = camadaDoMinimo(linhas);
    expect([...classe.values()]).toEqual([1, 2, 1, 4]);
    expect([...ausencia.values()]).toEqual(["sem-registro"]);
    expect(classes.map(({ contagem }) => contagem)).toEqual([0, 2, 1, 0, 1]);
    expect(leituraDoMapa(linhas, 5)).toBe(
      "Nenhum município com o prazo a mais de 90 dias, 2 municípios a até 90 dias e 2 municípios depois dele, 1 município há mais de 180 dias; 1 município sem registro.",
    );
    expect(leituraDoMapa(linhas.slice(0, 1), 5)).toMatch(/^Entre 1 município com os filtros: nenhum município/);
  });
});

describe("the curve of those in time", () => {
  it("has the last day of each month and today, from when the record reaches a whole term back", () => {
    // The record starts on 2021-09-15: from 2022-09-15 on, a year back is inside it.
    expect(diasDaCurva("2022-11-30", "2021-09-15", 12).map(civilDe)).toEqual(["2022-09-30", "2022-10-31", "2022-11-30"]);
    expect(diasDaCurva("2022-11-15", "2021-09-15", 12).map(civilDe)).toEqual(["2022-09-30", "2022-10-31", "2022-11-15"]);
    expect(diasDaCurva("2022-11-15", "2022-01-01", 12)).toEqual([]);
  });

  it("goes no further back than 36 months", () => {
    const dias = diasDaCurva("2022-11-15", "2001-01-01", 12).map(civilDe);
    expect([dias[0], dias.length]).toEqual(["2019-11-30", 37]);
    expect(diasDaCurva("2022-11-15", null, 12).map(civilDe)).toEqual(dias);
  });

  it("tells how many owe by each rule today, and says the last, highest and lowest", () => {
    const curva = curvaDoMinimo(pedido, Int32Array.from(["2022-02-01", "2022-10-31", hoje].map(diaDe)));
    // On 2022-02-01 and 2022-10-31 A, B and C are in time; today B is not.
    expect(devidosPorRegra(curva, hoje)).toEqual({ qualquer: 3, "no-local": 4, "por-dados": 4, ambos: 5 });
    expect(devidosPorRegra(curva, "2022-12-31")).toBeNull();
    expect(leituraDaCurva(linhasDaCurva(curva), "qualquer")).toBe(
      "Em 30/11/2022, 2 de 5 municípios estavam no prazo (no local ou por dados); o máximo foi 3 em 01/02/2022 e o mínimo, 2 em 30/11/2022.",
    );
    expect(leituraDaCurva([], "qualquer")).toContain("não há curva");
  });
});
