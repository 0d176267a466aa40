import { describe, expect, it } from "vitest";
import { equipesDe } from "../../../../src/views/visitas/equipes.ts";
import { trimestresDe } from "../../../../src/views/visitas/periodo.ts";
import { destinosDe } from "../../../../src/views/visitas/plano/destinos.ts";
import { viagensDoRecorte, valorDaViagem } from "../../../../src/views/visitas/plano/linhas.ts";
import { AJUSTES, nome, VIAGEM } from "./amostra.ts";

const OUTRA = { ...VIAGEM, id: "9900001-2/2027-01-11", equipe: "9900001-2", inicio: "2027-01-11", fim: "2027-01-11", dias: 1, travada: true, paradas: [{ ...VIAGEM.paradas[0], codigo: 9900004, chegada: "2027-01-11", saida: "2027-01-11", dias: 1, valor: null, motivo: { tipo: "reserva" } as const }] };
const VIAGENS = [VIAGEM, OUTRA];

describe("where a municipality may go", () => {
  const destinos = destinosDe(VIAGENS, equipesDe(AJUSTES, nome), trimestresDe(AJUSTES), nome, 9900004);

  it("offers every tour but its own, and a new one for each team and quarter", () => {
    expect(destinos.map(({ valor }) => valor)).toEqual(["", VIAGEM.id, "nova 9900001-1 1", "nova 9900001-2 1"]);
    expect(destinos.map(({ destino }) => destino)).toEqual([
      null,
      { tipo: "viagem", viagem: VIAGEM.id },
      { tipo: "nova", equipe: "9900001-1", trimestre: 1 },
      { tipo: "nova", equipe: "9900001-2", trimestre: 1 },
    ]);
  });

  it("names a tour by its days and municipalities, under its team, and says when it is locked", () => {
    expect(destinos[1]).toMatchObject({ rotulo: "04/01 a 06/01: Beta e Gama (3 dias)", grupo: "Equipe 1" });
    const [, paraBeta] = destinosDe(VIAGENS, equipesDe(AJUSTES, nome), trimestresDe(AJUSTES), nome, 9900002);
    expect(paraBeta?.rotulo).toBe("11/01 a 11/01: Delta (1 dia), travada");
  });
});

describe("the tours shown", () => {
  it("are those of the team and quarter with a municipality inside the filters", () => {
    const nenhum = new Set<number>();
    expect(viagensDoRecorte(VIAGENS, { equipe: "9900001-2", trimestre: null, fora: nenhum })).toEqual([OUTRA]);
    expect(viagensDoRecorte(VIAGENS, { equipe: null, trimestre: 2, fora: nenhum })).toEqual([]);
    expect(viagensDoRecorte(VIAGENS, { equipe: null, trimestre: 1, fora: new Set([9900004, 9900002]) })).toEqual([VIAGEM]);
  });

  it("sum the priority of those with a score", () => {
    // Beta 2 and Gama 3; Delta has none.
    expect(VIAGENS.map(valorDaViagem)).toEqual([5, 0]);
  });
});
