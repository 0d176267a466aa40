import { describe, expect, it } from "vitest";
import { melhorDestino, moverParada, travar, travarMunicipio, travarViagem, destravar, destravarViagem, type Destino } from "../../../src/core/visitas/mover.ts";
import { planejar } from "../../../src/core/visitas/planejar.ts";
import type { PlanoDeVisitas, Viagem } from "../../../src/core/visitas/plano.ts";
import { A, AJUSTES, B, BASE, C, entrada, EQUIPE, municipio, MUNICIPIOS } from "./linha-do-equador.ts";

/** One tour with A and C, 3 days from Monday 4 January: the team's 3 days. */
const PLANO = planejar(entrada());
const DA_PRIMEIRA: Destino = { tipo: "viagem", viagem: `${EQUIPE}/2027-01-04` };
const NOVA: Destino = { tipo: "nova", equipe: EQUIPE, trimestre: 1 };

function paradas({ viagens }: PlanoDeVisitas): number[][] {
  return viagens.map((viagem) => viagem.paradas.map(({ codigo }) => codigo));
}

function feita(plano: PlanoDeVisitas, codigo: number, destino: Destino, de = entrada()): PlanoDeVisitas {
  const edicao = moverParada(de, plano, codigo, destino);
  if (!edicao.feita) throw new Error(`refused: ${edicao.recusa.tipo}`);
  return edicao.plano;
}

describe("a change by hand", () => {
  it("takes a town out and shortens its tour where it is", () => {
    const plano = feita(PLANO, C, { tipo: "fora" });
    expect(plano.viagens).toMatchObject([{ inicio: "2027-01-04", fim: "2027-01-05", dias: 2, km: 222.4 }]);
    expect(paradas(plano)).toEqual([[A]]);
    expect(plano.objetivo).toBe(49.5552);
  });

  it("puts another in its place, in the best order", () => {
    const semC = feita(PLANO, C, { tipo: "fora" });
    expect(melhorDestino(entrada(), semC, B)).toEqual(DA_PRIMEIRA);
    const comB = feita(semC, B, DA_PRIMEIRA);
    expect(comB.viagens).toMatchObject([{ inicio: "2027-01-04", dias: 3, km: 444.8 }]);
    expect(paradas(comB)[0]?.toSorted((a, b) => a - b)).toEqual([A, B]);
    expect(comB.objetivo).toBe(89.1104);
  });

  it("opens a tour of its own, after the days at the base", () => {
    const folgado = entrada({ diasPorEquipe: 10 });
    const semC = feita(PLANO, C, { tipo: "fora" }, folgado);
    const plano = feita(semC, C, NOVA, folgado);
    expect(paradas(plano)).toEqual([[A], [C]]);
    // The first tour ends on the 5th, a day at the base, and two days inside one week.
    expect(plano.viagens[1]).toMatchObject({ inicio: "2027-01-07", fim: "2027-01-08" });
  });

  it("leaves the tours it does not touch on their days", () => {
    const folgado = entrada({ diasPorEquipe: 10, travas: [{ codigo: B, tipo: "dentro", data: "2027-03-02" }] });
    const plano = planejar(folgado);
    const deB = (p: PlanoDeVisitas): Viagem | undefined => p.viagens.find((viagem) => viagem.paradas.some(({ codigo }) => codigo === B));
    const semC = feita(plano, C, { tipo: "fora" }, folgado);
    expect(deB(semC)?.paradas.find(({ codigo }) => codigo === B)?.chegada).toBe("2027-03-02");
  });

  it("names the demand that stops being met instead of refusing", () => {
    const de = entrada({ travas: [{ codigo: A, tipo: "dentro" }] });
    expect(feita(planejar(de), A, { tipo: "fora" }, de).naoAtendidas).toEqual([{ tipo: "municipio", codigo: A }]);
  });
});

