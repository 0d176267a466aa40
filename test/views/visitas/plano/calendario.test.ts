import { describe, expect, it } from "vitest";
import type { Viagem } from "../../../../src/core/visitas/plano.ts";
import { equipesDe } from "../../../../src/views/visitas/equipes.ts";
import { trimestresDe } from "../../../../src/views/visitas/periodo.ts";
import { calendarioDe } from "../../../../src/views/visitas/plano/calendario.ts";

const EQUIPES = equipesDe({ bases: [{ codigo: 9900001, equipes: 2 }] }, () => "Alfa");
const [PRIMEIRO] = trimestresDe({ inicio: "2027-01-01", trimestres: 1 });

const viagem = (equipe: string, inicio: string, fim: string, dias: number, trimestre = 1): Viagem => ({
  id: `${equipe}/${inicio}`,
  equipe,
  base: 9900001,
  trimestre,
  inicio,
  fim,
  dias,
  diasDeTrabalho: dias,
  km: 100,
  paradas: [],
  comPassagem: false,
  pedirDiariasAte: inicio,
  travada: false,
});

function doTrimestre(viagens: readonly Viagem[], semViagem: readonly string[] = []) {
  if (PRIMEIRO === undefined) throw new Error("no quarter");
  return calendarioDe(PRIMEIRO, EQUIPES, viagens, semViagem);
}

describe("the calendar of a quarter", () => {
  it("has the weeks from that of the first day to that of the last", () => {
    // 1 January 2027 is a Friday (week of 28 December); 31 March is a Wednesday (week of 29 March).
    const { semanas } = doTrimestre([]);
    expect(semanas.map(({ segunda }) => segunda).slice(0, 2)).toEqual(["2026-12-28", "2027-01-04"]);
    expect(semanas.at(-1)).toEqual({ segunda: "2027-03-29", rotulo: "29/03" });
    expect(semanas).toHaveLength(14);
  });

  it("places a tour over its working days, weekends apart", () => {
    // Thursday 7 to Tuesday 12 January: week 2 (columns 6 to 10) from its 4th day, week 3 (11 to 15) to its 2nd.
    const { linhas } = doTrimestre([viagem("9900001-1", "2027-01-07", "2027-01-12", 4)]);
    expect(linhas[0]?.blocos.map(({ de, ate }) => [de, ate])).toEqual([[9, 13]]);
    expect(linhas[1]?.blocos).toEqual([]);
  });

  it("sums the days of each team in that quarter only", () => {
    const { linhas } = doTrimestre([
      viagem("9900001-1", "2027-01-04", "2027-01-06", 3),
      viagem("9900001-1", "2027-01-11", "2027-01-12", 2),
      viagem("9900001-1", "2027-04-05", "2027-04-06", 2, 2),
      viagem("9900001-2", "2027-01-04", "2027-01-04", 1),
    ]);
    expect(linhas.map(({ dias }) => dias)).toEqual([5, 1]);
  });

  it("marks the working days without travel, once, and no Sunday or day of another quarter", () => {
    // 9 February 2027 is the Tuesday of week 7 (columns 31 to 35); 28 March a Sunday; 1 April of the next quarter.
    const { paradas } = doTrimestre([], ["2027-02-09", "2027-02-09", "2027-03-28", "2027-04-01"]);
    expect(paradas).toEqual([{ coluna: 32, data: "2027-02-09" }]);
  });
});

describe("the quarters", () => {
  it("are three months from the first day, named by their months", () => {
    expect(trimestresDe({ inicio: "2026-11-01", trimestres: 2 })).toEqual([
      { numero: 1, inicio: "2026-11-01", fim: "2027-01-31", rotulo: "nov. 2026–jan. 2027" },
      { numero: 2, inicio: "2027-02-01", fim: "2027-04-30", rotulo: "fev.–abr. 2027" },
    ]);
  });

  it("are named by their days where they do not begin on the first of a month", () => {
    expect(trimestresDe({ inicio: "2026-11-16", trimestres: 1 })[0]?.rotulo).toBe("16/11/2026 a 15/02/2027");
  });
});

describe("the teams", () => {
  it("carry the name of their base where there is more than one", () => {
    const nome = (codigo: number): string => (codigo === 9900001 ? "Alfa" : "Beta");
    const equipes = equipesDe({ bases: [{ codigo: 9900001, equipes: 1 }, { codigo: 9900002, equipes: 2 }] }, nome);
    expect(equipes.map(({ id, rotulo, indice }) => [id, rotulo, indice])).toEqual([
      ["9900001-1", "Alfa, equipe 1", 0],
      ["9900002-1", "Beta, equipe 1", 1],
      ["9900002-2", "Beta, equipe 2", 2],
    ]);
    expect(EQUIPES.map(({ rotulo }) => rotulo)).toEqual(["Equipe 1", "Equipe 2"]);
  });
});
