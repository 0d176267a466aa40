import { describe, expect, it } from "vitest";
import { planejar } from "../../../src/core/visitas/planejar.ts";
import { conferirRealizadas, type VisitaRealizada } from "../../../src/core/visitas/realizadas.ts";
import { A, B, C, entrada } from "./linha-do-equador.ts";

/** A and C in a tour of 4 to 6 January 2027. */
const PLANO = planejar(entrada());

function situacaoDe(codigo: number, visitas: readonly VisitaRealizada[], ate: string): unknown[] {
  const linha = conferirRealizadas(PLANO, "2027-01-01", visitas, ate).find((uma) => uma.codigo === codigo);
  return [linha?.situacao, linha?.realizada, linha?.desvio];
}

describe("visits held against the plan", () => {
  it("are on time up to seven days around the tour", () => {
    expect(situacaoDe(A, [{ codigo: A, data: "2027-01-05" }], "2027-03-31")).toEqual(["no-prazo", "2027-01-05", 0]);
    expect(situacaoDe(A, [{ codigo: A, data: "2027-01-13" }], "2027-03-31")).toEqual(["no-prazo", "2027-01-13", 7]);
    expect(situacaoDe(A, [{ codigo: A, data: "2027-01-14" }], "2027-03-31")).toEqual(["com-atraso", "2027-01-14", 8]);
    expect(situacaoDe(A, [{ codigo: A, data: "2027-01-02" }], "2027-03-31")).toEqual(["no-prazo", "2027-01-02", -2]);
  });

  it("come before the tour and the tolerance when they were brought forward", () => {
    const linhas = conferirRealizadas(PLANO, "2026-12-01", [{ codigo: A, data: "2026-12-20" }], "2027-03-31");
    expect(linhas.find(({ codigo }) => codigo === A)).toMatchObject({ situacao: "antecipada", desvio: -15 });
  });

  it("are to come until the tolerance is past, and then missed", () => {
    expect(situacaoDe(A, [], "2027-01-13")).toEqual(["por-vir", null, null]);
    expect(situacaoDe(A, [], "2027-01-14")).toEqual(["perdida", null, null]);
  });

  it("count the visit nearest to the tour, and only from the plan's first day to the day looked at", () => {
    const visitas = [{ codigo: A, data: "2027-02-20" }, { codigo: A, data: "2027-01-08" }, { codigo: C, data: "2026-12-31" }, { codigo: C, data: "2027-03-01" }];
    expect(situacaoDe(A, visitas, "2027-02-28")).toEqual(["no-prazo", "2027-01-08", 2]);
    expect(situacaoDe(C, visitas, "2027-02-28")).toEqual(["perdida", null, null]);
  });

  it("have a row each where the municipality is not in the plan", () => {
    const linhas = conferirRealizadas(PLANO, "2027-01-01", [{ codigo: B, data: "2027-02-02" }, { codigo: B, data: "2027-01-01" }], "2027-03-31");
    expect(linhas.map(({ codigo, situacao, realizada }) => [codigo, situacao, realizada])).toEqual([
      [B, "nao-planejada", "2027-01-01"],
      ...PLANO.viagens.flatMap(({ paradas }) => paradas.map(({ codigo }) => [codigo, "perdida", null])),
      [B, "nao-planejada", "2027-02-02"],
    ]);
  });

  it("refuse a tolerance below zero", () => {
    expect(() => conferirRealizadas(PLANO, "2027-01-01", [], "2027-03-31", -1)).toThrow(RangeError);
  });
});