describe("a change that is refused", () => {
  const recusa = (codigo: number, destino: Destino, de = entrada(), plano = PLANO): unknown => {
    const edicao = moverParada(de, plano, codigo, destino);
    return edicao.feita ? "feita" : edicao.recusa;
  };

  it("says how many days the tour would take", () => {
    // C, A and B: 111 + 222 + 111 + 222 of road and 3 × 480 = 2,106 minutes, 5 days.
    expect(recusa(B, DA_PRIMEIRA)).toEqual({ tipo: "passa-da-viagem", dias: 5, maximo: 3 });
  });

  it("says how many days the team would work", () => {
    expect(recusa(B, NOVA)).toEqual({ tipo: "passa-da-equipe", dias: 5, maximo: 3 });
  });

  it("says when nothing would change", () => {
    expect(recusa(A, DA_PRIMEIRA)).toEqual({ tipo: "sem-mudanca" });
    expect(recusa(B, { tipo: "fora" })).toEqual({ tipo: "sem-mudanca" });
    const so = feita(PLANO, C, { tipo: "fora" });
    expect(recusa(A, NOVA, entrada(), so)).toEqual({ tipo: "sem-mudanca" });
  });

  it("says what it does not know", () => {
    expect(recusa(9999999, NOVA)).toEqual({ tipo: "municipio-desconhecido" });
    expect(recusa(B, { tipo: "viagem", viagem: "x" })).toEqual({ tipo: "viagem-desconhecida", viagem: "x" });
    expect(recusa(B, { tipo: "nova", equipe: `${BASE}-7`, trimestre: 1 })).toEqual({ tipo: "equipe-desconhecida", equipe: `${BASE}-7` });
    expect(recusa(B, { tipo: "nova", equipe: EQUIPE, trimestre: 3 })).toEqual({ tipo: "sem-datas" });
  });

  it("keeps to locks", () => {
    expect(recusa(B, NOVA, entrada({ travas: [{ codigo: B, tipo: "fora" }] }))).toEqual({ tipo: "sem-lugar" });
    const duas = entrada({ bases: [{ codigo: BASE, equipes: 2 }], travas: [{ codigo: B, tipo: "dentro", equipe: EQUIPE }] });
    expect(recusa(B, { tipo: "nova", equipe: `${BASE}-2`, trimestre: 1 }, duas)).toEqual({ tipo: "trava", codigo: B });
    const [viagem] = PLANO.viagens;
    if (viagem === undefined) throw new Error("the plan has no tour");
    const travada = entrada(travarViagem(AJUSTES, viagem));
    const plano = planejar(travada);
    expect(recusa(A, { tipo: "fora" }, travada, plano)).toEqual({ tipo: "viagem-travada", viagem: viagem.id });
    expect(recusa(B, DA_PRIMEIRA, travada, plano)).toEqual({ tipo: "viagem-travada", viagem: viagem.id });
  });

  it("keeps to bases", () => {
    const OUTRA = 1200000;
    const duas = entrada({ bases: [...AJUSTES.bases, { codigo: OUTRA, equipes: 1 }] }, { municipios: [...MUNICIPIOS, municipio(OUTRA, 10, null)] });
    expect(recusa(B, { tipo: "nova", equipe: `${OUTRA}-1`, trimestre: 1 }, duas)).toEqual({ tipo: "outra-base", base: OUTRA });
  });

  it("finds no dates where the window is closed to the tour", () => {
    // A only on the last day of March: the road makes its visit take two.
    const de = entrada({ travas: [{ codigo: B, tipo: "dentro", data: "2027-03-31" }] });
    const semNada = feita(feita(PLANO, C, { tipo: "fora" }), A, { tipo: "fora" });
    expect(recusa(B, NOVA, de, semNada)).toEqual({ tipo: "sem-datas" });
  });
});

describe("locks", () => {
  const [viagem] = PLANO.viagens;
  if (viagem === undefined) throw new Error("the plan has no tour");

  it("keep a municipality with its team and quarter, one lock each, by code", () => {
    const [primeira] = viagem.paradas;
    if (primeira === undefined) throw new Error("the tour has no stop");
    const { travas } = travarMunicipio(travar(travar(AJUSTES, B, "fora"), primeira.codigo, "dentro"), viagem, primeira);
    expect(travas).toEqual([{ codigo: primeira.codigo, tipo: "dentro", equipe: EQUIPE, trimestre: 1 }, { codigo: B, tipo: "fora" }].sort((a, b) => a.codigo - b.codigo));
    expect(destravar({ ...AJUSTES, travas }, B).travas).toHaveLength(1);
  });

  it("keep a tour in the order of its visits, once", () => {
    const uma = travarViagem(travarViagem(AJUSTES, viagem), viagem);
    expect(uma.viagensTravadas).toEqual([{ equipe: EQUIPE, inicio: "2027-01-04", municipios: viagem.paradas.map(({ codigo }) => codigo) }]);
    expect(destravarViagem(uma, viagem).viagensTravadas).toEqual([]);
  });

  it("keep the tour when the rest is planned again", () => {
    const plano = planejar(entrada(travarViagem(AJUSTES, viagem)));
    expect(plano.viagens).toEqual([{ ...viagem, travada: true, paradas: viagem.paradas.map((parada) => ({ ...parada, motivo: { tipo: "travado" } })) }]);
  });
});
